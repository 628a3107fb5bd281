import { customerGaps } from '../../../shared/analysis/planner/customer-gaps.ts'
import { findGaps } from '../../../shared/analysis/planner/gaps.ts'
import type { PlannerGaps } from '../../../shared/analysis/planner/gaps.ts'
import type { Id, MeetingDetail } from '../../../shared/model/library.ts'
import { readRegister, SILENT_FROM } from '../customers/read-register.ts'
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

/** What the library leaves open for a board today. */
export function gapsOfBoard(
  store: Pick<LibraryStore, 'customers'>,
  boardId: Id,
  meetings: readonly MeetingDetail[],
  now: Date,
): PlannerGaps {
  const today = localDate(now)
  const { customers } = readRegister(store.customers, boardId, today, 0)
  return findGaps(meetings, today, { customers: customerGaps(customers, today, SILENT_FROM) })
}
