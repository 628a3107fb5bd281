import type { MergedItem } from './merge-items.ts'

/** Minutes stated for an item; `max` is larger only for a stated range ("5 - 15 mins"). */
export interface Minutes {
  min: number
  max: number
}

/** Items sharing one stated time. */
export interface TimedUnit extends Minutes {
  members: number[]
}

export interface Allotment {
  timed: TimedUnit[]
  /** Units nobody gave a time; `procedural` ones do not make the headline inexact. */
  untimed: { members: number[]; procedural: boolean }[]
  /** Stated minutes of breaks and of deferred items: part of the window, not of the meeting's work. */
  outside: number
}

interface Result {
  timed: TimedUnit[]
  untimed: Allotment['untimed']
  /** Members that no timed unit below holds. */
  open: number[]
}

const middle = (minutes: Minutes) => (minutes.min + minutes.max) / 2

/**
 * Gives each stated minute to one place (docs/method.md): a timed item without timed children covers all below it;
 * where every child is timed the children's times stand and the parent's is only a check; where some are, what is
 * left of the parent's time is the parent's and its untimed children's. Breaks count nowhere; what is deferred was
 * not spent, and is taken off its parent's time.
 * `minutesOf` answers null where no time is stated; `inLens` says whether the lens's documents hold the item.
 */
export function allotTime(
  items: readonly MergedItem[],
  minutesOf: (index: number) => Minutes | null,
  inLens: (index: number) => boolean,
): Allotment {
  const children: number[][] = items.map(() => [])
  const top: number[] = []
  items.forEach((item, index) => {
    if (item.parent === null) top.push(index)
    else children[item.parent]?.push(index)
  })
  const results: (Result | null)[] = items.map(() => null)
  const outsideOf: number[] = items.map(() => 0)

  const isProcedural = (index: number) => items[index]?.role !== 'topic'

  // Children stand after their parents, so going backwards meets them first.
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index]
    if (item === undefined) continue
    const below = children[index] ?? []
    const own = minutesOf(index)
    let outside = below.reduce((sum, child) => sum + (outsideOf[child] ?? 0), 0)
    const inner = below.flatMap((child) => results[child] ?? [])
    const timed = inner.flatMap((result) => result.timed)
    if (item.role === 'break' || item.deferred) {
      const stated = own === null ? timed.reduce((sum, unit) => sum + middle(unit), 0) + outside : middle(own)
      outsideOf[index] = stated
      continue
    }
    const untimed = inner.flatMap((result) => result.untimed)
    const open = [index, ...inner.flatMap((result) => result.open)]
    outsideOf[index] = outside

    if (own === null) {
      if (timed.length > 0) results[index] = { timed, untimed, open: [] }
      else
        results[index] = {
          timed,
          untimed: inLens(index) ? [{ members: open, procedural: open.every(isProcedural) }] : untimed,
          open,
        }
      continue
    }
    const net = { min: Math.max(0, own.min - outside), max: Math.max(0, own.max - outside) }
    if (timed.length > 0 && untimed.length === 0) {
      results[index] = { timed, untimed, open: [] }
      continue
    }
    const spent = timed.reduce((sum, unit) => ({ min: sum.min + unit.min, max: sum.max + unit.max }), {
      min: 0,
      max: 0,
    })
    const left = { min: Math.max(0, net.min - spent.max), max: Math.max(0, net.max - spent.min) }
    results[index] =
      left.max > 0
        ? { timed: [...timed, { members: open, ...left }], untimed: [], open: [] }
        : { timed, untimed, open: [] }
  }

  const roots = top.flatMap((index) => results[index] ?? [])
  return {
    timed: roots.flatMap((result) => result.timed),
    untimed: roots.flatMap((result) => result.untimed),
    outside: top.reduce((sum, index) => sum + (outsideOf[index] ?? 0), 0),
  }
}
