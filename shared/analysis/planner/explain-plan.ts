import type { PlanBaseItem, PlanChange, PlanContent, PlanItem, PlanProposal } from '../../model/planner.ts'
import { mayBeConsent } from './agenda-options.ts'

const inMinutes = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`)
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]
const ordinal = (index: number): string => ORDINALS[index] ?? `number ${index + 1}`

function partOfCustomers({ customer, substantive, role }: PlanBaseItem): string {
  if (role !== 'topic') return 'it is procedure'
  const share = substantive === 0 ? 0 : Math.round((customer / substantive) * 100)
  return `${share}\u202f% of it is about customers`
}

/** A share over substantive time, 0 to 1; null without any. */
export function customerShare(
  items: readonly { minutes: number | null; customer: number; substantive: number }[],
): number | null {
  const substantive = items.reduce((sum, item) => sum + (item.minutes ?? 0) * item.substantive, 0)
  if (substantive <= 0) return null
  return Math.min(1, items.reduce((sum, item) => sum + (item.minutes ?? 0) * item.customer, 0) / substantive)
}

interface Pieces {
  readonly content: Pick<PlanContent, 'base' | 'proposals' | 'locks' | 'items'>
  readonly byHand: ReadonlySet<string>
}

function wordsForLess(item: PlanBaseItem, to: PlanItem, { content, byHand }: Pieces): string {
  const before = item.minutes ?? 0
  const lock = content.locks[item.id]
  const made = content.proposals.find(
    (proposal) =>
      proposal.outOf === item.id &&
      content.items.some(({ id, minutes }) => id === proposal.id && minutes > 0),
  )
  const start = `From ${inMinutes(before)} to ${to.minutes}`
  if (lock?.fixed === to.minutes) return `${start}, as you fixed it.`
  if (byHand.has(item.id)) return `${start}, as you set it.`
  if (lock?.atMost != null && to.minutes === lock.atMost) return `${start}, the most you allowed.`
  if (made !== undefined)
    return `${start}: part of its time became a question about the customers behind its figures.`
  return `${start}, to make room: ${partOfCustomers(item)}.`
}

function wordsForMore(item: PlanBaseItem, to: PlanItem, { content, byHand }: Pieces): string {
  const start = `From ${inMinutes(item.minutes ?? 0)} to ${to.minutes}`
  if (content.locks[item.id]?.fixed === to.minutes) return `${start}, as you fixed it.`
  if (byHand.has(item.id)) return `${start}, as you set it.`
  return `${start}: ${partOfCustomers(item)}.`
}

function changeOfBase(item: PlanBaseItem, index: number, pieces: Pieces): PlanChange[] {
  const { content, byHand } = pieces
  const { items, locks } = content
  const place = items.findIndex(({ id }) => id === item.id)
  const now = items[place]
  const said = { id: item.id, title: item.title, before: item.minutes, evidence: item.evidence }
  if (now === undefined) {
    const taken = items.find(({ parts }) => parts.includes(item.title))
    const free = locks[item.id] ?? { keep: 'free', fixed: null, atMost: null, position: false }
    if (taken !== undefined && mayBeConsent(item, free) && !byHand.has(item.id))
      return [
        {
          ...said,
          kind: 'consent',
          after: 0,
          reason: `Moved to the consent agenda: it is for ${item.purpose ?? 'noting'}, and ${partOfCustomers(item)}.`,
        },
      ]
    const reason = byHand.has(item.id)
      ? 'Taken off the agenda, as you set it.'
      : `Cut, to be taken outside the meeting or at another: the agenda names no decision for it, and ${partOfCustomers(item)}.`
    return [{ ...said, kind: 'cut', after: 0, reason }]
  }
  const changes: PlanChange[] = []
  const before = item.minutes
  if (before !== null && now.minutes < before)
    changes.push({ ...said, kind: 'shortened', after: now.minutes, reason: wordsForLess(item, now, pieces) })
  if (before !== null && now.minutes > before)
    changes.push({ ...said, kind: 'lengthened', after: now.minutes, reason: wordsForMore(item, now, pieces) })
  const kept = content.base.filter(({ id }) => items.some((known) => known.id === id))
  const was = kept.findIndex(({ id }) => id === item.id)
  const is = items
    .filter(({ id }) => kept.some((known) => known.id === id))
    .findIndex(({ id }) => id === item.id)
  if (is < was && item.role === 'topic')
    changes.push({
      ...said,
      kind: 'moved',
      after: now.minutes,
      reason:
        item.customer * 2 >= item.substantive && item.customer > 0
          ? `From ${ordinal(index)} place to ${ordinal(place)}: customers come first.`
          : `From ${ordinal(index)} place to ${ordinal(place)}.`,
    })
  return changes
}

function changeOfProposal(proposal: PlanProposal, item: PlanItem): PlanChange {
  return {
    id: proposal.id,
    kind: 'added',
    title: item.title,
    before: null,
    after: item.minutes,
    reason: proposal.because,
    evidence: proposal.evidence,
  }
}

/**
 * What became of every item, with the reason and where it rests: each row of the old agenda whose minutes are other,
 * that moved forward, or that is gone, and each new row. `byHand` names the rows that a person set.
 */
export function explainPlan(
  content: Pick<PlanContent, 'base' | 'proposals' | 'locks' | 'items'>,
  byHand: ReadonlySet<string> = new Set(),
): PlanChange[] {
  const pieces = { content, byHand }
  const proposals = new Map(content.proposals.map((proposal) => [proposal.id, proposal]))
  const added = content.items.flatMap((item): PlanChange[] => {
    const proposal = proposals.get(item.id)
    if (item.minutes === 0 && item.origin !== 'agenda') return []
    if (proposal !== undefined) return [changeOfProposal(proposal, item)]
    if (item.origin !== 'own' && item.origin !== 'consent') return []
    const reason =
      item.origin === 'own' ? 'Added by you.' : 'Takes what is for noting in one step, without discussion.'
    return [
      {
        id: item.id,
        kind: 'added',
        title: item.title,
        before: null,
        after: item.minutes,
        reason,
        evidence: [],
      },
    ]
  })
  return [...added, ...content.base.flatMap((item, index) => changeOfBase(item, index, pieces))]
}
