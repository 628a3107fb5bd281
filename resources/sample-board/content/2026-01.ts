import { action, formality, logged, minuted, pause, topic, type Meeting } from '../meeting-content.ts'
import { board2025, demirel, forPart, lowe, redfern, venn } from '../people.ts'
import { packJanuary2026 } from './2026-01-pack.ts'

export const january2026: Meeting = {
  date: '2026-01-21',
  start: '09:00',
  end: '12:00',
  place: 'Foundry House, Stennick',
  secretary: lowe.name,
  agenda: {
    format: 'pdf',
    timing: 'range-and-duration',
    items: [
      formality('1', 'Opening, apologies and interests', 'Helen Ostrey', 5),
      formality('2', 'Minutes of 17 December 2025 and action log', 'Helen Ostrey', 10),
      topic('3', "Chief Executive's report", 'Daniel Averill', 15),
      topic('4', 'Outturn for 2025', 'Priya Nandakumar', 40),
      topic('5', 'Re-forecast for the first quarter', 'Priya Nandakumar', 30),
      pause('Break', 10),
      topic('6', 'Liquidity and thirteen-week cash flow', 'Priya Nandakumar', 25),
      topic('7', 'Large accounts: revenue at risk', 'Marcus Venn', 20, { misprint: 15 }),
      topic('8', 'Subscriber complaints: question from Dr Balogun', 'Joss Redfern', 5),
      topic('9', 'Appointment of a non-executive director', 'Helen Ostrey', 10),
      formality('10', 'Any other business', 'Helen Ostrey', 10),
    ],
  },
  minutes: {
    format: 'docx',
    layout: 'modern',
    opened: '09:00',
    closed: '12:27',
    present: board2025,
    attending: [lowe, forPart(venn, 'items 4 to 7'), forPart(redfern, 'item 8'), forPart(demirel, 'item 10')],
    apologies: [],
    next: '2026-03-04',
    log: [
      logged('PN', 'bring the re-forecast with the accounts', '2026-03-04', 'Open'),
      logged('PN', 'sign the letter to the banks', '2026-01-30', 'Open'),
      logged('JR', 'bring an annual review of complaints', '2026-03-04', 'Open'),
      logged('JR', 'report on why subscribers leave', '2026-03-04', 'Carried forward'),
    ],
    items: [
      minuted('1', [
        'The Chair welcomed Beatrix Lowe to her first meeting as Company Secretary. There were no apologies and no interests were declared.',
      ]),
      minuted('2', [
        'The minutes of 17 December 2025 were approved. The answer to the regulator on copper was in draft. Other actions were not yet due.',
      ]),
      minuted('3', [
        'The Chief Executive reported that the executive had worked through Christmas on the budget and the banks. He proposed to make two changes to its structure: one manager for all field teams, and commercial finance reporting to the Chief Financial Officer. Neither needed the approval of the Board.',
        'Snow had closed the road to the upper Wendle for eight days. Two cabinets had run on batteries and one of them had failed. The build would resume in March. Staff turnover in 2025 was 13%, up from 9%, with most leavers in planning and in the call centre.',
      ]),
      minuted(
        '4',
        [
          'The Chief Financial Officer presented the outturn, subject to audit. Revenue for 2025 was £45.7m against a budget of £48.6m, and earnings were £12.2m against £15.1m. Gross margin was 58.0%. Operating costs were £14.3m, £0.6m below budget after the savings of the autumn.',
          'Directors went through the bridge from the November forecast. Hallowmere Hospitals (£0.7m) had not been billed in December. Recurring revenue was £0.1m lower. An impairment of £0.3m on the old cooling plant had been taken. Capital spending was £9.4m.',
          'Graham Lisle asked for the history of the four forecasts of the year to be set out on one page, so that the Board could see which lines had moved. This would be done with the accounts.',
          action('PN', 'set out the four forecasts of 2025 on one page', '2026-03-04'),
        ],
        { clock: '09:35' },
      ),
      minuted(
        '5',
        [
          'The re-forecast for the first quarter showed revenue of £10.9m against a budget of £11.3m and earnings of £2.7m against £3.0m. Disconnections in December had been 1.6% of subscribers, and 60,900 subscribers remained. The model now assumed 1.5% for the quarter.',
          'The Board asked for sensitivities at 1.4%, 1.6% and 1.8%. Each tenth was worth £0.05m in the quarter and £0.2m in the year. A contingency of £0.1m was added. The re-forecast was adopted.',
        ],
        { clock: '10:25' },
      ),
      minuted('6', [
        'Cash was £2.9m at the year end. The thirteen-week cash flow had its lowest point in the week of 23 March, at £1.4m, before £0.5m that could be held back from suppliers. £4.5m of the revolving facility was drawn. Directors asked for the flow to be shown with and without Oddenby Stores.',
        'The agent bank had received the request for an amendment calmly and wanted a model by 30 January. The letter was considered in draft and several figures in it were corrected. The Chief Financial Officer was AUTHORISED to sign it.',
        action('PN', 'sign the letter to the banks', '2026-01-30'),
      ]),
      minuted('7', [
        'The Sales Director presented the twenty largest accounts with the revenue at risk in each. Of £14.2m in the twenty accounts, £2.9m came up for renewal in the year: Pennaquick Logistics £1.6m in June, Stennick Dairies £0.7m in September and six smaller accounts £0.6m together.',
        'Pennaquick Logistics was weighted at 90% because it had renewed three times before. The Board noted the weighted value at risk, £0.5m, and asked for it to be added to the forecast as a line of its own.',
      ]),
      minuted('8', [
        'The Head of Subscriber Care was given five minutes. Complaints had reached 9.4 for every thousand lines, and repairs took 4.4 days. He said that no one person was answerable for the whole: the call centre answered to him, repairs to operations, bills to finance. Ifeoma Balogun asked that this be written down. The Chair proposed an annual review of complaints in March.',
        action('JR', 'bring an annual review of complaints', '2026-03-04'),
      ]),
      minuted('9', [
        'On the recommendation of the Nomination Committee it was RESOLVED that Yusuf Demirel be appointed a non-executive director from 1 February 2026 for a term of three years. He had spent his career in parcel delivery and mutual insurance.',
      ]),
      minuted('10', [
        'Yusuf Demirel joined the meeting and was introduced to the directors. There was no other business.',
      ]),
    ],
  },
  pack: packJanuary2026,
}
