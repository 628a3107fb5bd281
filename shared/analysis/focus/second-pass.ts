import { FOCI } from '../../model/focus.ts'
import type { FocusProbabilities } from '../../model/focus.ts'

/** First-pass logits of a passage and of what stands around it; null where there is nothing. */
export interface Surroundings {
  text: Float64Array
  item: Float64Array | null
  before: Float64Array | null
  after: Float64Array | null
}

const CLASSES = FOCI.length
/** Logits of the text, then probabilities of item, before and after, each with a flag, then the bias. */
export const SECOND_PASS_COLUMNS = CLASSES + 3 * (CLASSES + 1)

/** What the second pass sees: it learns how much neighbours and title say about the passage between them. */
export function secondPassVector(around: Surroundings): Float32Array {
  const vector = new Float32Array(SECOND_PASS_COLUMNS)
  vector.set(centred(around.text), 0)
  for (const [i, logits] of [around.item, around.before, around.after].entries()) {
    if (logits === null) continue
    const base = CLASSES + i * (CLASSES + 1)
    vector.set(softmax(logits), base)
    vector[base + CLASSES] = 1
  }
  return vector
}

/** Probabilities of logits; they sum to 1. */
export function softmax(logits: Float64Array): Float64Array {
  let top = -Infinity
  for (const logit of logits) top = Math.max(top, logit)
  const result = logits.map((logit) => Math.exp(logit - top))
  let total = 0
  for (const value of result) total += value
  for (let k = 0; k < result.length; k += 1) result[k] = (result[k] ?? 0) / total
  return result
}

/** Logits mean the same when a constant is added to all; this takes their average as zero. */
export function centred(logits: Float64Array): Float64Array {
  let mean = 0
  for (const logit of logits) mean += logit / logits.length
  return logits.map((logit) => logit - mean)
}

/** Final logits; `weights` hold a row for each column of `secondPassVector`, foci side by side, and the bias last. */
export const secondPass = (around: Surroundings, weights: Float64Array): Float64Array =>
  secondPassOf(secondPassVector(around), weights)

export function secondPassOf(vector: Float32Array, weights: Float64Array): Float64Array {
  const logits = new Float64Array(CLASSES)
  for (let k = 0; k < CLASSES; k += 1) {
    let logit = weights[SECOND_PASS_COLUMNS * CLASSES + k] ?? 0
    for (let c = 0; c < SECOND_PASS_COLUMNS; c += 1)
      logit += (vector[c] ?? 0) * (weights[c * CLASSES + k] ?? 0)
    logits[k] = logit
  }
  return logits
}

/** Probabilities by the names of the foci. */
export const focusProbabilities = (probabilities: Float64Array): FocusProbabilities => ({
  customer: probabilities[0] ?? 0,
  'customer-in-numbers': probabilities[1] ?? 0,
  numbers: probabilities[2] ?? 0,
  other: probabilities[3] ?? 0,
  procedural: probabilities[4] ?? 0,
})
