import { action, formality, logged, minuted, pause, topic, type Meeting } from '../meeting-content.ts'
import { board2026, forPart, lowe, tarrant, venn, without } from '../people.ts'

export const march2026: Meeting = {
  date: '2026-03-04',
  start: '09:30',
  end: '13:00',
  place: 'Foundry House, Stennick',
  secretary: lowe.name,
  agenda: {
    format: 'odt',
    timing: 'purpose-table',
    items: [
      formality('1', 'Opening, apologies and interests', 'Chair', 5),
      formality('2', 'Minutes of 21 January 2026 and action log', 'Chair', 10),
      topic('3', "Chief Executive's report", 'Daniel Averill', 15, { purpose: 'information' }),
      topic('4', 'Annual accounts 2025 and going concern', 'Priya Nandakumar', 40, { purpose: 'decision' }),
      topic('5', "Auditor's report", 'Graham Lisle', 15, { purpose: 'noting' }),
      topic('6', 'Re-forecast for 2026: two months and ten', 'Priya Nandakumar', 30, { purpose: 'decision' }),
      pause('Break', 10),
      topic('7', 'Overdue accounts and collections', 'Priya Nandakumar', 20, { purpose: 'discussion' }),
      topic('8', 'One organisation for the field teams', 'Daniel Averill', 25, { purpose: 'discussion' }),
      topic('9', 'Subscriber complaints: annual review', 'Joss Redfern', 20, {
        purpose: 'discussion',
        deferredTo: '2026-04-15',
      }),
      topic('10', 'Notice of the annual general meeting', 'Beatrix Lowe', 10, { purpose: 'decision' }),
      formality('11', 'Any other business', 'Chair', 10),
    ],
  },
  minutes: {
    format: 'pdf',
    layout: 'modern',
    opened: '09:33',
    closed: '13:16',
    present: without(board2026, tarrant),
    attending: [lowe, forPart(venn, 'items 6 and 7')],
    apologies: ['Owen Tarrant'],
    next: '2026-04-15',
    log: [
      logged('PN', 'set out the four forecasts of 2025 on one page', '2026-03-04', 'Complete'),
      logged('PN', 'sign the letter to the banks', '2026-01-30', 'Complete'),
      logged('JR', 'bring an annual review of complaints', '2026-04-15', 'Carried forward'),
      logged('JR', 'report on why subscribers leave', '2026-04-15', 'Carried forward'),
      logged('DA', 'report on the first month of the single field organisation', '2026-05-20', 'Open'),
    ],
    items: [
      minuted('1', ['Apologies had been received from Owen Tarrant. No interests were declared.']),
      minuted('2', [
        'The minutes of 21 January 2026 were approved. The annual review of complaints was deferred to 15 April to leave room for the accounts.',
      ]),
      minuted('3', [
        'The Chief Executive reported that the contractor had returned to the upper Wendle on 2 March. Batteries had been replaced in the six oldest cabinets at a cost of £48,000. The answer on copper had been acknowledged by the regulator, which would visit in May.',
        'Two members of the planning team had joined a competitor. A works council election would be held in April. The Chief Executive asked directors to keep clear of the press, after an article on the finances of regional networks which had named the company.',
      ]),
      minuted(
        '4',
        [
          'The Chief Financial Officer presented the annual accounts. Revenue was £45.7m, earnings £12.2m and the loss before tax £0.9m after an impairment of £0.3m. Net debt was £41.5m, 3.4 times earnings. The figures were unchanged from the outturn seen in January.',
          'Directors considered going concern at length. The model ran to June 2027. In its base case the covenant was met at each test with headroom of £0.3m at the lowest; in a severe but plausible case it was breached in September 2026 unless the amendment was granted. The accounts would disclose a material uncertainty if no letter had come from the banks before signing.',
          'Katrin Soeder asked what made the severe case severe. It assumed 200 more disconnections a month and the loss of one large account. RESOLVED that the accounts be approved for signature by the Chair and the Chief Financial Officer, subject to the letter.',
        ],
        { clock: '10:05' },
      ),
      minuted('5', [
        'Graham Lisle introduced the report of the auditor. Materiality had been £0.4m. There were two unadjusted differences, together £0.1m, and one recommendation of high priority, on the approval of manual journals. The Audit Committee had recommended reappointment. The report was noted.',
      ]),
      minuted(
        '6',
        [
          'The re-forecast for the year took two months of actual figures and ten of forecast. Revenue was £44.9m (budget £46.1m) and earnings £12.1m (budget £13.0m). Subscribers had fallen to 60,200, and disconnections were 1.7% in February. The price increase of 1 April was kept at its full value.',
          'Directors debated the weight of Oddenby Stores, which had gone from 60% in March to 50% in May, and of Hallowmere Hospitals, now 80% in April. Yusuf Demirel, at his first meeting, asked what the subscribers who left had said. The Chief Financial Officer replied that the model did not hold that. The Sales Director did not know. The Chair proposed to return to it in April.',
          'The re-forecast was adopted. Savings of £0.3m were asked for in the second quarter.',
          action('PN', 'find savings of £0.3m in the second quarter', '2026-04-15'),
        ],
        { clock: '11:00' },
      ),
      minuted('7', [
        'Overdue accounts had risen to £1.4m, of which £0.5m was more than ninety days old. Four large accounts made up £0.9m: Pennaquick Logistics £0.4m, Orrin Vale Council £0.3m, Marlspit Foods £0.1m, and one other. Small businesses owed £0.3m and households £0.2m.',
        'A second collector would be engaged and late-payment charges billed from April. Pennaquik Logistics was said to be withholding payment in a dispute over credits; the amount was provided for at half. The Board asked for collections to be reported weekly.',
        action('MV', 'collect the overdue amounts of the four largest accounts', '2026-03-31'),
      ]),
      minuted('8', [
        'The Chief Executive described the single organisation for field teams that had begun on 1 March. Three depots became two, eleven supervisors became eight, and vans were pooled. Four people had left with compensation. He expected to save £0.4m in a full year. The rota would change from four weeks to six.',
        'Ifeoma Balogun asked who had drawn the new areas; they had been drawn by distance. The Board asked for a report after the first month.',
        action('DA', 'report on the first month of the single field organisation', '2026-05-20'),
      ]),
      minuted('9', ['Deferred to 15 April 2026.'], { deferred: true }),
      minuted('10', [
        'The notice of the annual general meeting, to be held at Foundry House on 3 June 2026, was approved. Helen Ostrey and Graham Lisle would retire and offer themselves for re-election.',
      ]),
      minuted('11', ['There was no other business.']),
    ],
  },
  pack: null,
}
