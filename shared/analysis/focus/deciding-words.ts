import { FOCI } from '../../model/focus.ts'
import type { DecidingWords } from '../../model/focus.ts'
import type { CustomerMark } from './customer-words.ts'
import { extractFeatures } from './extract-features.ts'
import type { ReadText } from './extract-features.ts'
import { findColumn } from './feature-table.ts'
import { OUTPUTS } from './first-pass.ts'
import type { RunText } from './first-pass.ts'
import type { FocusModel } from './focus-model.ts'

const MOST_SPANS = 6
/** A span must carry this part of the strongest one's weight. */
const LEAST_PART = 0.15
const CLASSES = FOCI.length
const LITTLE_WORDS = new Set(
  'the a an of to and in for on at by with as is was be it that this or from'.split(' '),
)

/**
 * The words of a passage that spoke for the focus chosen and against the next likely one. A word's weight is the sum
 * of its exact contributions (its own, its pairs', its cluster's and its word vector's) to the difference of the two
 * logits of the first pass, as the second pass reads them. Neighbouring words that pull the same way form one span.
 */
export function decidingWords(
  original: string,
  { read, marks }: RunText,
  model: FocusModel,
  winner: number,
  runnerUp: number,
): DecidingWords[] {
  const { tokens } = read
  if (tokens.length === 0) return []
  const weights = wordWeights(read, marks, model, effectivePull(model, winner, runnerUp))
  const strongest = Math.max(...weights)
  if (!(strongest > 0)) return []
  const spans: { first: number; last: number; weight: number }[] = []
  for (const [i, weight] of weights.entries()) {
    if (weight < strongest * LEAST_PART) continue
    const previous = spans.at(-1)
    const touching = previous !== undefined && previous.last === i - 1 && adjoin(original, read, i)
    if (touching) {
      previous.last = i
      previous.weight += weight
    } else spans.push({ first: i, last: i, weight })
  }
  return spans
    .filter((span) => span.last > span.first || !LITTLE_WORDS.has(tokens[span.first]?.word ?? ''))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_SPANS)
    .toSorted((a, b) => a.first - b.first)
    .map((span) => {
      const start = tokens[span.first]?.start ?? 0
      const end = tokens[span.last]?.end ?? 0
      return { start, end, text: original.slice(start, end), weight: Math.round(span.weight * 1000) / 1000 }
    })
}

/** For each focus, how much one unit of its first-pass logit moves winner against runner-up. */
function effectivePull(model: FocusModel, winner: number, runnerUp: number): Float64Array {
  const pull = new Float64Array(CLASSES)
  let mean = 0
  for (let k = 0; k < CLASSES; k += 1) {
    const value = (model.second[k * CLASSES + winner] ?? 0) - (model.second[k * CLASSES + runnerUp] ?? 0)
    pull[k] = value
    mean += value / CLASSES
  }
  // The second pass sees centred logits.
  return pull.map((value) => value - mean)
}

function wordWeights(
  read: ReadText,
  marks: readonly CustomerMark[],
  model: FocusModel,
  pull: Float64Array,
): number[] {
  const { counts, idf } = model.table
  const found: number[] = []
  const whole: number[] = []
  extractFeatures(read, 'text', marks, (feature, first, last) => {
    const column = findColumn(model.table, feature)
    if (column < 0) return
    counts[column] = (counts[column] ?? 0) + 1
    if (first >= 0) found.push(column, first, last)
    else whole.push(column)
  })
  let total = 0
  const addSquare = (column: number) => {
    const count = counts[column] ?? 1
    // Each of a column's occurrences brings its part of the square.
    total += ((1 + Math.log(count)) * (idf[column] ?? 0)) ** 2 / count
  }
  for (let f = 0; f < found.length; f += 3) addSquare(found[f] ?? 0)
  for (const column of whole) addSquare(column)
  const norm = total > 0 ? model.scales.text / Math.sqrt(total) : 0
  const weights = read.tokens.map(() => 0)
  for (let f = 0; f < found.length; f += 3) {
    const column = found[f] ?? 0
    const first = found[f + 1] ?? 0
    const last = found[f + 2] ?? 0
    const count = counts[column] ?? 1
    const value = ((1 + Math.log(count)) / count) * (idf[column] ?? 0) * norm
    const both = value * columnPull(model, column, pull)
    if (first === last) weights[first] = (weights[first] ?? 0) + both
    else {
      weights[first] = (weights[first] ?? 0) + both / 2
      weights[last] = (weights[last] ?? 0) + both / 2
    }
  }
  for (let f = 0; f < found.length; f += 3) counts[found[f] ?? 0] = 0
  for (const column of whole) counts[column] = 0
  addVectorWeights(weights, read, model, pull)
  return weights
}

function addVectorWeights(weights: number[], read: ReadText, model: FocusModel, pull: Float64Array): void {
  const scale = read.vectorScale * model.scales.textVector
  for (let i = 0; i < read.facts.length; i += 1) {
    const projection = read.facts[i]?.projection ?? null
    if (projection === null) continue
    let sum = 0
    for (let k = 0; k < CLASSES; k += 1) sum += (pull[k] ?? 0) * (projection[k] ?? 0)
    weights[i] = (weights[i] ?? 0) + sum * scale
  }
}

function columnPull(model: FocusModel, column: number, pull: Float64Array): number {
  let sum = 0
  for (let k = 0; k < CLASSES; k += 1) sum += (pull[k] ?? 0) * (model.weights[column * OUTPUTS + k] ?? 0)
  return sum
}

/** Only white space or a hyphen stands between this word and the one before. */
function adjoin(original: string, read: ReadText, i: number): boolean {
  const from = read.tokens[i - 1]?.end ?? 0
  const to = read.tokens[i]?.start ?? 0
  return to - from <= 2 && /^[\s'’/-]*$/.test(original.slice(from, to))
}
