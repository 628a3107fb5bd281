import type { PlanBaseItem, PlanContent, PlanItem } from '../../../shared/model/planner.ts'
import { clockMinutes, clockText } from '../../format/dates.ts'

/** Minutes and the customer share over substantive time; the share is null where there is none. */
export function figuresOf(
  items: readonly { minutes: number | null; customer: number; substantive: number }[],
): {
  total: number
  share: number | null
} {
  const sum = (
    of: (item: { minutes: number | null; customer: number; substantive: number }) => number,
  ): number => items.reduce((all, item) => all + of(item), 0)
  const substantive = sum((item) => (item.minutes ?? 0) * item.substantive)
  return {
    total: sum((item) => item.minutes ?? 0),
    share: substantive === 0 ? null : sum((item) => (item.minutes ?? 0) * item.customer) / substantive,
  }
}

/** When each item begins, and when the last one ends; nulls without a start. */
export function clocksOf(
  start: string | null,
  items: readonly { minutes: number | null }[],
): { starts: (string | null)[]; end: string | null } {
  if (start === null) return { starts: items.map(() => null), end: null }
  let at = clockMinutes(start)
  const starts = items.map(({ minutes }) => {
    const begins = clockText(at)
    at += minutes ?? 0
    return begins
  })
  return { starts, end: clockText(at) }
}

export const asPlanItem = (item: PlanBaseItem): PlanItem => ({
  id: item.id,
  origin: 'agenda',
  title: item.title,
  group: item.group,
  parts: item.parts,
  lead: item.lead,
  purpose: item.purpose,
  role: item.role,
  minutes: item.minutes ?? 5,
  customer: item.customer,
  substantive: item.substantive,
})

/** The same items with one in another place. */
export function moved(items: readonly PlanItem[], from: number, to: number): PlanItem[] {
  const next = [...items]
  const [item] = next.splice(from, 1)
  if (item !== undefined) next.splice(Math.max(0, Math.min(to, next.length)), 0, item)
  return next
}

/** Keeps the order a person gave; what is new stands where it was put, after the same neighbour. */
export function inOrderOf(items: readonly PlanItem[], order: readonly string[]): PlanItem[] {
  const known = items
    .filter(({ id }) => order.includes(id))
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  const result = [...known]
  items.forEach((item, index) => {
    if (order.includes(item.id)) return
    const before = items[index - 1]
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, item)
  })
  return result
}

export const isWorthSaving = (content: PlanContent): boolean => content.items.length > 0
