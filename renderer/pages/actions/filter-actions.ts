import { FOCI } from '../../../shared/model/focus.ts'
import { actionStateSchema } from '../../../shared/model/actions-over-meetings.ts'
import type { ActionThread } from '../../../shared/model/actions-over-meetings.ts'
import { dateLong } from '../../format/dates.ts'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { overdueOf } from './state-words.ts'
import type { OverdueAt } from './state-words.ts'

export const MISSING = ['owner', 'date', 'measure', 'overdue'] as const
export type Missing = (typeof MISSING)[number]
export const GROUPS = ['none', 'owner', 'meeting', 'customer'] as const
export type GroupBy = (typeof GROUPS)[number]

export const NO_OWNER = 'No owner stated'

export function ownerOf(thread: ActionThread): string {
  return thread.owner.value ?? NO_OWNER
}

export function isMissing(thread: ActionThread, what: Missing, at: OverdueAt): boolean {
  if (what === 'owner') return thread.owner.value === null
  if (what === 'date') return thread.due.value === null && thread.dueText === null
  if (what === 'measure') return thread.measure.value === null
  return overdueOf(thread, at) !== null
}

/** The actions that fit what the address asks for, in the order given. Without a state, all that is not done. */
export function filterActions(
  threads: readonly ActionThread[],
  params: Readonly<Record<string, string>>,
): ActionThread[] {
  const find = (params['find'] ?? '').trim().toLowerCase()
  const state = params['state'] ?? 'not done'
  const missing = MISSING.find((known) => known === params['missing'])
  const at = params['at'] === 'today' ? 'today' : 'latest'
  return threads.filter((thread) => {
    if (
      state === 'not done' ? thread.state.value === 'done' : state !== 'all' && thread.state.value !== state
    )
      return false
    if (params['about'] === 'customers' && thread.focus !== 'customer') return false
    if (params['owner'] !== undefined && ownerOf(thread) !== params['owner']) return false
    if (missing !== undefined && !isMissing(thread, missing, at)) return false
    return (
      find === '' || `${thread.text} ${thread.owner.value ?? ''} ${thread.board}`.toLowerCase().includes(find)
    )
  })
}

export const STATE_FILTERS = ['not done', ...actionStateSchema.options, 'all'] as const

export interface ActionGroup {
  readonly name: string | null
  readonly threads: readonly ActionThread[]
}

/** Keeps the order of the actions within each group. */
export function groupActions(threads: readonly ActionThread[], by: GroupBy): ActionGroup[] {
  if (by === 'none') return [{ name: null, threads }]
  const keyOf = (thread: ActionThread): string =>
    by === 'owner' ? ownerOf(thread) : by === 'meeting' ? (thread.first.date ?? '') : thread.focus
  const groups = [...Map.groupBy(threads, keyOf)]
  if (by === 'owner')
    groups.sort(([a], [b]) => Number(a === NO_OWNER) - Number(b === NO_OWNER) || a.localeCompare(b, 'en-GB'))
  else if (by === 'meeting') groups.sort(([a], [b]) => (a < b ? 1 : -1))
  const nameOf = (key: string): string => {
    if (by === 'owner') return key
    if (by === 'meeting') return key === '' ? 'A meeting without a date' : `First in ${dateLong(key)}`
    const focus = FOCI.find((known) => known === key)
    return focus === undefined ? key : FOCUS_WORDS[focus]
  }
  return groups.map(([key, own]) => ({ name: nameOf(key), threads: own }))
}
