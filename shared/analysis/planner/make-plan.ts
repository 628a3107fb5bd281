import type { MeetingDetail } from '../../model/library.ts'
import type {
  PlanBaseItem,
  PlanContent,
  PlanItem,
  PlanLock,
  PlanOutcome,
  PlanProposal,
  PlanSettings,
} from '../../model/planner.ts'
import { LONGEST_MEETING } from '../../model/planner.ts'
import { agendaUnits, consentItemOf, CONSENT_MINUTES, CONSENT_TITLE, FREE } from './agenda-options.ts'
import { baseAgenda } from './base-agenda.ts'
import { customerShare, explainPlan } from './explain-plan.ts'
import type { PlannerGaps } from './gaps.ts'
import { orderAgenda } from './order-agenda.ts'
import { proposalsFor } from './proposals.ts'
import { cheapestAgenda, highestShare, possibleMinutes } from './solve-agenda.ts'
import type { AgendaProblem, Fraction, Solution } from './solve-agenda.ts'

/** Wanted where the board has set no target. */
export const USUAL_TARGET = 0.3
/** A lock is in the way where the share would rise by so much without it. */
const NOTICEABLE = 0.005

const thousandths = (share: number): number => Math.round(share * 1000)

function problemOf(content: PlanContent): AgendaProblem {
  const { base, proposals, locks, settings } = content
  const rules = { target: thousandths(settings.target) }
  return {
    units: agendaUnits(base, proposals, locks, rules),
    total: settings.total,
    consentMinutes: consentItemOf(base) === null ? CONSENT_MINUTES : 0,
  }
}

const asItem = (item: PlanBaseItem, minutes: number): PlanItem => ({
  id: item.id,
  origin: 'agenda',
  title: item.title,
  group: item.group,
  parts: item.parts,
  lead: item.lead,
  purpose: item.purpose,
  role: item.role,
  minutes,
  customer: item.customer,
  substantive: item.substantive,
})

export const proposedItem = (proposal: PlanProposal, minutes: number): PlanItem => ({
  id: proposal.id,
  origin: 'proposal',
  title: proposal.title,
  group: null,
  parts: [],
  lead: proposal.lead,
  purpose: 'discussion',
  role: 'topic',
  minutes,
  customer: 1,
  substantive: 1,
})

/** The rows that a solution makes, in the order of the agenda and then of the proposals. */
function rowsOf(content: PlanContent, solution: Solution): PlanItem[] {
  const minutes = new Map(
    solution.options.flatMap(({ rows }) => rows.map((row) => [row.id, row.minutes] as const)),
  )
  const consented = new Set(
    solution.options.flatMap((option) => (option.consent ? option.rows.map(({ id }) => id) : [])),
  )
  const isTaken = (item: PlanBaseItem): boolean => consented.has(item.id) && (minutes.get(item.id) ?? 0) === 0
  const taken = content.base.filter(isTaken).map(({ title }) => title)
  const own = consentItemOf(content.base)
  const kept = content.base
    .filter((item) => (minutes.get(item.id) ?? 0) > 0)
    .map((item) => {
      const row = asItem(item, minutes.get(item.id) ?? 0)
      return item.id === own?.id ? { ...row, parts: [...row.parts, ...taken] } : row
    })
  const added = content.proposals
    .filter(({ id }) => (minutes.get(id) ?? 0) > 0)
    .map((proposal) => proposedItem(proposal, minutes.get(proposal.id) ?? 0))
  const consent: PlanItem = {
    id: 'consent',
    origin: 'consent',
    title: CONSENT_TITLE,
    group: null,
    parts: taken,
    lead: null,
    purpose: 'noting',
    role: 'procedural',
    minutes: CONSENT_MINUTES,
    customer: 0,
    substantive: 0,
  }
  return [...kept, ...added, ...(taken.length > 0 && own === null ? [consent] : [])]
}

const shareOf = (fraction: Fraction | null): number =>
  fraction === null || fraction.over === 0 ? 0 : Math.min(1, fraction.of / fraction.over)

const hasLock = (lock: PlanLock): boolean =>
  lock.keep !== 'free' || lock.fixed !== null || lock.atMost !== null || lock.position

function lockInWords(lock: PlanLock): string {
  if (lock.fixed !== null) return `fixed at ${lock.fixed} minutes`
  const parts = [
    lock.keep === 'stays' ? 'stays' : lock.keep === 'not-cut' ? 'is not cut' : null,
    lock.atMost === null ? null : `at most ${lock.atMost} minutes`,
    lock.position ? 'keeps its place' : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}

/** Each lock and each rejected proposal without which the share could be higher, the strongest first. */
function standingInTheWay(content: PlanContent, reach: number): PlanOutcome['standingInTheWay'] {
  const locks = Object.entries(content.locks)
    .filter(([, lock]) => hasLock(lock))
    .map(([id, lock]) => ({
      id,
      lock: lockInWords(lock),
      without: { ...content, locks: { ...content.locks, [id]: FREE } },
    }))
  const rejected = content.proposals
    .filter(({ decision }) => decision === 'rejected')
    .map(({ id }) => ({
      id,
      lock: 'rejected',
      without: {
        ...content,
        proposals: content.proposals.map((proposal) =>
          proposal.id === id ? { ...proposal, decision: 'open' as const } : proposal,
        ),
      },
    }))
  return [...locks, ...rejected]
    .map(({ id, lock, without }) => ({ id, lock, share: shareOf(highestShare(problemOf(without))) }))
    .filter(({ share }) => share > reach + NOTICEABLE)
    .toSorted((a, b) => b.share - a.share)
}

const NOTHING: Pick<PlanOutcome, 'reached' | 'nearest' | 'standingInTheWay' | 'impossible' | 'possible'> = {
  reached: false,
  nearest: null,
  standingInTheWay: [],
  impossible: null,
  possible: null,
}

/** What the agenda as it is comes to. A person may have arranged it; then the total may be another than wanted. */
function outcomeOf(content: PlanContent): PlanOutcome {
  const share = customerShare(content.items)
  const total = content.items.reduce((sum, { minutes }) => sum + minutes, 0)
  return {
    ...NOTHING,
    before: customerShare(content.base),
    share,
    total,
    reached: (share ?? 0) >= content.settings.target - 5e-4 && total === content.settings.total,
  }
}

function withoutAgenda(
  content: PlanContent,
  fault: Pick<PlanOutcome, 'impossible' | 'possible'>,
): PlanContent {
  const bare = { ...content, items: [], changes: [] }
  return {
    ...bare,
    outcome: { ...NOTHING, before: customerShare(content.base), share: null, total: 0, ...fault },
  }
}

/** As `cheapestAgenda`, but never an agenda without substance where there can be one: its share would be no share. */
function withSubstance(problem: AgendaProblem, target: Fraction): Solution | null {
  const solution = cheapestAgenda(problem, target)
  if (solution === null || solution.substantive > 0) return solution
  const each = problem.units.flatMap((unit, index) => {
    const options = unit.options.filter(({ substantive }) => substantive > 0)
    const units = problem.units.with(index, { ...unit, options })
    return options.length === 0 ? [] : (cheapestAgenda({ ...problem, units }, target) ?? [])
  })
  return each.toSorted((a, b) => a.cost - b.cost)[0] ?? solution
}

/**
 * The best agenda of exactly `settings.total` minutes for these locks and decisions: the least change that reaches
 * the target, or, where none does, the highest share that can be reached, with the locks that stand in its way.
 * Pure and deterministic: the same content gives the same plan. The objective: docs/method.md.
 */
export function solvePlan(content: PlanContent): PlanContent {
  if (content.base.some(({ minutes }) => minutes === null))
    return withoutAgenda(content, { impossible: 'minutes-missing', possible: null })
  const problem = problemOf(content)
  if (problem.units.some(({ options }) => options.length === 0))
    return withoutAgenda(content, { impossible: 'locks', possible: null })
  const highest = highestShare(problem)
  if (highest === null) {
    const possible = possibleMinutes(problem)
    const impossible =
      possible[0] > content.settings.total
        ? ('too-long' as const)
        : possible[1] < content.settings.total
          ? ('too-short' as const)
          : ('locks' as const)
    return withoutAgenda(content, { impossible, possible })
  }
  const target: Fraction = { of: thousandths(content.settings.target), over: 1000 }
  const reachable = highest.of * target.over >= target.of * highest.over
  const solution = withSubstance(problem, reachable ? target : highest)
  if (solution === null) return withoutAgenda(content, { impossible: 'locks', possible: null })
  const items = orderAgenda(rowsOf(content, solution), content.base, content.locks)
  const solved = { ...content, items }
  const reach = shareOf(highest)
  return {
    ...solved,
    changes: explainPlan(solved),
    outcome: {
      ...outcomeOf(solved),
      reached: reachable,
      ...(reachable ? {} : { nearest: reach, standingInTheWay: standingInTheWay(content, reach) }),
    },
  }
}

/** Says what an agenda arranged by hand comes to; nothing is moved. */
export function explainByHand(content: PlanContent): PlanContent {
  const solved = solvePlan(content)
  const rows = new Map(solved.items.map((item) => [item.id, item.minutes]))
  const here = new Map(content.items.map((item) => [item.id, item.minutes]))
  const byHand = new Set(
    [...content.base, ...content.proposals].map(({ id }) => id).filter((id) => here.get(id) !== rows.get(id)),
  )
  const isOnlyOrder = byHand.size === 0 && here.size === rows.size
  return {
    ...content,
    changes: explainPlan(content, byHand),
    outcome: isOnlyOrder ? solved.outcome : outcomeOf(content),
  }
}

/**
 * A fresh plan for a board: its last agenda with times (else the template), the same total time, the board's target
 * or the one given, every proposal open, no locks.
 */
export function startPlan(
  meetings: readonly MeetingDetail[],
  gaps: PlannerGaps,
  given: { readonly target: number | null; readonly total?: number; readonly date?: string | null },
): PlanContent {
  const { source, items: base, start, total } = baseAgenda(meetings)
  const settings: PlanSettings = {
    total: Math.min(LONGEST_MEETING, given.total ?? Math.max(1, total)),
    target: given.target ?? USUAL_TARGET,
    date: given.date ?? null,
    start,
    place: '',
  }
  return solvePlan({
    source,
    settings,
    base,
    proposals: proposalsFor(gaps, base),
    locks: {},
    items: [],
    changes: [],
    outcome: { ...NOTHING, before: null, share: null, total: 0 },
  })
}
