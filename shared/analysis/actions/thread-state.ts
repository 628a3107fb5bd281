import type { ActionPlace, ActionState } from '../../model/actions-over-meetings.ts'
import type { MeetingOfBoard } from './action-record.ts'
import type { Carrier, HistoryEntry, ThreadHistory } from './thread-history.ts'

export interface RecordedState {
  readonly state: ActionState
  /** Later documents that carry actions and do not hold this one, from its first mention on. */
  readonly notCarried: ActionPlace[]
  readonly later: { readonly meetings: number; readonly carrying: number }
  /** What the state rests on. */
  readonly evidence: HistoryEntry | null
}

const placeOf = ({ meetingId, date, documentId, document, kind, page }: ActionPlace): ActionPlace => ({
  meetingId,
  date,
  documentId,
  document,
  kind,
  page,
})

/** What the record says of one action, and from which documents. */
export function recordedState(
  { entries }: ThreadHistory,
  meetings: readonly MeetingOfBoard[],
  carriers: readonly Carrier[],
): RecordedState {
  const counted = entries.filter(({ role }) => role !== 'repeated')
  const holding = new Set(counted.map(({ meetingId }) => meetingId))
  const first = counted[0]?.at ?? null
  const last = counted.findLast(({ at }) => at !== null) ?? counted.at(-1) ?? null
  const lastAt = last?.at ?? null
  const done = doneBy(counted)
  const until = done?.at ?? Infinity
  const dated = meetings.flatMap((meeting, at) => (meeting.date === null ? [] : [at]))
  const after = dated.filter((at) => lastAt !== null && at > lastAt)
  const absent = carriers.filter(
    ({ at, place }) => first !== null && at > first && at < until && !holding.has(place.meetingId),
  )
  const carryingAfter = new Set(
    carriers.filter(({ at }) => lastAt !== null && at > lastAt).map(({ at }) => at),
  )
  const shared = {
    notCarried: absent.map(({ place }) => placeOf(place)),
    later: { meetings: after.length, carrying: carryingAfter.size },
  }
  if (done !== null) return { ...shared, state: 'done', evidence: done }
  if (carryingAfter.size > 0) return { ...shared, state: 'lost', evidence: last }
  if (counted.length === 1 && after.length > 0) return { ...shared, state: 'not followed up', evidence: last }
  return { ...shared, state: 'open', evidence: last }
}

/** The words that say it was done, unless a later meeting still had it open. */
function doneBy(entries: readonly HistoryEntry[]): HistoryEntry | null {
  const done = entries.findLast(({ says }) => says === 'done') ?? null
  if (done === null) return null
  const reopened = entries.some(
    ({ at, says, role }) =>
      at !== null && done.at !== null && at > done.at && (says === 'open' || role === 'asked'),
  )
  return reopened ? null : done
}
