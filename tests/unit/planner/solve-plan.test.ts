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

function expectLocksHeld(plan: PlanContent): void {
  const kept = plan.items
  for (const [id, lock] of Object.entries(plan.locks)) {
    const before = plan.base.find((item) => item.id === id)
    const item = kept.find((known) => known.id === id)
    const isConsented = kept.some(({ parts }) => parts.includes(before?.title ?? ''))
    if (lock.keep === 'stays' || lock.fixed !== null || lock.position)
      expect(item, `${id} stays`).toBeDefined()
    if (lock.keep === 'not-cut') expect(item !== undefined || isConsented, `${id} is not cut`).toBe(true)
    if (item === undefined) continue
    if (lock.fixed !== null) expect(item.minutes).toBe(lock.fixed)
    else if (lock.atMost !== null) expect(item.minutes).toBeLessThanOrEqual(lock.atMost)
  }
  // Those that hold their place stand there, or at the end of an agenda that has become too short.
  for (const [place, item] of plan.base.entries()) {
    if (plan.locks[item.id]?.position !== true) continue
    const now = kept.findIndex(({ id }) => id === item.id)
    if (place < kept.length) expect(now, `${item.id} keeps its place`).toBe(place)
    else expect(plan.base[place]?.id).toBe(item.id)
  }
}

describe('200 generated agendas', () => {
  test.each(SEEDS)('number %i keeps its total and its locks, and says what it did', (seed) => {
    const content = generatePlan(seed)
    const plan = solvePlan(content)
    expect(planContentSchema.parse(plan)).toEqual(plan)
    expect(solvePlan(generatePlan(seed))).toEqual(plan)
    const { outcome, settings } = plan
    if (outcome.impossible !== null) {
      expect(plan.items).toEqual([])
      const [least, most] = outcome.possible ?? [0, 0]
      if (outcome.impossible === 'too-long') expect(least).toBeGreaterThan(settings.total)
      if (outcome.impossible === 'too-short') expect(most).toBeLessThan(settings.total)
      return
    }
    expect(plan.items.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(settings.total)
    expect(outcome.total).toBe(settings.total)
    expectLocksHeld(plan)

    if (outcome.reached) expect(outcome.share ?? 0).toBeGreaterThanOrEqual(settings.target - 1e-9)
    else {
      expect(outcome.nearest).not.toBeNull()
      expect(outcome.nearest ?? 1).toBeLessThan(settings.target)
      expect(outcome.share).toBeCloseTo(outcome.nearest ?? -1, 6)
    }

    for (const item of plan.base) {
      const now = plan.items.find(({ id }) => id === item.id)
      const said = plan.changes.filter(({ id }) => id === item.id)
      if (item.role === 'break')
        expect(now?.minutes).toBe(
          plan.locks[item.id]?.fixed ?? Math.min(item.minutes ?? 0, plan.locks[item.id]?.atMost ?? 999),
        )
      if (item.role === 'procedural' || item.purpose === 'decision') expect(now).toBeDefined()
      if (now === undefined)
        expect(said.map(({ kind }) => kind === 'cut' || kind === 'consent')).toEqual([true])
      else if (now.minutes < (item.minutes ?? 0))
        expect(said.some(({ kind }) => kind === 'shortened')).toBe(true)
      else if (now.minutes > (item.minutes ?? 0))
        expect(said.some(({ kind }) => kind === 'lengthened')).toBe(true)
      for (const { reason } of said) expect(reason.length).toBeGreaterThan(10)
    }
    for (const proposal of plan.proposals) {
      const taken = plan.items.some(({ id }) => id === proposal.id)
      if (proposal.decision === 'accepted') expect(taken).toBe(true)
      if (proposal.decision === 'rejected') expect(taken).toBe(false)
      if (taken)
        expect(plan.changes.some(({ id, kind }) => id === proposal.id && kind === 'added')).toBe(true)
    }
    expect(explainByHand(plan).changes).toEqual(plan.changes)
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
    if (every.highest === null) return expect(highest).toBeNull()
    expect((highest?.of ?? 0) / (highest?.over ?? 1)).toBeCloseTo(every.highest, 12)
    const solution = cheapestAgenda(problem, { of: target, over: 1000 })
    expect(solution?.cost ?? null).toBe(every.cost)
    return undefined
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
