import { action, formality, logged, minuted, topic, type Meeting } from '../meeting-content.ts'
import { balogun, board2025, forPart, pryce, venn, without } from '../people.ts'

export const december2025: Meeting = {
  date: '2025-12-17',
  start: '10:00',
  end: '13:00',
  place: 'Foundry House, Stennick',
  secretary: pryce.name,
  agenda: {
    format: 'docx',
    timing: 'brackets',
    items: [
      formality('1', 'Welcome and apologies', 'Chair', 5),
      formality('2', 'Minutes of the meeting held on 19 November 2025', 'Chair', 5),
      topic('3', "Chief Executive's report", 'Daniel Averill', 15),
      topic('4', 'Budget 2026 for approval', 'Priya Nandakumar', 45),
      topic('5', 'Bank covenants and request for amendment', 'Priya Nandakumar', 30),
      topic('6', 'Price of household lines from 1 April: income by group of subscribers', 'Marcus Venn', 20),
      topic('7', 'Lease of Foundry House', 'Nesta Pryce', null),
      topic('8', 'Evaluation of the Board', 'Chair', null),
      topic('9', 'Subscriber service report, for noting', null, null),
      formality('10', 'Any other business', 'Chair', null),
    ],
  },
  minutes: {
    format: 'docx',
    layout: 'classic',
    opened: '10:00',
    closed: '13:22',
    present: without(board2025, balogun),
    attending: [pryce, forPart(venn, 'for items 4 to 6')],
    apologies: ['Dr Ifeoma Balogun'],
    next: '2026-01-21',
    log: [
      logged(
        'MV',
        'table the twenty largest accounts by revenue, probability and date',
        '2025-12-17',
        'Complete',
      ),
      logged('JR', 'report on why subscribers leave', '2026-01-21', 'Carried forward'),
      logged('PN', 'open talks with the agent bank', '2025-12-31', 'Open'),
    ],
    items: [
      minuted('1', ['Apologies had been received from Dr Balogun, who had sent comments on items 8 and 9.']),
      minuted('2', [
        'The minutes of the meeting held on 19 November 2025 were approved as a correct record.',
      ]),
      minuted('3', [
        'Mr Averill reported that the second data centre site had been switched off on 1 December. The planning team had lost a third member to a competitor in the south. He proposed to bring the field teams of the coast and the valleys under one manager and would report on it in March.',
        'The regulator had written to every regional network asking for plans to withdraw the last copper lines. Merrowgate had 2,900 of them, most in the upper valleys. Mr Tarrant would prepare an answer.',
        action('OT', 'answer the regulator on the withdrawal of copper', '2026-01-30'),
      ]),
      minuted('4', [
        'Ms Nandakumar presented three versions of the budget. The middle version gave revenue of £46.1m, operating costs of £14.4m and earnings of £13.0m, with capital of £8.2m. Result for November had been £0.2m of revenue below the second re-forecast; the outturn for 2025 was now expected to be about £45.9m and £12.3m.',
        'The Board discussed the versions for an hour. Mr Lisle preferred the lowest as a basis for the bank. Ms Soeder thought that a budget which nobody believed in would do harm, whichever way it erred. Costs were reviewed by department once more and £0.2m was taken from marketing and £0.1m from training.',
        'It was RESOLVED that the middle version be approved as the budget for 2026 with those changes, and that a re-forecast be brought in January when the outturn was known.',
        action('PN', 'bring a re-forecast for the first quarter', '2026-01-21'),
      ]),
      minuted('5', [
        'Net debt was expected to stand at 3.4 times earnings on 31 December and to reach 3.5, the limit, at the end of March. Ms Nandakumar proposed to ask the banks for a limit of 4.0 times until June 2027. The fee would be about £0.25m and the margin would rise by half a point.',
        'The Board considered the alternatives: a sale of the Saltby masts, a delay of capital spending, and new equity. It was AGREED that talks be opened with the agent bank before Christmas and that an adviser be appointed at a cost of not more than £90,000.',
        action('PN', 'open talks with the agent bank', '2025-12-31'),
      ]),
      minuted('6', [
        'Mr Venn presented the income expected from an increase in the price of household lines. At 4.9% it was worth £1.3m in 2026: £0.8m from subscribers on the standard line, £0.4m from those on the fast line and £0.1m from small businesses. Subscribers still within a fixed term, 22% of the base, were left out.',
        'The Board took it that subscribers want a faster line and will pay for it.',
        'The Board discussed the number that might be lost. Each hundred disconnections cost £41,000 in a full year; up to 1,900 could be lost before the increase failed to pay. An increase of 4.9% from 1 April 2026 was APPROVED.',
      ]),
      minuted('7', [
        'Ms Pryce reported that the landlord had offered five more years at the present rent with a break after three. The roof would be mended at his cost. The Board APPROVED the renewal.',
      ]),
      minuted('8', [
        'The Chair summarised the answers to the evaluation. Directors rated the quality of debate highly, and the balance of subjects less so. Asked how much of the time of the Board went on customers, directors had answered between 20% and 40%. In a written comment Dr Balogun had put it at nearer 10% since the summer and had asked that somebody count.',
        'The Chair observed that the autumn had been exceptional. The Board AGREED to return to the balance of its agenda when the forecast had settled.',
      ]),
      minuted('9', [
        'The report was NOTED without discussion. Dr Balogun had asked in writing why complaints had risen in each of the last four reports and who was answerable for bringing them down. It was agreed to take her question in January.',
      ]),
      minuted('10', ['The Board thanked Ms Pryce for nineteen years of service and wished her well.']),
    ],
  },
  pack: null,
}
