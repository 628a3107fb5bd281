import { action, formality, logged, minuted, pause, topic, type Meeting } from '../meeting-content.ts'
import { board2026, forPart, lowe, redfern, venn } from '../people.ts'

export const april2026: Meeting = {
  date: '2026-04-15',
  start: '13:00',
  end: '16:00',
  place: 'Foundry House, Stennick',
  secretary: lowe.name,
  agenda: {
    format: 'txt',
    timing: 'plain-lines',
    items: [
      formality('1', 'Opening, apologies and interests', 'Helen Ostrey', 5),
      formality('2', 'Minutes of 4 March 2026 and action log', 'Helen Ostrey', 10),
      topic('3', "Chief Executive's report", 'Daniel Averill', 15),
      topic('4', 'First-quarter results', 'Priya Nandakumar', 45),
      topic('5', 'Pennaquick Logistics: notice to leave', 'Marcus Venn', 20),
      topic('6', 'Disconnections in the first quarter: what we know and do not know', 'Joss Redfern', 25),
      pause('Tea', 10),
      topic('7', 'Covenant test at 31 March and the banks', 'Priya Nandakumar', 20),
      topic('8', 'Wendle Valley build programme', 'Owen Tarrant', 15),
      topic('9', 'Subscriber complaints: annual review', 'Joss Redfern', 10),
      formality('10', 'Any other business', 'Helen Ostrey', 5),
    ],
  },
  minutes: {
    format: 'docx',
    layout: 'modern',
    opened: '13:02',
    closed: '16:41',
    present: board2026,
    attending: [lowe, forPart(venn, 'items 4 and 5'), forPart(redfern, 'items 5, 6 and 9')],
    apologies: [],
    next: '2026-05-20',
    log: [
      logged('PN', 'find savings of £0.3m in the second quarter', '2026-04-15', 'Complete'),
      logged(
        'MV',
        'collect the overdue amounts of the four largest accounts',
        '2026-03-31',
        'Carried forward',
      ),
      logged('DA', 'ring the managing director of Pennaquick Logistics', '2026-04-17', 'Open'),
      logged('JR', 'interview two hundred subscribers who left since December', '2026-05-20', 'Open'),
      logged('HO', 'propose a standing place for customers on the agenda', '2026-05-20', 'Open'),
      logged('MV', 'bring the programme of customer visits', '2026-05-20', 'Open'),
    ],
    items: [
      minuted('1', ['All directors were present. No interests were declared.']),
      minuted('2', [
        'The minutes of 4 March 2026 were approved. Ifeoma Balogun had gone through the action logs since the summer. The programme of customer visits, asked for in July and carried forward in September and October, had not been completed: it had simply dropped off the log in November and nobody had noticed. It was put back.',
        action('MV', 'bring the programme of customer visits', '2026-05-20'),
      ]),
      minuted('3', [
        'The Chief Executive reported that the single organisation for field teams was working less well than he had hoped. Engineers from the valleys were being sent to the coast and did not know the ducts. Two of the eight supervisors had resigned. He would bring the areas back to the Board in May.',
        'The regulator had decided in favour of a ten-day limit for inspections of poles, from October. That would shorten the upper Wendle by about a month.',
      ]),
      minuted(
        '4',
        [
          'The Chief Financial Officer presented the results for the first quarter. Revenue was £10.7m against £10.9m in the re-forecast of January, and earnings £2.5m against £2.7m. Subscribers stood at 59,700, against 60,900 at the start of the year; disconnections had averaged 1.8% a month.',
          'Oddenby Stores had not been billed and Hallowmere Hospitals had been billed in part (£0.3m). Operating costs were £3.5m. The savings of £0.3m asked for in March had been found in training, marketing and the contract for cleaning the exchanges.',
          'The Board asked whether the full-year forecast still held. It did not: the loss of Pennaquick Logistics alone would take £0.8m from 2026 and £1.6m from a full year. A further re-forecast would be brought in May.',
        ],
        { clock: '13:30' },
      ),
      minuted(
        '5',
        [
          'The Sales Director reported that Pennaquick Logistics, a customer for eleven years, had given notice on 31 March for the end of June. The letter had two sentences and named no reason. He had learned of it from the post. The account had been weighted at 90% in January.',
          'Katrin Soeder reminded the Board that she had asked to visit Pennaquick last July and had been told twice that the time was not right. Nobody from the Board had been there in four years. She had rung their operations manager the evening before. He had told her that they lost a sorting shift in November when a line failed, that nobody rang them back, and that the next thing they received from Merrowgate was an offer of a discount for paying in advance.',
          'The directors were silent for some time. Yusuf Demirel said that the customer had told us everything except in a form that the forecast could hold. It was AGREED that the Chief Executive and Katrin Soeder would go to Pennaquick that week, not to win it back but to listen, and would report in writing.',
          action('DA', 'ring the managing director of Pennaquick Logistics and visit with KS', '2026-04-17'),
        ],
        { clock: '14:20' },
      ),
      minuted(
        '6',
        [
          'The Head of Subscriber Care said plainly that he could not explain why 3,200 subscribers had left in the quarter. Exit interviews had stopped in September when his two interviewers were moved to collections. The form on the website offered four reasons, and 71% had ticked "other".',
          'Ifeoma Balogun asked what subscribers themselves had said. He had listened to forty calls of subscribers who were leaving. Twenty-six spoke of a repair, nineteen had rung more than three times, and only nine mentioned the price before the agent did. One man had said that he was tired of being brave on the telephone.',
          'The Board had discussed the number that left at each of its last five meetings, it was noted, and the people never. It was RESOLVED that exit interviews begin again at once, with two hundred of those who have left since December, and that their words be brought to the Board before any forecast is.',
          action('JR', 'interview two hundred subscribers who left since December', '2026-05-20'),
        ],
        { clock: '14:55' },
      ),
      minuted('7', [
        'Net debt was 3.47 times earnings at 31 March, against the limit of 3.5. The banks had agreed in principle to raise the limit to 4.0 times until June 2027, for a fee of £0.25m and half a point of margin, and wanted a term sheet signed by the end of June.',
        'Cash was £2.1m, and the lowest point of the thirteen-week flow had passed. The Board was content that the talks should go on.',
      ]),
      minuted('8', [
        'The Chief Operating Officer reported that 63 of 68 kilometres were complete. The last section crossed the moor above Fold End, where ground-nesting birds would keep the crews away until July. Completion was now expected in September. The map asked for a year ago was attached.',
      ]),
      minuted('9', [
        'The annual review had waited for two meetings and was given ten minutes. Complaints had risen from 6.1 to 10.2 for every thousand lines. The same subscriber often complained three times: of the fault, of the silence, and of the bill. Fifty-five in every hundred were closed without anyone ringing the person who had complained.',
        'The Chair apologised for having put the review off. She would consider with the Company Secretary how to give customers a standing place, near the top of the agenda and not at its end.',
        action('HO', 'propose a standing place for customers on the agenda', '2026-05-20'),
      ]),
      minuted('10', ['There was no other business.']),
    ],
  },
  pack: null,
}
