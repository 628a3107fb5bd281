import { stemWord } from './tokenize.ts'

/** Words that point somewhere whatever the organisation; matched by stem. */
const WORDS: Record<string, string> = {
  feeling:
    'satisfied satisfaction dissatisfied happy unhappy complain complaint complained grumble praise thank thanked compliment concern worried frustrated frustration confusing disappointed grateful loved enjoy annoyed experience appreciated anger angry upset distress',
  saying:
    'said told asked survey surveyed respondents feedback comment commented interview interviewed review reviews rating ratings questionnaire replied wrote letter testimonial petition consultation forum listening voice suggested raised focus-group nps csat wish want',
  serving:
    'service serve serving served wait waiting queue queues appointment visit visited visiting access accessibility helpdesk response call calls delay delays late punctual reliability outage refund apology support care help outreach opening hours accessible welcome safe',
  relation:
    'loyalty loyal retention retain renew renewal renewed churn leave leaving left switch switching rejoin joined onboarding relationship account accounts competitor competitors choose chose recommend promoter referral persona segment journey',
  counting:
    'membership subscriptions subscribers subscriber enrolment enrollment attendance occupancy ridership footfall patronage visitors admissions bookings tickets seats volumes arrears contract contracts order orders pipeline backlog deal deals sales sold wins won lost slipped cohort headcount caseload registrations passengers lettings tenancies policies premiums premium dues subscription fares rents rent tuition fees loans deposits',
  money:
    'budget forecast revenue revenues income expenditure expense expenses cost costs cash margin margins profit profits loss losses surplus deficit reserves reserve ebitda earnings balance treasurer audit auditor audited accounts invoice invoices payment payments payable receivable grant grants funding fund funds loan debt interest investment investments capital capex dividend shares depreciation variance ledger payroll tax vat bank financial finance finances fiscal quarter year-end impairment liabilities assets amortization covenant treasury donation donations levy precept',
  moving:
    'up down rose rise risen fell fall fallen grew grow growth increase increased decrease decreased decline declined higher lower ahead behind against versus compared total average rate percentage points',
  staffing:
    'staff staffing recruitment recruit employee employees vacancy vacancies training union hr wellbeing officer officers manager appointed appointment resign resigned retirement pay pension succession director',
  building:
    'building site planning construction contractor roof boiler repair property land lease plant equipment vehicle design works project drainage engineering zoning permit application facility maintenance install installation server servers software migration network database cyber platform system',
  governing:
    'policy policies bylaw bylaws constitution committee strategy risk register compliance legal law lawsuit regulation legislation governance partner partnership trustee trustees election elected nomination charter terms-of-reference ordinance resolution agreement statement',
  procedure:
    'apologies quorum absent present attendance adjourn adjourned adjournment minutes agenda approve approved seconded motion carried ayes nays unanimously declarations declaration interest interests called order roll pledge allegiance chair chairman president secretary closed session recess meeting meetings closed-session aob matters arising welcome convened noted next date page draft invocation moved second vote voted',
  kinds:
    'school library museum hospital clinic ward classroom lesson teaching learning curriculum bus train route station home house street park lake trail water meter bill power broadband shop store website app menu room product offer pricing',
}

/** Group names in the order of their bits. */
export const LEXICON_GROUPS = Object.keys(WORDS)

const BITS = new Map<string, number>()
for (const [bit, group] of LEXICON_GROUPS.entries())
  for (const word of (WORDS[group] ?? '').split(' ')) {
    const stem = stemWord(word)
    BITS.set(stem, (BITS.get(stem) ?? 0) | (1 << bit))
  }

/** A bit per group that the stem belongs to. */
export const lexiconBits = (stem: string): number => BITS.get(stem) ?? 0
