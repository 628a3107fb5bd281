import { romanValue } from './items/item-number.ts'

/** Shorter lines are taken as they stand. */
const LONG_LINE = 280
const SHORTEST = 50
const LONGEST = 400_000

interface Split {
  index: number
  value: number
  kind: string
}

interface SplitForm {
  kind: string
  pattern: RegExp
  value: (match: RegExpMatchArray) => number | null
  /** How many in sequence make a list. */
  least: number
}

const FORMS: readonly SplitForm[] = [
  {
    kind: 'dated',
    pattern: /(?<=^|\s)(\d{1,3})\/(\d{2,4})\.?\s+(?=["“‘(]?[A-Z0-9])/g,
    value: (m) => Number(m[1]),
    least: 3,
  },
  {
    kind: 'point',
    pattern: /(?<=^|\s)(\d{1,2})[.)]\s+(?=["“‘(]?[A-Z])/g,
    value: (m) => Number(m[1]),
    least: 3,
  },
  {
    kind: 'roman',
    pattern: /(?<=^|\s)([IVX]{1,5})[.)]\s+(?=["“‘(]?[A-Z])/g,
    value: (m) => romanValue(m[1] ?? ''),
    least: 4,
  },
  {
    kind: 'timed',
    pattern: /(?<=^|\s)\d{1,2}[.:]\d{2}\s+(\d{1,2})\s+(?=["“‘(]?[A-Z])/g,
    value: (m) => Number(m[1]),
    least: 2,
  },
]

/**
 * Web pages and broken conversions give a whole agenda as one line. Where numbers in it run in sequence
 * ("48/18 … 49/18 … 50/18") the line is cut before each; so are headings with a time glued to a sentence.
 */
export function unfoldRunningText(text: string): { pieces: string[]; columns: boolean } {
  if (text.length < SHORTEST || text.length > LONGEST) return { pieces: [text], columns: false }
  const cuts = new Set<number>(timedRows(text))
  if (text.length < LONG_LINE) return { pieces: cutAt(text, cuts), columns: false }
  for (const cut of capitalHead(text)) cuts.add(cut)
  for (const cut of inlineBullets(text)) cuts.add(cut)
  for (const form of FORMS) for (const cut of sequenceOf(text, form)) cuts.add(cut)
  const columns = columnRun(text)
  if (columns.length > 0) cuts.clear()
  for (const cut of columns) cuts.add(cut)
  if (cuts.size === 0) return { pieces: [text], columns: false }
  return { pieces: cutAt(text, cuts), columns: columns.length > 0 }
}

function cutAt(text: string, cuts: ReadonlySet<number>): string[] {
  const at = [0, ...[...cuts].filter((c) => c > 0).toSorted((a, b) => a - b), text.length]
  const pieces: string[] = []
  for (let i = 0; i + 1 < at.length; i += 1) {
    const piece = text.slice(at[i], at[i + 1]).trim()
    if (piece) pieces.push(piece)
  }
  return pieces
}

const BRACKETED_TIME = /\(\d{1,3}[\s_]{0,4}(?:minutes?|mins?\.?|m)\)/g
const TIMED_POINT: SplitForm = {
  kind: 'timed-point',
  pattern: /(?<=^|\s)(\d{1,2})[.)]\s+(?=["“‘(]?[A-Z])/g,
  value: (m) => Number(m[1]),
  least: 2,
}

/** Headings and numbers that each carry a bracketed time, glued to what stands before them. */
function timedRows(text: string): number[] {
  const times = text.match(BRACKETED_TIME)?.length ?? 0
  if (times === 0) return []
  return [...timedHeadings(text), ...(times >= 2 ? sequenceOf(text, TIMED_POINT) : [])]
}

/** Longest run of matches counting up by one; each value extends the longest run that ends just below it. */
function sequenceOf(text: string, form: SplitForm): number[] {
  const chains = new Map<number, { length: number; previous: Split | null; split: Split }>()
  const before = new Map<Split, Split | null>()
  let best: { length: number; split: Split } | null = null
  for (const match of text.matchAll(form.pattern)) {
    const value = form.value(match)
    if (value === null) continue
    const split: Split = { index: match.index, value, kind: form.kind }
    const below = chains.get(value - 1)
    const length = (below?.length ?? 0) + 1
    before.set(split, below?.split ?? null)
    const same = chains.get(value)
    if (!same || length > same.length) chains.set(value, { length, previous: below?.split ?? null, split })
    if (!best || length > best.length) best = { length, split }
  }
  if (!best || best.length < form.least) return []
  const cuts: number[] = []
  for (let at: Split | null = best.split; at; at = before.get(at) ?? null) cuts.push(at.index)
  return cuts
}

const TIMED_HEADING =
  /(?<=[.!?)]\s{0,3})((?:[A-Z][A-Z'’&/-]{1,20}[ :?]{1,3}){1,6}\(\d{1,3}[\s_]{0,4}(?:minutes?|mins?\.?|m)\))/g

function timedHeadings(text: string): number[] {
  return [...text.matchAll(TIMED_HEADING)].map((m) => m.index)
}

const CAPITAL_HEAD = /^(?:[A-Z][A-Z'’&/-]{1,20}[ ]?){1,5}(?::\s+|\s(?=\())?/
/** The time of its own that stands behind such a heading: "8:05-9:20PM (75 min) ". */
const HEAD_TIME =
  /^(?:\d{1,2}[:.]\d{2}\s?[-–]\s?\d{1,2}[:.]\d{2}\s?(?:[AP]M)?\s{1,2})?\(\d{1,3}\s?min[a-z.]{0,5}\)\s{1,2}/

/** "MAIN AGENDA Should we …", "REPORTS: Membership: …": a heading in capitals with its text behind it. */
function capitalHead(text: string): number[] {
  const words = CAPITAL_HEAD.exec(text)?.[0] ?? ''
  const head = `${words}${HEAD_TIME.exec(text.slice(words.length))?.[0] ?? ''}`
  const letters = head.replace(/[^A-Z]/g, '').length
  const rest = text.slice(head.length)
  if (letters < 5 || !/^[A-Z][a-z]/.test(rest) || !(words.trim().includes(' ') || /:\s*$/.test(words)))
    return []
  return [head.length]
}

/** Three or more bullets in one line. */
function inlineBullets(text: string): number[] {
  const bullets = [...text.matchAll(/(?<=\s)[•●▪◦]\s/g)].map((m) => m.index)
  return bullets.length >= 3 ? bullets : []
}

const COLUMN_HEADS =
  /\b(?:time|item|subject|topic)\b.{0,40}\b(?:lead(?:ing)?|presenter|owner|purpose|paper)\b/i
const SECTION = /(?<=\s)([A-H])\s+(?=[A-Z][a-z])/g
const RUN_NUMBER =
  /(?<=\s)(?:\d{1,2}[.:]\d{2}\s+)?(\d{1,2}(?:\.\d{1,2})?)\s+(?=["“‘(]?[A-Z])|(?<=\s)\d{1,2}[.:]\d{2}\s+(?=[A-Z])/g

/** How far the numbers of a run-together table have counted; carried from line to line. */
export interface ColumnCount {
  section: number
  last: number
}

/** A table whose cells run on in one line: "14.05 3 Name, Post 14.15 4 …" after its column heads. */
function columnRun(text: string): number[] {
  const heads = COLUMN_HEADS.exec(text)
  if (!heads) return []
  const cuts = columnCuts(text, heads.index + heads[0].length, { section: 0, last: 0 })
  return cuts.length >= 4 ? cuts : []
}

/** True for a line that begins with the heads of a run-together table and goes on with its first rows. */
export function opensColumns(text: string): boolean {
  const heads = COLUMN_HEADS.exec(text)
  return (
    heads !== null &&
    heads.index < 40 &&
    text.length > 60 &&
    columnCuts(text, heads.index + heads[0].length, { section: 0, last: 0 }).length >= 1
  )
}

/** One line of a run-together table, cut before each row it holds. */
export function columnPieces(text: string, count: ColumnCount): string[] {
  const heads = COLUMN_HEADS.exec(text)
  const padded = ` ${text}`
  const cuts = columnCuts(padded, heads && heads.index < 40 ? heads.index + heads[0].length : 0, count)
  const at = [0, ...cuts, padded.length]
  const pieces: string[] = []
  for (let i = 0; i + 1 < at.length; i += 1) {
    const piece = padded.slice(at[i], at[i + 1]).trim()
    if (piece) pieces.push(piece)
  }
  return pieces
}

function columnCuts(text: string, from: number, count: ColumnCount): number[] {
  const cuts: number[] = []
  const all = [...text.matchAll(SECTION), ...text.matchAll(RUN_NUMBER)]
    .filter((m) => m.index >= from)
    .toSorted((a, b) => a.index - b.index)
  for (const match of all) {
    const token = match[1]
    if (token === undefined) cuts.push(match.index)
    else if (/^[A-H]$/.test(token)) {
      const value = token.charCodeAt(0) - 64
      if (value === count.section + 1) {
        count.section = value
        count.last = 0
        cuts.push(match.index)
      }
    } else {
      const whole = Math.floor(Number(token))
      if (whole === count.last + 1 || (whole === count.last && token.includes('.'))) {
        count.last = whole
        cuts.push(match.index)
      } else if (/^\d{1,2}\.\d{2}$/.test(token) && Number(token) >= 7 && Number(token) < 24)
        cuts.push(match.index)
    }
  }
  return cuts
}
