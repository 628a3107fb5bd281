/** Words that many titles share and that tell little of the subject. */
const COMMON = new Set(
  'report reports update updates review paper item items discussion presentation approval approve consider note receive agenda board meeting committee'.split(
    ' ',
  ),
)
const EMPTY = new Set('a an the of and to for on in at by with from or any'.split(' '))
const COMMON_WEIGHT = 0.35
const STEM_LENGTH = 6
const MAXIMUM_WORDS = 40

/** Stems of a title's words with their weights; beginnings of words stand for their stems. */
export type TitleWords = ReadonlyMap<string, number>

/** Case, accents, punctuation and space made equal; "" when nothing is left. */
export function normaliseTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export function titleWords(title: string): TitleWords {
  const words = new Map<string, number>()
  for (const word of normaliseTitle(title).split(' ').slice(0, MAXIMUM_WORDS)) {
    if (word === '' || EMPTY.has(word)) continue
    words.set(word.slice(0, STEM_LENGTH), COMMON.has(word) ? COMMON_WEIGHT : 1)
  }
  return words
}

/** Weighted Dice coefficient (Dice 1945) over the two titles' stems, 0 to 1. */
export function titleSimilarity(left: TitleWords, right: TitleWords): number {
  let shared = 0
  let all = 0
  for (const [word, weight] of left) {
    all += weight
    const other = right.get(word)
    if (other !== undefined) shared += weight + other
  }
  for (const weight of right.values()) all += weight
  return all === 0 ? 0 : shared / all
}

/** "Item 4.1." and "4.1" are one number; "" when there is none. */
export function normaliseNumber(number: string | null): string {
  return (number ?? '')
    .toLowerCase()
    .replace(/item|no\.|agenda/g, '')
    .replace(/[^a-z0-9./-]/g, '')
    .replace(/[./-]$/, '')
}
