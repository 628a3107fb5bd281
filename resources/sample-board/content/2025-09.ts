import { action, formality, minuted, pause, topic, type Meeting } from '../meeting-content.ts'
import { board2025, forPart, pryce, redfern, venn } from '../people.ts'
import { packSeptember2025 } from './2025-09-pack.ts'

export const september2025: Meeting = {
  date: '2025-09-17',
  start: '09:00',
  end: '12:15',
  place: 'Foundry House, Stennick',
  secretary: pryce.name,
  agenda: {
    format: 'pdf',
    timing: 'start-times',
    items: [
      formality('1', 'Welcome, apologies and interests', 'Chair', 10),
      formality('2', 'Minutes of 16 July 2025 and actions', 'Chair', 10),
      topic('3', "Chief Executive's report", 'Daniel Averill', 25, { paper: 'Paper A' }),
      topic('4', 'Trading update to 31 August', 'Priya Nandakumar', 35, { paper: 'Paper B' }),
      topic('5', 'Large accounts: three orders moved to the fourth quarter', 'Marcus Venn', 25, {
        paper: 'Paper C',
      }),
      pause('Coffee', 15),
      topic('6', 'Revised forecast for 2025', 'Priya Nandakumar', 30, { paper: 'Paper D' }),
      topic('7', 'Subscriber service: the August storms and the repair backlog', 'Joss Redfern', 25, {
        paper: 'Paper E',
      }),
      topic('8', 'Modern slavery statement', 'Nesta Pryce', 10),
      formality('9', 'Any other business and close', 'Chair', 10),
    ],
  },
  minutes: {
    format: 'txt',
    layout: 'plain',
    opened: '09:00',
    closed: '12:32',
    present: board2025,
    attending: [pryce, forPart(venn, 'for items 4 to 6'), forPart(redfern, 'for item 7')],
    apologies: [],
    next: '2025-10-22',
    log: [],
    items: [
      minuted('1', ['The Chair welcomed everyone back after the summer. No interests were declared.']),
      minuted('2', [
        'The minutes of the meeting held on 16 July 2025 were approved. Evening appointments had begun at Port Hallow on 8 September. The programme of customer visits and the report on why subscribers leave were not ready and both were carried forward to October.',
        action('MV', 'bring the programme of customer visits, with dates and purposes', '2025-10-22'),
        action('JR', 'report on why subscribers leave', '2025-10-22'),
      ]),
      minuted('3', [
        'Mr Averill reported that the storms of 23 and 24 August had brought down eleven kilometres of overhead cable on the coast road. Restoring the network had taken nine days, four of them waiting for the power company to make its own poles safe. He commended the field teams.',
        'The Head of Planning had started on 1 September. The regulator had put off its decision on poles and ducts to the spring. Mr Averill asked the Board to note that a private equity house had written to him, and that he had replied that the company was not for sale.',
      ]),
      minuted('4', [
        'Ms Nandakumar presented the trading update. Revenue for the eight months was £31.3m against a budget of £32.4m; earnings were £9.0m against £9.9m. Storm repairs had cost £0.4m, of which insurance would bear about half. Connection income was £0.8m behind.',
        'Cash was £4.4m, lower than planned by £1.1m, of which £0.6m was the timing of a payment of tax. Net debt had risen to 2.9 times earnings. The Board discussed the monthly phasing at length and asked for the report to be extended with a bridge from budget to actual.',
      ]),
      minuted('5', [
        'Mr Venn reported that none of the three large accounts expected in the third quarter would be billed in it. Oddenby Stores (£0.9m) had moved to November, Hallowmere Hospitals (£0.7m) to December and Orrin Vale Council (£0.6m) to an uncertain date. Together they were £2.2m of revenue and £1.4m of earnings.',
        'The Board considered the probability to be given to each account in the forecast. After discussion Oddenby Stores was put at 80%, Hallowmere Hospitals at 70% and Orrin Vale Council at 40%, giving a weighted £1.5m. Ms Soeder asked for the pipeline behind the three accounts; it held eleven orders worth £1.9m.',
        'Dr Balogun asked why Oddenby Stores had moved. Mr Venn thought that it was a matter of budget years. He had not spoken with the branch managers.',
        action('MV', 'report weekly to the executive on the billing dates of the three accounts', null),
      ]),
      minuted('6', [
        'Ms Nandakumar presented a revised forecast: revenue of £47.8m (budget £48.6m) and earnings of £13.9m (budget £15.1m). The downside case asked for in July gave £47.0m and £13.2m, at which net debt would stand at 3.3 times earnings in December against the covenant of 3.5.',
        'The Board tested the assumptions line by line. Mr Lisle asked for a lower figure for new subscribers, whose number had been taken at the rate of the spring; it was cut from 810 to 760 a month, which took £0.1m from the year. Overtime was held at the level of August.',
        'It was RESOLVED that the revised forecast be adopted as the basis of reporting, and that travel and recruitment be frozen except for engineers.',
        action('PN', 'bring a cash-flow forecast by week to the year end', '2025-10-22'),
      ]),
      minuted('7', [
        'The item was taken at 11.50, when twenty-five minutes remained for the rest of the business. Mr Redfern reported that 3,900 households had been without a line after the storms, the longest for sixteen days. The promise of a message within an hour had been kept for 31 in every hundred of them; the messages depended on a fault being matched to a street by hand.',
        'Subscribers had been angrier about silence than about the storm. A parish on the coast had put up a notice board of its own, which many read as the better service. Complaints stood at 7.8 for every thousand lines. The average time to repair was 3.9 days and a backlog of 640 repairs would take until the middle of October to clear.',
        'The Chair thanked Mr Redfern and regretted that there was not more time. The Board asked to return to the matching of faults to streets.',
        action('JR', 'say what it would take to match faults to streets without hand work', '2025-11-19'),
      ]),
      minuted('8', [
        'The modern slavery statement for the year was APPROVED and would be signed by the Chair.',
      ]),
      minuted('9', ['There was no other business.']),
    ],
  },
  pack: packSeptember2025,
}
