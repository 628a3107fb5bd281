import { normaliseNumber, normaliseTitle, titleSimilarity, titleWords } from './title-similarity.ts'
import type { TitleWords } from './title-similarity.ts'

export interface MatchableItem {
  number: string | null
  title: string
  level: number
}

/** Titles this alike are the same item, wherever they stand. */
const ALIKE = 0.6
/** With the same number, this is enough. */
const ALIKE_WITH_NUMBER = 0.3
/** A word in more titles than this finds no candidates: it would pair everything with everything. */
const MAXIMUM_SHARING = 60

interface Prepared {
  title: string
  number: string
  words: TitleWords
  level: number
}

const prepare = (item: MatchableItem): Prepared => ({
  title: normaliseTitle(item.title),
  number: normaliseNumber(item.number),
  words: titleWords(item.title),
  level: item.level,
})

interface Candidate {
  left: number
  right: number
  score: number
}

function candidatesOf(left: Prepared[], right: Prepared[]): Candidate[] {
  const byWord = new Map<string, number[]>()
  right.forEach((item, index) => {
    for (const word of item.words.keys()) {
      const found = byWord.get(word)
      if (found === undefined) byWord.set(word, [index])
      else found.push(index)
    }
  })
  const candidates: Candidate[] = []
  left.forEach((item, index) => {
    const tried = new Set<number>()
    for (const word of item.words.keys()) {
      const sharing = byWord.get(word) ?? []
      if (sharing.length > MAXIMUM_SHARING) continue
      for (const other of sharing) tried.add(other)
    }
    for (const other of tried) {
      const twin = right[other]
      if (twin === undefined) continue
      const alike = titleSimilarity(item.words, twin.words)
      const sameNumber = item.number !== '' && item.number === twin.number
      if (alike < (sameNumber ? ALIKE_WITH_NUMBER : ALIKE)) continue
      const apart = Math.abs(index / left.length - other / right.length)
      const score =
        alike + (sameNumber ? 0.3 : 0) + (item.level === twin.level ? 0.05 : 0) + 0.1 * (1 - apart)
      candidates.push({ left: index, right: other, score })
    }
  })
  return candidates.toSorted((a, b) => b.score - a.score || a.left - b.left || a.right - b.right)
}

/** Equal titles first, the first with the first: repeated heads ("Report") keep their order. */
function pairEqualTitles(left: Prepared[], right: Prepared[], pairs: Pairs): void {
  const waiting = new Map<string, number[]>()
  right.forEach((item, index) => {
    if (item.title === '') return
    const twins = waiting.get(item.title)
    if (twins === undefined) waiting.set(item.title, [index])
    else twins.push(index)
  })
  left.forEach((item, index) => {
    const twins = waiting.get(item.title)
    if (twins === undefined) return
    const sameNumber = twins.findIndex((twin) => right[twin]?.number === item.number)
    const [twin] = twins.splice(Math.max(sameNumber, 0), 1)
    if (twin !== undefined) pairs.add(index, twin)
  })
}

/** Between the same two neighbours, with the same number and level: the item was given another name. */
function pairRenamed(left: Prepared[], right: Prepared[], pairs: Pairs): void {
  let from = 0
  for (let index = 0; index < left.length; index += 1) {
    const item = left[index]
    const paired = pairs.ofLeft.get(index)
    if (paired !== undefined) {
      from = paired + 1
      continue
    }
    if (item === undefined || item.number === '') continue
    const twin = right[from]
    if (twin === undefined || pairs.ofRight.has(from)) continue
    if (twin.number !== item.number || twin.level !== item.level) continue
    pairs.add(index, from)
    from += 1
  }
}

class Pairs {
  readonly ofLeft = new Map<number, number>()
  readonly ofRight = new Map<number, number>()
  add(left: number, right: number): void {
    if (this.ofLeft.has(left) || this.ofRight.has(right)) return
    this.ofLeft.set(left, right)
    this.ofRight.set(right, left)
  }
}

/**
 * Finds the same items in two documents of one meeting: equal titles, then alike titles (Dice over stems) helped
 * by number, level and place, then renamed items between matched neighbours. One to one; order need not agree.
 * Returns, for each item on the right, the index of its twin on the left.
 */
export function matchItems(
  left: readonly MatchableItem[],
  right: readonly MatchableItem[],
): Map<number, number> {
  const ours = left.map(prepare)
  const theirs = right.map(prepare)
  const pairs = new Pairs()
  pairEqualTitles(ours, theirs, pairs)
  for (const candidate of candidatesOf(ours, theirs)) pairs.add(candidate.left, candidate.right)
  pairRenamed(ours, theirs, pairs)
  return pairs.ofRight
}
