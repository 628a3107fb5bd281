import type { BeliefRole, Discipline, QuestionName } from './belief.ts'

// The words of the forms, on screen and on paper alike.

export const ROLE_WORDS: Record<BeliefRole, string> = {
  board: 'Member of the board',
  'sales-marketing': 'Sales or marketing director',
  'sales-person': 'Sales person',
  owner: 'Owner of the business',
}

export const DISCIPLINE_WORDS: Record<Discipline, string> = {
  product: 'The best products: we lead by what we make',
  operations: 'The best running: we lead by price, ease and reliability',
  closeness: 'The closest to customers: we lead by knowing each one and fitting to them',
}

export const QUESTION_WORDS: Record<QuestionName, string> = {
  customerShare:
    'Think of the board’s meetings in this time. What part of their time went on customers themselves?',
  numbersShare: 'And what part went on figures: results, forecasts, budgets?',
  ownTimeCustomers: 'What part of your own working time do you spend with customers?',
  ownTimeNumbers: 'And what part goes on managing figures: reports, forecasts, targets?',
  lastVisit: 'When did you last visit a customer, other than to sell or to put something right?',
  nextVisit: 'When is your next visit to a customer planned?',
  unsolicited: 'In the last year, how often have you brought a customer an idea they had not asked for?',
  satisfaction: 'How is it known whether customers are satisfied?',
  topTen: 'Could you name the ten most important customers now, without looking?',
  whyUs: 'Do you know why each of them chooses us over someone else?',
  discipline: 'What do we set out to be best at?',
}

const TIMES = {
  month: 'Within a month',
  quarter: 'Within three months',
  'half-year': 'Within six months',
  year: 'Within a year',
  longer: 'Longer ago',
  never: 'Never',
} as const

/** The choices of each question in words, in the order they are offered. */
export const CHOICE_WORDS: Readonly<Partial<Record<QuestionName, Readonly<Record<string, string>>>>> = {
  lastVisit: TIMES,
  nextVisit: {
    month: 'Within a month',
    quarter: 'Within three months',
    later: 'Later',
    none: 'None is planned',
  },
  unsolicited: { never: 'Never', once: 'Once', few: 'A few times', regularly: 'Regularly' },
  satisfaction: {
    'not measured': 'It is not measured',
    figures: 'From figures such as renewals and complaints',
    surveys: 'By asking in surveys',
    conversations: 'By talking with customers',
    both: 'By surveys and by talking',
  },
  topTen: { all: 'All ten', most: 'Most', some: 'Some', none: 'None' },
  whyUs: { all: 'For all of them', most: 'For most', some: 'For some', none: 'For none' },
  discipline: DISCIPLINE_WORDS,
}
