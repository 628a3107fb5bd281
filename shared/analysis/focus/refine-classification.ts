import { FOCI } from '../../model/focus.ts'
import type { Classification, ClassifierInput, Focus, FocusProbabilities } from '../../model/focus.ts'
import type { CarefulAnswer } from './careful-answer.ts'
import type { ExplainFocus } from './explain-focus.ts'

/** How much of the answer is the careful model's; chosen on bodies that neither model had seen (docs/model-card.md). */
export const CAREFUL_WEIGHT = 0.8
/** A probability below this is rounding, and must not veto what the other model says. */
const LEAST = 1e-4

/**
 * Two calibrated opinions as one: the weighted geometric mean of the probabilities, normalised (a logarithmic opinion
 * pool, Genest and Zidek 1986). The result sums to 1.
 */
export function mixProbabilities(
  fast: FocusProbabilities,
  careful: FocusProbabilities,
  weight: number = CAREFUL_WEIGHT,
): FocusProbabilities {
  const mixed = { ...fast }
  let total = 0
  for (const focus of FOCI) {
    const value = Math.max(careful[focus], LEAST) ** weight * Math.max(fast[focus], LEAST) ** (1 - weight)
    mixed[focus] = value
    total += value
  }
  for (const focus of FOCI) mixed[focus] /= total
  return mixed
}

/** The fast model's classification settled by the careful one's answer to the same input. */
export function refineClassification(
  input: ClassifierInput,
  fast: Classification,
  careful: CarefulAnswer,
  { voiceThreshold, explain }: { voiceThreshold: number; explain: ExplainFocus },
): Classification {
  const probabilities = mixProbabilities(fast.probabilities, careful.probabilities)
  const [focus, against] = firstTwo(probabilities)
  const explanation = focus === fast.focus ? fast : explain(input, focus, against)
  return {
    focus,
    confidence: Math.min(1, probabilities[focus]),
    probabilities,
    fromCustomers: focus === 'customer' && careful.fromCustomers >= voiceThreshold,
    topics: explanation.topics,
    evidence: explanation.evidence,
  }
}

function firstTwo(probabilities: FocusProbabilities): [Focus, Focus] {
  const order = FOCI.toSorted((a, b) => probabilities[b] - probabilities[a])
  return [order[0] ?? 'other', order[1] ?? 'other']
}
