import type { Line } from '../line.ts'

/** Plural first: the form that is counted and shown; the singular counts with it. */
const TERMS: readonly (readonly [string, RegExp])[] = [
  ['customers', /\bcustomers?\b/gi],
  ['clients', /\bclients?\b/gi],
  ['members', /\bmembers?(?:hip)?\b/gi],
  ['patients', /\bpatients?\b/gi],
  ['passengers', /\bpassengers?\b/gi],
  ['riders', /\briders?(?:hip)?\b/gi],
  ['tenants', /\btenants?\b/gi],
  ['residents', /\bresidents?\b/gi],
  ['homeowners', /\bhome-?owners?\b/gi],
  ['policyholders', /\bpolicy-?holders?\b/gi],
  ['subscribers', /\bsubscribers?\b/gi],
  ['students', /\bstudents?\b/gi],
  ['pupils', /\bpupils?\b/gi],
  ['guests', /\bguests?\b/gi],
  ['households', /\bhouseholds?\b/gi],
  ['account holders', /\baccount holders?\b/gi],
  ['readers', /\breaders?(?:hip)?\b/gi],
  ['users', /\busers?\b/gi],
  ['service users', /\bservice users?\b/gi],
  ['visitors', /\bvisitors?\b/gi],
  ['patrons', /\bpatrons?\b/gi],
  ['shoppers', /\bshoppers?\b/gi],
  ['consumers', /\bconsumers?\b/gi],
  ['travellers', /\btravell?ers?\b/gi],
  ['commuters', /\bcommuters?\b/gi],
  ['learners', /\blearners?\b/gi],
  ['borrowers', /\bborrowers?\b/gi],
  ['ratepayers', /\brate-?payers?\b/gi],
  ['parishioners', /\bparishioners?\b/gi],
  ['leaseholders', /\bleaseholders?\b/gi],
  ['audiences', /\baudiences?\b/gi],
]
/** Members and guests of the meeting itself are not customers. */
const BOARD_MEMBERS =
  /\b(?:board|committee|council|panel|staff|team|faculty|parliament|public|commission|trustee|group|crew|family|working group|tac|tsc|cabinet|executive|founding|voting|other|new board|lay|member states?)(?:['’]s)?[ -](?:and \w+ )?members?\b|\bmembers? (?:of (?:the )?(?:board|committee|council|panel|public|staff|team|commission|group|audience|parliament)|present|absent|in attendance|at large|voted|excused|proposed|seconded)|\b(?:councill?or|member)s? (?:[A-Z][a-z]+ ){1,2}|\bMembers?:|\bmember states?|\bguests?(?: present| in attendance|s?:| speakers?)|\bguest speakers?|\bmember (?:noted|asked|said|moved|at large)|\bstudent (?:trustee|member|government)|\bpower users?\b/gi
const MOST = 6
const SAMPLE = 6_000

/** The document's own words for the people it serves, most frequent first; at least two occurrences each. */
export function findCustomerTerms(lines: readonly Line[]): string[] {
  const counts = new Map<string, number>()
  for (const line of lines.slice(0, SAMPLE)) {
    const text = (line.text.length > 20_000 ? line.text.slice(0, 20_000) : line.text).replace(
      BOARD_MEMBERS,
      ' ',
    )
    for (const [term, pattern] of TERMS) {
      const found = text.match(pattern)
      if (found) counts.set(term, (counts.get(term) ?? 0) + found.length)
    }
  }
  const service = counts.get('service users') ?? 0
  if (service > 0) counts.set('users', (counts.get('users') ?? 0) - service)
  return [...counts]
    .filter(([, n]) => n >= 2)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST)
    .map(([term]) => term)
}
