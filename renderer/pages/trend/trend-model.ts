import type { Focus } from '../../../shared/model/focus.ts'
import { FOCI, SUBSTANTIVE_FOCI } from '../../../shared/model/focus.ts'
import type { BoardTrend, TrendPoint } from '../../../shared/model/library.ts'
import type { FocusShares, ShareRange } from '../../../shared/model/measures.ts'
import { dateMiddle, monthsBefore } from '../../format/dates.ts'
import type { Denominator } from '../../navigation/use-view.ts'

/** One place on the time axis: a meeting, measured on this lens or not. */
export interface Slot {
  readonly id: string
  readonly date: string
  readonly point: TrendPoint | null
  /** Rolling mean of three at this meeting; null until three are there, and where the lens is absent. */
  readonly rollingMean: number | null
}

export function fociOver(over: Denominator): readonly Focus[] {
  return over === 'all' ? FOCI : SUBSTANTIVE_FOCI
}

/** What the shares are of, beside a chart's title. */
export function denominatorInWords(over: Denominator): string {
  return over === 'all' ? 'procedure counted in' : 'procedure left out'
}

export function sharesOver(point: TrendPoint, over: Denominator): FocusShares {
  return over === 'all' ? point.sharesOfAll : point.shares
}

/** All dated meetings in order of time, with those the lens is absent for. */
export function slotsOf(trend: BoardTrend): Slot[] {
  const measured = trend.meetings.map((point, index) => ({
    id: point.id,
    date: point.date,
    point,
    rollingMean: trend.trend.rollingMean[index] ?? null,
  }))
  const absent = trend.absent.flatMap(({ id, date }) =>
    date === null ? [] : [{ id, date, point: null, rollingMean: null }],
  )
  return [...measured, ...absent].toSorted((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id))
}

export interface Period {
  readonly value: string
  readonly label: string
}

/** The periods worth offering for these meetings. */
export function periodsOf(slots: readonly Slot[]): Period[] {
  const years = [...new Set(slots.map((slot) => slot.date.slice(0, 4)))].toReversed()
  return [
    { value: 'all', label: 'All meetings' },
    { value: '12m', label: 'Last 12 months' },
    { value: '24m', label: 'Last 24 months' },
    ...years.map((year) => ({ value: year, label: year })),
  ]
}

/** The slots of a period; the last 12 months are counted back from the last meeting. */
export function slotsIn(slots: readonly Slot[], period: string): Slot[] {
  const last = slots.at(-1)?.date
  if (last === undefined || period === 'all') return [...slots]
  const months = { '12m': 12, '24m': 24 }[period]
  if (months === undefined) return slots.filter((slot) => slot.date.startsWith(period))
  const from = monthsBefore(last, months)
  return slots.filter((slot) => slot.date > from)
}

/** How much a meeting counts in a share over several: what was measured of it, in the lens's unit. */
function weightOf(point: TrendPoint, over: Denominator): number {
  return over === 'all' ? point.total : point.total * (1 - point.sharesOfAll.procedural.mid)
}

/**
 * One share over several meetings, each counting by its size. Null where nothing was measured.
 * It is a range only by the time that is not known: the bands of single meetings even out over several.
 */
export function pooledShare(
  points: readonly TrendPoint[],
  focus: Focus,
  over: Denominator,
): ShareRange | null {
  const sum = { low: 0, mid: 0, high: 0, weight: 0 }
  for (const point of points) {
    const weight = weightOf(point, over)
    const share = sharesOver(point, over)[focus]
    const known = point.untimedItems === 0
    sum.low += (known ? share.mid : share.low) * weight
    sum.mid += share.mid * weight
    sum.high += (known ? share.mid : share.high) * weight
    sum.weight += weight
  }
  if (sum.weight === 0) return null
  return { low: sum.low / sum.weight, mid: sum.mid / sum.weight, high: sum.high / sum.weight }
}

/** Meetings on one day are told apart by their place in the list. */
export function slotName(slot: Slot): string {
  return dateMiddle(slot.date)
}
