import { action, formality, minuted, pause, topic, type Meeting } from '../meeting-content.ts'
import { board2025, forPart, pryce, redfern, soeder, venn, without } from '../people.ts'
import { packJune2025 } from './2025-06-pack.ts'

export const june2025: Meeting = {
  date: '2025-06-18',
  start: '09:30',
  end: '12:30',
  place: 'The Depot, Quay Road, Port Hallow',
  secretary: pryce.name,
  agenda: {
    format: 'docx',
    timing: 'duration-table',
    items: [
      formality('1', 'Apologies, interests and quorum', 'Chair', 5),
      formality('2', 'Minutes of 14 May 2025 and matters arising', 'Chair', 10),
      topic('3', "Chief Executive's report", 'Daniel Averill', 20, { paper: 'Paper A' }),
      topic('4', 'Subscriber survey 2025: what subscribers said', 'Joss Redfern', 40, { paper: 'Paper B' }),
      topic('5', 'Why subscribers leave: exit interviews', 'Joss Redfern', 20, { paper: 'Paper C' }),
      pause('Break', 10),
      topic('6', 'Finance report to 31 May', 'Priya Nandakumar', 25, { paper: 'Paper D' }),
      topic('7', 'Street works: programme for the second half', 'Owen Tarrant', 20, { paper: 'Paper E' }),
      topic('8', 'Pay and grading review', 'Daniel Averill', 15),
      topic('9', 'Tregarrow Holiday Parks: what they want from a new agreement', 'Marcus Venn', 10),
      formality('10', 'Any other business and date of next meeting', 'Chair', 5),
    ],
  },
  minutes: {
    format: 'pdf',
    layout: 'classic',
    opened: '09:30',
    closed: '12:38',
    present: without(board2025, soeder),
    attending: [pryce, forPart(redfern, 'for items 4 and 5'), forPart(venn, 'for item 9')],
    apologies: ['Katrin Soeder'],
    next: '2025-07-16',
    log: [],
    items: [
      minuted('1', [
        'Apologies had been received from Ms Soeder. A quorum was present. No interests were declared.',
      ]),
      minuted('2', [
        'The minutes of the meeting held on 14 May 2025 were approved. Mr Tarrant confirmed that the direct numbers for the branches of Oddenby Stores were printed and would go out in the week of 23 June.',
      ]),
      minuted('3', [
        'Mr Averill reported that the Port Hallow depot had opened on time and thanked the directors for meeting there. The answer to the consultation on poles and ducts had been sent on 11 June. The Head of Planning would start on 1 September.',
        'He drew attention to a trade union ballot at the main civil engineering contractor. If it led to a strike in July, about three weeks of the Wendle Valley programme were exposed. The Board asked for a fallback with a second contractor.',
        action('OT', 'agree terms with a second civil engineering contractor', '2025-07-16'),
      ]),
      minuted('4', [
        'Mr Redfern presented the survey of subscribers, to which 4,310 households and 612 small businesses had replied. Overall satisfaction was 7.4 out of 10, unchanged. Satisfaction with the line itself was 8.3; with being kept informed when something goes wrong it was 5.2, the lowest answer to any question in five years of asking.',
        'He read aloud twelve of the free answers, chosen by lot. Seven were about waiting in for an engineer. One subscriber had written that she trusted the network and did not trust the company. The Chair asked the Board to be silent for a moment with that sentence before discussing it.',
        'Dr Balogun said that the pattern was the same as at Oddenby Stores: people forgave a fault and did not forgive silence. Mr Averill agreed. It was RESOLVED that a promise be made to every subscriber: a message within one hour of a fault being known, another when the engineer sets out, and a call the next day.',
        'The Board discussed how the needs of older subscribers differed. A third of those over seventy had asked for a telephone call rather than a text message. The promise would be offered in both ways.',
        action('JR', 'publish the promise to subscribers and report how often it is kept', '2025-09-17'),
      ]),
      minuted('5', [
        'Sixty subscribers who had left in the spring had been interviewed by telephone. Nineteen had moved house. Of the others, most had first thought of leaving after a repair that went badly, and had been tempted by a price only afterwards. Price was the reason they gave; the repair was the reason they told once they were asked twice.',
        'Mr Lisle asked how many could have been kept. Mr Redfern thought about half, had somebody rung them. The Board asked for the interviews to become a habit and to be brought every quarter, with the words of those who left.',
        action('JR', 'report every quarter on why subscribers leave', '2025-09-17'),
      ]),
      minuted('6', [
        'Ms Nandakumar presented the finance report. Revenue for the five months was £19.9m against a budget of £20.1m. Earnings of £6.0m were £0.1m below budget because of overtime in field operations. Cash was £5.8m.',
        'She noted that the half-year would depend on the timing of connection work for three large accounts, which together were worth £2.2m. She expected all three before the end of September and had left the full-year forecast unchanged. The report was NOTED.',
      ]),
      minuted('7', [
        'The Board considered the programme of street works for the second half: 27 kilometres in the upper Wendle, the ring at Stennick, and the crossing of the Orrin. Permits had been granted for all but the crossing, for which the harbour authority wanted a further survey of the river bed.',
        'Capital of £3.1m was within the approved plan and no further approval was sought. The programme was AGREED.',
      ]),
      minuted('8', [
        'Mr Averill outlined the review of pay and grading. The present scheme had fourteen grades and would have six. No salary would fall. Engineers who qualify on both copper and fibre would move up a grade. The cost would be about £0.3m in a full year and would be met from the pay budget.',
      ]),
      minuted('9', [
        'Mr Venn reported that he and the engineer for the coast had spent a day with the operations manager of Tregarrow Holiday Parks. Tregarrow had two wishes for a new agreement: capacity that follows the season, and somebody on site at the start of the school holidays. Its guests now judged a park first by the connection. A proposal in those terms would go to Tregarrow in July.',
      ]),
      minuted('10', ['There was no other business. The Board would next meet on 16 July 2025.']),
    ],
  },
  pack: packJune2025,
}
