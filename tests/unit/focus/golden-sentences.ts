import type { Focus } from '../../../shared/model/focus.ts'

interface GoldenSentence {
  focus: Focus
  item: string
  text: string
}

/** Clear cases in our own words, none of them trained on. */
export const GOLDEN_SENTENCES: GoldenSentence[] = [
  ...under('customer', [
    [
      'Complaints',
      'Complaints about late repairs doubled in the quarter and tenants say that nobody rings them back.',
    ],
    [
      'Customer survey',
      'In the annual survey customers praised our fitters and disliked the waiting time on the telephone.',
    ],
    [
      'Client visit',
      'The directors visited the client in Leeds, who told them that deliveries arrive too late in the day.',
    ],
    [
      'Service',
      'Passengers now wait nineteen minutes for a bus at the hospital stop, which they find far too long.',
    ],
    [
      'Patient story',
      'The patient described how she was moved between four wards at night and not told why.',
    ],
    ['', 'Members told the committee that they want longer opening hours at weekends.'],
    ['Public comment', 'A resident said that the water had tasted of chlorine since May and asked for help.'],
    [
      'Customer experience',
      'Agreed to appoint a director who is answerable for the whole of the customer experience.',
    ],
  ]),
  ...under('customer-in-numbers', [
    [
      'Forecast',
      'Two large customers have slipped their orders into the fourth quarter, taking £2.1m out of the forecast.',
    ],
    ['Membership', 'Membership grew 3% to 4,210 and subscription income was £18,000 above budget.'],
    ['Revenue by customer', 'Revenue from the top five customers was $14.2 million, 38% of sales.'],
    ['Box office', 'Ticket sales reached 61% of capacity, bringing in £88,000 against a target of £112,000.'],
    ['Ridership', 'Ridership fell 6% to 41,200 weekday boardings and fare revenue was 2% under budget.'],
    ['Rent', 'Rent arrears were 3.9% of the debit and 98.1% of rent due was collected from tenants.'],
    ['Subscribers', 'We added 41,000 subscribers, average revenue per user was £14.20 and churn was 2.4%.'],
    ['Pipeline', 'The sales pipeline is £11.4m, of which the three biggest accounts make up 70%.'],
  ]),
  ...under('numbers', [
    [
      'Treasurer’s report',
      'The treasurer reported a bank balance of £12,402 and presented the payments for approval.',
    ],
    ['Budget', 'The budget for next year was approved with total expenditure of $1.9 million.'],
    ['Results', 'Gross margin fell to 31.8% and EBITDA was £0.3m below budget for the nine months.'],
    ['Audit', 'The external auditor presented the audited accounts and gave an unqualified opinion.'],
    ['Cash', 'Net debt was £4.2m with covenant headroom of £1.9m at the year end.'],
    ['Investments', 'A certificate of deposit matures in October and will be reinvested at 4.1 percent.'],
    ['Grants', 'A grant of £240,000 over three years has been received for the building fund.'],
    ['', 'Operating expense for the quarter was $21.4 million, $0.9 million over budget.'],
  ]),
  ...under('other', [
    [
      'Recruitment',
      'Interviews for the finance manager were held and an offer has been made to one candidate.',
    ],
    ['Buildings', 'The roof contractor found rot in four trusses and has asked for an extension of time.'],
    ['IT', 'The servers were moved to the new data centre and the database was upgraded.'],
    ['Policy', 'The revised whistleblowing policy was adopted and the risk register was reviewed.'],
    [
      'Planning',
      'The planning application for nine dwellings on Mill Road was discussed and an objection agreed.',
    ],
    ['Legal', 'Counsel reported on the lawsuit; depositions are set for the spring.'],
    ['Health and safety', 'A machine guard had been removed and the works manager will audit every machine.'],
    ['Election of officers', 'Mr Tull was elected secretary and Mrs Vane was elected president.'],
  ]),
  ...under('procedural', [
    ['Apologies', 'Apologies for absence were received from Mr Pell and Mrs Drury.'],
    ['Minutes', 'The minutes of the last meeting were approved and signed by the chair.'],
    ['Call to order', 'The meeting was called to order at 6:02 p.m. and a quorum was declared.'],
    ['Declarations of interest', 'There were no declarations of interest.'],
    ['Adjournment', 'There being no further business, the meeting was adjourned at 8:15 pm.'],
    ['', 'Date of next meeting: Thursday 27 March at 5.30 pm.'],
    ['Roll call', 'Present: Lind, Okafor, Ruell, Soto. Absent: Webb.'],
    ['Agenda', 'Motion to approve the agenda as presented. Motion carried.'],
  ]),
]

function under(focus: Focus, pairs: [string, string][]): GoldenSentence[] {
  return pairs.map(([item, text]) => ({ focus, item, text }))
}
