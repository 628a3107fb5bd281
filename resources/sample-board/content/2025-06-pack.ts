import { bullets, heading, table, text, type Paper } from '../meeting-content.ts'

export const packJune2025: Paper[] = [
  {
    number: '3',
    reference: 'Paper A',
    title: "Chief Executive's report",
    author: 'Daniel Averill, Chief Executive',
    sponsor: 'Daniel Averill',
    cover: [],
    body: [
      heading('Network'),
      text(
        'The Port Hallow exchange came into service on 12 May and the depot on 2 June. Eleven engineers now start their day within ten minutes of two thirds of the lines on the coast. The old rented yard at Saltby was given back on 31 May and its deposit has been returned.',
      ),
      text(
        'In the Wendle Valley 44 of 68 kilometres of duct are laid. The rock at Hanger Bridge will be sawn in July. One of the two missing wayleaves has been granted; the other landowner has asked for a meeting on site, which the planning team will hold on 24 June.',
      ),
      heading('People'),
      text(
        'We employ 412 people, four fewer than in the budget. Eight apprentices finished their training in May and all of them have stayed. The works council has been consulted on the new grading scheme and supports it, with a reservation on the travel allowance that we are working through.',
      ),
      heading('Safety'),
      text(
        'There was one lost-time accident in the quarter, a sprained wrist in the warehouse. The new near-miss scheme brought 61 reports, of which 48 came from the field teams. The safety representatives have asked for a second person on every job at height above four metres, and from July that is the rule.',
      ),
      heading('Regulation'),
      text(
        'The joint answer to the consultation on poles and ducts was sent on 11 June. It asks for inspections within ten working days and for a single form. A decision is expected in the winter.',
      ),
      heading('What subscribers told us this month'),
      bullets(
        'The crew of the mobile shop spent two market days in Wendle. The question they were asked most often was when the upper valley would be connected; the second was whether a neighbour could be recommended and thanked for it.',
        'Forty-one subscribers wrote to thank an engineer by name. Fourteen wrote to complain of an appointment that was moved on the day.',
      ),
    ],
  },
  {
    number: '4',
    reference: 'Paper B',
    title: 'Subscriber survey 2025: what subscribers said',
    author: 'Joss Redfern, Head of Subscriber Care',
    sponsor: 'Owen Tarrant, Chief Operating Officer',
    cover: [
      ['Purpose', 'For discussion and decision'],
      ['Recommendation', 'That the Board adopts the promise to subscribers set out in section 4.'],
      ['Financial implications', '£60,000 in 2025 for messaging and call-backs, within budget.'],
      ['Customer implications', 'Subscribers will be told within an hour when their line has failed.'],
    ],
    body: [
      heading('1. Who answered'),
      text(
        'The survey was sent in April to every household and small business that had been with us for six months or more. 4,310 households and 612 businesses replied, a little more than last year. Replies from the coast were fewer than its share of subscribers, and the results have been weighted for that.',
      ),
      heading('2. How satisfied they are'),
      table(
        'Satisfaction by subject, mean of answers from 0 to 10',
        [0.5, 0.16, 0.17, 0.17],
        ['Subject', '2023', '2024', '2025'],
        [
          ['Overall satisfaction', '7.5', '7.4', '7.4'],
          ['The line does what I need', '8.1', '8.2', '8.3'],
          ['Getting through to somebody', '6.9', '6.6', '6.3'],
          ['Repairs are done when promised', '6.4', '6.1', '5.8'],
          ['I am kept informed when something goes wrong', '6.0', '5.6', '5.2'],
          ['I would choose Merrowgate again', '7.7', '7.5', '7.3'],
        ],
      ),
      text(
        'The line has become better every year and the experience around it worse. Subscribers who had a fault in the last twelve months would choose us again with 5.9, those who had none with 8.0. Those who had a fault and were kept informed gave 7.8: nearly as much as those who had none.',
      ),
      heading('3. In their own words'),
      bullets(
        '"I do not mind that it broke. I mind that I had to find out from my neighbour."',
        '"Your engineer was lovely. It was the third appointment, mind."',
        '"I trust the network. I do not trust the company."',
        '"We run a bakery. If you tell me at five in the morning I can manage. If you tell me at nine I have lost the day."',
      ),
      heading('4. What we propose'),
      text(
        'We propose a promise in three parts: a message within an hour of a fault being known, another when the engineer sets out, and a call on the next day to ask whether all is well. Each part can be measured, and we would report to the Board how often each is kept.',
      ),
    ],
  },
  {
    number: '5',
    reference: 'Paper C',
    title: 'Why subscribers leave: exit interviews',
    author: 'Joss Redfern, Head of Subscriber Care',
    sponsor: 'Owen Tarrant, Chief Operating Officer',
    cover: [
      ['Purpose', 'For discussion'],
      ['Recommendation', 'That exit interviews are held and reported every quarter.'],
      ['Financial implications', 'None.'],
    ],
    body: [
      text(
        'We rang 140 subscribers who left between February and April and spoke with sixty of them for about fifteen minutes each. They were asked to tell the story from the day on which they first thought of leaving.',
      ),
      table(
        'The reason first given and the reason told later (forty-one who had not moved house)',
        [0.52, 0.24, 0.24],
        ['Reason', 'First given', 'Told later'],
        [
          ['A lower price elsewhere', '24', '9'],
          ['A repair that went badly', '6', '18'],
          ['Not being told what was happening', '3', '9'],
          ['Speed or reliability of the line', '5', '3'],
          ['Something else', '3', '2'],
        ],
      ),
      text(
        'Two thirds of those who spoke of a repair had been loyal for more than five years. Most had not complained before they left: they had decided that it would not help. Eleven said that they would have stayed if somebody had rung and apologised.',
      ),
    ],
  },
  {
    number: '6',
    reference: 'Paper D',
    title: 'Finance report to 31 May',
    author: 'Priya Nandakumar, Chief Financial Officer',
    sponsor: 'Priya Nandakumar',
    cover: [],
    body: [
      table(
        'Profit and loss, five months, £m',
        [0.4, 0.15, 0.15, 0.15, 0.15],
        ['Line', 'Actual', 'Budget', 'Variance', 'Last year'],
        [
          ['Revenue', '19.9', '20.1', '(0.2)', '18.7'],
          ['Cost of sales', '7.7', '7.8', '0.1', '7.4'],
          ['Gross margin', '12.2', '12.3', '(0.1)', '11.3'],
          ['Operating costs', '6.2', '6.2', '0.0', '5.8'],
          ['Earnings before interest, tax and depreciation', '6.0', '6.1', '(0.1)', '5.5'],
        ],
      ),
      text(
        'Revenue is £0.2m behind budget, all of it connection income. Overtime in field operations cost £0.1m more than budgeted while Port Hallow was brought into service and has since returned to plan.',
      ),
      text(
        'Cash at the end of May was £5.8m. Net debt was 2.8 times earnings of the last twelve months against a covenant of 3.5 times. No drawing under the revolving facility is expected before September.',
      ),
      text(
        'Connection work for three large accounts, worth £2.2m together, is expected to be billed in the third quarter: Oddenby Stores £0.9m, Hallowmere Hospitals £0.7m and Orrin Vale Council £0.6m.',
      ),
    ],
  },
  {
    number: '7',
    reference: 'Paper E',
    title: 'Street works: programme for the second half',
    author: 'Owen Tarrant, Chief Operating Officer',
    sponsor: 'Owen Tarrant',
    cover: [
      ['Purpose', 'For decision'],
      ['Recommendation', 'That the programme is agreed.'],
      ['Financial implications', '£3.1m of capital, within the approved plan.'],
    ],
    body: [
      text(
        'The programme covers 27 kilometres of duct in the upper Wendle, the completion of the ring at Stennick and the crossing of the Orrin below the old bridge. Two crews will work from July and a third from September if the second contractor is engaged.',
      ),
      bullets(
        'Upper Wendle: July to November, all permits granted, rock at Hanger Bridge.',
        'Stennick ring: August to October, night work in Foundry Street agreed with the council.',
        'Orrin crossing: October, subject to a survey of the river bed.',
      ),
      text(
        'The chief risks are a strike at the main contractor and an early winter in the upper valley. A fallback for the first is being negotiated. Against the second, the highest section has been moved to the front of the programme.',
      ),
    ],
  },
]
