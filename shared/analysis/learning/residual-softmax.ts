import type { LearningFeatures } from './learning-features.ts'

const CLASSES = 5

export interface ResidualExample {
  readonly features: LearningFeatures
  /** Log-probabilities of the shipped model, in the order of FOCI. */
  readonly prior: readonly number[]
  /** Index in FOCI. */
  readonly label: number
  readonly weight: number
}

/** Weights of each feature, one per focus in the order of FOCI. */
export type ResidualWeights = ReadonlyMap<number, Float64Array>

/** What the weights add to each focus's log-probability. */
export function residualOf(features: LearningFeatures, weights: ResidualWeights): number[] {
  const sums = [0, 0, 0, 0, 0]
  features.numbers.forEach((number, at) => {
    const own = weights.get(number)
    if (own === undefined) return
    const value = features.values[at] ?? 0
    for (let k = 0; k < CLASSES; k += 1) sums[k] = (sums[k] ?? 0) + value * (own[k] ?? 0)
  })
  return sums
}

export function softmaxOf(logits: readonly number[]): number[] {
  const most = Math.max(...logits)
  const powers = logits.map((logit) => Math.exp(logit - most))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

/**
 * Multinomial logistic regression with the shipped model as offset and an L2 penalty towards adding nothing: with no
 * example all weights are zero. Nesterov's accelerated gradient (1983) from zero with a fixed step and number of
 * steps, so the same examples always give the same weights.
 */
export function trainResidual(
  examples: readonly ResidualExample[],
  { penalty, steps }: { penalty: number; steps: number },
): ResidualWeights {
  const columns = new Map<number, number>()
  for (const { features } of examples)
    for (const number of features.numbers) if (!columns.has(number)) columns.set(number, columns.size)
  const rows = examples.map(({ features }) => ({
    columns: Int32Array.from(features.numbers, (number) => columns.get(number) ?? 0),
    values: features.values,
  }))
  const size = columns.size * CLASSES
  const power = rows.map(({ values }) => values.reduce((sum, value) => sum + value * value, 0))
  // Gershgorin's bound on the curvature would be the total; rows overlap little, so most of the time half is enough.
  const curvature = 0.5 * power.reduce((sum, one, at) => sum + one * (examples[at]?.weight ?? 0), 0) + penalty
  let weights = new Float64Array(size)
  let before = new Float64Array(size)
  const looked = new Float64Array(size)
  const gradient = new Float64Array(size)
  for (let step = 0; step < steps; step += 1) {
    const momentum = step / (step + 3)
    for (let i = 0; i < size; i += 1) {
      const now = weights[i] ?? 0
      looked[i] = now + momentum * (now - (before[i] ?? 0))
      gradient[i] = penalty * (looked[i] ?? 0)
    }
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at]
      const example = examples[at]
      if (row === undefined || example === undefined) continue
      const logits = [...example.prior]
      for (let j = 0; j < row.values.length; j += 1) {
        const value = row.values[j] ?? 0
        const i = (row.columns[j] ?? 0) * CLASSES
        for (let k = 0; k < CLASSES; k += 1) logits[k] = (logits[k] ?? 0) + value * (looked[i + k] ?? 0)
      }
      const errors = softmaxOf(logits)
      errors[example.label] = (errors[example.label] ?? 0) - 1
      for (let j = 0; j < row.values.length; j += 1) {
        const value = (row.values[j] ?? 0) * example.weight
        const i = (row.columns[j] ?? 0) * CLASSES
        for (let k = 0; k < CLASSES; k += 1)
          gradient[i + k] = (gradient[i + k] ?? 0) + value * (errors[k] ?? 0)
      }
    }
    const next = new Float64Array(size)
    for (let i = 0; i < size; i += 1) next[i] = (looked[i] ?? 0) - (gradient[i] ?? 0) / curvature
    before = weights
    weights = next
  }
  return new Map(
    [...columns].map(([number, at]) => [number, weights.slice(at * CLASSES, (at + 1) * CLASSES)]),
  )
}
