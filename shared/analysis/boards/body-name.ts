/** What a name of a body says: whose it is, and which of its committees. */
export interface BodyName {
  /** The words that tell one organisation from another, in lower case; empty for "Board of Directors". */
  organisation: readonly string[]
  /** The words that tell one committee from another ("audit"); null for the board itself. */
  committee: readonly string[] | null
  /** As shown: the name without "Minutes of the …", dates and the like. */
  display: string
}

/** Words that say what a paper or a sitting is, not whose. */
const SITTING = new Set(
  `a an and at by for from in of on the to or
   meeting meetings minutes agenda agendas calendar pack packs paper papers report reports notice summary notes transcript
   regular special draft final approved unapproved monthly quarterly annual general extraordinary ordinary
   emergency adjourned open public closed session workshop virtual online hybrid teleconference agm egm
   january february march april may june july august september october november december
   jan feb mar apr jun jul aug sept sep oct nov dec
   monday tuesday wednesday thursday friday saturday sunday
   am pm page pages copy revised amended version be held will is its our date time place location room zoom`.split(
    /\s+/,
  ),
)

/** Words every organisation's board may carry. */
const BOARD_WORDS = new Set(
  `board boards directors director trustees trustee governors governor council councils bod management executive
   governing body members member shareholders owners homeowners`.split(/\s+/),
)

/** Legal forms and the like, written or left out at will. */
const LEGAL_WORDS = new Set(
  `inc incorporated llc ltd limited plc corp corporation company co lp llp gmbh ag sa nv bv cic cio hoa poa
   association assn assoc foundation society organisation organization trust`.split(/\s+/),
)

/** Names of folders that say nothing of whose papers they hold. */
const PLACES = new Set(
  `downloads download desktop documents document docs files file folder new temp tmp inbox archive archives
   upload uploads data pdf pdfs word scans scan misc other old current home users user board-papers`.split(
    /\s+/,
  ),
)

const COMMITTEE = /\b(committees?|sub-?committees?|commissions?|task ?force|working (?:group|party)|panel)\b/i
const LONGEST_NAME = 160

/** Lower case words without accents and punctuation; numbers are left out, as dates mostly. */
export function nameWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/&/g, ' and ')
    .split(/[^a-z\p{L}]+/u)
    .filter((word) => word !== '')
}

const telling = (words: readonly string[], extra?: ReadonlySet<string>): string[] => [
  ...new Set(words.filter((w) => !SITTING.has(w) && !BOARD_WORDS.has(w) && !extra?.has(w))),
]

/** Reads the name of a body as a document or a person wrote it. */
export function parseBodyName(text: string): BodyName {
  const plain = text.slice(0, LONGEST_NAME).replace(/\s+/g, ' ').trim()
  const found = COMMITTEE.exec(plain)
  if (!found) return { organisation: organisationWords(plain), committee: null, display: displayName(plain) }
  // "Finance and Audit Committee of Example Water", "Example Water: Audit Committee", "Example Water Audit Committee".
  const before = plain.slice(0, found.index)
  const after = plain.slice(found.index + found[0].length)
  const cut = Math.max(
    before.lastIndexOf(':'),
    before.lastIndexOf(','),
    before.lastIndexOf(' - '),
    before.lastIndexOf('–'),
  )
  const qualifier = telling(nameWords(cut < 0 ? before : before.slice(cut + 1)))
  const owner = [...(cut < 0 ? [] : organisationWords(before.slice(0, cut))), ...organisationWords(after)]
  const executive = /\b(executive|management|governance|trustees?|members?)\s*$/i.exec(before.trim())?.[1]
  const words = qualifier.length > 0 ? qualifier : executive ? [executive.toLowerCase()] : []
  return { organisation: owner, committee: words, display: displayName(plain) }
}

/** The words of a name that tell one organisation from another; the legal form counts only where nothing else is said. */
export function organisationWords(text: string): string[] {
  const words = nameWords(text)
  const distinct = telling(words, LEGAL_WORDS)
  return distinct.length > 0 ? distinct : telling(words).filter((word) => word.length > 3)
}

/** True for a folder named after a date, a kind of paper or a place on the disk. */
export function isPlainFolder(name: string): boolean {
  return nameWords(name).every((w) => SITTING.has(w) || BOARD_WORDS.has(w) || PLACES.has(w) || w.length < 2)
}

const LEAD_IN =
  /^(?:(?:draft|final|approved|unapproved)\s+)?(?:(?:minutes|agenda|notice|notes|transcript|record|summary)\s+(?:of|for)\s+)?(?:the\s+)?(?:(?:regular|special|monthly|quarterly|annual|general|extraordinary|emergency|ordinary)\s+){0,3}(?:(?:meeting|session)\s+(?:of|for)\s+)?(?:the\s+)?/i
const LEAD_OUT =
  /[\s:,–—-]+(?:(?:regular|special|monthly|quarterly|annual|general|extraordinary|emergency|draft|public|open|board)\s+){0,3}(?:meetings?|minutes|agendas?|sessions?|workshop|pack)(?:\s+(?:minutes|agenda|notes|pack))?$/i

/** A name to show: without the words of the sitting around it, in title case when it is shouted or typed small. */
export function displayName(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  const cut = plain
    .replace(LEAD_IN, '')
    .replace(LEAD_OUT, '')
    .replace(/^[\s:,.–—-]+|[\s:,.–—-]+$/g, '')
  const name = cut === '' ? plain : cut
  return name === name.toUpperCase() || name === name.toLowerCase() ? titleCase(name) : name
}

const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'at', 'to', 'a', 'an', 'by'])
const CAPITALS = new Set([
  'hoa',
  'poa',
  'ppg',
  'plc',
  'llc',
  'cic',
  'cio',
  'nhs',
  'tac',
  'usa',
  'uk',
  'pta',
  'ymca',
])

/** "fair-oaks-water-district" and "FAIR OAKS WATER DISTRICT" become "Fair Oaks Water District". */
export function titleCase(text: string): string {
  return text
    .replace(/[_-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .split(' ')
    .map((word, index) => {
      const lower = word.toLowerCase()
      if (CAPITALS.has(lower)) return lower.toUpperCase()
      if (index > 0 && SMALL.has(lower)) return lower
      return lower.replace(/\p{L}/u, (letter) => letter.toUpperCase())
    })
    .join(' ')
}
