import { describe, expect, test } from 'vitest'
import { agendaUnits } from '../../../shared/analysis/planner/agenda-options.ts'
import type { AgendaOption } from '../../../shared/analysis/planner/agenda-options.ts'
import { explainByHand, solvePlan } from '../../../shared/analysis/planner/make-plan.ts'
import { cheapestAgenda, highestShare } from '../../../shared/analysis/planner/solve-agenda.ts'
import type { AgendaProblem } from '../../../shared/analysis/planner/solve-agenda.ts'
import { planContentSchema } from '../../../shared/model/planner.ts'
import type { PlanContent } from '../../../shared/model/planner.ts'
import { generatePlan } from './generate-plan.ts'

const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1)

/** Every combination of one option per unit that fills the total; the cheapest at the target, and the most share. */
function bruteForce(problem: AgendaProblem, target: number): { cost: number | null; highest: number | null } {
  let cost: number | null = null
  let highest: number | null = null
  const look = (unit: number, sum: AgendaOption): void => {
    if (sum.minutes > problem.total) return
    const options = problem.units[unit]?.options
    if (options === undefined) {
      if (sum.minutes + (sum.consent ? problem.consentMinutes : 0) !== problem.total) return
      const share = sum.substantive === 0 ? 0 : sum.customer / sum.substantive
      highest = Math.max(highest ?? 0, share)
      if (sum.customer * 1000 >= target * sum.substantive) cost = Math.min(cost ?? Infinity, sum.cost)
      return
    }
    for (const option of options)
      look(unit + 1, {
        minutes: sum.minutes + option.minutes,
        customer: sum.customer + option.customer,
        substantive: sum.substantive + option.substantive,
        cost: sum.cost + option.cost,
        consent: sum.consent || option.consent,
        rows: [],
      })
  }
  look(0, { minutes: 0, customer: 0, substantive: 0, cost: 0, consent: false, rows: [] })
  return { cost, highest }
}

/** What a plan breaks of its locks, in words; nothing where it keeps them all. */
function brokenLocks(plan: PlanContent): string[] {
  const kept = plan.items
  return plan.base.flatMap((before, place) => {
    const lock = plan.locks[before.id]
    if (lock === undefined) return []
    const now = kept.findIndex(({ id }) => id === before.id)
    const item = kept[now]
    const isConsented = kept.some(({ parts }) => parts.includes(before.title))
    const broken = [
      (lock.keep === 'stays' || lock.fixed !== null || lock.position) && item === undefined && 'stays',
      lock.keep === 'not-cut' && item === undefined && !isConsented && 'is not cut',
      lock.fixed !== null && item?.minutes !== lock.fixed && 'is fixed',
      lock.fixed === null && lock.atMost !== null && (item?.minutes ?? 0) > lock.atMost && 'has at most',
      // At the end of an agenda that has become too short, there is no such place.
      lock.position && place < kept.length && now !== place && 'keeps its place',
    ]
    return broken.flatMap((words) => (words === false ? [] : [`${before.id} ${words}`]))
  })
}

/** What is not said of what was done to an item, or is done and may not be. */
function unexplained(plan: PlanContent): string[] {
  return plan.base.flatMap((item) => {
    const before = item.minutes ?? 0
    const now = plan.items.find(({ id }) => id === item.id)
    const said = plan.changes.filter(({ id }) => id === item.id).map(({ kind }) => kind)
    const lock = plan.locks[item.id]
    const breakMinutes = lock?.fixed ?? Math.min(before, lock?.atMost ?? before)
    const faults = [
      item.role === 'break' && now?.minutes !== breakMinutes && 'a break was touched',
      (item.role === 'procedural' || item.purpose === 'decision') && now === undefined && 'must not be cut',
      now === undefined && !said.includes('cut') && !said.includes('consent') && 'is gone without a word',
      now !== undefined &&
        now.minutes < before &&
        !said.includes('shortened') &&
        'is shortened without a word',
      now !== undefined &&
        now.minutes > before &&
        !said.includes('lengthened') &&
        'is lengthened without a word',
    ]
    return faults.flatMap((words) => (words === false ? [] : [`${item.id} ${words}`]))
  })
}

function mistreated(plan: PlanContent): string[] {
  return plan.proposals.flatMap(({ id, decision }) => {
    const taken = plan.items.some((item) => item.id === id)
    const said = plan.changes.some((change) => change.id === id && change.kind === 'added')
    const isWrong =
      (decision === 'accepted' && !taken) || (decision === 'rejected' && taken) || taken !== said
    return isWrong ? [id] : []
  })
}

const solved = SEEDS.map((seed) => solvePlan(generatePlan(seed)))
const possible = solved.filter(({ outcome }) => outcome.impossible === null)
const reached = possible.filter(({ outcome }) => outcome.reached)
const outOfReach = possible.filter(({ outcome }) => !outcome.reached)

describe('200 generated agendas', () => {
  test('hold enough of every kind', () => {
    expect(solved).toHaveLength(200)
    expect(reached.length).toBeGreaterThan(60)
    expect(outOfReach.length).toBeGreaterThan(30)
    expect(
      possible.flatMap(({ changes }) => changes).filter(({ kind }) => kind === 'cut').length,
    ).toBeGreaterThan(20)
    expect(
      possible.flatMap(({ changes }) => changes).filter(({ kind }) => kind === 'consent').length,
    ).toBeGreaterThan(20)
  })

  test('same input, same plan', () => {
    expect(SEEDS.map((seed) => solvePlan(generatePlan(seed)))).toEqual(solved)
  })

  test.each(possible)('the total is kept to the minute (%#)', (plan) => {
    expect(planContentSchema.parse(plan)).toEqual(plan)
    expect(plan.items.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(plan.settings.total)
    expect(plan.outcome.total).toBe(plan.settings.total)
  })

  test.each(possible)('locks hold, and every change is said with its reason (%#)', (plan) => {
    expect(brokenLocks(plan)).toEqual([])
    expect(unexplained(plan)).toEqual([])
    expect(mistreated(plan)).toEqual([])
    expect(plan.changes.filter(({ reason }) => reason.length < 10)).toEqual([])
    expect(explainByHand(plan).changes).toEqual(plan.changes)
  })

  test.each(reached)('the target is reached where that is said (%#)', (plan) => {
    expect(plan.outcome.share ?? 0).toBeGreaterThanOrEqual(plan.settings.target - 1e-9)
  })

  test.each(outOfReach)('where it is not, the nearest is said and taken (%#)', ({ outcome, settings }) => {
    expect(outcome.nearest ?? 1).toBeLessThan(settings.target)
    expect(outcome.share ?? 0).toBeCloseTo(outcome.nearest ?? -1, 6)
  })

  test('where nothing fits, the least and the most are said', () => {
    const faults = solved.filter(({ outcome, settings, items }) => {
      const [least, most] = outcome.possible ?? [0, 0]
      return (
        (outcome.impossible !== null && items.length > 0) ||
        (outcome.impossible === 'too-long' && least <= settings.total) ||
        (outcome.impossible === 'too-short' && most >= settings.total)
      )
    })
    expect(faults).toEqual([])
  })
})

describe('against every combination', () => {
  test.each(SEEDS)('small agenda %i: the cheapest at its target, and the highest share there is', (seed) => {
    const content = generatePlan(seed * 7919, { items: 5, proposals: 2, small: true })
    const target = Math.round(content.settings.target * 1000)
    const problem: AgendaProblem = {
      units: agendaUnits(content.base, content.proposals, content.locks, {
        target,
      }),
      total: content.settings.total,
      consentMinutes: 5,
    }
    const every = bruteForce(problem, target)
    const highest = highestShare(problem)
    const share = highest === null ? null : highest.of / highest.over
    expect(share ?? -1).toBeCloseTo(every.highest ?? -1, 12)
    expect(cheapestAgenda(problem, { of: target, over: 1000 })?.cost ?? null).toBe(every.cost)
  })
})

describe('a target out of reach', () => {
  test('is said with the nearest, and with the lock that stands in its way', () => {
    const content = generatePlan(3, { items: 6, proposals: 0, small: false })
    const base = content.base.map((item, index) => ({
      ...item,
      role: 'topic' as const,
      purpose: null,
      minutes: 20,
      substantive: 1,
      customer: index === 1 ? 1 : 0,
    }))
    const plan = solvePlan({
      ...content,
      base,
      locks: { a3: { keep: 'stays', fixed: 20, atMost: null, position: false } },
      settings: { ...content.settings, total: 120, target: 1 },
    })
    expect(plan.outcome.reached).toBe(false)
    expect(plan.outcome.nearest).not.toBeNull()
    expect(plan.outcome.share).toBeCloseTo(plan.outcome.nearest ?? 0, 9)
    // Forty minutes is the most that the one customer item can have, so eighty go elsewhere, locked or not.
    expect(plan.outcome.nearest).toBeCloseTo(1 / 3, 9)
    expect(plan.outcome.standingInTheWay).toEqual([])
    const short = solvePlan({
      ...plan,
      locks: { a2: { keep: 'free', fixed: null, atMost: 10, position: false } },
    })
    expect(short.outcome.nearest).toBeCloseTo(10 / 120, 9)
    expect(short.outcome.standingInTheWay).toMatchObject([{ id: 'a2', lock: 'at most 10 minutes' }])
    expect(short.outcome.standingInTheWay[0]?.share).toBeCloseTo(1 / 3, 9)
  })

  test('minutes that nobody knows are asked for, never made up', () => {
    const content = generatePlan(5)
    const [first, ...rest] = content.base
    if (first === undefined) throw new Error('an agenda without items')
    const plan = solvePlan({ ...content, base: [{ ...first, minutes: null, basis: 'unknown' }, ...rest] })
    expect(plan.items).toEqual([])
    expect(plan.outcome.impossible).toBe('minutes-missing')
  })
})
