import { LENSES } from '../../shared/model/measures.ts'
import type { Lens } from '../../shared/model/measures.ts'
import type { MeetingSummary } from '../../shared/model/library.ts'

/** How many of the meetings each lens can be measured for. */
export function meetingsByLens(meetings: readonly Pick<MeetingSummary, 'measures'>[]): Record<Lens, number> {
  const count = (lens: Lens): number => meetings.filter(({ measures }) => measures[lens] !== null).length
  return {
    planned: count('planned'),
    recorded: count('recorded'),
    record: count('record'),
    pack: count('pack'),
  }
}

/**
 * The lens shown where the address names none: planned minutes where a third of the meetings state them, else the
 * next that so many have, else the one that most have.
 */
export function defaultLens(meetings: readonly Pick<MeetingSummary, 'measures'>[]): Lens {
  const counts = meetingsByLens(meetings)
  const common = LENSES.find((lens) => counts[lens] > 0 && counts[lens] * 3 >= meetings.length)
  return common ?? LENSES.toSorted((a, b) => counts[b] - counts[a])[0] ?? 'planned'
}
