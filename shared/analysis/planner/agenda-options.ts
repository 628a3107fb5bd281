import type { PlanBaseItem, PlanLock, PlanProposal } from '../../model/planner.ts'

/** One way of treating an item (and the proposal made out of it, if any). All whole numbers. */
export interface AgendaOption {
  /** Minutes it takes on the agenda. */
  readonly minutes: number
  /** Thousandths of minutes that go to customers, and that are substantive. */
  readonly customer: number
  readonly substantive: number
  /** Points against it: see docs/method.md. */
  readonly cost: number
  /** True where the item goes to the consent agenda. */
  readonly consent: boolean
  /** Minutes of each row it makes; 0 is not on the agenda. */
  readonly rows: readonly { readonly id: string; readonly minutes: number }[]
}

export interface AgendaUnit {
  readonly ids: readonly string[]
  readonly options: readonly AgendaOption[]
}

export interface OptionRules {
  /** Wanted share of customers, in thousandths: an item above it may be given more time, as may a customer item. */
  readonly target: number
}

export const FREE: PlanLock = { keep: 'free', fixed: null, atMost: null, position: false }
export const CONSENT_TITLE = 'Consent agenda: items taken as read'
export const CONSENT_MINUTES = 5
const CONSENT_ITEM = /\bconsent (?:agenda|items?|calendar)\b/iu

const CUT_STEP = 24
const CONSENT_STEP = 8
const UNEVEN = 8

/** An agenda that has a consent item already needs no minutes for another. */
export function consentItemOf(base: readonly PlanBaseItem[]): PlanBaseItem | null {
  return base.find(({ title }) => CONSENT_ITEM.test(title)) ?? null
}

const thousandths = (share: number): number => Math.round(share * 1000)

/** What it weighs to take time from an item: a decision most, something for noting least. */
function importanceOf(item: PlanBaseItem): number {
  if (item.role === 'procedural') return 3
  if (item.purpose === 'decision') return 3
  return item.purpose === 'information' || item.purpose === 'noting' ? 1 : 2
}

/** The fewest minutes an item is left with while it is on the agenda: half, and not under five of what it had. */
export function leastMinutes(item: Pick<PlanBaseItem, 'role'>, minutes: number): number {
  if (item.role === 'break') return minutes
  return Math.min(minutes, Math.max(5, Math.ceil(minutes / 2)))
}

const uneven = (minutes: number, wanted: number): number =>
  minutes % 5 === 0 || minutes === wanted ? 0 : UNEVEN

/** Squared, so that many give a little before one gives much; relative, so that a long item gives more. */
function costOf(minutes: number, wanted: number, importance: number): number {
  const apart = (minutes - wanted) ** 2 / Math.max(1, wanted)
  return Math.round(apart * (minutes < wanted ? 4 * importance : 2)) + uneven(minutes, wanted)
}

const isCustomer = (item: PlanBaseItem): boolean => item.customer * 2 >= item.substantive && item.customer > 0

/** May it be moved to the consent agenda: only what is for noting, is about something else, and is not held fast. */
export function mayBeConsent(item: PlanBaseItem, lock: PlanLock): boolean {
  return (
    item.role === 'topic' &&
    (item.purpose === 'information' || item.purpose === 'noting') &&
    !isCustomer(item) &&
    lock.keep !== 'stays' &&
    lock.fixed === null &&
    !lock.position &&
    !CONSENT_ITEM.test(item.title)
  )
}

/** May it be cut: never a decision, a customer item, procedure, a break, or what is held fast. */
export function mayBeCut(item: PlanBaseItem, lock: PlanLock): boolean {
  return (
    item.role === 'topic' &&
    item.purpose !== 'decision' &&
    !isCustomer(item) &&
    lock.keep === 'free' &&
    lock.fixed === null &&
    !lock.position &&
    !CONSENT_ITEM.test(item.title)
  )
}

/** Minutes it may have while it is on the agenda, least and most. */
function boundsOf(item: PlanBaseItem, wanted: number, lock: PlanLock, rules: OptionRules): [number, number] {
  if (lock.fixed !== null) return [lock.fixed, lock.fixed]
  const raises =
    isCustomer(item) || thousandths(item.customer) * 1000 > rules.target * thousandths(item.substantive)
  const growth =
    item.role !== 'topic'
      ? wanted
      : raises
        ? Math.max(wanted * 2, Math.min(20, wanted + 10))
        : Math.ceil(wanted * 1.5) + 5
  const most = lock.atMost === null ? growth : Math.min(growth, lock.atMost)
  return [Math.min(leastMinutes(item, wanted), most), most]
}

function itemOptions(item: PlanBaseItem, wanted: number, lock: PlanLock, rules: OptionRules): AgendaOption[] {
  const importance = importanceOf(item)
  const [least, most] = boundsOf(item, wanted, lock, rules)
  const options: AgendaOption[] = []
  for (let minutes = least; minutes <= most; minutes += 1)
    options.push({
      minutes,
      customer: thousandths(item.customer) * minutes,
      substantive: thousandths(item.substantive) * minutes,
      // A lock is the user's word, so what it costs speaks against nothing.
      cost: lock.fixed === null ? costOf(minutes, Math.min(wanted, most), importance) : 0,
      consent: false,
      rows: [{ id: item.id, minutes }],
    })
  const gone = { minutes: 0, customer: 0, substantive: 0, rows: [{ id: item.id, minutes: 0 }] }
  if (mayBeConsent(item, lock))
    options.push({ ...gone, cost: importance * wanted + CONSENT_STEP, consent: true })
  if (mayBeCut(item, lock))
    options.push({ ...gone, cost: 4 * importance * wanted + CUT_STEP, consent: false })
  return options
}

/** A proposal is taken where the target needs it, and the one that most speaks for first. */
const costOfTaking = ({ weight, decision }: PlanProposal): number =>
  decision === 'accepted' ? 0 : Math.ceil((31 - weight) / 3)

function proposalOptions(proposal: PlanProposal, lock: PlanLock): AgendaOption[] {
  const options: AgendaOption[] = []
  if (proposal.decision === 'open' && lock.keep === 'free' && lock.fixed === null)
    options.push({
      minutes: 0,
      customer: 0,
      substantive: 0,
      cost: 0,
      consent: false,
      rows: [{ id: proposal.id, minutes: 0 }],
    })
  const most = Math.min(proposal.most, lock.atMost ?? proposal.most)
  const [from, to] = lock.fixed === null ? [Math.min(proposal.least, most), most] : [lock.fixed, lock.fixed]
  for (let minutes = from; minutes <= to; minutes += 1)
    if (minutes > 0)
      options.push({
        minutes,
        customer: minutes * 1000,
        substantive: minutes * 1000,
        cost: lock.fixed === null ? costOfTaking(proposal) + costOf(minutes, proposal.wanted, 1) : 0,
        consent: false,
        rows: [{ id: proposal.id, minutes }],
      })
  return options
}

const joined = (a: AgendaOption, b: AgendaOption): AgendaOption => ({
  minutes: a.minutes + b.minutes,
  customer: a.customer + b.customer,
  substantive: a.substantive + b.substantive,
  cost: a.cost + b.cost,
  consent: a.consent || b.consent,
  rows: [...a.rows, ...b.rows],
})

/**
 * Every way of treating each item. A proposal made out of an item goes with it: what it takes is not held against the
 * item, which is then measured by what is left.
 */
export function agendaUnits(
  base: readonly PlanBaseItem[],
  proposals: readonly PlanProposal[],
  locks: Readonly<Record<string, PlanLock>>,
  rules: OptionRules,
): AgendaUnit[] {
  const live = proposals.filter(({ decision }) => decision !== 'rejected')
  const lockOf = (id: string): PlanLock => locks[id] ?? FREE
  const made = new Set<string>()
  const units = base.map((item): AgendaUnit => {
    const wanted = item.minutes ?? 0
    const lock = lockOf(item.id)
    const proposal = live.find(({ outOf }) => outOf === item.id)
    if (proposal === undefined) return { ids: [item.id], options: itemOptions(item, wanted, lock, rules) }
    made.add(proposal.id)
    const options = proposalOptions(proposal, lockOf(proposal.id)).flatMap((taken) =>
      itemOptions(item, Math.max(Math.min(wanted, 5), wanted - taken.minutes), lock, rules).map((option) =>
        joined(option, taken),
      ),
    )
    return { ids: [item.id, proposal.id], options }
  })
  const alone = live
    .filter(({ id }) => !made.has(id))
    .map((proposal) => ({ ids: [proposal.id], options: proposalOptions(proposal, lockOf(proposal.id)) }))
  return [...units, ...alone]
}
