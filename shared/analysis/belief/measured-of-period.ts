import type { BeliefMeasured, BeliefRound } from '../../model/belief.ts'
import type { BoardTrend } from '../../model/library.ts'
import type { ShareRange } from '../../model/measures.ts'

/** The board's share over the meetings of a round's period, each meeting by its size on the lens; null where none has it. */
export function measuredOfPeriod(trend: BoardTrend, { from, to, lens }: BeliefRound): BeliefMeasured | null {
  const inPeriod = (date: string | null): boolean => date !== null && date >= from && date <= to
  const meetings = trend.meetings.filter(({ date }) => inPeriod(date))
  const total = meetings.reduce((sum, meeting) => sum + meeting.total, 0)
  if (meetings.length === 0 || total === 0) return null
  const over = (end: keyof ShareRange, focus: 'customer' | 'numbers'): number =>
    Math.min(
      1,
      meetings.reduce((sum, meeting) => sum + meeting.shares[focus][end] * meeting.total, 0) / total,
    )
  const rangeOf = (focus: 'customer' | 'numbers'): ShareRange => ({
    low: over('low', focus),
    mid: over('mid', focus),
    high: over('high', focus),
  })
  return {
    lens,
    customer: rangeOf('customer'),
    numbers: rangeOf('numbers'),
    untimedItems: meetings.reduce((sum, meeting) => sum + meeting.untimedItems, 0),
    meetings: meetings.map(({ id, date, shares, untimedItems }) => ({
      id,
      date,
      customer: shares.customer,
      untimedItems,
    })),
    absent: trend.absent.filter(({ date }) => inPeriod(date)).length,
  }
}
