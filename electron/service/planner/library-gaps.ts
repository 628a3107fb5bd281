import { beliefGap } from '../../../shared/analysis/planner/belief-gap.ts'
import { customerGaps } from '../../../shared/analysis/planner/customer-gaps.ts'
import { decisionGaps } from '../../../shared/analysis/planner/decision-gaps.ts'
import { findGaps } from '../../../shared/analysis/planner/gaps.ts'
import type { PlannerGaps } from '../../../shared/analysis/planner/gaps.ts'
import type { BeliefResult } from '../../../shared/model/belief.ts'
import type { Id, MeetingDetail } from '../../../shared/model/library.ts'
import { readBelief } from '../belief/belief-handlers.ts'
import { readRegister, SILENT_FROM } from '../customers/read-register.ts'
import { readDecisions } from '../customers/read-voice.ts'
import type { LibraryStore } from '../../store/library-store.ts'

/** How far back a plan looks: two years of monthly meetings. */
const MOST_MEETINGS = 24

/** A board's latest meetings, whole. Throws `not-found` for a board that is gone. */
export function latestMeetings(
  store: Pick<LibraryStore, 'board' | 'meetings' | 'meeting'>,
  boardId: Id,
): MeetingDetail[] {
  store.board(boardId)
  return store
    .meetings({ boardId })
    .filter(({ date }) => date !== null)
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
    .slice(0, MOST_MEETINGS)
    .map(({ id }) => store.meeting(id))
}

const two = (value: number): string => String(value).padStart(2, '0')

const localDate = (now: Date): string => {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The latest round of a board that is closed; what may be shown of it is for `beliefGap` to say. */
function latestBelief(store: LibraryStore, boardId: Id): BeliefResult | null {
  const last = store.belief.rounds(boardId).findLast(({ closed }) => closed)
  return last === undefined ? null : readBelief(store, last.id)
}

/** What the library leaves open for a board today. */
export function gapsOfBoard(
  store: LibraryStore,
  boardId: Id,
  meetings: readonly MeetingDetail[],
  now: Date,
): PlannerGaps {
  const today = localDate(now)
  const { customers } = readRegister(store.customers, boardId, today, 0)
  const latest = meetings.find(({ passages }) => passages.length > 0)
  const belief = latestBelief(store, boardId)
  return findGaps(meetings, today, {
    customers: customerGaps(customers, today, SILENT_FROM),
    decisions: latest === undefined ? [] : decisionGaps(readDecisions(store, boardId, latest.id)),
    belief: belief === null ? null : beliefGap(belief),
  })
}
