import { mixHash, wordHash } from './content-hash.ts'
import { markCustomers } from './customer-words.ts'
import type { CustomerMark, CustomerTerms } from './customer-words.ts'
import { LEXICON_GROUPS, lexiconBits } from './focus-lexicons.ts'
import { stemWord, tokenize } from './tokenize.ts'
import type { Token } from './tokenize.ts'
import { textShape } from './text-shape.ts'
import type { WordVectors } from './word-vectors.ts'

/** How much a neighbour's text is read: what matters stands next to the passage. */
export const NEIGHBOUR_CHARACTERS = 300

interface WordFacts {
  stem: string
  hash: number
  lexicons: number
  /** Row in the word vectors and cluster there, or -1. */
  row: number
  cluster: number
}

/** A text cut into tokens, with all that does not depend on who its customers are. */
export interface ReadText {
  tokens: Token[]
  stems: string[]
  facts: WordFacts[]
  shape: number[]
  /** Weighted average of its word vectors, not normalised: see `vectorScale`. */
  vector: Float32Array | null
  vectorScale: number
}

/** What can be looked up while reading: caches live as long as the reader. */
export interface TextReader {
  vectors: WordVectors | null
  words: Map<string, WordFacts>
}

const MOST_CACHED_WORDS = 100_000

export function createTextReader(vectors: WordVectors | null): TextReader {
  return { vectors, words: new Map() }
}

export function readText(text: string, reader: TextReader): ReadText {
  const tokens = tokenize(text)
  const facts = tokens.map((token) => wordFacts(token.word, reader))
  const { vectors } = reader
  const read: ReadText = {
    tokens,
    facts,
    stems: facts.map((fact) => fact.stem),
    shape: textShape(text, tokens),
    vector: null,
    vectorScale: 0,
  }
  if (vectors !== null) {
    const sum = new Float32Array(vectors.dimensions)
    let weight = 0
    for (const { row } of facts) {
      if (row < 0) continue
      const part = (vectors.scales[row] ?? 0) * (vectors.weights[row] ?? 0)
      weight += vectors.weights[row] ?? 0
      const at = row * vectors.dimensions
      for (let d = 0; d < sum.length; d += 1) sum[d] = (sum[d] ?? 0) + part * (vectors.values[at + d] ?? 0)
    }
    read.vector = sum
    read.vectorScale = weight > 0 ? 1 / (weight + 0.3) : 0
  }
  return read
}

function wordFacts(word: string, reader: TextReader): WordFacts {
  const known = reader.words.get(word)
  if (known !== undefined) return known
  const stem = stemWord(word)
  const row = reader.vectors?.rows.get(word.toLowerCase()) ?? -1
  const facts: WordFacts = {
    stem,
    hash: wordHash(stem),
    lexicons: lexiconBits(stem),
    row,
    cluster: reader.vectors?.clusterOf[row] ?? -1,
  }
  if (reader.words.size >= MOST_CACHED_WORDS) reader.words.clear()
  reader.words.set(word, facts)
  return facts
}

/** One of the four parts of what the classifier is given. */
export type Place = 'text' | 'item' | 'neighbour'
const PLACE_SEED: Record<Place, number> = { text: 0x1000, item: 0x2000, neighbour: 0x3000 }

/** Takes one feature: its number, and the tokens it came from (`first` -1 where it is about the whole). */
export type FeatureSink = (feature: number, first: number, last: number) => void

const CUSTOMER_HASH = wordHash('#customer')
const OWN_CUSTOMER_HASH = wordHash('#own-customer')
const EDGE = wordHash('#edge')

/**
 * Words, word pairs, word clusters, lexicon groups and their pairs, and shape of one part, each as a 32-bit
 * number; collisions are as rare as one in a few thousand features. Customers are folded into one word.
 */
export function extractFeatures(read: ReadText, place: Place, terms: CustomerTerms, sink: FeatureSink): void {
  const seed = PLACE_SEED[place]
  const { facts, stems } = read
  const marks: CustomerMark[] = markCustomers(stems, terms)
  let groups = 0
  let previous = EDGE
  for (const [i, fact] of facts.entries()) {
    const mark = marks[i] ?? 0
    const folded = mark > 0 ? CUSTOMER_HASH : fact.hash
    groups |= fact.lexicons | (mark > 0 ? 1 << LEXICON_GROUPS.length : 0)
    groups |= figureBit(fact.stem)
    sink(mixHash(seed, fact.hash), i, i)
    if (mark > 0) sink(mixHash(seed, CUSTOMER_HASH), i, i)
    if (mark > 1) sink(mixHash(seed, OWN_CUSTOMER_HASH), i, i)
    if (fact.cluster >= 0) sink(mixHash(seed + 5, fact.cluster), i, i)
    if (place !== 'neighbour') {
      sink(mixHash(mixHash(seed + 1, previous), folded), i === 0 ? 0 : i - 1, i)
      if (i === facts.length - 1) sink(mixHash(mixHash(seed + 1, folded), EDGE), i, i)
    }
    previous = folded
  }
  if (place === 'neighbour') return
  for (let i = 0; i < GROUP_BITS; i += 1) {
    if ((groups & (1 << i)) === 0) continue
    sink(mixHash(seed + 2, i), -1, -1)
    for (let j = i + 1; j < GROUP_BITS; j += 1)
      if ((groups & (1 << j)) !== 0) sink(mixHash(mixHash(seed + 3, i), j), -1, -1)
  }
  for (const shape of read.shape) sink(mixHash(seed + 4, shape), -1, -1)
}

const GROUP_BITS = LEXICON_GROUPS.length + 4

function figureBit(stem: string): number {
  const base = LEXICON_GROUPS.length
  if (stem === '#money') return 1 << (base + 1)
  if (stem === '#percent') return 1 << (base + 2)
  if (stem === '#count' || stem === '#large') return 1 << (base + 3)
  return 0
}
