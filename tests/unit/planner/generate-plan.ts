import type { ItemRole } from '../../../shared/model/analysis.ts'
import type { PlanBaseItem, PlanContent, PlanLock, PlanProposal } from '../../../shared/model/planner.ts'

/** A small generator of its own (mulberry32), so that a case can be made again from its number. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pickFrom(random: () => number): <T>(from: readonly [T, ...T[]]) => T {
  return (from) => from[Math.floor(random() * from.length)] ?? from[0]
}

const SUBJECTS = ['Harbour', 'Fleet', 'Depot', 'Tariff', 'Pipeline', 'Payroll', 'Audit', 'Estate', 'Lighting']

export interface Shape {
  readonly items: number
  readonly proposals: number
  /** Minutes are kept small where every combination is to be tried. */
  readonly small: boolean
}

/** An agenda that no one wrote: any mix of roles, purposes, shares, locks, decisions, total and target. */
export function generatePlan(seed: number, shape?: Shape): PlanContent {
  const random = seeded(seed)
  const pick = pickFrom(random)
  const count = shape?.items ?? 4 + Math.floor(random() * 14)
  const small = shape?.small ?? false
  const base = Array.from({ length: count }, (_, index): PlanBaseItem => {
    const role: ItemRole =
      index === 0 || index === count - 1
        ? 'procedural'
        : pick(['topic', 'topic', 'topic', 'topic', 'topic', 'break', 'procedural'])
    const substantive = role === 'topic' ? pick([1, 1, 0.9, 0.75]) : 0
    const customer =
      role === 'topic' ? Math.round(substantive * pick([0, 0, 0.03, 0.2, 0.6, 1]) * 1000) / 1000 : 0
    const minutes = small ? pick([3, 6, 8]) : pick([5, 7, 10, 15, 20, 30, 45])
    return {
      id: `a${index + 1}`,
      number: String(index + 1),
      title: `${pick(['Harbour', ...SUBJECTS])} matter ${index + 1}`,
      group: null,
      parts: [],
      lead: null,
      purpose: pick([null, 'decision', 'discussion', 'information', 'noting']),
      role,
      minutes,
      basis: 'stated',
      history: [],
      customer,
      substantive,
      focus: 'other',
      evidence: [],
    }
  })
  const proposals = Array.from(
    { length: shape?.proposals ?? Math.floor(random() * 6) },
    (_, index): PlanProposal => {
      const outOf = random() < 0.3 ? (base.find(({ role }) => role === 'topic')?.id ?? null) : null
      const least = small ? 2 : pick([5, 10])
      return {
        id: `p${index + 1}`,
        kind: 'question',
        title: `Question ${index + 1}`,
        lead: null,
        because: 'Not asked for four meetings.',
        evidence: [],
        outOf: index === 0 ? outOf : null,
        least,
        wanted: least + (small ? 1 : pick([0, 5, 10])),
        most: least + (small ? 3 : pick([10, 20, 30])),
        weight: 1 + Math.floor(random() * 20),
        decision: pick(['open', 'open', 'open', 'accepted', 'rejected']),
      }
    },
  )
  const locks: Record<string, PlanLock> = {}
  for (const item of base) {
    if (random() > 0.3) continue
    const minutes = item.minutes ?? 5
    locks[item.id] = {
      keep: pick(['free', 'not-cut', 'stays']),
      fixed: random() < 0.25 ? minutes : null,
      atMost: random() < 0.3 ? Math.max(1, minutes - 2) : null,
      position: random() < 0.25,
    }
  }
  const sum = base.reduce((total, { minutes }) => total + (minutes ?? 0), 0)
  return {
    source: { kind: 'template' },
    settings: {
      total: random() < 0.8 ? sum : Math.max(5, sum + pick([-15, -5, 5, 15])),
      target: pick([0.1, 0.25, 0.4, 0.6, 0.9]),
      date: null,
      start: '09:30',
      place: '',
    },
    base,
    proposals,
    locks,
    items: [],
    changes: [],
    outcome: {
      before: null,
      share: null,
      total: 0,
      reached: false,
      nearest: null,
      standingInTheWay: [],
      impossible: null,
      possible: null,
    },
  }
}
