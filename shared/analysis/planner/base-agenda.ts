import { FOCI } from '../../model/focus.ts'
import type { MeetingDetail, MeetingItem } from '../../model/library.ts'
import { LONGEST_MEETING, MOST_AGENDA_ITEMS } from '../../model/planner.ts'
import type { MinutesBasis, PlanBaseItem, PlanEvidence, PlanSource } from '../../model/planner.ts'
import { windowMinutes } from '../measure/measure-meeting.ts'
import { titleSimilarity, titleWords } from '../measure/title-similarity.ts'
import { templateItems } from './template-agenda.ts'

export interface BaseAgenda {
  readonly source: PlanSource
  readonly items: PlanBaseItem[]
  readonly start: string | null
  /** The meeting's whole time: its window where some row has no minutes, else the sum of the rows. */
  readonly total: number
}

type Times = 'planned' | 'recorded'

/** Titles this alike name the same standing item of a board. */
const SAME_ITEM = 0.7
const MOST_HISTORY = 12

const byDate = (a: MeetingDetail, b: MeetingDetail): number =>
  (a.date ?? '').localeCompare(b.date ?? '') || a.id.localeCompare(b.id)

function timeOf(item: MeetingItem, times: Times): { minutes: number; basis: MinutesBasis } | null {
  const time = times === 'planned' ? item.planned : item.recorded
  if (time === null || time.minutes === null) return null
  const most = times === 'planned' ? (item.planned?.minutesMax ?? time.minutes) : time.minutes
  const basis: Record<typeof time.basis, MinutesBasis> = {
    stated: 'stated',
    derived: 'derived',
    human: 'given',
  }
  const minutes = Math.min(LONGEST_MEETING, Math.max(1, Math.round((time.minutes + most) / 2)))
  return { minutes, basis: basis[time.basis] }
}

/** One row: an item with the minutes it shares with nobody, and what stands below it without a time of its own. */
interface Row {
  item: MeetingItem
  group: string | null
  parts: MeetingItem[]
  time: { minutes: number; basis: MinutesBasis } | null
}

/**
 * The rows of an agenda, each minute in one place: an item whose children have no times is one row with them as its
 * parts; where its children have times they are the rows, and what is left of the parent's own time is a row too.
 * Deferred items were not spoken of and are left out.
 */
function rowsOf(meeting: MeetingDetail, times: Times): Row[] {
  const children = new Map<string | null, MeetingItem[]>()
  for (const item of meeting.items) {
    if (item.deferred) continue
    const siblings = children.get(item.parent)
    if (siblings === undefined) children.set(item.parent, [item])
    else siblings.push(item)
  }
  const rows: Row[] = []
  const below = (item: MeetingItem): MeetingItem[] => {
    const all: MeetingItem[] = []
    const waiting = (children.get(item.id) ?? []).toReversed()
    for (let next = waiting.pop(); next !== undefined && all.length < 500; next = waiting.pop()) {
      all.push(next)
      waiting.push(...(children.get(next.id) ?? []).toReversed())
    }
    return all
  }
  const add = (item: MeetingItem, group: string | null, depth: number): void => {
    const own = timeOf(item, times)
    const under = below(item)
    const timedBelow = under.some((part) => timeOf(part, times) !== null)
    if (!timedBelow || depth > 6) {
      rows.push({ item, group, parts: under, time: own })
      return
    }
    const direct = children.get(item.id) ?? []
    const first = rows.length
    const untimed: MeetingItem[] = []
    for (const child of direct) {
      if (timeOf(child, times) !== null || below(child).some((part) => timeOf(part, times) !== null))
        add(child, group ?? item.title, depth + 1)
      else if (own === null)
        rows.push({ item: child, group: group ?? item.title, parts: below(child), time: null })
      else untimed.push(child)
    }
    const spent = rows.slice(first).reduce((sum, row) => sum + (row.time?.minutes ?? 0), 0)
    if (own !== null && own.minutes > spent && (untimed.length > 0 || direct.length === 0))
      rows.splice(first, 0, {
        item,
        group,
        parts: untimed,
        time: { minutes: own.minutes - spent, basis: 'derived' },
      })
  }
  for (const item of children.get(null) ?? []) add(item, null, 0)
  return rows
}

const isTimed = (meeting: MeetingDetail, times: Times): boolean =>
  rowsOf(meeting, times).some((row) => row.time !== null && row.item.role === 'topic')

/** The latest meeting with planned times, else the latest with recorded ones. */
function lastTimed(meetings: readonly MeetingDetail[]): { meeting: MeetingDetail; times: Times } | null {
  const latestFirst = meetings.toSorted(byDate).toReversed()
  for (const times of ['planned', 'recorded'] as const) {
    const meeting = latestFirst.find((known) => isTimed(known, times))
    if (meeting !== undefined) return { meeting, times }
  }
  return null
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] ?? upper) + upper) / 2)
}

/** How long the same item took at earlier meetings of the board, latest first. */
function historyOf(title: string, earlier: readonly MeetingDetail[]): PlanBaseItem['history'] {
  const words = titleWords(title)
  const found: PlanBaseItem['history'] = []
  for (const meeting of earlier) {
    let best: { alike: number; minutes: number } | null = null
    for (const item of meeting.items) {
      const time = timeOf(item, 'planned') ?? timeOf(item, 'recorded')
      if (time === null || item.deferred) continue
      const alike = titleSimilarity(words, titleWords(item.title))
      if (alike >= SAME_ITEM && (best === null || alike > best.alike)) best = { alike, minutes: time.minutes }
    }
    if (best !== null) found.push({ meetingId: meeting.id, date: meeting.date, minutes: best.minutes })
    if (found.length >= MOST_HISTORY) break
  }
  return found
}

function evidenceOf(meeting: MeetingDetail, item: MeetingItem): PlanEvidence[] {
  return item.sources.slice(0, 3).map((source) => ({
    meetingId: meeting.id,
    date: meeting.date,
    documentId: source.documentId,
    passageId: null,
    page: source.page,
    quote: source.quote.slice(0, 400),
  }))
}

function sharesOf(row: Row): Pick<PlanBaseItem, 'customer' | 'substantive' | 'focus'> {
  if (row.item.role !== 'topic') return { customer: 0, substantive: 0, focus: 'procedural' }
  const { shares } = row.item
  const sum = FOCI.reduce((total, focus) => total + shares[focus], 0) || 1
  const exact = (value: number): number => Math.min(1, Math.max(0, Math.round((value / sum) * 1000) / 1000))
  const substantive = exact(sum - shares.procedural)
  return { customer: Math.min(substantive, exact(shares.customer)), substantive, focus: row.item.focus }
}

const sumOf = (items: readonly PlanBaseItem[]): number =>
  items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)

function templateAgenda(): BaseAgenda {
  const items = templateItems()
  return { source: { kind: 'template' }, items, start: null, total: sumOf(items) }
}

/**
 * The agenda a plan starts from: the board's last one with times, or the template where there is none. A row without
 * a time gets what is left of the meeting's window where it is the only one, else the median of the same item at this
 * board's earlier meetings, else none: nothing is made up, and `basis` says which it was.
 */
export function baseAgenda(meetings: readonly MeetingDetail[]): BaseAgenda {
  const last = lastTimed(meetings)
  if (last === null) return templateAgenda()
  const { meeting, times } = last
  const rows = rowsOf(meeting, times).slice(0, MOST_AGENDA_ITEMS)
  const window = windowMinutes(meeting.window[times])
  const untimed = rows.filter((row) => row.time === null)
  const left = window === null ? 0 : window - rows.reduce((sum, row) => sum + (row.time?.minutes ?? 0), 0)
  const earlier = meetings
    .filter((known) => known.id !== meeting.id)
    .toSorted(byDate)
    .toReversed()
  const items = rows.map((row, index): PlanBaseItem => {
    const history = row.time === null ? historyOf(row.item.title, earlier) : []
    const time =
      row.time ??
      (untimed.length === 1 && left > 0 && left <= 120
        ? { minutes: left, basis: 'window' as const }
        : history.length > 0
          ? { minutes: median(history.map(({ minutes }) => minutes)), basis: 'history' as const }
          : { minutes: null, basis: 'unknown' as const })
    return {
      id: `a${index + 1}`,
      number: row.item.number?.slice(0, 40) ?? null,
      title: row.item.title.trim().slice(0, 400) || 'Untitled item',
      group: row.group?.slice(0, 400) ?? null,
      parts: row.parts.slice(0, 100).map((part) => part.title.slice(0, 400)),
      lead: row.item.lead?.slice(0, 300) ?? null,
      purpose: row.item.purpose,
      role: row.item.role,
      ...time,
      history: time.basis === 'history' ? history : [],
      ...sharesOf(row),
      evidence: evidenceOf(meeting, row.item),
    }
  })
  const sum = sumOf(items)
  const isWhole = items.every(({ minutes }) => minutes !== null)
  return {
    total: isWhole || window === null ? sum : Math.max(sum, window),
    source: { kind: 'meeting', meetingId: meeting.id, date: meeting.date, times },
    items,
    start: meeting.window[times]?.start ?? rows[0]?.item[times]?.start ?? null,
  }
}
