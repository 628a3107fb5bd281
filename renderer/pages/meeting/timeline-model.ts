import type { TimeWindow } from '../../../shared/model/analysis.ts'
import type { MeetingDetail, MeetingItem } from '../../../shared/model/library.ts'
import { clockMinutes } from '../../format/dates.ts'

export type Track = 'planned' | 'recorded'

export interface Block {
  readonly item: MeetingItem
  /** Minutes since midnight, or since the start of the meeting where no clock time is known. */
  readonly start: number
  readonly minutes: number
  /** The most the document allows, where it gives a range. */
  readonly minutesMax: number
}

export interface TrackLayout {
  readonly blocks: readonly Block[]
  readonly clock: boolean
}

export interface Timeline {
  readonly planned: TrackLayout
  readonly recorded: TrackLayout
  readonly clock: boolean
  readonly from: number
  readonly to: number
  /** Topics without a time of their own, above or below, in either track. */
  readonly untimed: readonly MeetingItem[]
}

const minutesOf = (item: MeetingItem, track: Track): number | null => item[track]?.minutes ?? null

function hasTimedDescendant(items: readonly MeetingItem[], id: string, track: Track): boolean {
  return items.some(
    (item) =>
      item.parent === id &&
      // A break stands beside its item, not in place of it.
      item.role !== 'break' &&
      (minutesOf(item, track) !== null || hasTimedDescendant(items, item.id, track)),
  )
}

function hasTimedAncestor(byId: ReadonlyMap<string, MeetingItem>, item: MeetingItem, track: Track): boolean {
  for (let at = item.parent; at !== null;) {
    const parent = byId.get(at)
    if (parent === undefined) return false
    if (minutesOf(parent, track) !== null) return true
    at = parent.parent
  }
  return false
}

/** Items laid one after another, each moved to its own clock time where the document gives one. */
function layTrack(items: readonly MeetingItem[], track: Track, window: TimeWindow | null): TrackLayout {
  // A parent's time is the sum of its children's, so only the innermost times are drawn.
  const drawn = items.filter(
    (item) => !item.deferred && minutesOf(item, track) !== null && !hasTimedDescendant(items, item.id, track),
  )
  const firstStart = drawn.find((item) => item[track]?.start)?.[track]?.start ?? null
  const opening = window?.start ?? (drawn[0]?.[track]?.start === firstStart ? firstStart : null)
  const clock = opening !== null
  let cursor = opening === null ? 0 : clockMinutes(opening)
  const blocks = drawn.map((item) => {
    const start = item[track]?.start ?? null
    if (clock && start !== null && clockMinutes(start) >= cursor) cursor = clockMinutes(start)
    const minutes = minutesOf(item, track) ?? 0
    const block = {
      item,
      start: cursor,
      minutes,
      minutesMax: track === 'planned' ? (item.planned?.minutesMax ?? minutes) : minutes,
    }
    cursor += minutes
    return block
  })
  return { blocks, clock }
}

function fromZero(layout: TrackLayout): TrackLayout {
  const first = layout.blocks[0]?.start ?? 0
  return { clock: false, blocks: layout.blocks.map((block) => ({ ...block, start: block.start - first })) }
}

/** Both tracks on one axis: the clock where both know it, else minutes from each one's start. */
export function timelineOf(meeting: Pick<MeetingDetail, 'items' | 'window'>): Timeline {
  const { items, window } = meeting
  const laid = {
    planned: layTrack(items, 'planned', window.planned),
    recorded: layTrack(items, 'recorded', window.recorded),
  }
  const used = [laid.planned, laid.recorded].filter((track) => track.blocks.length > 0)
  const clock = used.length > 0 && used.every((track) => track.clock)
  const planned = clock ? laid.planned : fromZero(laid.planned)
  const recorded = clock ? laid.recorded : fromZero(laid.recorded)
  const all = [...planned.blocks, ...recorded.blocks]
  const byId = new Map(items.map((item) => [item.id, item]))
  const timed = (item: MeetingItem, track: Track): boolean =>
    minutesOf(item, track) !== null ||
    hasTimedAncestor(byId, item, track) ||
    hasTimedDescendant(items, item.id, track)
  return {
    planned,
    recorded,
    clock,
    from: Math.min(...all.map((block) => block.start)),
    to: Math.max(...all.map((block) => block.start + block.minutesMax)),
    untimed: items.filter(
      (item) =>
        item.role === 'topic' && !item.deferred && !timed(item, 'planned') && !timed(item, 'recorded'),
    ),
  }
}

/** Round marks for the axis, six to twelve of them. */
export function axisMarks(from: number, to: number): number[] {
  const span = Math.max(to - from, 1)
  const step = [5, 10, 15, 30, 60, 120, 240].find((size) => span / size <= 10) ?? 480
  const marks: number[] = []
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) marks.push(at)
  return marks
}
