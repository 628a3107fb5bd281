import { letterDistance } from '../focus/tokenize.ts'
import { COMMON_WORDS } from './common-words.ts'
import type { Mention } from './find-mentions.ts'
import { lettersThatMayDiffer, withLettersLeftOut } from './name-patterns.ts'
import type { NameIndex, NamePattern } from './name-patterns.ts'
import type { NameToken } from './name-tokens.ts'

const LEAST = 5
const LONGEST = 24
/** The whole name may differ by this share of its letters. */
const MOST_DIFFERENT = 0.2
/** What scanners read for letters. */
const SCANNED = new Map([
  ['0', 'o'],
  ['1', 'l'],
  ['5', 's'],
  ['8', 'b'],
])

const asLetters = (fold: string): string =>
  /\d/.test(fold) && /[a-z]/.test(fold)
    ? fold.replace(/[0158]/g, (digit) => SCANNED.get(digit) ?? digit)
    : fold

/**
 * Words spelled almost as a customer's name (Damerau–Levenshtein, 1964), to be shown to a person and never recorded by
 * themselves. Candidates come from a table of spellings with letters left out, so that the cost does not grow with
 * the register.
 */
export function findNearSpellings(
  tokens: readonly NameToken[],
  taken: ReadonlySet<number>,
  { spellings, byWord }: NameIndex,
): Mention[] {
  const found: Mention[] = []
  const used = new Set<number>()
  if (spellings.size === 0) return found
  tokens.forEach((token, place) => {
    if (taken.has(place) || used.has(place) || !token.capital) return
    const word = asLetters(token.fold)
    if (word.length < LEAST || word.length > LONGEST || COMMON_WORDS.has(word)) return
    const near = new Set<string>()
    for (const spelling of withLettersLeftOut(word, lettersThatMayDiffer(word)))
      for (const known of spellings.get(spelling) ?? []) near.add(known)
    let best: { pattern: NamePattern; from: number; distance: number } | null = null
    for (const known of near) {
      if (letterDistance(known, word) > lettersThatMayDiffer(known)) continue
      for (const pattern of byWord.get(known) ?? []) {
        const from = place - pattern.tokens.indexOf(known)
        const distance = phraseDistance(tokens, taken, from, pattern)
        if (distance === null || (best !== null && best.pattern.tokens.length > pattern.tokens.length))
          continue
        if (best === null || pattern.tokens.length > best.pattern.tokens.length || distance < best.distance)
          best = { pattern, from, distance }
      }
    }
    if (best === null) return
    const to = best.from + best.pattern.tokens.length
    const own = tokens.slice(best.from, to)
    for (let i = best.from; i < to; i += 1) used.add(i)
    for (const customer of best.pattern.customers)
      found.push({
        customer,
        start: own[0]?.start ?? 0,
        end: own.at(-1)?.end ?? 0,
        form: own.map(({ fold }) => fold).join(' '),
        certainty: 'near',
        doubt: 'near-spelling',
      })
  })
  return found
}

/** Letters by which the tokens from `from` on differ from the name; null when by too many, or when they are taken. */
function phraseDistance(
  tokens: readonly NameToken[],
  taken: ReadonlySet<number>,
  from: number,
  pattern: NamePattern,
): number | null {
  let distance = 0
  let letters = 0
  for (const [index, wanted] of pattern.tokens.entries()) {
    const token = tokens[from + index]
    if (token === undefined || taken.has(from + index)) return null
    if (index > 0 && token.before !== 'space' && token.before !== 'hyphen') return null
    const word = asLetters(token.fold)
    letters += wanted.length
    distance += word === wanted ? 0 : letterDistance(wanted, word)
    if (distance > letters) return null
  }
  return distance <= Math.max(1, letters * MOST_DIFFERENT) && distance > 0
    ? distance
    : digitsOnly(tokens, from, pattern)
}

/** "Qui11ane": the same letters once figures are read as letters, which is near and not equal. */
function digitsOnly(tokens: readonly NameToken[], from: number, pattern: NamePattern): number | null {
  const same = pattern.tokens.every((wanted, index) => asLetters(tokens[from + index]?.fold ?? '') === wanted)
  return same ? 0 : null
}
