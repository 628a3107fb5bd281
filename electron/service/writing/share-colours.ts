import type { Focus } from '../../../shared/model/focus.ts'

/** As on screen, in the light. Customers in numbers are the one colour hatched over the other. */
export const SHARE_COLOURS: Record<Focus, string> = {
  customer: '#b03b19',
  'customer-in-numbers': '#7a91ae',
  numbers: '#7a91ae',
  other: '#b5bac3',
  procedural: '#ffffff',
}

export const HATCHED: Focus = 'customer-in-numbers'

/** What is left after an estimate that does not sum to one, by rounding or by an empty meeting. */
export function partsOfWhole<T extends { readonly share: number }>(
  parts: readonly T[],
): (T & { part: number })[] {
  const sum = parts.reduce((total, { share }) => total + share, 0) || 1
  return parts.map((part) => ({ ...part, part: part.share / sum }))
}
