import { action, formality, minuted, pause, topic, type Meeting } from '../meeting-content.ts'
import { board2025, forPart, pryce, soeder, venn, without } from '../people.ts'

export const october2025: Meeting = {
  date: '2025-10-22',
  start: '09:30',
  end: '12:30',
  place: 'by video',
  secretary: pryce.name,
  agenda: {
    format: 'md',
    timing: 'short-bullets',
    items: [
      formality('1', 'Opening, interests, minutes of 17 September', 'H. Ostrey', 10),
      topic('2', "Chief Executive's report", 'D. Averill', 20),
      topic('3', 'Third-quarter results', 'P. Nandakumar', 35),
      topic('4', 'Large-account pipeline and billing dates', 'M. Venn', 30),
      topic('5', 'Cash flow by week', 'P. Nandakumar', 20),
      pause('Break', 10),
      topic('6', 'Covenant headroom', 'P. Nandakumar', 15),
      topic('7', 'Visit to Hallowmere Hospitals', 'I. Balogun', 20),
      topic('8', 'Cyber security exercise', 'O. Tarrant', 15),
      formality('9', 'Any other business', 'H. Ostrey', 5),
    ],
  },
  minutes: {
    format: 'md',
    layout: 'plain',
    opened: '09:31',
    closed: '12:36',
    present: without(board2025, soeder),
    attending: [pryce, forPart(venn, 'for items 3 to 5')],
    apologies: ['Katrin Soeder'],
    next: '2025-11-19',
    log: [],
    items: [
      minuted('1', [
        'Apologies had been received from Ms Soeder. No interests were declared. The minutes of the meeting held on 17 September 2025 were approved. The programme of customer visits and the report on why subscribers leave were carried forward, Mr Venn and Mr Redfern having been asked to give priority to the forecast.',
        action('MV', 'bring the programme of customer visits', '2025-11-19'),
        action('JR', 'report on why subscribers leave', '2025-11-19'),
      ]),
      minuted('2', [
        'Mr Averill reported that the data centre had been moved in four nights, the third of which had to be abandoned and repeated. Both sites were still running. The Orrin crossing had been drilled on 14 October without incident, and 58 kilometres of the Wendle Valley were complete.',
        'The freeze on recruitment had been taken badly in the planning team, where two posts had been offered before it was announced. Mr Averill had honoured both offers. He expected to bring a proposal on the structure of the executive early in the new year.',
      ]),
      minuted('3', [
        'Ms Nandakumar presented results for the third quarter. Revenue was £11.4m against a revised forecast of £11.5m, and earnings were £3.2m against £3.4m. For nine months revenue was £35.2m and earnings £10.3m. Weekend rates for contractors had continued through September.',
        'The bridge requested in September showed that connection income explained two thirds of the shortfall against budget and margin the remainder. The Board discussed the treatment of capitalised labour, the accrual for storm damage and the phasing of depreciation on Port Hallow.',
        'Mr Lisle asked why recurring revenue was £0.1m below a forecast only five weeks old. Ms Nandakumar said that disconnections had been 1.3% in the month against 1.2% assumed. The results were NOTED.',
      ]),
      minuted('4', [
        'Mr Venn took the Board through the pipeline account by account. Oddenby Stores was still expected in November but had asked for a new quotation, so its weight was lowered from 80% to 60%. Hallowmere Hospitals remained in December at 70%. Orrin Vale Council was taken out of the year. The weighted value was £1.0m.',
        'Mr Venn expected no difficulty with any of them. In his view large customers prefer a discount to a conversation, and business customers do not mind who mends a line so long as it is mended.',
        'The Board discussed what might be billed early to make good the gap. Stennick Dairies could be invoiced for the first stage of its ring (£0.2m), and Pennaquick Logistics for a year in advance if it were offered a discount of 5%, which would bring £1.5m of cash and take £0.1m from revenue.',
        'It was AGREED to make that offer to Pennaquick Logistics before the year end.',
        action('MV', 'offer Pennaquick Logistics a discount for payment in advance', '2025-10-31'),
      ]),
      minuted('5', [
        'Ms Nandakumar presented the cash flow by week. The lowest point was £1.9m in the second week of December, after the interest payment. Suppliers were being paid at 45 days in place of 30. Drawings under the revolving facility would reach £3.0m of the £8.0m available.',
        'The Board asked for the weekly forecast to be sent to all directors each Monday. Ms Nandakumar explained the sensitivity to collections: a week on the average debtor was worth £0.7m.',
        action('PN', 'send the cash flow by week to directors each Monday', null),
      ]),
      minuted('6', [
        'At the end of September net debt stood at 3.0 times earnings. On the present forecast the ratio would be 3.3 in December and 3.4 in March against 3.5. The Board asked for an early and informal word with the agent bank, to be led by the Chief Financial Officer.',
      ]),
      minuted('7', [
        'Dr Balogun reported on the day that she had spent at Hallowmere Hospitals on 9 October. She had been asked by the matron of the day unit why Merrowgate sends a different engineer each time and why none of them knows which corridor must not be closed. Staff keep a handwritten map for our engineers at the reception desk.',
        'The new head of estates had told her that the works were not delayed by his review. He was waiting for an answer from Merrowgate to a question about night working that he had put in July. Mr Venn undertook to find it. The Board thanked Dr Balogun. The item was shortened for want of time.',
        action('MV', 'answer the question of Hallowmere Hospitals about night working', '2025-10-29'),
      ]),
      minuted('8', [
        'Mr Tarrant reported on the exercise held on 2 October, in which the executive had played through the loss of the billing system. The plan had held up for the first day and not for the third. Paper copies of the contact lists were out of date. A second exercise would be held in March.',
      ]),
      minuted('9', ['There was no other business.']),
    ],
  },
  pack: null,
}
