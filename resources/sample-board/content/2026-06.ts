import { action, formality, minuted, pause, topic, type Meeting } from '../meeting-content.ts'
import { board2026, forPart, lowe, redfern, soeder, venn, without } from '../people.ts'

export const june2026: Meeting = {
  date: '2026-06-24',
  start: '09:00',
  end: '12:00',
  place: 'Foundry House, Stennick',
  secretary: lowe.name,
  agenda: {
    format: 'pdf',
    timing: 'minutes-column',
    items: [
      formality('1', 'Opening and interests', 'H Ostrey', 5),
      formality('2', 'Minutes of 20 May 2026 and actions', 'H Ostrey', 10),
      topic('3', 'Calls from subscribers: what we heard', 'J Redfern', 15, { purpose: 'discussion' }),
      topic('4', "Chief Executive's report", 'D Averill', 15, { purpose: 'information' }),
      topic('5', 'Refinancing: term sheet', 'P Nandakumar', 50, { purpose: 'decision' }),
      topic('6', 'Re-forecast: six months and six', 'P Nandakumar', 30, { purpose: 'decision' }),
      pause('Break', 10),
      topic('7', 'Large accounts: billing in the second half', 'M Venn', 20, { purpose: 'noting' }),
      topic('8', 'Customer council: terms of reference', 'B Lowe', 15, { purpose: 'decision' }),
      formality('9', 'Any other business', 'H Ostrey', 10),
    ],
  },
  minutes: {
    format: 'docx',
    layout: 'columns',
    opened: '09:00',
    closed: '12:24',
    present: without(board2026, soeder),
    attending: [lowe, forPart(redfern, 'item 3'), forPart(venn, 'items 5 to 7')],
    apologies: ['Katrin Soeder'],
    next: '2026-09-16',
    log: [],
    items: [
      minuted('1', ['Apologies had been received from Katrin Soeder. No interests were declared.']),
      minuted('2', [
        'The minutes of 20 May 2026 were approved. The field areas had been drawn again and would take effect on 1 July; that action was closed.',
      ]),
      minuted('3', [
        'Each director had listened to an hour of calls in the week before. Graham Lisle had heard a subscriber thank an agent for telling her that the news was bad. Ifeoma Balogun had heard the same question eleven times: when is somebody coming? Directors agreed that the appointment is the product as much as the line is.',
        'Since 1 June every complaint had been followed by a call. Of 260 people rung, 190 had been satisfied with the answer and forty had said that they would withdraw their notice.',
        action('JR', 'bring the ten sentences heard most often', '2026-09-16'),
      ]),
      minuted('4', [
        'The Chief Executive reported that 74 people had applied to be Customer Director. Interviews were on 2 July, and two subscribers from the council-to-be would sit on the panel. The annual general meeting had passed all resolutions. The generator at Port Hallow had been serviced.',
        'The college at Stennick had offered two classrooms for the training of engineers, and the works council had agreed to the new rota without a vote. Turnover of staff in planning had stopped. The lease of the second data hall at Saltby had been signed on the terms approved in the autumn.',
        'Crews would return to the moor above Fold End on 6 July. One near miss with a buried cable had been reported and the drawings corrected.',
      ]),
      minuted(
        '5',
        [
          'The Chief Financial Officer presented the term sheet. The limit would be 4.0 times earnings until June 2027 and 3.75 to December 2027, the margin 3.1%, the fee £0.26m. A dividend could not be paid while the ratio was above 3.0. The lender to infrastructure companies had withdrawn on 12 June.',
          'Advisers for the company joined by telephone and took the Board through the events of default, the information to be given each month, and the security over the ducts of the Wendle Valley. Graham Lisle tested the definitions of earnings and of exceptional costs against the forecast.',
          'Discussion lasted an hour and a quarter. The Board considered hedging of two thirds of the interest, at a cost of £0.1m a year, and agreed to it. It was RESOLVED that the term sheet be accepted and that a committee of the Chair, the Chief Executive and the Chief Financial Officer be authorised to complete the documents.',
          action('PN', 'complete the amendment with the banks', '2026-07-10'),
        ],
        { clock: '09:50' },
      ),
      minuted(
        '6',
        [
          'The re-forecast gave revenue of £43.9m and earnings of £11.7m, £0.1m better than in May. Oddenby Stores (£0.9m) had been billed in June. Disconnections were 1.6% in May and 59,000 subscribers remained. Cash was £3.1m.',
          'The bridge from May had three parts: billing of connections (£0.2m better), the fee to the banks (£0.05m worse) and wages after the July award (£0.05m worse). Capital spending was £3.7m for the half-year, £0.6m below budget, because the control room and eleven vans had been put off again. Working capital had improved by £0.4m since April.',
          'The Board reviewed the sensitivities for the covenant in each quarter to the end of 2027 and asked for a slower return of capital spending. The re-forecast was adopted.',
        ],
        { clock: '11:08' },
      ),
      minuted('7', [
        'The Sales Director tabled the billing expected from large accounts in the second half: Hallowmere Hospitals £0.4m in August, Orrin Vale Council £0.5m in October at 60%, Tregarrow Holiday Parks £0.2m for seasonal capacity. The final account of Pennaquick Logistics, £0.3m, had been paid. The table was noted.',
      ]),
      minuted(
        '8',
        [
          'This item was not reached and was deferred to 16 September. The Chair regretted that the banks had taken the time of the council, and authorised the Company Secretary to hold a first gathering in July on the draft terms.',
        ],
        { deferred: true },
      ),
      minuted('9', ['There was no other business.']),
    ],
  },
  pack: null,
}
