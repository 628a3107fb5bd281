import { stemWord, tokenize } from './tokenize.ts'

/**
 * Words for those an organisation serves, whatever kind it is. Each may mean someone else ("board member"),
 * so they only count as customers outside the company of NOT_SERVED.
 */
const GENERAL =
  'customer client consumer user member patient passenger rider commuter tenant resident leaseholder policyholder subscriber student pupil learner guest household shopper buyer visitor reader patron homeowner ratepayer traveller claimant borrower depositor donee beneficiary parent carer audience attendee applicant citizen viewer listener diner player pensioner participant child children family subscriber shipper merchant advertiser franchisee motorist cyclist parishioner inhabitant caller homebuyer occupier account-holder bereaved'

const NOT_SERVED = new Set(
  'board committe council staff team crew cabinet faculti panel commiss task trust execut governor vote co founder newli elect union parliament congress cast group'.split(
    ' ',
  ),
)

const GENERAL_STEMS = new Set(GENERAL.split(' ').map(stemWord))

/** The organisation's own words for its customers, ready for matching by stem. */
export interface CustomerTerms {
  single: ReadonlySet<string>
  /** Terms of more than one word, as stems. */
  phrases: readonly (readonly string[])[]
}

export function prepareCustomerTerms(terms: readonly string[]): CustomerTerms {
  const single = new Set<string>()
  const phrases: string[][] = []
  for (const term of terms) {
    const stems = tokenize(term).map((token) => stemWord(token.word))
    const [first] = stems
    if (stems.length === 1 && first !== undefined) single.add(first)
    else if (stems.length > 1) phrases.push(stems)
  }
  return { single, phrases }
}

/** 0 not a customer, 1 a word that usually means one, 2 the organisation's own word. */
export type CustomerMark = 0 | 1 | 2

/** Marks each of a passage's stems. */
export function markCustomers(stems: readonly string[], terms: CustomerTerms): CustomerMark[] {
  const marks: CustomerMark[] = stems.map((stem, i) => {
    const own = terms.single.has(stem)
    if (!own && !GENERAL_STEMS.has(stem)) return 0
    if (stem === 'member' && isInsider(stems, i)) return 0
    return own ? 2 : 1
  })
  for (const phrase of terms.phrases)
    for (let i = 0; i + phrase.length <= stems.length; i += 1)
      if (phrase.every((stem, j) => stems[i + j] === stem))
        for (let j = 0; j < phrase.length; j += 1) marks[i + j] = 2
  return marks
}

/** "Board member", "members of the committee": those who govern or work there. */
function isInsider(stems: readonly string[], at: number): boolean {
  if (NOT_SERVED.has(stems[at - 1] ?? '')) return true
  if (stems[at + 1] !== 'of') return false
  const next = stems[at + 2] === 'the' || stems[at + 2] === 'our' ? stems[at + 3] : stems[at + 2]
  return NOT_SERVED.has(next ?? '')
}
