import { MONTH_WORDS } from '../months.ts'
import type { FocusProbabilities } from '../../model/focus.ts'
import { FOCI } from '../../model/focus.ts'
import { contentHash, mixHash, wordHash } from '../focus/content-hash.ts'
import { stemWord, tokenize } from '../focus/tokenize.ts'

/** A passage as learning sees it. */
export interface LearnablePassage {
  readonly text: string
  /** The title of its item; empty where it has none. */
  readonly item: string
  /** The board's id: what was learnt of one board speaks louder there. */
  readonly board: string
  /** What the shipped model says. */
  readonly probabilities: FocusProbabilities
}

/** Features by number with their values. */
export interface LearningFeatures {
  readonly numbers: Uint32Array
  readonly values: Float64Array
}

const SEED = { word: 0x7100, pair: 0x7200, titleWord: 0x7300, title: 0x7400, said: 0x7500, board: 0x7600 }
/** Squared length of each group: words of the passage, pairs, words of the title, the whole title, the focus said. */
const POWER = { word: 1, pair: 0.4, titleWord: 0.35, title: 0.35, said: 0.03 }
/** How much of each feature is the board's own. */
const OWN = 0.5
/** Words so common that they say nothing of a focus. */
const COMMON = new Set(
  'a an and are as at be been by for from had has have he in is it its of on or she that the their there they this to was we were which will with would'.split(
    ' ',
  ),
)

function stemsOf(text: string): string[] {
  return tokenize(text)
    .filter(({ word }) => !COMMON.has(word))
    .map(({ word }) => stemWord(word))
}

const MONTHS = new Set(MONTH_WORDS)

/**
 * Known by its words alone, whatever its case, accents, spaces, figures and month: "Report for May 2024" is "REPORT FOR
 * JUNE 2025". Null where there are no words.
 */
export function wordsKey(text: string): string | null {
  const words = tokenize(text).map(({ word }) => (MONTHS.has(word) ? '#month' : word.toLowerCase()))
  return words.every((word) => word.startsWith('#')) ? null : contentHash(words.join(' '))
}

const leading = (probabilities: FocusProbabilities): number => {
  const values = FOCI.map((focus) => probabilities[focus])
  return values.indexOf(Math.max(...values))
}

/** What learning may hold on to: stems and pairs of the passage, its item's title, the focus said; each twice, once for its board. */
export function learningFeatures(passage: LearnablePassage): LearningFeatures {
  const found = new Map<number, number>()
  const add = (group: readonly number[], power: number): void => {
    const distinct = [...new Set(group)]
    const value = Math.sqrt(power / Math.max(4, distinct.length))
    for (const number of distinct) found.set(number, (found.get(number) ?? 0) + value)
  }
  const words = stemsOf(passage.text).map(wordHash)
  const titleWords = stemsOf(passage.item).map(wordHash)
  add(
    words.map((word) => mixHash(SEED.word, word)),
    POWER.word,
  )
  add(
    words.slice(1).map((word, at) => mixHash(mixHash(SEED.pair, words[at] ?? 0), word)),
    POWER.pair,
  )
  add(
    titleWords.map((word) => mixHash(SEED.titleWord, word)),
    POWER.titleWord,
  )
  const whole = (seed: number, value: number, power: number): void =>
    void found.set(mixHash(seed, value), Math.sqrt(power))
  if (titleWords.length > 0) whole(SEED.title, wordHash(titleWords.join(' ')), POWER.title)
  whole(SEED.said, leading(passage.probabilities), POWER.said)

  const numbers = new Uint32Array(found.size * 2)
  const values = new Float64Array(found.size * 2)
  const board = mixHash(SEED.board, wordHash(passage.board))
  let at = 0
  for (const [number, value] of found) {
    numbers[at] = number
    values[at] = value * Math.sqrt(1 - OWN)
    numbers[at + 1] = mixHash(board, number)
    values[at + 1] = value * Math.sqrt(OWN)
    at += 2
  }
  return { numbers, values }
}
