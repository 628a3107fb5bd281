import type { DocumentKind } from '../../model/analysis.ts'
import type { Attention, LastMention } from '../../model/customers.ts'
import type { Focus } from '../../model/focus.ts'
import { inOrder } from './record-cover.ts'
import type { RecordMeeting } from './record-cover.ts'

/** A passage that names a customer. */
export interface NamingPassage {
  customerId: string
  passageId: string
  meetingId: string
  date: string | null
  kind: DocumentKind
  focus: Focus
  words: number
}

const none = (): Attention => ({
  passages: 0,
  words: 0,
  meetings: 0,
  byFocus: { customer: 0, 'customer-in-numbers': 0, numbers: 0, other: 0, procedural: 0 },
  lastDiscussed: null,
  lastInPapers: null,
  silentFor: 0,
  doubtful: 0,
})

/** Later, or of the same meeting and closer to the customer: a figure counts least. */
const WEIGHT: Record<Focus, number> = {
  customer: 4,
  other: 3,
  'customer-in-numbers': 2,
  numbers: 1,
  procedural: 0,
}
function isLater(found: NamingPassage, than: LastMention | null): boolean {
  if (than === null) return true
  const [a, b] = [found.date ?? '', than.date ?? '']
  return a === b ? WEIGHT[found.focus] > WEIGHT[than.focus] : a > b
}

/**
 * What the record holds of each customer. A customer named several times in a passage counts once there; `silentFor`
 * counts the latest dated meetings of the record without it, whatever documents they have.
 */
export function measureAttention(
  customerIds: readonly string[],
  meetings: readonly RecordMeeting[],
  naming: readonly NamingPassage[],
  doubtful: ReadonlyMap<string, number>,
): Map<string, Attention> {
  const all = new Map(customerIds.map((id) => [id, none()]))
  const order = new Map(inOrder(meetings).map(({ id }, place) => [id, place]))
  const meetingsOf = new Map<string, Set<string>>()
  const seen = new Set<string>()
  for (const found of naming) {
    const attention = all.get(found.customerId)
    const key = `${found.customerId} ${found.passageId}`
    if (attention === undefined || seen.has(key)) continue
    seen.add(key)
    attention.passages += 1
    attention.words += found.words
    attention.byFocus[found.focus] += 1
    const list = meetingsOf.get(found.customerId) ?? new Set()
    meetingsOf.set(found.customerId, list.add(found.meetingId))
    const last = { meetingId: found.meetingId, date: found.date, focus: found.focus }
    const isMinutes = found.kind === 'minutes' || found.kind === 'transcript'
    if (isMinutes && found.focus !== 'procedural' && isLater(found, attention.lastDiscussed))
      attention.lastDiscussed = last
    if (!isMinutes && isLater(found, attention.lastInPapers)) attention.lastInPapers = last
  }
  for (const [id, attention] of all) {
    const places = [...(meetingsOf.get(id) ?? [])].flatMap((meeting) => order.get(meeting) ?? [])
    attention.meetings = meetingsOf.get(id)?.size ?? 0
    attention.silentFor = order.size - 1 - Math.max(-1, ...places)
    attention.doubtful = doubtful.get(id) ?? 0
  }
  return all
}
