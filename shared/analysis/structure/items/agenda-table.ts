import type { Line } from '../line.ts'
import { areOffsets, cellTimes } from '../times/cell-times.ts'
import type { TimeColumns } from '../times/cell-times.ts'
import { parseTimes } from '../times/parse-times.ts'
import type { ColumnRole, TableLines } from './column-roles.ts'
import { headRoles, tablesOf } from './column-roles.ts'
import type { ItemDraft } from './item-draft.ts'
import { isLead, leadLine, tidyLead } from './item-lead.ts'
import { parseItemNumbers, withoutBullet } from './item-number.ts'
import { isOnlyPurpose, purposeOf } from './item-purpose.ts'
import { isOnlyTimes, readTitle } from './item-title.ts'
import { isKnownTitle, isNotItem, itemRole } from './known-titles.ts'
import { isDeferral, withoutDeferral } from './deferral.ts'
import type { TableLayout } from './table-layout.ts'
import { BARE_NUMBER, layoutOf, stripNumber } from './table-layout.ts'
import { looksLikeSentence } from './title-shape.ts'
import { withoutContents } from './without-contents.ts'

/** Items read from agenda tables, and the positions of the rows they took. */
export function agendaTableItems(lines: readonly Line[]): { drafts: ItemDraft[]; rows: Set<number> } {
  const drafts: ItemDraft[] = []
  const rows = new Set<number>()
  let inherited: TableLayout | null = null
  for (const table of tablesOf(lines)) {
    const layout = layoutOf(table, inherited)
    if (!layout || !layout.roles.includes('title')) continue
    const roles = layout.roles
    const useful = ['time', 'duration', 'lead', 'number', 'purpose', 'paper', 'offset'].some((r) =>
      roles.some((x) => x === r),
    )
    if (!useful) continue
    const before = drafts.length
    readRows(table, layout, drafts, rows)
    if (drafts.length - before >= 1) inherited = layout
  }
  return { drafts: withoutContents(drafts), rows }
}

function readRows(table: TableLines, layout: TableLayout, drafts: ItemDraft[], rows: Set<number>): void {
  const cellOf = (line: Line, role: ColumnRole): string => {
    const found: string[] = []
    layout.roles.forEach((r, i) => {
      if (r === role) found.push(line.cells?.[i] ?? '')
    })
    return found.join(' ').trim()
  }
  const body = table.rows.slice(layout.from)
  const durations = body.map((line) => cellOf(line, 'duration'))
  const columns: TimeColumns = {
    minutesHead: layout.minutesHead,
    durations,
    offsets: areOffsets(body.map((line) => cellOf(line, 'duration') || cellOf(line, 'time'))),
  }
  table.rows.forEach((line, r) => {
    const at = table.positions[r]
    if (at === undefined) return
    if (r < layout.from) {
      rows.add(at)
      return
    }
    const cells = line.cells ?? []
    const filled = cells.filter((c) => c.trim() !== '')
    const titleCell = cellOf(line, 'title') || (filled.length === 1 ? (filled[0] ?? '') : '')
    if (titleCell === '') {
      rows.add(at)
      mergeIntoPrevious(line, drafts.at(-1), cellOf, columns)
      return
    }
    const numberCell = cellOf(line, 'number')
    const timeCell = cellOf(line, 'time')
    const durationCell = cellOf(line, 'duration')
    const leadCell = cellOf(line, 'lead')
    const first = titleCell.split('\n')[0] ?? ''
    const attributes =
      BARE_NUMBER.test(numberCell) ||
      timeCell !== '' ||
      durationCell !== '' ||
      leadCell !== '' ||
      line.marker !== null
    // A single cell across the table groups the rows below it; so does one that only repeats the column heads.
    if (headRoles(cells)) {
      rows.add(at)
      return
    }
    if (
      filled.length === 1 &&
      !attributes &&
      itemRole(stripNumber(first)) === 'topic' &&
      parseItemNumbers(first, null).length === 0
    ) {
      const previous = drafts.at(-1)
      if (/^[a-z(]/.test(first) && previous?.line.block === line.block) {
        previous.title = `${previous.title} ${first}`
        rows.add(at)
      }
      return
    }
    rows.add(at)
    drafts.push(
      ...rowDrafts(
        line,
        at,
        {
          titleCell,
          numberCell,
          timeCell,
          durationCell,
          leadCell,
          purposeCell: cellOf(line, 'purpose'),
          textCell: cellOf(line, 'text'),
          pageCell: cellOf(line, 'page'),
        },
        columns,
      ),
    )
  })
}

/** A row without a title continues the row above: its time or lead belongs there. */
function mergeIntoPrevious(
  line: Line,
  previous: ItemDraft | undefined,
  cellOf: (line: Line, role: ColumnRole) => string,
  columns: TimeColumns,
): void {
  if (!previous) return
  const lead = cellOf(line, 'lead')
  if (lead && isLead(lead))
    previous.lead = previous.lead ? `${previous.lead}, ${tidyLead(lead)}` : tidyLead(lead)
  const time = [cellOf(line, 'time'), cellOf(line, 'duration')].join(' ').trim()
  if (time && previous.times.length < 3) {
    previous.times.push(...cellTimes(cellOf(line, 'time'), cellOf(line, 'duration'), columns))
    previous.timeText = `${previous.timeText} ${time}`.trim()
  }
}

interface RowCells {
  titleCell: string
  numberCell: string
  timeCell: string
  durationCell: string
  leadCell: string
  purposeCell: string
  textCell: string
  pageCell: string
}

function rowDrafts(line: Line, at: number, cells: RowCells, columns: TimeColumns): ItemDraft[] {
  const cellLines = cells.titleCell
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean)
  let number =
    (BARE_NUMBER.test(cells.numberCell) || /^[A-Z\d][\w()./-]{0,11}$/.test(cells.numberCell)
      ? cells.numberCell.replace(/[.):]+$/, '').trim()
      : '') || null
  let opening = cellLines.shift() ?? ''
  if (number === null || number.length > 12) {
    number = null
    const read = parseItemNumbers(opening, line.marker)[0]
    if (read) {
      number = read.text
      opening = read.rest === '' ? (cellLines.shift() ?? '') : read.rest
    }
  }
  // A title wrapped in its cell goes on in lower case, after a connector, or after two words at most.
  while (cellLines[0] !== undefined && continues(opening, cellLines[0]))
    opening = `${opening} ${cellLines.shift() ?? ''}`
  const parts = readTitle(opening.replace(/\t/g, ' '))
  const times = [...cellTimes(cells.timeCell, cells.durationCell, columns), ...parts.times]
  const main: ItemDraft = {
    at,
    titleEnd: at,
    line,
    number,
    title: withoutDeferral(parts.title),
    level: number?.includes('.') && !number.endsWith('.0') ? 2 : 1,
    lead:
      isLead(cells.leadCell) || cells.leadCell.length < 80
        ? tidyLead(cells.leadCell) || parts.lead
        : parts.lead,
    purpose: purposeOf(cells.purposeCell) ?? parts.purpose,
    times,
    timeText: [cells.timeCell, cells.durationCell, parts.timeText]
      .filter(Boolean)
      .join(' ')
      .replace(/\n/g, ' '),
    pages: printed(cells.pageCell) ?? parts.pages,
    body: parts.body ? [parts.body] : [],
    rule: 'agenda-table',
    deferred: isDeferral(opening),
  }
  const drafts: ItemDraft[] = [main]
  for (const text of cellLines) {
    const bullet = withoutBullet(text)
    const lead = leadLine(text)
    if (lead) {
      main.lead ??= lead
      continue
    }
    if (isOnlyTimes(text)) {
      main.times.push(...parseTimes(text))
      main.timeText = `${main.timeText} ${text}`.trim()
      continue
    }
    const plain = (bullet ?? text).trim()
    if (isOnlyPurpose(plain)) {
      main.purpose ??= purposeOf(plain)
      continue
    }
    const numbered = parseItemNumbers(text, null)[0]
    const sub = readTitle(numbered?.rest ?? plain)
    const short = plain.split(/\s+/).length <= 9 && !/[.:]$/.test(plain)
    const titled =
      bullet !== null
        ? short && /^[A-Z0-9]/.test(plain)
        : isKnownTitle(sub.title) || (numbered !== undefined && short)
    if (titled && !isNotItem(sub.title) && !looksLikeSentence(plain)) {
      drafts.push({
        ...main,
        number: numbered?.text ?? null,
        title: sub.title,
        level: 2,
        lead: sub.lead,
        purpose: sub.purpose,
        times: sub.times,
        timeText: sub.timeText,
        pages: sub.pages,
        body: [],
      })
    } else main.body.push(plain)
  }
  if (cells.textCell) main.body.push(...cells.textCell.split('\n'))
  return main.title === '' ? [] : drafts
}

function continues(opening: string, next: string): boolean {
  if (
    withoutBullet(next) !== null ||
    isOnlyTimes(next) ||
    isOnlyPurpose(next) ||
    isKnownTitle(next) ||
    leadLine(next) !== null
  )
    return false
  if (parseItemNumbers(next, null).length > 0 || looksLikeSentence(next)) return false
  if (/^[a-z(&]/.test(next)) return true
  if (/(?:\b(?:of|the|and|for|to|in|on|with|from|a|an|by|or)|[,&–—-])$/i.test(opening)) return true
  return opening.split(/\s+/).length <= 2 || (next.split(/\s+/).length <= 2 && opening.length > 24)
}

function printed(text: string): [number, number] | null {
  const match = /^(?:pages?|pp?\.?)?\s?(\d{1,4})(?:\s?[-–]\s?(\d{1,4}))?$/i.exec(text.trim())
  if (!match) return null
  const first = Number(match[1])
  return first > 0 ? [first, Math.max(first, Number(match[2] ?? first))] : null
}
