import type { Line } from '../line.ts'

/** Every written form and the plural that is counted and shown for it. */
const TERM_OF = new Map<string, string>(
  Object.entries({
    customers: 'customer',
    clients: 'client',
    members: 'member membership',
    patients: 'patient',
    passengers: 'passenger',
    riders: 'rider ridership',
    tenants: 'tenant',
    residents: 'resident',
    homeowners: 'homeowner home-owner home-owners',
    policyholders: 'policyholder policy-holder policy-holders',
    subscribers: 'subscriber',
    students: 'student',
    pupils: 'pupil',
    guests: 'guest',
    households: 'household',
    readers: 'reader readership',
    users: 'user',
    visitors: 'visitor',
    patrons: 'patron',
    shoppers: 'shopper',
    consumers: 'consumer',
    travellers: 'traveller traveler travelers',
    commuters: 'commuter',
    learners: 'learner',
    borrowers: 'borrower',
    ratepayers: 'ratepayer rate-payer rate-payers',
    parishioners: 'parishioner',
    leaseholders: 'leaseholder',
    audiences: 'audience',
  }).flatMap(([plural, forms]) =>
    [plural, ...forms.split(' ')].map((form): [string, string] => [form, plural]),
  ),
)
/** "Account holders" and "service users" are one term each. */
const PAIR_TERMS = new Map([
  ['account holder', 'account holders'],
  ['account holders', 'account holders'],
  ['service user', 'service users'],
  ['service users', 'service users'],
])
/** Members and guests of the meeting itself are not customers. */
const BOARD_MEMBERS =
  /\b(?:board|committee|council|panel|staff|team|faculty|parliament|public|commission|trustee|group|crew|family|working group|tac|tsc|cabinet|executive|founding|voting|other|new board|lay|member states?)(?:['’]s)?[ -](?:and \w+ )?members?\b|\bmembers? (?:of (?:the )?(?:board|committee|council|panel|public|staff|team|commission|group|audience|parliament)|present|absent|in attendance|at large|voted|excused|proposed|seconded)|\b(?:councill?or|member)s? (?:[A-Z][a-z]+ ){1,2}|\bMembers?:|\bmember states?|\bguests?(?: present| in attendance|s?:| speakers?)|\bguest speakers?|\bmember (?:noted|asked|said|moved|at large)|\bstudent (?:trustee|member|government)|\bpower users?\b/gi
const MAY_BE_BOARD = /member|guest|councill?or|student|user/i
const MOST = 6
const SAMPLE = 6_000
const LONGEST_LINE = 20_000

/** How often each term stands in a text; members of the board itself are left out. */
export function customerTermsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const outside = MAY_BE_BOARD.test(text) ? text.replace(BOARD_MEMBERS, ' ') : text
  let before = ''
  for (const word of outside.toLowerCase().match(/[a-z]+(?:-[a-z]+)?/g) ?? []) {
    const term = PAIR_TERMS.get(`${before} ${word}`) ?? TERM_OF.get(word)
    if (term) counts.set(term, (counts.get(term) ?? 0) + 1)
    before = word
  }
  return counts
}

/** The document's own words for the people it serves, most frequent first; at least two occurrences each. */
export function findCustomerTerms(lines: readonly Line[]): string[] {
  const counts = new Map<string, number>()
  for (const line of lines.slice(0, SAMPLE))
    for (const [term, count] of customerTermsIn(line.text.slice(0, LONGEST_LINE)))
      counts.set(term, (counts.get(term) ?? 0) + count)
  return [...counts]
    .filter(([, n]) => n >= 2)
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST)
    .map(([term]) => term)
}
