import { action, formality, logged, minuted, pause, topic, type Meeting } from '../meeting-content.ts'
import { board2026, forPart, lisle, lowe, redfern, venn, without } from '../people.ts'

export const may2026: Meeting = {
  date: '2026-05-20',
  start: '10:00',
  end: '14:30',
  place: 'The Depot, Quay Road, Port Hallow',
  secretary: lowe.name,
  agenda: {
    format: 'docx',
    timing: 'lunch-table',
    items: [
      formality('1', 'Welcome, apologies and interests', 'Helen Ostrey', 5),
      formality('2', 'Minutes of 15 April 2026 and action log', 'Helen Ostrey', 10),
      topic('3', 'What subscribers who left have told us', 'Joss Redfern', 35),
      topic('4', 'Visits to Pennaquick Logistics and Oddenby Stores', 'Katrin Soeder', 25),
      topic('5', "Chief Executive's report", 'Daniel Averill', 20),
      topic('6', "Who answers for the whole of the customer's experience?", 'Daniel Averill', 25),
      pause('Lunch', 45),
      topic('7', 'Finance report to 30 April and re-forecast', 'Priya Nandakumar', 35),
      topic('8', 'Refinancing: options', 'Priya Nandakumar', 25),
      topic('9', 'Resilience of the Port Hallow exchange', 'Owen Tarrant', 20),
      topic('10', 'Areas of the field teams', 'Owen Tarrant', 15),
      formality('11', 'Any other business', 'Helen Ostrey', 10),
    ],
  },
  minutes: {
    format: 'pdf',
    layout: 'modern',
    opened: '10:00',
    closed: '14:38',
    present: without(board2026, lisle),
    attending: [lowe, forPart(redfern, 'items 3 to 6'), forPart(venn, 'items 4 to 6')],
    apologies: ['Graham Lisle'],
    next: '2026-06-24',
    log: [
      logged(
        'JR',
        'ring every subscriber who complains before the complaint is closed',
        '2026-06-01',
        'Open',
      ),
      logged('DA', 'advertise the post of Customer Director', '2026-06-05', 'Open'),
      logged('MV', 'bring the programme of customer visits', '2026-05-20', 'Complete'),
      logged('BL', 'draft terms for a customer council', '2026-06-24', 'Open'),
      logged('OT', 'draw the field areas again from the repairs of a year', '2026-06-24', 'Open'),
    ],
    items: [
      minuted('1', ['Apologies had been received from Graham Lisle. No interests were declared.']),
      minuted('2', [
        'The minutes of 15 April 2026 were approved. The Chair explained the new order: the first hour of every meeting now belonged to customers, and no paper with a forecast in it would be taken before the coffee had gone cold.',
      ]),
      minuted('3', [
        'The Head of Subscriber Care presented the interviews held with 204 subscribers who had left since December. He had brought recordings, with permission, and played four. Repairs came first: 118 had waited more than three days, and 96 had been given an appointment that was then moved. Sixty-three named the price increase, but most of these added that they would have paid it "if you had ever rung me back".',
        'Two voices were remembered in the discussion. A childminder at Saltby had stood in her garden for a signal for six days. A retired teacher had written four letters and received four answers, each from a different person, none of whom had read the others.',
        'The directors asked what would have kept them. Half said a call. The evening appointments stopped last October were mentioned by thirty-one households on the coast, who had planned their shifts around them. It was RESOLVED that evening appointments begin again at Port Hallow in June, and that nobody who complains has the complaint closed without a call.',
        action('JR', 'ring every subscriber who complains before the complaint is closed', '2026-06-01'),
      ]),
      minuted('4', [
        'Katrin Soeder reported on the visit to Pennaquick Logistics on 17 April. The managing director had shown them the bay that stood still in November. He would not stay, but he had been willing to explain: he had wanted one person who knew his business, and since 2023 he had had five. He offered to speak to our engineers, and has done so.',
        'Ifeoma Balogun had returned to the five branches of Oddenby Stores. The direct number given to them last summer was the one thing that they praised; in four branches the named contact had since left and not been replaced. They had delayed their order because nobody had explained why the second quotation was higher. The explanation had now been given and the order placed.',
        'The programme of visits was received from the Sales Director: each of the ten largest accounts to be seen by a director before Christmas, each with a purpose, the first Stennick Dairies on 9 June. The Board discussed what to ask, and settled on what the customer would miss if we were gone.',
      ]),
      minuted('5', [
        'The Chief Executive reported that the regulator had inspected the plan for withdrawing copper and was content with it. The works council had been elected. He had spoken with the planning team, whose turnover had stopped. Insurers had paid the remainder of the claim for the storms, £0.11m.',
      ]),
      minuted(
        '6',
        [
          'The Chief Executive answered the question put by Ifeoma Balogun in December. Nobody answers for the whole of what a customer meets: he had followed one repair through the company and counted nine hands and four systems, each of them on target. He proposed a Customer Director, on the executive, answerable for everything a subscriber or an account meets from first call to last bill.',
          'The Board discussed the goal of the post rather than its size. It was AGREED that the goal should be that eight subscribers in ten who have had a fault would choose Merrowgate again, from five in ten today, and that the pay of the whole executive should rest on it in equal part with earnings.',
          action('DA', 'advertise the post of Customer Director', '2026-06-05'),
          'Yusuf Demirel described the council of policyholders at the mutual that he had served. The Board warmly supported a council of twelve subscribers and four accounts, to be chosen by lot from those willing. Terms would be brought in June.',
          action('BL', 'draft terms for a customer council', '2026-06-24'),
        ],
        { clock: '11:40' },
      ),
      minuted(
        '7',
        [
          'The Chief Financial Officer presented the finance report. Revenue for the four months was £14.3m and earnings £3.4m. The re-forecast for the year, after the loss of Pennaquick Logistics, was revenue of £43.8m and earnings of £11.6m. Disconnections in April were 1.9%, the first month of the new prices.',
          'Costs were on budget. The evening appointments and the post of Customer Director were included at £0.2m. The report was noted and the re-forecast adopted without amendment in half an hour, which the Chair remarked upon.',
        ],
        { clock: '12:50' },
      ),
      minuted('8', [
        'Two options were compared: the amendment offered by the banks, and a new facility of £55.0m from a lender to infrastructure companies at a higher margin but without a test of earnings for two years. The Board preferred the first on cost and asked for both to be kept open until June.',
      ]),
      minuted('9', [
        'The Chief Operating Officer reported that the second power feed to the Port Hallow exchange could be built for £210,000. Since the storms the exchange had run on its generator three times. Flood doors would be fitted in July. The work was APPROVED within the capital plan.',
      ]),
      minuted('10', [
        'The areas drawn in March would be drawn again, from the ducts that each engineer knows. The rota would return to four weeks. One of the two supervisors who had resigned had agreed to stay.',
        action('OT', 'draw the field areas again from the repairs of a year', '2026-06-24'),
      ]),
      minuted('11', ['There was no other business.']),
    ],
  },
  pack: null,
}
