import { FOCI } from '../../shared/model/focus.ts'
import type { Focus } from '../../shared/model/focus.ts'
import { FOCUS_PAINT, FOCUS_WORDS } from '../format/focus-words.ts'
import { percent } from '../format/numbers.ts'

/** "Customers 9 %, numbers 40 %, …": the bar in words. */
export function sharesInWords(shares: Readonly<Record<Focus, number>>): string {
  return FOCI.filter((focus) => shares[focus] >= 0.005)
    .map((focus) => `${FOCUS_WORDS[focus]} ${percent(shares[focus])}`)
    .join(', ')
}

/** One hundred per cent, lying down. */
export function ShareBar({
  shares,
  label,
  className = 'h-2.5',
}: {
  shares: Readonly<Record<Focus, number>>
  label?: string
  className?: string
}) {
  const sum = FOCI.reduce((total, focus) => total + shares[focus], 0)
  return (
    <span
      role="img"
      aria-label={label ?? sharesInWords(shares)}
      className={`flex w-full gap-px overflow-hidden rounded-[3px] ${className}`}
    >
      {FOCI.filter((focus) => shares[focus] > 0.002).map((focus) => (
        <span
          key={focus}
          className={FOCUS_PAINT[focus]}
          style={{ width: `${(shares[focus] / (sum || 1)) * 100}%` }}
        />
      ))}
    </span>
  )
}
