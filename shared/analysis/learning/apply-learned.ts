import type { Classification, Focus, FocusProbabilities } from '../../model/focus.ts'
import { FOCI } from '../../model/focus.ts'
import type { LearnedModel } from '../../model/learning.ts'
import { focusProbabilities } from '../focus/second-pass.ts'
import { learningFeatures, wordsKey } from './learning-features.ts'
import type { LearnablePassage } from './learning-features.ts'
import { residualOf, softmaxOf } from './residual-softmax.ts'

/** A learnt model, ready to be asked. */
export interface LearnedIndex {
  readonly strength: number
  readonly weights: ReadonlyMap<number, Float64Array>
  readonly exact: ReadonlyMap<string, { focus: Focus; fromCustomers: boolean }>
}

/** What learning says of a passage. */
export interface LearnedAnswer {
  probabilities: FocusProbabilities
  /** What a person said of the same words; null where the weights answer. */
  sameWords: { focus: Focus; fromCustomers: boolean } | null
}

/** The same words were labelled by a person, yet perhaps in other surroundings. */
const SAME_WORDS = 0.97
/** A change of every probability by less than this is none. */
const LEAST_CHANGE = 0.02
const LEAST = 1e-4

export function indexLearned(model: LearnedModel): LearnedIndex {
  return {
    strength: model.strength,
    weights: new Map(model.weights.map(([number, values]) => [number, Float64Array.from(values)])),
    exact: new Map(model.exact.map(([key, focus, fromCustomers]) => [key, { focus, fromCustomers }])),
  }
}

function certainly(focus: Focus, machine: FocusProbabilities): FocusProbabilities {
  const rest = 1 - machine[focus]
  const result = { ...machine }
  for (const other of FOCI)
    result[other] = rest < LEAST ? (1 - SAME_WORDS) / 4 : (machine[other] / rest) * (1 - SAME_WORDS)
  result[focus] = SAME_WORDS
  return result
}

/** The shipped model's probabilities with what was learnt laid over them; null where that changes nothing to speak of. */
export function applyLearned(model: LearnedIndex, passage: LearnablePassage): LearnedAnswer | null {
  const key = wordsKey(passage.text)
  const sameWords = (key === null ? undefined : model.exact.get(key)) ?? null
  const machine = passage.probabilities
  const probabilities = sameWords === null ? reweighted(model, passage) : certainly(sameWords.focus, machine)
  const change = Math.max(...FOCI.map((focus) => Math.abs(probabilities[focus] - machine[focus])))
  return change < LEAST_CHANGE ? null : { probabilities, sameWords }
}

function reweighted(model: LearnedIndex, passage: LearnablePassage): FocusProbabilities {
  const { probabilities: machine } = passage
  if (model.strength === 0) return machine
  const residual = residualOf(learningFeatures(passage), model.weights)
  if (residual.every((value) => value === 0)) return machine
  const logits = FOCI.map(
    (focus, k) => Math.log(Math.max(machine[focus], LEAST)) + model.strength * (residual[k] ?? 0),
  )
  return focusProbabilities(Float64Array.from(softmaxOf(logits)))
}

/** The machine's classification as learning leaves it; null where it stays. */
export function learnedClassification(
  model: LearnedIndex,
  passage: LearnablePassage,
  machine: Classification,
): { classification: Classification; sameWords: boolean } | null {
  const answer = applyLearned(model, passage)
  if (answer === null) return null
  const { probabilities, sameWords } = answer
  const focus = FOCI.toSorted((a, b) => probabilities[b] - probabilities[a])[0] ?? machine.focus
  return {
    classification: {
      focus,
      confidence: Math.min(1, probabilities[focus]),
      probabilities,
      // Weights say nothing of who spoke: only the same words do.
      fromCustomers: focus === 'customer' && (sameWords?.fromCustomers ?? machine.fromCustomers),
      topics: machine.topics,
      // The machine's words spoke for its own label only.
      evidence: focus === machine.focus ? machine.evidence : [],
    },
    sameWords: sameWords !== null,
  }
}
