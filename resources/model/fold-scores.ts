import type { PassageVector } from '../../shared/analysis/focus/passage-vector.ts'
import { scorePredictions } from '../../shared/analysis/focus/score-predictions.ts'
import { focusProbabilities, secondPassOf, softmax } from '../../shared/analysis/focus/second-pass.ts'
import { FOCI } from '../../shared/model/focus.ts'
import type { Example } from './training-examples.ts'

/**
 * Figures on the real passages as the folds answered them (on our own where there are none). The first pass had not
 * seen their bodies; the second pass, a few dozen weights, had.
 */
export function foldScores(
  examples: readonly Example[],
  secondRows: readonly PassageVector[],
  second: Float64Array,
  voiceLogits: ReadonlyMap<number, number>,
  voiceThreshold: number,
): Record<string, number> {
  const isMeasured = examples.some(({ passage }) => passage.org !== '')
  const measured = examples.flatMap(({ passage }, i) => {
    const row = secondRows[i]
    if (row === undefined || (isMeasured && passage.org === '')) return []
    const probabilities = softmax(secondPassOf(row.values, second))
    const best = probabilities.indexOf(Math.max(...probabilities))
    const voice = 1 / (1 + Math.exp(-(voiceLogits.get(i) ?? 0)))
    return [
      {
        ...passage,
        predicted: {
          focus: FOCI[best] ?? 'other',
          confidence: probabilities[best] ?? 0,
          probabilities: focusProbabilities(probabilities),
          fromCustomers: voice >= voiceThreshold,
        },
      },
    ]
  })
  const { passages, accuracy, macroF1, kappa, ece, fromCustomersF1 } = scorePredictions(measured)
  return { passages, accuracy, macroF1, kappa, ece, fromCustomersF1: fromCustomersF1 ?? 0 }
}

/** The probability from which on saying "from customers" gave the best F1 on passages not trained on. */
export function bestThreshold(logits: ReadonlyMap<number, number>, examples: readonly Example[]): number {
  const onlyReal = [...logits].filter(([i]) => examples[i]?.passage.org !== '')
  const list = onlyReal.length > 0 ? onlyReal : [...logits]
  let best = 0.5
  let bestF1 = 0
  for (let threshold = 0.2; threshold <= 0.8; threshold += 0.02) {
    let hit = 0
    let said = 0
    let real = 0
    for (const [i, logit] of list) {
      const isReal = examples[i]?.passage.fromCustomers === true
      const isSaid = 1 / (1 + Math.exp(-logit)) >= threshold
      real += isReal ? 1 : 0
      said += isSaid ? 1 : 0
      hit += isReal && isSaid ? 1 : 0
    }
    const f1 = (2 * hit) / Math.max(1, said + real)
    if (f1 > bestF1) {
      bestF1 = f1
      best = Math.round(threshold * 100) / 100
    }
  }
  return best
}
