import { action, formality, logged, minuted, pause, topic, type Meeting } from '../meeting-content.ts'
import { board2026, forPart, lowe, redfern, venn, whitlock } from '../people.ts'
import { packSeptember2026 } from './2026-09-pack.ts'

export const september2026: Meeting = {
  date: '2026-09-16',
  start: '09:30',
  end: '13:00',
  place: 'Market Hall, Wendle',
  secretary: lowe.name,
  agenda: {
    format: 'pdf',
    timing: 'range-lines',
    items: [
      formality('1', 'Opening and interests', 'Helen Ostrey', 5),
      formality('2', 'Minutes of 24 June 2026 and action log', 'Helen Ostrey', 10),
      topic('3', 'Customer Council: first report', 'Amara Whitlock', 30, { paper: 'Paper 1' }),
      topic('4', 'First weeks of the Customer Director', 'Amara Whitlock', 30, { paper: 'Paper 2' }),
      pause('Coffee', 15),
      topic('5', 'Complaints: what has changed', 'Joss Redfern', 20, { paper: 'Paper 3' }),
      topic('6', "Chief Executive's report", 'Daniel Averill', 15, { paper: 'Paper 4' }),
      topic('7', 'Half-year results and forecast', 'Priya Nandakumar', 45, { paper: 'Paper 5' }),
      topic('8', 'Wendle Valley: completion and second phase', 'Owen Tarrant', 20, { paper: 'Paper 6' }),
      topic('9', 'Climate disclosures', 'Beatrix Lowe', 10),
      formality('10', 'Any other business', 'Helen Ostrey', 10),
    ],
  },
  minutes: {
    format: 'pdf',
    layout: 'modern',
    opened: '09:30',
    closed: '13:04',
    present: board2026,
    attending: [
      lowe,
      forPart(whitlock, 'items 3 to 5'),
      forPart(redfern, 'items 3 to 5'),
      forPart(venn, 'items 3 to 7'),
    ],
    apologies: [],
    next: '2026-10-21',
    log: [
      logged('AW', 'answer each of the five requests of the Council in writing', '2026-10-09', 'Open'),
      logged(
        'AW',
        'bring the ten largest accounts with owner, last visit and next visit',
        '2026-10-21',
        'Open',
      ),
      logged('JR', 'bring the ten sentences heard most often', '2026-09-16', 'Complete'),
      logged('PN', 'complete the amendment with the banks', '2026-07-10', 'Complete'),
      logged('OT', 'cost the second phase with a map', '2026-12-09', 'Open'),
    ],
    items: [
      minuted('1', [
        'The Chair welcomed Amara Whitlock, who took up the post of Customer Director on 3 August. No interests were declared.',
      ]),
      minuted('2', [
        'The minutes of 24 June 2026 were approved. The amendment with the banks was completed on 9 July.',
      ]),
      minuted(
        '3',
        [
          'Two members of the Customer Council, a childminder from Saltby and the office manager of a dairy, presented its first report with the Customer Director. The Council had met twice in July and September: twelve subscribers and four accounts, chosen by lot from 640 who had offered.',
          'They made five requests. Tell us before you dig in our street. Give us the name of the engineer. Stop sending a bill in the week of a fault. Answer letters once, properly. Let a neighbour report for a neighbour. The childminder said that she had expected to be thanked and had been asked, which was better.',
          'The directors questioned them for twenty minutes about what they would give up in return. They would accept a later appointment if it was kept. It was RESOLVED that all five requests be answered in writing within three weeks, with a date for each that is granted and a reason for each that is not. The terms of the Council, put off in June, were approved.',
          action('AW', 'answer each of the five requests of the Council in writing', '2026-10-09'),
        ],
        { clock: '09:42' },
      ),
      minuted(
        '4',
        [
          'The Customer Director described her first weeks. She had ridden with engineers for six days, sat with billing for two, and visited Oddenby Stores, Stennick Dairies and Hallowmere Hospitals. The handwritten map at the reception desk of the hospital had been copied into our own system, and the day unit now has an engineer whom it knows by name.',
          'She saw three needs that differ: households want to be told, small businesses want to be back before opening, and large accounts want one person who stays. Stennick Dairies, due for renewal this month, had renewed for four years after a conversation in which price was not mentioned.',
          'The Board discussed her goal and her authority. Of subscribers who had a fault in the summer, 63 in every hundred would choose Merrowgate again, from 51 in the spring. She asked for the right to stop a bill and was given it.',
          action('AW', 'bring the ten largest accounts with owner, last visit and next visit', '2026-10-21'),
        ],
        { clock: '10:20' },
      ),
      minuted('5', [
        'The Head of Subscriber Care reported that complaints had fallen from 10.2 to 7.1 for every thousand lines, and repairs from 4.6 days to 2.9. Every complaint is followed by a call. The sentence heard most often is no longer "when is somebody coming" but "why did it fail again", which he took for progress.',
        'Households in the upper Wendle still wait longest, because the nearest engineer lives an hour away. Evening appointments are offered everywhere from October. Ifeoma Balogun asked who was still angry. He named four streets in Saltby and would go there himself.',
      ]),
      minuted('6', [
        'The Chief Executive reported that the last duct in the Wendle Valley had been laid on 4 September. The field areas drawn in July were working, and turnover of staff for the year was 9%. A second exercise on the loss of the billing system had gone well. Eight apprentices had started.',
      ]),
      minuted(
        '7',
        [
          'The Chief Financial Officer presented the half-year and the forecast. Revenue for six months was £21.8m and earnings £5.6m. The forecast for the year was revenue of £44.2m and earnings of £11.9m, £0.2m above June. Cash was £4.0m and net debt 3.3 times earnings against the new limit of 4.0.',
          'Subscribers had risen to 59,400, the first increase in fourteen months; disconnections were 1.2% in August. Large-account billing was in line. Graham Lisle noted that this was the first forecast in a year to be raised and asked that it not become a habit to look at little else.',
          'The Board discussed interest hedging, the phasing of capital spending and the reserve for the legacy cooling plant. The results were approved for release.',
        ],
        { clock: '11:45' },
      ),
      minuted('8', [
        'The Chief Operating Officer reported the completion of all 68 kilometres at £14.9m, £0.7m over the first estimate. A second phase towards Hanger and Fold would be 22 kilometres. The Board asked for costs and a map in December, and for the order of villages to be discussed with the people who live in them.',
        action('OT', 'cost the second phase with a map', '2026-12-09'),
      ]),
      minuted('9', [
        'The Company Secretary described the disclosures on climate due with the next accounts. Emissions from vans had been measured for the first time. The plan was noted.',
      ]),
      minuted('10', ['There was no other business. The Chair thanked the Market Hall for its hospitality.']),
    ],
  },
  pack: packSeptember2026,
}
