import type { PassageVector } from '../../shared/analysis/focus/passage-vector.ts'

export interface SoftmaxExamples {
  vectors: PassageVector[]
  labels: Uint8Array
  /** How much each example counts. */
  weights: Float32Array
  classes: number
  /** Columns, without the bias, which is added as a last one. */
  columns: number
}

/**
 * Multinomial logistic regression with an L2 penalty on all but the bias, by L-BFGS (Liu and Nocedal 1989).
 * Returns weights by column, classes side by side; the last row is the bias. No randomness.
 */
export function trainSoftmax(examples: SoftmaxExamples, penalty: number, iterations: number): Float64Array {
  const size = (examples.columns + 1) * examples.classes
  let weights = new Float64Array(size)
  let gradient = new Float64Array(size)
  let loss = lossAndGradient(examples, penalty, weights, gradient)
  const steps: Float64Array[] = []
  const changes: Float64Array[] = []
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const direction = searchDirection(gradient, steps, changes)
    let slope = dot(direction, gradient)
    if (slope >= 0) break
    let rate = iteration === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1
    const next = new Float64Array(size)
    const nextGradient = new Float64Array(size)
    let nextLoss = Infinity
    for (let tries = 0; tries < 12; tries += 1) {
      for (let i = 0; i < size; i += 1) next[i] = (weights[i] ?? 0) + rate * (direction[i] ?? 0)
      nextLoss = lossAndGradient(examples, penalty, next, nextGradient)
      if (nextLoss <= loss + 1e-4 * rate * slope) break
      rate /= 2
    }
    if (!(nextLoss < loss)) break
    const step = new Float64Array(size)
    const change = new Float64Array(size)
    for (let i = 0; i < size; i += 1) {
      step[i] = (next[i] ?? 0) - (weights[i] ?? 0)
      change[i] = (nextGradient[i] ?? 0) - (gradient[i] ?? 0)
    }
    if (dot(step, change) > 1e-12) {
      steps.push(step)
      changes.push(change)
      if (steps.length > 8) {
        steps.shift()
        changes.shift()
      }
    }
    const gain = loss - nextLoss
    weights = next
    gradient = nextGradient
    loss = nextLoss
    slope = 0
    if (gain < 1e-6 * Math.abs(loss)) break
  }
  return weights
}

function searchDirection(
  gradient: Float64Array,
  steps: Float64Array[],
  changes: Float64Array[],
): Float64Array {
  const direction = gradient.map((value) => -value)
  const alphas: number[] = []
  for (let k = steps.length - 1; k >= 0; k -= 1) {
    const step = steps[k] ?? direction
    const change = changes[k] ?? direction
    const alpha = dot(step, direction) / dot(step, change)
    alphas[k] = alpha
    addScaled(direction, change, -alpha)
  }
  const lastStep = steps.at(-1)
  const lastChange = changes.at(-1)
  if (lastStep !== undefined && lastChange !== undefined) {
    const scale = dot(lastStep, lastChange) / dot(lastChange, lastChange)
    for (let i = 0; i < direction.length; i += 1) direction[i] = (direction[i] ?? 0) * scale
  }
  for (let k = 0; k < steps.length; k += 1) {
    const step = steps[k] ?? direction
    const change = changes[k] ?? direction
    addScaled(direction, step, (alphas[k] ?? 0) - dot(change, direction) / dot(step, change))
  }
  return direction
}

function lossAndGradient(
  examples: SoftmaxExamples,
  penalty: number,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  const { classes, columns, vectors, labels } = examples
  const bias = columns * classes
  let loss = 0
  for (let i = 0; i < bias; i += 1) {
    const weight = weights[i] ?? 0
    gradient[i] = penalty * weight
    loss += 0.5 * penalty * weight * weight
  }
  for (let k = 0; k < classes; k += 1) gradient[bias + k] = 0
  const logits = new Float64Array(classes)
  for (let n = 0; n < vectors.length; n += 1) {
    const vector = vectors[n]
    if (vector === undefined) continue
    for (let k = 0; k < classes; k += 1) logits[k] = weights[bias + k] ?? 0
    const { columns: at, values } = vector
    for (let i = 0; i < at.length; i += 1) {
      const base = (at[i] ?? 0) * classes
      const value = values[i] ?? 0
      for (let k = 0; k < classes; k += 1) logits[k] = (logits[k] ?? 0) + value * (weights[base + k] ?? 0)
    }
    let top = -Infinity
    for (const logit of logits) top = Math.max(top, logit)
    let total = 0
    for (const logit of logits) total += Math.exp(logit - top)
    const weight = examples.weights[n] ?? 1
    const label = labels[n] ?? 0
    loss -= weight * ((logits[label] ?? 0) - top - Math.log(total))
    for (let k = 0; k < classes; k += 1) {
      const error = weight * (Math.exp((logits[k] ?? 0) - top) / total - (k === label ? 1 : 0))
      logits[k] = error
      gradient[bias + k] = (gradient[bias + k] ?? 0) + error
    }
    for (let i = 0; i < at.length; i += 1) {
      const base = (at[i] ?? 0) * classes
      const value = values[i] ?? 0
      for (let k = 0; k < classes; k += 1)
        gradient[base + k] = (gradient[base + k] ?? 0) + value * (logits[k] ?? 0)
    }
  }
  return loss
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let i = 0; i < left.length; i += 1) sum += (left[i] ?? 0) * (right[i] ?? 0)
  return sum
}

function addScaled(target: Float64Array, source: Float64Array, scale: number): void {
  for (let i = 0; i < target.length; i += 1) target[i] = (target[i] ?? 0) + scale * (source[i] ?? 0)
}
