import type { FeatureScales } from '../../shared/analysis/focus/passage-vector.ts'

export interface TrainingSettings {
  scales: FeatureScales
  /** L2 penalties of the first pass, the second, and the voice. */
  penalty: number
  secondPenalty: number
  voicePenalty: number
  iterations: number
  /** A feature must be in this many passages. */
  leastPassages: number
  /** What a passage in our own words counts beside a real one, in the first pass and the second. */
  authoredWeight: number
  authoredSecondWeight: number
  /** What a label that was a guess counts. */
  guessWeight: number
  /** Part of the passages read without the organisation's own words, so that the model does without them. */
  withoutTerms: number
  /** Rare foci count more: (average count / count) to this power. */
  balance: number
  folds: number
}

export const TRAINING_SETTINGS: TrainingSettings = {
  scales: { text: 1, item: 0.5, neighbour: 0.2, textVector: 1, itemVector: 0.5, neighbourVector: 0.3 },
  penalty: 0.2,
  secondPenalty: 1,
  voicePenalty: 0.3,
  iterations: 50,
  leastPassages: 4,
  authoredWeight: 0.7,
  authoredSecondWeight: 0.15,
  guessWeight: 0.5,
  withoutTerms: 0.25,
  balance: 0.2,
  folds: 3,
}
