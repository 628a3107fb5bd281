import type { PlanBaseItem, PlanItem, PlanLock } from '../../model/planner.ts'

/**
 * The order of a new agenda: what opens the meeting, then what is about customers, then the rest as it was, then what
 * closes it. A break goes where about as much of the meeting has passed as before it in the old agenda; an item whose
 * position is locked takes its old place.
 */
export function orderAgenda(
  items: readonly PlanItem[],
  base: readonly PlanBaseItem[],
  locks: Readonly<Record<string, PlanLock>>,
): PlanItem[] {
  const placeOf = new Map(base.map((item, index) => [item.id, index]))
  const isLocked = (item: PlanItem): boolean => locks[item.id]?.position === true && placeOf.has(item.id)
  const firstTopic = base.findIndex(({ role }) => role === 'topic')
  const lastTopic = base.findLastIndex(({ role }) => role === 'topic')
  const rank = (item: PlanItem): number => {
    const place = placeOf.get(item.id)
    if (item.role === 'procedural' && item.origin === 'agenda' && place !== undefined) {
      if (firstTopic === -1 || place < firstTopic) return 0
      if (place > lastTopic) return 5
    }
    if (item.origin === 'consent') return 1
    if (item.customer * 2 >= item.substantive && item.customer > 0) return item.origin === 'proposal' ? 2 : 3
    return 4
  }
  const within = (item: PlanItem): number =>
    placeOf.get(item.id) ?? base.length + items.findIndex(({ id }) => id === item.id)
  const ordered = items
    .filter((item) => item.role !== 'break' && !isLocked(item))
    .toSorted((a, b) => rank(a) - rank(b) || within(a) - within(b))

  for (const item of items) {
    if (item.role !== 'break' || isLocked(item)) continue
    const place = placeOf.get(item.id) ?? 0
    const passed = base.slice(0, place).reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
    ordered.splice(placeAfter(ordered, passed), 0, item)
  }
  for (const item of items.filter(isLocked).toSorted((a, b) => within(a) - within(b)))
    ordered.splice(Math.min(placeOf.get(item.id) ?? 0, ordered.length), 0, item)
  return ordered
}

/** The gap between two items nearest to so many minutes from the start. */
function placeAfter(items: readonly PlanItem[], minutes: number): number {
  let best = 0
  let apart = minutes
  let passed = 0
  items.forEach((item, index) => {
    passed += item.minutes
    if (Math.abs(passed - minutes) < apart) [best, apart] = [index + 1, Math.abs(passed - minutes)]
  })
  return best
}
