import type { Line } from '../line.ts'
import { parseClocks } from '../times/parse-clock.ts'
import { parseClockRanges } from '../times/parse-clock-range.ts'
import { parseTimes } from '../times/parse-times.ts'
import type { TimeCandidate } from '../times/time-candidate.ts'
import type { ItemDraft } from './item-draft.ts'
import { isLead, leadLine, tidyLead } from './item-lead.ts'
import { parseItemNumbers, withoutBullet } from './item-number.ts'
import { isOnlyPurpose, purposeOf } from './item-purpose.ts'
import { isOnlyTimes, readTitle } from './item-title.ts'
import { isAttendance, isKnownTitle, isNotItem, itemRole } from './known-titles.ts'
import { isOnlyPaper } from './paper-reference.ts'

export type ColumnRole =
  | 'number'
  | 'time'
  | 'duration'
  | 'offset'
  | 'title'
  | 'lead'
  | 'purpose'
  | 'paper'
  | 'page'
  | 'text'
  | 'action'
  | 'due'
  | 'status'

const HEADS: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(?:#|no\.?|nr\.?|number|ref\.?|item (?:no\.?|number|#)|agenda (?:no\.?|#)|s\/n)$/i, 'number'],
  [
    /^(?:time ?\(min(?:ute)?s?\.?\)|min(?:ute)?s?\.?|duration.*|length.*|time ?box(?:ed)?|time (?:allot|alloc|allow|need|requir)\w+|allotted time|allocated time|est(?:imated|\.)? (?:time|duration).*|how long.*)$/i,
    'duration',
  ],
  [/^(?:time|timing|timings|start(?: time)?|when|schedule|clock|start[ /–-]*end|from)$/i, 'time'],
  [
    /^(?:agenda ?items?|items?|topics?|subject|title|agenda|description|business|agenda ?item ?\/? ?topic|discussion topic|session|activity|matter|issue|heading|item ?\/ ?(?:topic|subject|title)|what|agenda topics?)$/i,
    'title',
  ],
  [
    /^(?:lead|leading|lead ?\/ ?owner|led by|presenter|presenter\(?s\)?|presented by|owner|who|speaker|speaker\(?s\)?|responsible|sponsor|lead (?:director|officer|person|member)|by|facilitator|person(?: responsible)?|champion|presenter ?\/ ?lead|lead ?\/ ?presenter|name|author|responsibility|report author|exec(?:utive)? lead)$/i,
    'lead',
  ],
  [
    /^(?:purpose|action required|for|type|desired outcome|outcome|objective|required action|aim|status ?\/ ?purpose|decision ?\/ ?info\w*|action sought|expected outcome)$/i,
    'purpose',
  ],
  [
    /^(?:paper|papers|enc\.?|encl(?:osure)?s?\.?|enclosed|document|documents|attachment|attachments|att\.?|paper (?:ref|no)\.?|ref(?:erence)?|format|report|page\/paper|supporting (?:docs?|documents?|papers?|material))$/i,
    'paper',
  ],
  [/^(?:page|pages|page no\.?|pg\.?|pp\.?|p\.)$/i, 'page'],
  [
    /^(?:discussion|notes?|minutes?|details?|comments?|summary|discussion ?\/ ?\w+|key points|conclusions?)$/i,
    'text',
  ],
  [
    /^(?:actions?|action items?|action ?\/ ?owner|follow[- ]?up|tasks?|actions? (?:agreed|arising|points?))$/i,
    'action',
  ],
  [
    /^(?:due|due date|deadline|by when|target date|when|timescale|timeframe|completion date|date due)$/i,
    'due',
  ],
  [/^(?:status|progress|update|complete\??|rag|done)$/i, 'status'],
]

export function columnRole(head: string): ColumnRole | null {
  const plain = head.replace(/\s+/g, ' ').replace(/[*:]/g, '').trim()
  if (plain.length > 32) return null
  for (const [pattern, role] of HEADS) if (pattern.test(plain)) return role
  return null
}

/** The roles of a row's cells when the row is a column head, else null. */
export function headRoles(cells: readonly string[]): (ColumnRole | null)[] | null {
  const filled = cells.filter((c) => c.trim() !== '')
  if (filled.length < 2) return null
  const roles = cells.map((c) => (c.trim() === '' ? null : columnRole(c)))
  const known = roles.filter((r) => r !== null).length
  return known >= 2 && known >= filled.length - 1 ? roles : null
}

/** Rows of one table, in order. */
export interface TableLines {
  block: number
  /** Positions in the list of lines. */
  positions: number[]
  rows: Line[]
}

export function tablesOf(lines: readonly Line[]): TableLines[] {
  const tables: TableLines[] = []
  lines.forEach((line, at) => {
    if (!line.cells) return
    const open = tables.at(-1)
    if (open && open.block === line.block) {
      open.positions.push(at)
      open.rows.push(line)
    } else tables.push({ block: line.block, positions: [at], rows: [line] })
  })
  return tables
}

interface Layout {
  roles: (ColumnRole | null)[]
  /** Rows before this one are head or preamble. */
  from: number
  minutesHead: boolean
}

/** What each column holds, from the head row, else from the cells themselves. */
function layoutOf(table: TableLines, inherited: Layout | null): Layout | null {
  for (let r = 0; r < Math.min(table.rows.length, 4); r += 1) {
    const cells = table.rows[r]?.cells ?? []
    const roles = headRoles(cells)
    if (!roles) continue
    if (
      roles.includes('action') &&
      !roles.includes('time') &&
      !roles.includes('duration') &&
      !roles.includes('title')
    )
      return null
    if (
      (roles.includes('due') || roles.includes('status')) &&
      !roles.includes('time') &&
      !roles.includes('duration')
    )
      return null
    const minutesHead = cells.some((c, i) => roles[i] === 'duration' && /min/i.test(c))
    return { roles: completed(roles, table, r + 1), from: r + 1, minutesHead }
  }
  if (inherited && inherited.roles.length === (table.rows[0]?.cells?.length ?? 0))
    return { ...inherited, from: 0 }
  return byContent(table)
}

/** Columns without a head get a role by what stands in them. */
function completed(roles: (ColumnRole | null)[], table: TableLines, from: number): (ColumnRole | null)[] {
  const several = table.rows.slice(from).filter((r) => (r.cells ?? []).filter((c) => c !== '').length > 1)
  const guess = byContent({ ...table, rows: several })?.roles ?? []
  const result = roles.map((role, i) => {
    if (role !== null) return role
    const guessed = guess[i] ?? null
    return guessed !== null && !roles.includes(guessed) ? guessed : null
  })
  if (!result.includes('title')) {
    const widest = widestColumn(table, from, result)
    if (widest !== null) result[widest] = 'title'
  }
  return result
}

function widestColumn(table: TableLines, from: number, roles: readonly (ColumnRole | null)[]): number | null {
  let best: number | null = null
  let most = 0
  const columns = Math.max(...table.rows.map((r) => r.cells?.length ?? 0))
  for (let c = 0; c < columns; c += 1) {
    if (roles[c] !== null && roles[c] !== undefined) continue
    const letters = table.rows
      .slice(from)
      .reduce((n, r) => n + (r.cells?.[c] ?? '').replace(/[^A-Za-z]/g, '').length, 0)
    if (letters > most) {
      most = letters
      best = c
    }
  }
  return best
}

const BARE_NUMBER = /^\(?(?:\d{1,3}(?:\.\d{1,2}){0,2}|[A-Za-z]|[ivxIVX]{1,5})[.):]?$/

function firstLine(cell: string): string {
  return cell.split('\n')[0] ?? cell
}

function byContent(table: TableLines): Layout | null {
  const columns = Math.max(0, ...table.rows.map((r) => r.cells?.length ?? 0))
  if (columns < 2) return null
  const roles: (ColumnRole | null)[] = []
  for (let c = 0; c < columns; c += 1) {
    const cells = table.rows.map((r) => (r.cells?.[c] ?? '').trim()).filter(Boolean)
    const share = (test: (cell: string) => boolean) =>
      cells.length === 0 ? 0 : cells.filter(test).length / cells.length
    if (cells.length === 0) roles.push(null)
    else if (share((t) => isOnlyTimes(t.replace(/\n/g, ' '))) >= 0.7) {
      const durations = cells.filter((t) => parseTimes(t).every((x) => x.form === 'duration')).length
      roles.push(durations > cells.length / 2 ? 'duration' : 'time')
    } else if (share((t) => BARE_NUMBER.test(t)) >= 0.7)
      roles.push(roles.includes('number') ? null : 'number')
    else if (share((t) => isOnlyPurpose(firstLine(t))) >= 0.6) roles.push('purpose')
    else if (share((t) => isOnlyPaper(firstLine(t))) >= 0.6) roles.push('paper')
    else if (c > 0 && share((t) => isLead(t)) >= 0.6) roles.push('lead')
    else roles.push(null)
  }
  const widest = widestColumn(table, 0, roles)
  if (widest !== null) roles[widest] = 'title'
  const timed = roles.includes('time') || roles.includes('duration')
  const known = table.rows.filter((r) => {
    const title = stripNumber((r.cells?.[widest ?? 0] ?? '').split('\n')[0] ?? '')
    return isKnownTitle(title) && !isAttendance(title)
  }).length
  const clocks = table.rows.filter((r) =>
    r.cells?.some((c, i) => roles[i] === 'time' && !/^\d{1,3}\.\d{2}$/.test(c.trim()) && c.trim() !== ''),
  ).length
  if (!timed && known < 2) return null
  if (timed && known < 1 && clocks < 2 && !roles.includes('duration')) return null
  return { roles, from: 0, minutesHead: false }
}

function stripNumber(text: string): string {
  return parseItemNumbers(text, null)[0]?.rest ?? text
}

/** Items read from agenda tables, and the positions of the rows they took. */
export function agendaTableItems(lines: readonly Line[]): { drafts: ItemDraft[]; rows: Set<number> } {
  const drafts: ItemDraft[] = []
  const rows = new Set<number>()
  let inherited: Layout | null = null
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
  return { drafts, rows }
}

function readRows(table: TableLines, layout: Layout, drafts: ItemDraft[], rows: Set<number>): void {
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
    title: parts.title,
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
    deferred: false,
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
    if (titled && !isNotItem(sub.title)) {
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
  if (parseItemNumbers(next, null).length > 0) return false
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

const OFFSETS = /^(\d{1,3})\s?(?:to|[-–—])\s?(\d{1,3})$/i

/** Form 19: minutes from the start, each row beginning where the one above ends. */
function areOffsets(column: readonly string[]): boolean {
  const pairs = column.map((c) => OFFSETS.exec(c.trim())).filter((m) => m !== null)
  let joined = 0
  pairs.forEach((pair, i) => {
    if (i > 0 && pairs[i - 1]?.[2] === pair[1]) joined += 1
  })
  return pairs.length >= 2 && joined >= pairs.length - 2 && joined >= 1
}

function offsetTimes(cell: string): TimeCandidate[] | null {
  const match = OFFSETS.exec(cell.trim())
  if (!match) return null
  const minutes = Number(match[2]) - Number(match[1])
  if (minutes <= 0) return null
  return [
    {
      form: 'duration',
      minutes,
      minutesMax: minutes,
      limit: false,
      index: 0,
      length: cell.length,
      text: cell,
      rule: 'minute-offsets',
    },
  ]
}

/** Forms 3, 6, 18–21: what the time and duration cells say. */
export function cellTimes(timeCell: string, durationCell: string, columns: TimeColumns): TimeCandidate[] {
  const times: TimeCandidate[] = []
  const time = timeCell.replace(/\n/g, ' ').trim()
  const duration = durationCell.replace(/\n/g, ' ').trim()
  if (columns.offsets) {
    const offset = offsetTimes(duration || time)
    if (offset) return offset
  }
  if (time) {
    if (parseClockRanges(time).length > 0 || /min|\bm\b|hour|hr|['′’"]/i.test(time))
      times.push(...parseTimes(time))
    else times.push(...parseClocks(time).map((c) => ({ ...c, weak: false })))
  }
  if (duration) times.push(...durationCellTimes(duration, columns.minutesHead, columns.durations))
  return times
}

/** What the whole of a table's time and duration columns says about single cells. */
interface TimeColumns {
  minutesHead: boolean
  durations: readonly string[]
  offsets: boolean
}

function durationCellTimes(text: string, minutesHead: boolean, column: readonly string[]): TimeCandidate[] {
  const make = (minutes: number, minutesMax: number, rule: string): TimeCandidate[] =>
    minutes > 0 && minutesMax <= 960
      ? [{ form: 'duration', minutes, minutesMax, limit: false, index: 0, length: text.length, text, rule }]
      : []
  const clocklike = /^(\d{1,2}):(\d{2})$/.exec(text)
  // In a column of durations 1:00 is an hour; the clock can't say so by itself.
  if (clocklike)
    return make(
      Number(clocklike[1]) * 60 + Number(clocklike[2]),
      Number(clocklike[1]) * 60 + Number(clocklike[2]),
      'duration-column-hours',
    )
  const bare = /^(\d{1,3})(?:\s?[-–]\s?(\d{1,3}))?$/.exec(text)
  if (bare) {
    const said =
      minutesHead ||
      column.some((c) => /min|^\d{1,2}:\d{2}$|hour/i.test(c)) ||
      column.filter((c) => /^\d{1,3}$/.test(c.trim())).length >= 2
    return said ? make(Number(bare[1]), Number(bare[2] ?? bare[1]), 'duration-column-minutes') : []
  }
  return parseTimes(text).filter((t) => !(t.form === 'duration' && t.limit))
}
