import { action, formality, minuted, pause, topic, type Meeting } from '../meeting-content.ts'
import { board2025, forPart, lisle, pryce, redfern, venn, without } from '../people.ts'

export const july2025: Meeting = {
  date: '2025-07-16',
  start: '10:00',
  end: '13:00',
  place: 'Foundry House, Stennick',
  secretary: pryce.name,
  agenda: {
    format: 'pdf',
    timing: 'range-table',
    items: [
      formality('1', 'Welcome, apologies and interests', 'Chair', 5),
      formality('2', 'Minutes of 18 June 2025 and action log', 'Chair', 10),
      topic('3', "Chief Executive's report", 'Daniel Averill', 25),
      topic('4', 'Half-year results and outlook', 'Priya Nandakumar', 40),
      pause('Coffee break', 10),
      topic('5', 'Evening repair appointments: what the pilot has shown', 'Joss Redfern', 25),
      topic('6', 'Customer visits: programme for the autumn', 'Marcus Venn', 15),
      topic('7', 'Move of the data centre', 'Owen Tarrant', 20),
      topic('8', 'Risk register', 'Nesta Pryce', 20),
      formality('9', 'Any other business and close', 'Chair', 10),
    ],
  },
  minutes: {
    format: 'docx',
    layout: 'classic',
    opened: '10:03',
    closed: '13:10',
    present: without(board2025, lisle),
    attending: [pryce, forPart(redfern, 'for item 5'), forPart(venn, 'for items 4 to 6')],
    apologies: ['Graham Lisle'],
    next: '2025-09-17',
    log: [],
    items: [
      minuted('1', ['Apologies had been received from Mr Lisle. There were no declarations of interest.']),
      minuted('2', [
        'The minutes of the meeting held on 18 June 2025 were approved. The action log was reviewed; the agreement with a second contractor was signed on 9 July and that action was closed.',
      ]),
      minuted('3', [
        'Mr Averill reported that the ballot at the main contractor had ended without a strike. The upper Wendle crews had begun on 7 July. The survey of the river bed at the Orrin crossing had found a gas main which was on no plan, and the crossing would move forty metres downstream.',
        'The council at Orrin Vale had changed its political leadership in May and was reviewing every contract above £0.5m. Mr Averill did not expect the review to touch the council network, but the purchase order for the connection of its libraries had not been issued.',
        'Ms Soeder asked about morale in the warehouse after the safety report. A new supervisor had been appointed from within and near-miss reports had doubled.',
      ]),
      minuted('4', [
        'Ms Nandakumar presented the results for the half-year. Revenue was £23.8m against a budget of £24.2m and earnings were £7.1m against £7.4m. The shortfall in revenue was connection income; recurring revenue was on budget. Operating costs were held.',
        'The outlook rested on the third quarter. Of the £2.2m expected from three large accounts, none had been billed. She had discussed each with Mr Venn, who was confident of Oddenby Stores and Hallowmere Hospitals for September and less so of Orrin Vale Council.',
        'Dr Balogun asked what would happen if all three slipped. Ms Nandakumar replied that full-year earnings would fall to about £13.6m and that headroom on the covenant would be thin in December but sufficient. The Board asked for a downside case in September.',
        action('PN', 'bring a downside case for the full year', '2025-09-17'),
      ]),
      minuted('5', [
        'Mr Redfern reported on the pilot of evening appointments in Stennick. 380 subscribers had been offered a repair between five and eight; 241 had taken it. Nine in ten of them had rated it ten out of ten, and missed appointments in the pilot had fallen to two in a hundred, from eleven.',
        'Subscribers had been asked what they would otherwise have done. Sixty-two would have taken unpaid leave. A nurse at the Hallowmere had told the engineer that it was the first time in four years that a company had fitted itself to her shifts.',
        'The Board was delighted with the pilot and discussed whether to extend it to the coast. Engineers had volunteered gladly in summer; Mr Tarrant was less sure of winter. It was AGREED to extend the pilot to Port Hallow from September and to decide on the whole area when a quarter of winter had been seen.',
        action('OT', 'extend evening appointments to Port Hallow', '2025-09-17'),
      ]),
      minuted('6', [
        'Mr Venn proposed that every director should visit at least one large customer and spend half a day on calls with subscribers before Christmas. The Board supported this warmly. The Chair asked that visits have a purpose and that what was heard be brought back here, in the words of customers and not as an account of hospitality.',
        'Dr Balogun offered to return to Oddenby Stores. Ms Soeder asked to see Pennaquick Logistics, where nobody from the Board had been for three years although it was the fourth largest account.',
        action('MV', 'bring the programme of customer visits, with dates and purposes', '2025-09-17'),
      ]),
      minuted('7', [
        'Mr Tarrant described the move of the data centre from the basement of Foundry House to rented racks at Saltby. Equipment would move in four nights in October. The basement had flooded twice and the insurers had asked for the move. The old cooling plant would be scrapped.',
        'The Board asked about the plan if a night went wrong and was told that both sites would run side by side for three weeks. The move was APPROVED.',
      ]),
      minuted('8', [
        'The risk register was reviewed. The risk of a strike was lowered. Ransomware was raised after an incident at a supplier of billing software, in which none of our data was touched. Mr Averill agreed to hold an exercise with the whole executive in the autumn.',
      ]),
      minuted('9', ['There was no other business. The Chair wished all a good summer.']),
    ],
  },
  pack: null,
}
