import { mixHash, wordHash } from './content-hash.ts'
import type { CustomerMark } from './customer-words.ts'
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
  /** A bit for each lexicon group it is in, and for the kind of figure it is. */
  groups: number
  /** Row in the word vectors and cluster there, or -1. */
  row: number
  cluster: number
  projection: Float32Array | null
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
  /** What the average would give after the model's weights, where the reader projects instead of averaging. */
  projection: Float64Array | null
}

/** What can be looked up while reading: caches live as long as the reader. */
export interface TextReader {
  vectors: WordVectors | null
  /** A row's vector times a model's weights: far fewer numbers to add up than the vector has. */
  project: ((row: number) => Float32Array) | null
  words: Map<string, WordFacts>
}

const MOST_CACHED_WORDS = 100_000

export function createTextReader(
  vectors: WordVectors | null,
  project: TextReader['project'] = null,
): TextReader {
  return { vectors, project, words: new Map() }
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
    projection: null,
  }
  if (vectors !== null) {
    let weight = 0
    for (const { row } of facts) if (row >= 0) weight += vectors.weights[row] ?? 0
    read.vectorScale = weight > 0 ? 1 / (weight + 0.3) : 0
    if (reader.project === null) read.vector = sumVectors(facts, vectors)
    else read.projection = sumProjections(facts)
  }
  return read
}

function sumVectors(facts: readonly WordFacts[], vectors: WordVectors): Float32Array {
  const { values, scales, weights, dimensions } = vectors
  const sum = new Float32Array(dimensions)
  for (const { row } of facts) {
    if (row < 0) continue
    const part = (scales[row] ?? 0) * (weights[row] ?? 0)
    const at = row * dimensions
    for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] ?? 0) + part * (values[at + d] ?? 0)
  }
  return sum
}

function sumProjections(facts: readonly WordFacts[]): Float64Array | null {
  let sum: Float64Array | null = null
  for (const { projection } of facts) {
    if (projection === null) continue
    sum ??= new Float64Array(projection.length)
    for (let i = 0; i < projection.length; i += 1) sum[i] = (sum[i] ?? 0) + (projection[i] ?? 0)
  }
  return sum
}

function wordFacts(word: string, reader: TextReader): WordFacts {
  const known = reader.words.get(word)
  if (known !== undefined) return known
  const stem = stemWord(word)
  const row = reader.vectors?.rows.get(word.toLowerCase()) ?? -1
  const facts: WordFacts = {
    stem,
    hash: wordHash(stem),
    groups: lexiconBits(stem) | figureBit(stem),
    row,
    cluster: reader.vectors?.clusterOf[row] ?? -1,
    projection: row >= 0 && reader.project !== null ? reader.project(row) : null,
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
export function extractFeatures(
  read: ReadText,
  place: Place,
  marks: readonly CustomerMark[],
  sink: FeatureSink,
): void {
  const seed = PLACE_SEED[place]
  const { facts } = read
  const isNeighbour = place === 'neighbour'
  let groups = 0
  let previous = EDGE
  for (let i = 0; i < facts.length; i += 1) {
    const fact = facts[i]
    if (fact === undefined) continue
    const mark = marks[i] ?? 0
    sink(mixHash(seed, fact.hash), i, i)
    if (fact.cluster >= 0) sink(mixHash(seed + 5, fact.cluster), i, i)
    if (mark > 0) sink(mixHash(seed, CUSTOMER_HASH), i, i)
    if (mark > 1) sink(mixHash(seed, OWN_CUSTOMER_HASH), i, i)
    if (isNeighbour) continue
    const folded = mark > 0 ? CUSTOMER_HASH : fact.hash
    sink(mixHash(mixHash(seed + 1, previous), folded), i === 0 ? 0 : i - 1, i)
    previous = folded
    const own = groupsOf(fact, mark)
    groups |= own
    if (own !== 0) pairWithNext(read, marks, i, own, seed + 7, sink)
  }
  if (isNeighbour) return
  if (facts.length > 0) sink(mixHash(mixHash(seed + 1, previous), EDGE), facts.length - 1, facts.length - 1)
  for (let left = groups; left !== 0; left &= left - 1) {
    const group = lowestBit(left)
    sink(mixHash(seed + 2, group), -1, -1)
    for (let rest = left & (left - 1); rest !== 0; rest &= rest - 1)
      sink(mixHash(mixHash(seed + 3, group), lowestBit(rest)), -1, -1)
  }
  for (const shape of read.shape) sink(mixHash(seed + 4, shape), -1, -1)
}

/** How many words on a lexicon group still pairs with another: "complaints from two tenants". */
const WINDOW = 5

function pairWithNext(
  read: ReadText,
  marks: readonly CustomerMark[],
  at: number,
  own: number,
  seed: number,
  sink: FeatureSink,
): void {
  const last = Math.min(read.facts.length - 1, at + WINDOW)
  for (let j = at + 1; j <= last; j += 1) {
    const fact = read.facts[j]
    const others = fact === undefined ? 0 : groupsOf(fact, marks[j] ?? 0)
    if (others === 0) continue
    for (let left = own; left !== 0; left &= left - 1)
      for (let right = others; right !== 0; right &= right - 1)
        sink(mixHash(mixHash(seed, lowestBit(left)), lowestBit(right)), at, j)
  }
}

const groupsOf = (fact: WordFacts, mark: CustomerMark): number =>
  fact.groups | (mark > 0 ? 1 << LEXICON_GROUPS.length : 0)

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits)

function figureBit(stem: string): number {
  const base = LEXICON_GROUPS.length
  if (stem === '#money') return 1 << (base + 1)
  if (stem === '#percent') return 1 << (base + 2)
  if (stem === '#count' || stem === '#large') return 1 << (base + 3)
  return 0
}
