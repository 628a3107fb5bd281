import { Check, CircleDashed, CircleHelp, Circle, UserRoundCheck } from 'lucide-react'
import type { ActionState, ActionThread } from '../../../shared/model/actions-over-meetings.ts'
import { counted } from '../../format/numbers.ts'
import { STATE_WORDS, overdueOf } from './state-words.ts'
import type { OverdueAt } from './state-words.ts'

const ICONS = { open: Circle, lost: CircleDashed, 'not followed up': CircleHelp, done: Check } as const

/** The state with its sign; a person's is filled. */
export function StateMark({ state, human }: { state: ActionState; human: boolean }) {
  const Icon = ICONS[state]
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2 py-0.5 text-xs whitespace-nowrap ${
        human ? 'bg-ink font-semibold text-paper' : 'border border-line bg-surface text-ink'
      }`}
    >
      <Icon aria-hidden="true" className="size-3.5" />
      {STATE_WORDS[state]}
      {human && (
        <>
          <UserRoundCheck aria-hidden="true" className="size-3.5" />
          <span className="sr-only">set by a person</span>
        </>
      )}
    </span>
  )
}

/** Says that something is not stated. */
export function Missing({ children }: { children: string }) {
  return (
    <span className="rounded border border-dashed border-edge px-1.5 text-xs whitespace-nowrap text-soft">
      {children}
    </span>
  )
}

export function OverdueMark({ thread, at }: { thread: ActionThread; at: OverdueAt }) {
  const days = overdueOf(thread, at)
  if (days === null) return null
  return (
    <span className="figures text-xs font-semibold whitespace-nowrap text-ink">
      {counted(days, 'day')} past
      <span className="sr-only"> {at === 'today' ? 'today' : 'at the latest meeting'}</span>
    </span>
  )
}
