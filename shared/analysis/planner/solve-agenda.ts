import type { AgendaOption, AgendaUnit } from './agenda-options.ts'

export interface Solution {
  /** One per unit, in their order. */
  readonly options: readonly AgendaOption[]
  readonly cost: number
  readonly customer: number
  readonly substantive: number
}

/** A share as a fraction of whole numbers. */
export interface Fraction {
  readonly of: number
  readonly over: number
}

export interface AgendaProblem {
  readonly units: readonly AgendaUnit[]
  /** Minutes to be filled exactly. */
  readonly total: number
  /** Minutes of a consent agenda, once something is moved to it. */
  readonly consentMinutes: number
}

/** An option as the search sees it: `gain` is how far it lies above the target, in whole units. */
interface Choice {
  readonly minutes: number
  readonly bit: 0 | 1
  readonly cost: number
  readonly gain: number
  readonly option: AgendaOption
}

const gainOf = (option: Pick<AgendaOption, 'customer' | 'substantive'>, target: Fraction): number =>
  option.customer * target.over - target.of * option.substantive

/** Per unit the options that no other with the same minutes beats in both cost and gain; order kept. */
function choicesOf({ units, total }: AgendaProblem, target: Fraction): Choice[][] {
  return units.map((unit) => {
    const byKey = new Map<number, Choice[]>()
    for (const option of unit.options) {
      if (option.minutes > total) continue
      const bit = option.consent ? 1 : 0
      const choice: Choice = {
        minutes: option.minutes,
        bit,
        cost: option.cost,
        gain: gainOf(option, target),
        option,
      }
      const key = option.minutes * 2 + bit
      const twins = byKey.get(key) ?? []
      if (twins.some((twin) => twin.cost <= choice.cost && twin.gain >= choice.gain)) continue
      byKey.set(key, [...twins.filter((twin) => twin.cost < choice.cost || twin.gain > choice.gain), choice])
    }
    return [...byKey.values()].flat()
  })
}

/**
 * Suffix tables: for units i and on, and minutes t, the least of `value` summed over choices that take t exactly;
 * Infinity where none does. Which items go to the consent agenda is kept apart by the bit.
 */
function suffixTables(
  choices: readonly (readonly Choice[])[],
  total: number,
  value: (choice: Choice) => number,
): Float64Array[] {
  const size = (total + 1) * 2
  const tables: Float64Array[] = Array.from({ length: choices.length + 1 }, () =>
    new Float64Array(size).fill(Infinity),
  )
  const last = tables[choices.length]
  if (last !== undefined) last[0] = 0
  for (let unit = choices.length - 1; unit >= 0; unit -= 1) {
    const here = tables[unit]
    const after = tables[unit + 1]
    if (here === undefined || after === undefined) continue
    for (const choice of choices[unit] ?? []) {
      const worth = value(choice)
      for (let t = choice.minutes; t <= total; t += 1) {
        const from = (t - choice.minutes) * 2
        for (let bit = 0; bit < 2; bit += 1) {
          const rest = after[from + bit] ?? Infinity
          if (rest === Infinity) continue
          const at = t * 2 + (bit | choice.bit)
          if (rest + worth < (here[at] ?? Infinity)) here[at] = rest + worth
        }
      }
    }
  }
  return tables
}

/** The two ways to end: nothing on the consent agenda, or something, which then takes its own minutes. */
const ends = ({ total, consentMinutes }: AgendaProblem): { minutes: number; bit: 0 | 1 }[] => [
  { minutes: total, bit: 0 },
  ...(total >= consentMinutes ? [{ minutes: total - consentMinutes, bit: 1 as const }] : []),
]

/** Follows the tables down from an end; the first choice that fits is taken, so the same input gives the same plan. */
function trace(
  choices: readonly (readonly Choice[])[],
  tables: readonly Float64Array[],
  end: { minutes: number; bit: 0 | 1 },
  value: (choice: Choice) => number,
): Choice[] | null {
  const taken: Choice[] = []
  let t = end.minutes
  let bit: number = end.bit
  for (let unit = 0; unit < choices.length; unit += 1) {
    const wanted = tables[unit]?.[t * 2 + bit] ?? Infinity
    if (wanted === Infinity) return null
    let next: { choice: Choice; bit: number } | null = null
    for (const choice of choices[unit] ?? []) {
      if (choice.minutes > t || (choice.bit === 1 && bit === 0)) continue
      // A choice that sets the bit leaves the rest free to set it or not.
      const rests = choice.bit === 1 ? [0, 1] : [bit]
      const found = rests.find((rest) => {
        const worth = (tables[unit + 1]?.[(t - choice.minutes) * 2 + rest] ?? Infinity) + value(choice)
        return Math.abs(worth - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))
      })
      if (found === undefined) continue
      next = { choice, bit: found }
      break
    }
    if (next === null) return null
    taken.push(next.choice)
    t -= next.choice.minutes
    bit = next.bit
  }
  return taken
}

function solutionOf(taken: readonly Choice[]): Solution {
  return {
    options: taken.map(({ option }) => option),
    cost: taken.reduce((sum, { cost }) => sum + cost, 0),
    customer: taken.reduce((sum, { option }) => sum + option.customer, 0),
    substantive: taken.reduce((sum, { option }) => sum + option.substantive, 0),
  }
}

/** The choices that sum `value` to the least over both ends. */
function leastBy(
  problem: AgendaProblem,
  choices: readonly (readonly Choice[])[],
  value: (choice: Choice) => number,
): { taken: Choice[]; value: number; tables: Float64Array[] } | null {
  const tables = suffixTables(choices, problem.total, value)
  let best: { taken: Choice[]; value: number; tables: Float64Array[] } | null = null
  for (const end of ends(problem)) {
    const worth = tables[0]?.[end.minutes * 2 + end.bit] ?? Infinity
    if (worth === Infinity || (best !== null && best.value <= worth)) continue
    const taken = trace(choices, tables, end, value)
    if (taken !== null) best = { taken, value: worth, tables }
  }
  return best
}

/**
 * The highest share of customers that these options allow at exactly this total, by Dinkelbach's method (1967) over an
 * exact dynamic programme in whole numbers. Null where no choice fills the total.
 */
export function highestShare(problem: AgendaProblem): Fraction | null {
  let target: Fraction = { of: 0, over: 1 }
  for (let round = 0; round < 60; round += 1) {
    const found = leastBy(problem, choicesOf(problem, target), (choice) => -choice.gain)
    if (found === null) return null
    const { customer, substantive } = solutionOf(found.taken)
    if (substantive === 0) return { of: 0, over: 1 }
    // The first round only finds a start; later ones end when nothing lies above it.
    if (round > 0 && -found.value <= 0) return target
    target = { of: customer, over: substantive }
  }
  return target
}

const gainSum = (taken: readonly Choice[]): number => taken.reduce((sum, { gain }) => sum + gain, 0)

interface Label {
  readonly cost: number
  readonly gain: number
  readonly choice: Choice | null
  readonly before: Label | null
}

const withinReach = (bound: number, best: number): boolean => bound <= best - 1 + 1e-6

/**
 * The cheapest choice of one option per unit that fills the total exactly and whose customer share is at least the
 * target; null where there is none. Exact: a Lagrangian multiplier on the share gives a lower bound by dynamic
 * programming, and labels (minutes, cost, gain) are carried from unit to unit unless another beats them in both or
 * their bound cannot better the best solution known. Costs are whole numbers, which the bound makes use of.
 */
export function cheapestAgenda(problem: AgendaProblem, target: Fraction): Solution | null {
  const choices = choicesOf(problem, target)
  const most = leastBy(problem, choices, (choice) => -choice.gain)
  if (most === null || most.value > 0) return null
  const free = leastBy(problem, choices, ({ cost }) => cost)
  if (free === null) return null
  if (gainSum(free.taken) >= 0) return solutionOf(free.taken)

  let best = most.taken
  let bestCost = solutionOf(most.taken).cost
  let bound = free
  let multiplier = 0
  /** Tries a multiplier: raises the bound, and keeps what it finds where that is within the target. */
  const isEnough = (lambda: number): boolean => {
    const found = leastBy(problem, choices, ({ cost, gain }) => cost - lambda * gain)
    if (found === null) return true
    if (found.value > bound.value) [bound, multiplier] = [found, lambda]
    if (gainSum(found.taken) < 0) return false
    const { cost } = solutionOf(found.taken)
    if (cost < bestCost) [best, bestCost] = [found.taken, cost]
    return true
  }
  let low = 0
  let high = 1e-3 / Math.max(1, target.over)
  for (let round = 0; round < 24 && !isEnough(high); round += 1) [low, high] = [high, high * 6]
  for (let round = 0; round < 12 && bestCost > Math.ceil(bound.value - 1e-6); round += 1) {
    const lambda = (low + high) / 2
    if (isEnough(lambda)) high = lambda
    else low = lambda
  }
  if (bestCost <= Math.ceil(bound.value - 1e-6)) return solutionOf(best)
  return labelSearch(problem, choices, bound.tables, multiplier, most.tables, best, bestCost)
}

function labelSearch(
  problem: AgendaProblem,
  choices: readonly (readonly Choice[])[],
  bounds: readonly Float64Array[],
  multiplier: number,
  leastLoss: readonly Float64Array[],
  first: readonly Choice[],
  firstCost: number,
): Solution {
  let best: readonly Choice[] = first
  let bestCost = firstCost
  const targets = ends(problem)
  let layer = new Map<number, Label[]>([[0, [{ cost: 0, gain: 0, choice: null, before: null }]]])
  const canEnd = (label: Label, unit: number, t: number, bit: number): boolean =>
    targets.some((end) => {
      if (end.minutes < t || (bit === 1 && end.bit === 0)) return false
      // Set already, the rest may set it again or leave it.
      const rests = bit === 1 ? [0, 1] : [end.bit]
      return rests.some((rest) => {
        const at = (end.minutes - t) * 2 + rest
        const bound = label.cost - multiplier * label.gain + (bounds[unit]?.[at] ?? Infinity)
        return withinReach(bound, bestCost) && label.gain - (leastLoss[unit]?.[at] ?? Infinity) >= 0
      })
    })
  for (const [unit, options] of choices.entries()) {
    const next = new Map<number, Label[]>()
    for (const [key, labels] of layer) {
      const t = key >> 1
      for (const choice of options) {
        const minutes = t + choice.minutes
        if (minutes > problem.total) continue
        const bit = (key & 1) | choice.bit
        for (const label of labels) {
          const grown: Label = {
            cost: label.cost + choice.cost,
            gain: label.gain + choice.gain,
            choice,
            before: label,
          }
          if (!canEnd(grown, unit + 1, minutes, bit)) continue
          const place = minutes * 2 + bit
          const others = next.get(place)
          if (others === undefined) next.set(place, [grown])
          else if (!others.some((other) => other.cost <= grown.cost && other.gain >= grown.gain)) {
            const kept = others.filter((other) => other.cost < grown.cost || other.gain > grown.gain)
            kept.push(grown)
            next.set(place, kept)
          }
        }
      }
    }
    layer = next
  }
  for (const end of targets)
    for (const label of layer.get(end.minutes * 2 + end.bit) ?? [])
      if (label.gain >= 0 && label.cost < bestCost) {
        bestCost = label.cost
        const taken: Choice[] = []
        for (let at: Label | null = label; at !== null; at = at.before)
          if (at.choice !== null) taken.push(at.choice)
        best = taken.toReversed()
      }
  return solutionOf(best)
}

/** The least and the most minutes that the items can take together. */
export function possibleMinutes({ units, consentMinutes }: AgendaProblem): [number, number] {
  const without = (pick: (values: number[]) => number): number =>
    units.reduce((sum, unit) => sum + pick(unit.options.filter((o) => !o.consent).map((o) => o.minutes)), 0)
  const least = units.reduce((sum, unit) => sum + Math.min(...unit.options.map((o) => o.minutes)), 0)
  const plain = without((values) => Math.min(...values))
  return [
    Math.min(plain, least + (least < plain ? consentMinutes : 0)),
    without((values) => Math.max(...values)),
  ]
}
