import type { Attendee, DocumentKind, Presence } from '../../../model/analysis.ts'
import { parseItemNumbers, withoutBullet } from '../items/item-number.ts'
import type { Line } from '../line.ts'
import { evidenceAt } from '../line.ts'
import { attendanceLabel } from './attendance-label.ts'
import { entriesOf, readPerson } from './attendee-names.ts'
import { attendanceBelow, tableAttendance } from './table-attendance.ts'

const FURTHEST = 400
const LONGEST_LIST = 80
const MOST_PEOPLE = 300

/**
 * Who was there, who sent apologies, as the document lists them: labelled lines, lists below a heading, tables.
 * Only what reads as a person's name is taken; a count ("four members of the public") is none.
 */
export function findAttendance(
  lines: readonly Line[],
  titleLines: ReadonlySet<number>,
  kind: DocumentKind,
): Attendee[] {
  if (kind === 'paper' || kind === 'pack') return []
  const found: Attendee[] = [...tableAttendance(lines.slice(0, FURTHEST))]
  let misses = 0
  for (let at = 0; at < Math.min(lines.length, FURTHEST) && found.length < MOST_PEOPLE; at += 1) {
    const line = lines[at]
    if (!line || line.cells) continue
    const text = headText(line)
    const label = text.length > 4_000 ? null : attendanceLabel(text)
    if (!label) continue
    const before = found.length
    const end = readList(lines, at, label, titleLines, found)
    misses = found.length > before ? 0 : misses + 1
    // What looks like a label far from any list is a word of the record.
    if (misses > 12) break
    at = Math.max(at, end - 1)
  }
  return unique(found)
}

const headText = (line: Line): string => {
  const plain = withoutBullet(line.text) ?? line.text
  return parseItemNumbers(plain, line.marker)[0]?.rest ?? plain
}

/** The names of one label: on its line, else in the lines below until something else begins. Returns where it ends. */
function readList(
  lines: readonly Line[],
  at: number,
  label: { presence: Presence; rest: string },
  titleLines: ReadonlySet<number>,
  found: Attendee[],
): number {
  const own = lines[at]
  if (!own) return at + 1
  let presence = label.presence
  const below = lines[at + 1]
  if (label.rest === '' && below?.cells) {
    const table = attendanceBelow(lines, at + 1, presence)
    found.push(...table.found)
    return at + 1 + table.rows
  }
  const wrapped =
    label.rest !== ''
      ? wrappedRest(lines, at, label.rest)
      : below && !below.cells && attendanceLabel(headText(below)) === null
        ? wrappedRest(lines, at + 1, below.text)
        : null
  if (wrapped) {
    add(found, wrapped.text, presence, own, true)
    if (wrapped.end > at + 1) return wrapped.end
  } else if (label.rest !== '') add(found, label.rest, presence, own, true)
  const inline = label.rest !== ''
  let idle = 0
  let i = at + 1
  for (; i < lines.length && i - at < LONGEST_LIST; i += 1) {
    const line = lines[i]
    if (!line || line.cells) break
    if (attendanceLabel(headText(line)) !== null) break
    if (titleLines.has(i) && !titleLines.has(at)) break
    if (titleLines.has(i) && i > at + 1) break
    if (line.headingLevel !== null && (own.headingLevel === null || line.headingLevel <= own.headingLevel))
      break
    if (line.text.length > 600) break
    // A list begun on the label's line goes on only over its wrapped lines.
    if (inline && line.block !== own.block) break
    const checked = /^\[([ xX]?)\]/.exec(withoutBullet(line.text) ?? line.text)
    presence = checked && (checked[1] ?? '').trim() === '' ? 'absent' : label.presence
    const before = found.length
    add(found, withoutBullet(line.text) ?? line.text, presence, line, inline)
    if (found.length > before) idle = 0
    else {
      idle += 1
      if (idle > (line.headingLevel !== null ? 2 : 1)) break
    }
  }
  return i
}

/** Two capitalised words, or initials and a surname, at the start of an entry. */
const FULL_NAME =
  /(?:^|[,;:\n\t]\s{0,3}|\band )(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Prof)\.? )?(?:[A-Z][a-zà-ÿ’'-]{1,20}|[A-Z]\.?) (?:[A-Z]\.? )?[A-Z][a-zà-ÿ’'-]{2,20}/

/** Names with commas over several lines of one block: a name may be cut by the line's end. */
function wrappedRest(lines: readonly Line[], at: number, rest: string): { text: string; end: number } | null {
  const own = lines[at]
  if ((rest.match(/,/g) ?? []).length < 2) return null
  const parts = [rest]
  let end = at + 1
  for (; end < lines.length && end - at < 30; end += 1) {
    const line = lines[end]
    if (!line || !own || line.cells || line.block !== own.block || line.text.length > 600) break
    if (attendanceLabel(headText(line)) !== null || withoutBullet(line.text) !== null) break
    parts.push(line.text)
    if (/[.]$/.test(line.text) && !/\b[A-Z]\.$/.test(line.text)) {
      end += 1
      break
    }
  }
  return { text: parts.join(' '), end }
}

function add(found: Attendee[], text: string, presence: Presence, line: Line, listed: boolean): void {
  const handles = text.match(/@[\w-]{2,30}/g) ?? []
  // In a list of full names a single word is a place, a firm or a post.
  const short = !FULL_NAME.test(text)
  const entries = handles.length >= 2 && !text.includes(',') ? handles : entriesOf(text, short)
  // A sentence is no list; one wrapped entry may be.
  if (!listed && entries.length === 1 && /[a-z]{3,}\s[a-z]{2,}\s[a-z]{2,}\s[a-z]{2,}/.test(text)) return
  const people = entries.map((entry) => readPerson(entry, short || handles.length >= 2))
  const known = people.filter((p) => p !== null)
  const full = known.filter((p) => p.name.includes(' ') || text.includes('@'))
  // First names alone are names only in a list of them.
  const keep = full.length > 0 || known.length >= 2 ? known : []
  for (const p of keep)
    found.push({ ...p, presence, evidence: evidenceAt(line, line.text, 'attendance-list') })
}

function unique(found: readonly Attendee[]): Attendee[] {
  const seen = new Map<string, number>()
  const kept: Attendee[] = []
  for (const one of found) {
    const key = one.name.toLowerCase()
    if (seen.has(key)) continue
    seen.set(key, kept.length)
    kept.push(one)
  }
  return kept
}
