import type { Focus, FocusProbabilities } from '../../model/focus.ts'
import { FOCI } from '../../model/focus.ts'
import type { LearnedModel } from '../../model/learning.ts'
import { contentHash } from '../focus/content-hash.ts'
import { focusProbabilities } from '../focus/second-pass.ts'
import { learningFeatures, wordsKey } from './learning-features.ts'
import type { LearnablePassage } from './learning-features.ts'
import { residualOf, softmaxOf, trainResidual } from './residual-softmax.ts'
import type { ResidualExample, ResidualWeights } from './residual-softmax.ts'

/** Told how much of the training is done, 0 to 1. */
export type OnLearning = (done: number) => void

/** A passage that a person labelled. */
export interface HumanExample extends LearnablePassage {
  readonly focus: Focus
  readonly fromCustomers: boolean
}

export interface LearningSettings {
  readonly penalty: number
  readonly steps: number
  readonly folds: number
}

export const LEARNING_SETTINGS: LearningSettings = { penalty: 0.25, steps: 80, folds: 5 }
/** From here on the labels themselves say how far to follow the weights. */
const ENOUGH_TO_JUDGE = 20
const STRENGTHS = [0, 0.25, 0.5, 0.75, 1] as const
const LEAST = 1e-4

export const logProbabilities = (probabilities: FocusProbabilities): number[] =>
  FOCI.map((focus) => Math.log(Math.max(probabilities[focus], LEAST)))

/** Each set of equal words counts once, however often it was labelled. */
function residualExamples(examples: readonly HumanExample[]): ResidualExample[] {
  const times = new Map<string, number>()
  const keys = examples.map((example) => `${wordsKey(example.text) ?? example.text}\n${example.item}`)
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1)
  return examples.map((example, at) => ({
    features: learningFeatures(example),
    prior: logProbabilities(example.probabilities),
    label: FOCI.indexOf(example.focus),
    weight: 1 / (times.get(keys[at] ?? '') ?? 1),
  }))
}

/** What people said of the same words, where all of them said the same. */
function exactWords(examples: readonly HumanExample[]): LearnedModel['exact'] {
  const said = new Map<string, { focus: Focus; fromCustomers: boolean } | null>()
  for (const { text, focus, fromCustomers } of examples) {
    const key = wordsKey(text)
    if (key === null) continue
    const other = said.get(key)
    if (other === undefined) said.set(key, { focus, fromCustomers })
    else if (other !== null && other.focus !== focus) said.set(key, null)
    else if (other !== null && other.fromCustomers !== fromCustomers)
      said.set(key, { focus, fromCustomers: false })
  }
  return [...said]
    .flatMap(([key, one]): LearnedModel['exact'] =>
      one === null ? [] : [[key, one.focus, one.fromCustomers]],
    )
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** Equal words are never on both sides of a fold; which fold they are in hangs on the words alone. */
const foldOf = (example: HumanExample, folds: number): number =>
  Number.parseInt((wordsKey(example.text) ?? contentHash(example.text)).slice(0, 6), 16) % folds

/** What the weights learnt from the other folds add to each label, and by fold how surprising that leaves it. */
function outOfFold(
  rows: readonly ResidualExample[],
  folds: readonly number[],
  settings: LearningSettings,
  onFold: (done: number) => void = () => undefined,
) {
  const residuals: number[][] = rows.map(() => [0, 0, 0, 0, 0])
  const losses = Array.from({ length: settings.folds }, () => STRENGTHS.map(() => 0))
  losses.forEach((loss, fold) => {
    onFold(fold)
    const others = rows.filter((_, at) => folds[at] !== fold)
    if (others.length === rows.length) return
    const weights = trainResidual(others, settings)
    rows.forEach((row, at) => {
      if (folds[at] !== fold) return
      const residual = residualOf(row.features, weights)
      residuals[at] = residual
      STRENGTHS.forEach((strength, s) => {
        const said = softmaxOf(row.prior.map((prior, k) => prior + strength * (residual[k] ?? 0)))
        loss[s] = (loss[s] ?? 0) - row.weight * Math.log(Math.max(said[row.label] ?? 0, LEAST))
      })
    })
  })
  return { residuals, losses }
}

/** The strength at which the labels left out were least surprising. Ties go to the smaller. */
function leastSurprising(losses: readonly (readonly number[])[]): number {
  const total = STRENGTHS.map((_, s) => losses.reduce((sum, loss) => sum + (loss[s] ?? 0), 0))
  return STRENGTHS[total.indexOf(Math.min(...total))] ?? 0
}

function judgeStrength(
  rows: readonly ResidualExample[],
  folds: readonly number[],
  settings: LearningSettings,
  onFold: (done: number) => void,
): number {
  return rows.length < ENOUGH_TO_JUDGE ? 1 : leastSurprising(outOfFold(rows, folds, settings, onFold).losses)
}

function trainLast(
  rows: readonly ResidualExample[],
  settings: LearningSettings,
  onFold: (done: number) => void,
): ResidualWeights {
  onFold(settings.folds)
  return trainResidual(rows, settings)
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4

function packWeights(weights: ResidualWeights): LearnedModel['weights'] {
  const packed: LearnedModel['weights'] = []
  for (const [number, values] of weights) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = [...values].map(rounded)
    if ([a, b, c, d, e].some((value) => value !== 0)) packed.push([number, [a, b, c, d, e]])
  }
  return packed.toSorted(([a], [b]) => a - b)
}

/** In an order of their own. */
function inOrder(given: readonly HumanExample[]) {
  return given
    .map((example) => ({
      example,
      key: contentHash(
        [example.board, example.item, example.text, example.focus, String(example.fromCustomers)].join('\n'),
      ),
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}

/** Says which labels were learnt from. */
export const hashOfLabels = (given: readonly HumanExample[]): string =>
  contentHash(
    inOrder(given)
      .map(({ key }) => key)
      .join(),
  )

/**
 * What human labels teach on top of the shipped model; null where there are none. The order of the examples is of no
 * account to what is learnt; the same examples give the same model, whenever and wherever.
 */
export function learnFromLabels(
  given: readonly HumanExample[],
  settings: LearningSettings = LEARNING_SETTINGS,
  onProgress: OnLearning = () => undefined,
): LearnedModel | null {
  if (given.length === 0) return null
  // As many trainings as folds, and the one that counts.
  const onFold = (done: number): void => onProgress(done / (settings.folds + 1))
  const keyed = inOrder(given)
  const examples = keyed.map(({ example }) => example)
  const rows = residualExamples(examples)
  const folds = examples.map((example) => foldOf(example, settings.folds))
  const byFocus = { customer: 0, 'customer-in-numbers': 0, numbers: 0, other: 0, procedural: 0 }
  for (const { focus } of examples) byFocus[focus] += 1
  const said = {
    labels: examples.length,
    labelsHash: hashOfLabels(given),
    byFocus,
    strength: judgeStrength(rows, folds, settings, onFold),
    weights: packWeights(trainLast(rows, settings, onFold)),
    exact: exactWords(examples),
  }
  return { format: 1, id: contentHash(JSON.stringify(said)), ...said }
}

/**
 * What would be said of each human label by what is learnt from the others: equal words are left out together, and how
 * far the weights are followed is judged by the other folds.
 */
export function crossFit(
  examples: readonly HumanExample[],
  settings: LearningSettings = LEARNING_SETTINGS,
  onProgress: OnLearning = () => undefined,
): FocusProbabilities[] {
  const rows = residualExamples(examples)
  const folds = examples.map((example) => foldOf(example, settings.folds))
  const { residuals, losses } = outOfFold(rows, folds, settings, (done) => onProgress(done / settings.folds))
  const strengths = losses.map((_, fold) =>
    rows.length < ENOUGH_TO_JUDGE ? 1 : leastSurprising(losses.filter((__, other) => other !== fold)),
  )
  return rows.map((row, at) => {
    const strength = strengths[folds[at] ?? 0] ?? 1
    const logits = row.prior.map((prior, k) => prior + strength * (residuals[at]?.[k] ?? 0))
    return focusProbabilities(Float64Array.from(softmaxOf(logits)))
  })
}
