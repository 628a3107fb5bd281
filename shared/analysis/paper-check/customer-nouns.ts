/** How organisations commonly name those they serve; a board's own words come on top. Stems: plurals fit too. */
const COMMON_NOUNS =
  'customer client consumer user member patient resident tenant leaseholder passenger rider commuter pupil student learner parent family subscriber household citizen guest visitor policyholder beneficiary donor reader buyer shopper account caller claimant traveller carer supporter'.split(
    ' ',
  )

/** Lower case without accents and signs, as words. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

const singular = (word: string): string =>
  word.length > 4 && word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.length > 3
      ? word.replace(/s$/, '')
      : word

/** Tells whether a word names a customer: the common nouns and the last word of each of the board's own terms. */
export function customerNouns(terms: readonly string[]): (word: string) => boolean {
  const nouns = new Set(COMMON_NOUNS)
  for (const term of terms) {
    const last = wordsOf(term).at(-1)
    if (last !== undefined) nouns.add(singular(last))
  }
  return (word) => nouns.has(singular(word))
}
