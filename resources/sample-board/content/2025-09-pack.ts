import { bullets, heading, table, text, type Paper } from '../meeting-content.ts'

export const packSeptember2025: Paper[] = [
  {
    number: '3',
    reference: 'Paper A',
    title: "Chief Executive's report",
    author: 'Daniel Averill, Chief Executive',
    sponsor: 'Daniel Averill',
    cover: [],
    body: [
      heading('Storms'),
      text(
        'Two storms on 23 and 24 August brought down eleven kilometres of overhead cable between Port Hallow and Saltby and flooded the cabinet at Marram Lane. Five crews worked in shifts for nine days. For four of those days access was barred until the power company had made its poles safe.',
      ),
      text(
        'We have agreed with the power company to join its emergency planning group. The route between Saltby and the lighthouse will be put underground when the lease on the poles ends in 2027; until then two spare drums of cable are held at the depot.',
      ),
      heading('Build'),
      text(
        'Fifty-three of 68 kilometres are laid in the Wendle Valley. The rock at Hanger Bridge took eleven days more than planned. The crossing of the Orrin has been moved forty metres downstream, away from the gas main, and a new permit has been asked for.',
      ),
      heading('Property and systems'),
      text(
        'The racks at Saltby are ready for the move of the data centre, which is planned for four nights from 6 October. Both sites will run side by side for three weeks. The basement of Foundry House will then be emptied; the landlord has agreed to take it back at the end of November without a charge for reinstatement.',
      ),
      text(
        "The supplier of our billing software had an incident in July in which the data of another company was copied. None of ours was touched. We have changed every shared password and asked the supplier for its auditor's letter. An exercise for the whole executive is set for 2 October.",
      ),
      heading('Organisation'),
      text(
        'The new grading scheme came into force on 1 September. The Head of Planning has joined. A freeze on recruitment outside the field teams is proposed in the paper on the forecast and would leave nine posts empty.',
      ),
    ],
  },
  {
    number: '4',
    reference: 'Paper B',
    title: 'Trading update to 31 August',
    author: 'Priya Nandakumar, Chief Financial Officer',
    sponsor: 'Priya Nandakumar',
    cover: [],
    body: [
      table(
        'Profit and loss, eight months, £m',
        [0.4, 0.15, 0.15, 0.15, 0.15],
        ['Line', 'Actual', 'Budget', 'Variance', 'Last year'],
        [
          ['Recurring revenue', '29.6', '29.9', '(0.3)', '27.4'],
          ['Connection revenue', '1.7', '2.5', '(0.8)', '2.3'],
          ['Revenue', '31.3', '32.4', '(1.1)', '29.7'],
          ['Gross margin', '19.0', '19.8', '(0.8)', '18.0'],
          ['Operating costs', '10.0', '9.9', '(0.1)', '9.3'],
          ['Earnings before interest, tax and depreciation', '9.0', '9.9', '(0.9)', '8.7'],
        ],
      ),
      text(
        'Revenue is £1.1m behind budget. Connection revenue explains £0.8m of it and slower recurring revenue £0.3m. The gross margin was 60.7%, half a point below budget, because storm work was carried out by contractors at weekend rates.',
      ),
      table(
        'Cash and debt, £m',
        [0.52, 0.16, 0.16, 0.16],
        ['Line', 'June', 'July', 'August'],
        [
          ['Cash at end of month', '5.6', '5.1', '4.4'],
          ['Net debt', '39.8', '40.6', '41.4'],
          ['Net debt to earnings, times', '2.8', '2.9', '2.9'],
          ['Drawn under revolving facility', '0.0', '0.0', '1.0'],
        ],
      ),
      text(
        'Storm repairs cost £0.4m. A claim has been notified and an interim payment of £0.1m is expected in October. A payment of £0.6m in tax fell in August and had been budgeted for September.',
      ),
    ],
  },
  {
    number: '5',
    reference: 'Paper C',
    title: 'Large accounts: three orders moved to the fourth quarter',
    author: 'Marcus Venn, Sales Director',
    sponsor: 'Daniel Averill, Chief Executive',
    cover: [
      ['Purpose', 'For discussion'],
      ['Recommendation', 'That the Board agrees the weighting of the three accounts in the forecast.'],
      ['Financial implications', '£2.2m of revenue and £1.4m of earnings move by a quarter or more.'],
    ],
    body: [
      table(
        'Expected billing of the three accounts',
        [0.28, 0.14, 0.2, 0.2, 0.18],
        ['Account', '£m', 'Was', 'Now', 'Weight'],
        [
          ['Oddenby Stores', '0.9', 'August', 'November', '80%'],
          ['Hallowmere Hospitals', '0.7', 'September', 'December', '70%'],
          ['Orrin Vale Council', '0.6', 'September', 'Not known', '40%'],
          ['Total', '2.2', '', '', '1.5'],
        ],
      ),
      text(
        'Oddenby Stores has moved the order for its remaining 31 branches into its next budget year. Hallowmere Hospitals has a new head of estates, who wishes to look at all works contracts. The council has not issued its purchase order and its review will not report before the winter.',
      ),
      text(
        'Behind the three accounts, the pipeline holds eleven orders worth £1.9m. Applying the usual rates of success gives £0.7m in the fourth quarter, of which £0.2m is already in the forecast.',
      ),
    ],
  },
  {
    number: '6',
    reference: 'Paper D',
    title: 'Revised forecast for 2025',
    author: 'Priya Nandakumar, Chief Financial Officer',
    sponsor: 'Priya Nandakumar',
    cover: [
      ['Purpose', 'For decision'],
      ['Recommendation', 'That the revised forecast is adopted as the basis of reporting.'],
      ['Financial implications', 'As set out.'],
    ],
    body: [
      table(
        'Forecast for the year, £m',
        [0.4, 0.2, 0.2, 0.2],
        ['Line', 'Budget', 'Revised', 'Downside'],
        [
          ['Revenue', '48.6', '47.8', '47.0'],
          ['Operating costs', '14.9', '14.7', '14.6'],
          ['Earnings', '15.1', '13.9', '13.2'],
          ['Capital spending', '11.2', '10.6', '10.1'],
          ['Cash at year end', '5.0', '3.4', '2.7'],
          ['Net debt to earnings, times', '2.7', '3.1', '3.3'],
        ],
      ),
      heading('Assumptions'),
      bullets(
        'New subscribers of 810 a month to December, the average of the spring; disconnections at 1.2% a month.',
        'The three large accounts at their weighted value, £1.5m; each tenth of weight is worth £0.2m of revenue.',
        'Overtime at the level of August; no further storms.',
        'Recruitment frozen outside the field teams, which saves £0.2m.',
      ),
      text(
        'Management has not taken account of a sale of the Saltby masts, for which an approach of about £2.0m was received in August. A sale would bring cash but take £0.3m from earnings, and so would not help the covenant unless the whole of it went to reduce debt.',
      ),
      text(
        'The downside case takes Orrin Vale Council and Hallowmere Hospitals out of the year altogether and lets disconnections rise to 1.4% a month. Headroom on the covenant would then be £0.8m of earnings in December.',
      ),
    ],
  },
  {
    number: '7',
    reference: 'Paper E',
    title: 'Subscriber service: the August storms and the repair backlog',
    author: 'Joss Redfern, Head of Subscriber Care',
    sponsor: 'Owen Tarrant, Chief Operating Officer',
    cover: [
      ['Purpose', 'For discussion'],
      ['Recommendation', 'That the Board notes what subscribers met with after the storms.'],
      ['Financial implications', 'Goodwill credits of £85,000.'],
      ['Customer implications', 'Set out below.'],
    ],
    body: [
      text(
        '3,900 households lost their line. Half had it back within three days and nine in ten within nine; the last, at Marram Lane, waited sixteen. The message promised within an hour reached 31 in every hundred, because a fault has to be matched to a street by hand and two people do that work.',
      ),
      table(
        'What subscribers met with',
        [0.52, 0.16, 0.16, 0.16],
        ['Measure', 'Jun', 'Jul', 'Aug'],
        [
          ['Complaints for every thousand lines', '6.2', '6.4', '7.8'],
          ['Days to repair, from the first call', '2.7', '2.8', '3.9'],
          ['Minutes to get through on the telephone', '6', '7', '23'],
          ['Promise kept: message within the hour', '–', '58%', '31%'],
        ],
      ),
      text(
        'We rang two hundred of those affected. They did not blame us for the wind. They blamed us for hearing nothing, for being told on the telephone that no fault was known at their address, and for a bill that arrived in the same week. The parish of Saltby put up a notice board, and several told us that it was the best information they had.',
      ),
    ],
  },
]
