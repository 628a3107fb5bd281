import { bullets, heading, table, text, type Paper } from '../meeting-content.ts'

export const packJanuary2026: Paper[] = [
  {
    number: '3',
    reference: 'Enclosure 1',
    title: "Chief Executive's report",
    author: 'Daniel Averill, Chief Executive',
    sponsor: 'Daniel Averill',
    cover: [],
    body: [
      heading('Executive'),
      text(
        'The field teams of the coast and of the valleys will report to one manager from 1 March. Commercial finance will report to the Chief Financial Officer, so that the forecast has one author. Consultation with the people affected has begun and ends on 13 February.',
      ),
      heading('Network'),
      text(
        'Snow closed the upper road from 4 to 12 January. The cabinets at Fold End and Hanger Bridge ran on batteries; the batteries at Fold End were nine years old and failed on the third night. Replacing those of the same age would cost £140,000, which is not in the budget.',
      ),
      text(
        'The build stands at 61 of 68 kilometres. The contractor has been told that it may leave the site until March. The refurbishment of the control room has been put off to 2027, and two of its screens have been bought second-hand.',
      ),
      heading('People'),
      text(
        'Turnover was 13% in 2025. Eleven of nineteen leavers in the call centre named the pressure of calls about repairs. Sickness was 4.1%. The second intake of apprentices has been postponed to September.',
      ),
    ],
  },
  {
    number: '4',
    reference: 'Enclosure 2',
    title: 'Outturn for 2025',
    author: 'Priya Nandakumar, Chief Financial Officer',
    sponsor: 'Priya Nandakumar',
    cover: [],
    body: [
      table(
        'Profit and loss for the year, unaudited, £m',
        [0.36, 0.16, 0.16, 0.16, 0.16],
        ['Line', 'Outturn', 'November', 'September', 'Budget'],
        [
          ['Recurring revenue', '43.7', '43.8', '44.0', '44.6'],
          ['Connection revenue', '2.0', '2.5', '3.8', '4.0'],
          ['Revenue', '45.7', '46.3', '47.8', '48.6'],
          ['Gross margin', '26.5', '27.0', '28.6', '30.0'],
          ['Operating costs', '14.3', '14.4', '14.7', '14.9'],
          ['Earnings', '12.2', '12.6', '13.9', '15.1'],
        ],
      ),
      text(
        'Revenue was £0.6m below the November forecast. Hallowmere Hospitals was not billed (£0.7m, weighted at £0.4m), recurring revenue was £0.1m lower, and small connections were £0.1m lower. Costs were £0.1m better.',
      ),
      table(
        'Balance sheet, £m',
        [0.46, 0.18, 0.18, 0.18],
        ['Line', 'Dec 2024', 'Sep 2025', 'Dec 2025'],
        [
          ['Fixed assets', '88.4', '91.0', '91.2'],
          ['Debtors', '5.9', '6.8', '7.1'],
          ['Cash', '6.6', '3.8', '2.9'],
          ['Creditors', '(7.4)', '(8.3)', '(9.0)'],
          ['Bank debt', '(45.0)', '(46.0)', '(44.4)'],
        ],
      ),
      text(
        'Depreciation was £8.9m and interest £3.9m, which leaves a loss before tax of £0.9m. The impairment of £0.3m concerns the old cooling plant, which has no further use. No tax is due for the year and no dividend is proposed.',
      ),
      text(
        'Debtors rose although revenue fell. Six large accounts pay later than their terms; £0.5m is more than ninety days old. Creditors include £1.2m deferred by agreement with suppliers.',
      ),
    ],
  },
  {
    number: '5',
    reference: 'Enclosure 3',
    title: 'Re-forecast for the first quarter',
    author: 'Priya Nandakumar, Chief Financial Officer',
    sponsor: 'Priya Nandakumar',
    cover: [
      ['Purpose', 'For decision'],
      ['Recommendation', 'That the re-forecast is adopted.'],
      ['Financial implications', 'Earnings in the quarter £0.3m below budget.'],
    ],
    body: [
      table(
        'First quarter, £m',
        [0.4, 0.2, 0.2, 0.2],
        ['Line', 'Budget', 'Re-forecast', 'Difference'],
        [
          ['Revenue', '11.3', '10.9', '(0.4)'],
          ['Gross margin', '6.6', '6.3', '(0.3)'],
          ['Operating costs', '3.6', '3.6', '0.0'],
          ['Earnings', '3.0', '2.7', '(0.3)'],
        ],
      ),
      bullets(
        'Subscribers at the start of the quarter: 60,900, against 61,700 in the budget.',
        'Disconnections of 1.5% a month, against 1.3%; new subscribers of 720 a month, against 740.',
        'Oddenby Stores billed in March at a weight of 60%; Hallowmere Hospitals in February at 70%.',
      ),
      text(
        'Disconnections explain £0.2m of the difference and the lower opening number £0.1m. The remainder is connection income. No change has been made to the assumptions for the rest of the year, which will be reviewed with the accounts in March.',
      ),
    ],
  },
  {
    number: '6',
    reference: 'Enclosure 4',
    title: 'Liquidity and thirteen-week cash flow',
    author: 'Priya Nandakumar, Chief Financial Officer',
    sponsor: 'Priya Nandakumar',
    cover: [
      ['Purpose', 'For discussion and authority'],
      ['Recommendation', 'That the letter to the banks is approved.'],
      ['Financial implications', 'Amendment fee of about £0.25m.'],
    ],
    body: [
      table(
        'Cash by week, £m',
        [0.28, 0.24, 0.24, 0.24],
        ['Week of', 'Receipts', 'Payments', 'Cash at end'],
        [
          ['26 January', '1.0', '0.9', '2.8'],
          ['9 February', '0.9', '1.3', '2.3'],
          ['23 February', '1.1', '1.0', '2.4'],
          ['9 March', '0.9', '1.4', '1.8'],
          ['23 March', '0.9', '1.3', '1.4'],
          ['6 April', '1.6', '0.8', '2.2'],
        ],
      ),
      text(
        'The lowest point is £1.4m in the week of 23 March, when interest and value added tax fall together. A further £3.5m could be drawn, but drawing it would raise the ratio of debt to earnings above 3.5 at the test on 31 March.',
      ),
    ],
  },
  {
    number: '7',
    reference: 'Enclosure 5',
    title: 'Large accounts: revenue at risk',
    author: 'Marcus Venn, Sales Director',
    sponsor: 'Priya Nandakumar, Chief Financial Officer',
    cover: [
      ['Purpose', 'For noting'],
      ['Recommendation', 'That the value at risk becomes a line of the forecast.'],
      ['Financial implications', '£2.9m renews in 2026; weighted value at risk £0.5m.'],
    ],
    body: [
      table(
        'Six largest accounts, £m a year',
        [0.34, 0.16, 0.18, 0.16, 0.16],
        ['Account', 'Revenue', 'Renewal', 'Weight', 'At risk'],
        [
          ['Oddenby Stores', '2.9', 'Mar 2027', '95%', '0.0'],
          ['Hallowmere Hospitals', '2.1', 'Dec 2027', '95%', '0.0'],
          ['Orrin Vale Council', '1.8', 'Jan 2027', '80%', '0.0'],
          ['Pennaquick Logistics', '1.6', 'Jun 2026', '90%', '0.2'],
          ['Tregarrow Holiday Parks', '1.1', 'Apr 2028', '95%', '0.0'],
          ['Stennick Dairies', '0.7', 'Sep 2026', '75%', '0.2'],
        ],
      ),
      text(
        'Collections from the six accounts fell behind in the quarter. Pennaquick Logistics owes £0.4m, of which £0.2m is more than sixty days old, and Orrin Vale Council £0.3m. The sales team has been asked to collect before it quotes. A provision of £0.1m was taken in December.',
      ),
      text(
        'Weights are taken from the history of renewals. They do not rest on conversations with the accounts. Six smaller accounts with revenue of £0.6m renew in the year and carry £0.1m at risk.',
      ),
    ],
  },
]
