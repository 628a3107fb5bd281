import type { ActionWords } from './action-words.ts'

const ROUNDING = 1e-9

/**
 * How many telling stems two actions share at least, where their Dice coefficient is no lower than `dice` (0 to 1).
 * The common weight 2o / (a + b) >= d, and o <= b, so o >= a d / (2 - d); what common words can add is taken off.
 */
export function fewestShared(words: ActionWords, dice: number): number {
  return fewestHeld(words, dice / (2 - dice))
}

/** The same where `part` (0 to 1) of this one's weight is in the other. */
export function fewestHeld({ weight, telling }: ActionWords, part: number): number {
  return Math.ceil(part * weight - (weight - telling.length) - ROUNDING)
}

/**
 * The rarest stems, one of which every text holds that shares `shared` telling stems with these words: all but
 * `shared` - 1 of them (prefix filtering, Chaudhuri et al. 2006). Empty where there are not as many.
 */
export function rareStems(
  { telling }: ActionWords,
  shared: number,
  countOf: (stem: string) => number,
): readonly string[] {
  if (telling.length < shared) return []
  if (shared <= 1) return telling
  return telling.toSorted((a, b) => countOf(a) - countOf(b)).slice(0, telling.length - shared + 1)
}
