import { action, formality, minuted, pause, topic, type Meeting } from '../meeting-content.ts'
import { board2025, forPart, pryce, redfern, venn } from '../people.ts'

export const november2025: Meeting = {
  date: '2025-11-19',
  start: '09:30',
  end: '12:45',
  place: 'Foundry House, Stennick',
  secretary: pryce.name,
  agenda: {
    format: 'pdf',
    timing: 'wrapped-table',
    items: [
      formality('1', 'Welcome and interests', 'Chair', 5),
      formality('2', 'Minutes of 22 October 2025 and actions', 'Chair', 10),
      topic('3', "Chief Executive's report", 'D Averill', 20, { paper: 'Paper A' }),
      topic(
        '4',
        'Second re-forecast: full-year outturn and bridge from the September forecast',
        'P Nandakumar',
        45,
        {
          paper: 'Paper B',
        },
      ),
      topic(
        '5',
        'Order book and large-account billing: expected dates by account and effect on the fourth quarter',
        'M Venn',
        30,
        {
          paper: 'Paper C',
        },
      ),
      pause('Break', 10),
      topic(
        '6',
        'Budget 2026: first draft and assumptions for subscriber numbers, price and disconnections',
        'P Nandakumar',
        45,
        {
          paper: 'Paper D',
        },
      ),
      topic('7', 'Renewal of insurance', 'N Pryce', 10),
      topic('8', 'Subscriber service report', 'J Redfern', 10, { paper: 'Paper E' }),
      formality('9', 'Any other business', 'Chair', 10),
    ],
  },
  minutes: {
    format: 'pdf',
    layout: 'classic',
    opened: '09:30',
    closed: '13:04',
    present: board2025,
    attending: [pryce, forPart(venn, 'for items 4 to 6'), forPart(redfern, 'for item 8')],
    apologies: [],
    next: '2025-12-17',
    log: [
      {
        action: 'send the cash flow by week to directors each Monday',
        owner: 'PN',
        due: null,
        status: 'Open',
      },
      {
        action: 'offer Pennaquick Logistics a discount for payment in advance',
        owner: 'MV',
        due: '2025-10-31',
        status: 'Complete',
      },
      {
        action: 'report on why subscribers leave',
        owner: 'JR',
        due: '2025-11-19',
        status: 'Carried forward',
      },
      {
        action: 'say what it would take to match faults to streets without hand work',
        owner: 'JR',
        due: '2025-11-19',
        status: 'Carried forward',
      },
    ],
    items: [
      minuted('1', ['The Chair opened the meeting. There were no apologies and no interests were declared.']),
      minuted('2', [
        'The minutes of the meeting held on 22 October 2025 were approved. The action log was taken as read.',
      ]),
      minuted('3', [
        'Mr Averill reported that the old basement had been emptied and its lease given up. The upper Wendle had its first frost on 11 November, and work at the highest section had stopped for the winter with 61 of 68 kilometres complete. The harbour authority had returned its deposit on the crossing.',
        'Ms Pryce had told him that she would retire at the end of December after nineteen years. The Board recorded its gratitude. Ms Beatrix Lowe had been appointed to succeed her from 5 January 2026.',
      ]),
      minuted(
        '4',
        [
          'Ms Nandakumar presented the second re-forecast. Revenue for the year was now expected to be £46.3m and earnings £12.6m, against £47.8m and £13.9m in September. The bridge had four parts: large accounts (£1.1m), recurring revenue (£0.2m), Stennick ring (£0.1m) and other connections (£0.1m).',
          'Mr Lisle said that this was the second forecast in ten weeks and asked what confidence the Board could have in it. Ms Nandakumar replied that every line had been rebuilt from the month of October and that a contingency of £0.2m was held centrally.',
          'The Board went through operating costs by department. It was AGREED to put off the refurbishment of the control room (£0.3m), the second intake of apprentices (£0.1m) and the replacement of eleven vans. The fees of directors would not be raised in January.',
          'It was RESOLVED that the second re-forecast be adopted. A third would be prepared if revenue in November fell short by more than £0.1m.',
          action('PN', 'report the result for November to directors as soon as it is known', '2025-12-05'),
        ],
        { clock: '10:10' },
      ),
      minuted(
        '5',
        [
          'Mr Venn reported on the order book. Oddenby Stores had not accepted the new quotation, and its £0.9m was moved to the first quarter of 2026. Hallowmere Hospitals had been told that night working was possible and was kept in December at 60%. Pennaquick Logistics had declined to pay in advance.',
          'The Board examined the order book by account and month. Billing of £0.8m was secure in the fourth quarter, £0.7m probable and £0.9m lost to it. Each month of delay at Oddenby Stores cost £40,000 of recurring revenue.',
          'The Chair asked for a table of the twenty largest accounts by revenue, with probability and date, to be placed before every meeting until further notice.',
          action('MV', 'table the twenty largest accounts by revenue, probability and date', '2025-12-17'),
        ],
        { clock: '10:55' },
      ),
      minuted('6', [
        'The first draft of the budget for 2026 showed revenue of £46.8m and earnings of £13.4m. It assumed 740 new subscribers a month, disconnections of 1.3% and an increase of 4.9% in the price of household lines from 1 April, which was worth £1.3m in the year.',
        'The Board tested each assumption. One point on the price was worth £0.27m; one tenth of a point on disconnections was worth £0.2m; ten new subscribers a month were worth £0.04m. Ms Soeder asked whether a rise in price would not itself raise disconnections. The model allowed for a tenth of a point.',
        'The Board asked for capital spending to be cut by a further £1.0m, for a version at 3.9% on price, and for the covenant to be shown by quarter under each version.',
        action('PN', 'bring the budget for approval with three versions', '2025-12-17'),
      ]),
      minuted('7', [
        'Ms Pryce reported that the renewal of property and liability insurance would cost £386,000, a rise of 9% which the brokers ascribed to the storms. Cover for cyber incidents now required multi-factor sign-in on every administrative account. The renewal was APPROVED.',
      ]),
      minuted('8', [
        'There being little time, the report was taken as read. Mr Redfern said only that complaints stood at 8.6 for every thousand lines, the highest since they were first counted, and that the evening appointments at Port Hallow had stopped in October because overtime was frozen. The Chair thanked him and the report was NOTED.',
      ]),
      minuted('9', ['There was no other business.']),
    ],
  },
  pack: null,
}
