import { UserRoundCheck } from 'lucide-react'
import type { Focus } from '../../shared/model/focus.ts'
import { FOCUS_PAINT, FOCUS_WORDS } from '../format/focus-words.ts'
import { percent } from '../format/numbers.ts'

export function FocusSwatch({ focus, className = '' }: { focus: Focus; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-block size-3 shrink-0 rounded-[3px] ${FOCUS_PAINT[focus]} ${className}`}
    />
  )
}

/**
 * A passage's label. The machine's has its probability and a thin outline; a person's is filled, carries
 * the sign of a person and no probability.
 */
export function FocusChip({
  focus,
  confidence,
  human = false,
  fromCustomers = false,
}: {
  focus: Focus
  confidence?: number
  human?: boolean
  fromCustomers?: boolean
}) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2 py-0.5 text-xs whitespace-nowrap ${
        human ? 'bg-ink font-semibold text-paper' : 'border border-line bg-surface text-ink'
      }`}
    >
      <FocusSwatch focus={focus} className={human ? 'ring-1 ring-paper' : ''} />
      <span>
        {FOCUS_WORDS[focus]}
        {fromCustomers && ', from customers'}
      </span>
      {human ? (
        <>
          <UserRoundCheck aria-hidden="true" className="size-3.5" />
          <span className="sr-only">settled by a person</span>
        </>
      ) : (
        confidence !== undefined && <span className="figures text-faint">{percent(confidence)}</span>
      )}
    </span>
  )
}
