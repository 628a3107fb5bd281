import { action, formality, logged, minuted, pause, topic, type Meeting } from '../meeting-content.ts'
import { board2026, demirel, forPart, lowe, redfern, whitlock, without } from '../people.ts'

export const october2026: Meeting = {
  date: '2026-10-21',
  start: '09:30',
  end: '12:30',
  place: 'Foundry House, Stennick',
  secretary: lowe.name,
  agenda: {
    format: 'docx',
    timing: 'automatic-numbers',
    items: [
      formality('1', 'Opening, apologies and interests', 'Helen Ostrey', 5),
      formality('2', 'Minutes of 16 September 2026 and action log', 'Helen Ostrey', 5),
      topic('3', 'A day at Hallowmere Hospitals', 'Graham Lisle', 25),
      topic(
        '4',
        'Our ten largest accounts: who they are, who has seen them, what they are worth',
        'Amara Whitlock',
        30,
      ),
      topic('5', 'Subscriber survey 2026', 'Joss Redfern', 25),
      pause('Break', 10),
      topic('6', 'Finance report and forecast', 'Priya Nandakumar', 30),
      topic('7', 'Budget 2027: framework', 'Priya Nandakumar', 15),
      topic('8', "Chief Executive's report", 'Daniel Averill', 15),
      topic('9', 'Apprentices in the field teams', 'Owen Tarrant', 10),
      formality('10', 'Any other business', 'Helen Ostrey', 10),
    ],
  },
  minutes: {
    format: 'docx',
    layout: 'modern',
    opened: '09:31',
    closed: '12:28',
    present: without(board2026, demirel),
    attending: [lowe, forPart(whitlock, 'items 3 to 5'), forPart(redfern, 'item 5')],
    apologies: ['Yusuf Demirel'],
    next: '2026-12-09',
    log: [
      logged('AW', 'answer each of the five requests of the Council in writing', '2026-10-09', 'Complete'),
      logged('AW', 'name an owner for Orrin Vale Council and three other accounts', '2026-11-30', 'Open'),
      logged('JR', 'ask what keeps subscribers of ten years and more', '2026-12-09', 'Open'),
      logged('PN', 'show the margin of each large account in the budget', '2026-12-09', 'Open'),
      logged('OT', 'cost the second phase with a map', '2026-12-09', 'Open'),
    ],
    items: [
      minuted('1', ['Apologies had been received from Yusuf Demirel. No interests were declared.']),
      minuted('2', [
        'The minutes of 16 September 2026 were approved. The five requests of the Customer Council had been answered on 7 October: four were granted with dates and the fifth, the name of the engineer, was granted for repairs and not yet for new lines.',
      ]),
      minuted('3', [
        'Graham Lisle, who had asked to go in the year in which he had weighed the hospitals at 70%, spent 6 October at the Hallowmere. He followed a porter, a radiographer and the switchboard. The radiographer showed him that an image takes eleven seconds to open and that she opens three hundred in a shift. She had never known whom to tell.',
        'The matron of the day unit thanked Merrowgate for the engineer whom the unit now knows. She asked that he be told when a ward moves, because he finds out last. The head of estates would like us to sit in his planning meeting twice a year, which the Board accepted with pleasure.',
        'Directors discussed what other accounts might be putting up with in silence. It was AGREED that each visit should include an hour beside somebody who uses the line and not only with those who sign for it.',
        action(
          'AW',
          'find out why images open slowly at the Hallowmere and tell the radiographers',
          '2026-11-13',
        ),
      ]),
      minuted(
        '4',
        [
          'The Customer Director presented the ten largest accounts on one page: what each does, who answers for it, when a director last saw it, when one will next, what it has asked for, and what is earned from it. Eight of the ten had been visited since April. Orrin Vale Council and a chain of garden centres had not been seen for two years and had no owner.',
          'Oddenby Stores had asked for a spare path to the tills of its twelve busiest shops and was ready to pay for it. Tregarrow Holiday Parks had told its own trade meeting that Merrowgate had put an engineer on its largest site for the first week of August; two other parks had rung in consequence.',
          'The Board discussed why an account should choose Merrowgate over a national competitor. The answer given by the accounts themselves was that somebody comes. Katrin Soeder said that this was a promise that could be broken, and asked for it to be measured.',
          action('AW', 'name an owner for Orrin Vale Council and three other accounts', '2026-11-30'),
        ],
        { clock: '10:05' },
      ),
      minuted('5', [
        'The Head of Subscriber Care presented the survey, to which 5,120 households and 701 businesses had replied. Overall satisfaction was 7.6 out of 10, from 7.4. Being kept informed when something goes wrong had risen from 5.2 to 7.0, the largest change to any answer since the survey began.',
        'In their own words, subscribers spoke of being rung. "A man called to ask if it was still working. I nearly cried," one had written. Others were still unhappy: people in flats wait longer than people in houses, as they did eighteen months ago, and the line added to the booking message had not helped.',
        'The Board asked what keeps those who have stayed for ten years and more. Nobody had ever asked them.',
        action('JR', 'ask what keeps subscribers of ten years and more', '2026-12-09'),
      ]),
      minuted(
        '6',
        [
          'The Chief Financial Officer presented the finance report. Revenue for nine months was £33.0m and earnings £8.8m; the forecast for the year was unchanged at £44.2m and £11.9m. Cash was £4.3m and net debt 3.2 times earnings. Subscribers stood at 59,750 and disconnections at 1.1%.',
          'Orrin Vale Council (£0.5m) was now expected in November. The report was noted in twenty-five minutes.',
        ],
        { clock: '11:05' },
      ),
      minuted('7', [
        'The framework for the budget assumed revenue growth of 2 to 3%, earnings of £12.6m and capital of £9.0m. The Board asked for the margin of each large account to be shown, and for the cost of serving it, so that it could see which relationships earn their keep.',
        action('PN', 'show the margin of each large account in the budget', '2026-12-09'),
      ]),
      minuted('8', [
        'The Chief Executive reported that the second power feed at Port Hallow had been tested. A tender for vans had been let. The regulator would publish its review of regional networks in January. He reminded directors that the pay of the executive now rested in half on whether customers would choose the company again.',
      ]),
      minuted('9', [
        'The Chief Operating Officer introduced two apprentices, who described their first weeks. The scheme would take ten people in 2027 and had been accredited by the college at Stennick.',
      ]),
      minuted('10', [
        'The Chair noted that in December the evaluation of the Board would ask once more how its time had been spent, and that this time somebody had counted.',
      ]),
    ],
  },
  pack: null,
}
