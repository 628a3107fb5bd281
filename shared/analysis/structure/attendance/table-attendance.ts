import type { Attendee, Presence } from '../../../model/analysis.ts'
import { tablesOf } from '../items/column-roles.ts'
import type { TableLines } from '../items/column-roles.ts'
import type { Line } from '../line.ts'
import { evidenceAt } from '../line.ts'
import { attendanceLabel } from './attendance-label.ts'
import { readPerson } from './attendee-names.ts'

/** Attendance set as a table: a name column with ticks or a status, or a label in the first cell of its rows. */
export function tableAttendance(lines: readonly Line[]): Attendee[] {
  return tablesOf(lines).flatMap((table) => [...byNameColumn(table), ...byLabelledRows(table)])
}

const NAME_HEAD =
  /^(?:name|names?(?: of .{2,30})?|member|members|director|attendee|attendees|participant|representative|voting member)s?$/i
const ROLE_HEAD =
  /^(?:role|title|position|post|organi[sz]ation|company|representing|affiliation|job title|office|designation|capacity)$/i
const PRESENCE_HEAD = /^(?:present|attendance|attended|status|present\?|attending|in attendance|here)$/i
const INITIALS_HEAD = /^(?:initials|abbr\.?|abbreviation)$/i

function byNameColumn(table: TableLines): Attendee[] {
  const heads = (table.rows[0]?.cells ?? []).map((c) => c.replace(/\s+/g, ' ').trim())
  const name = heads.findIndex((h) => NAME_HEAD.test(h))
  if (name < 0) return []
  const role = heads.findIndex((h) => ROLE_HEAD.test(h))
  const presence = heads.findIndex((h) => PRESENCE_HEAD.test(h))
  const initials = heads.findIndex((h) => INITIALS_HEAD.test(h))
  if (role < 0 && presence < 0 && initials < 0) return []
  return table.rows.slice(1).flatMap((line): Attendee[] => {
    const cells = line.cells ?? []
    const person = readPerson((cells[name] ?? '').replace(/\n/g, ' '), false)
    if (!person) return []
    const said = presence < 0 ? 'present' : presenceOf(cells[presence] ?? '')
    if (said === null) return []
    return [
      {
        ...person,
        initials: person.initials ?? ((cells[initials] ?? '').trim() || null),
        role: person.role ?? ((cells[role] ?? '').replace(/\s+/g, ' ').trim() || null),
        presence: said,
        evidence: evidenceAt(line, line.text, 'attendance-table'),
      },
    ]
  })
}

function presenceOf(cell: string): Presence | null {
  const plain = cell.trim()
  if (/^(?:y|yes|x|✓|✔|☑|present|p|attended|in person|online|remote|zoom|teams|phone|\[x\])$/i.test(plain))
    return 'present'
  if (/^(?:apolog|regret|apols?)/i.test(plain)) return 'apologies'
  if (/^(?:n|no|absent|a|✗|✘|☐|-|–|\[ ?\])$/i.test(plain)) return 'absent'
  return null
}

/** "Present: | Ann Bell\nTom Fox" and rows below with an empty first cell. */
function byLabelledRows(table: TableLines): Attendee[] {
  const found: Attendee[] = []
  let presence: Presence | null = null
  for (const line of table.rows) {
    const [first = '', ...others] = line.cells ?? []
    const label = attendanceLabel(first.replace(/\s+/g, ' ').trim())
    if (label) presence = label.presence
    else if (first.trim() !== '' && readPerson(first, false) === null) presence = null
    const of = presence
    if (of === null) continue
    const cells = label ? [label.rest, ...others] : [first, ...others]
    const names = cells.flatMap((cell) => cell.split('\n'))
    let previous: Attendee | null = null
    for (const text of names) {
      const person = readPerson(text, false)
      if (person) {
        previous = { ...person, presence: of, evidence: evidenceAt(line, line.text, 'attendance-table') }
        found.push(previous)
      } else if (
        previous &&
        previous.role === null &&
        text.trim() !== '' &&
        text.length < 80 &&
        names.length === cells.length
      )
        previous.role = text.trim()
    }
  }
  return found
}

/**
 * The rows below a line such as "Present:": a name in the first cell, a post in the second. Half of the rows must be
 * people, so that another table that happens to stand there is none. Answers how many rows it has.
 */
export function attendanceBelow(
  lines: readonly Line[],
  from: number,
  presence: Presence,
): { found: Attendee[]; rows: number } {
  const block = lines[from]?.block
  const found: Attendee[] = []
  let of = presence
  let rows = 0
  for (let at = from; lines[at]?.cells && lines[at]?.block === block; at += 1) {
    const line = lines[at]
    if (line === undefined) break
    rows += 1
    const [first = '', ...others] = (line.cells ?? []).map((cell) => cell.replace(/\s+/g, ' ').trim())
    const label = attendanceLabel(first)
    if (label !== null) of = label.presence
    const name = label === null ? first : label.rest || (others.shift() ?? '')
    const person = readPerson([name, ...others].filter((cell) => cell !== '').join(', '), false)
    if (person !== null)
      found.push({ ...person, presence: of, evidence: evidenceAt(line, line.text, 'attendance-table') })
  }
  return { found: found.length * 2 >= rows ? found : [], rows }
}
