import { FOCI } from '../../model/focus.ts'
import type { Classification, ClassifierInput } from '../../model/focus.ts'
import { customerQuestions } from './customer-questions.ts'
import { decidingWords } from './deciding-words.ts'
import { createRun, firstPass, readPassage } from './first-pass.ts'
import type { Run } from './first-pass.ts'
import type { FocusModel } from './focus-model.ts'
import { focusProbabilities, secondPass, softmax } from './second-pass.ts'

/** One passage, with its probabilities, the words that decided, and the customer questions it touches. */
export function classifyPassage(input: ClassifierInput, model: FocusModel): Classification {
  return classify(input, model, createRun())
}

/** Classifies passages in the order given; those of one document in one call share the reading of neighbours. */
export function classifyPassages(inputs: readonly ClassifierInput[], model: FocusModel): Classification[] {
  const run = createRun()
  return inputs.map((input) => classify(input, model, run))
}

function classify(input: ClassifierInput, model: FocusModel, run: Run): Classification {
  const passage = readPassage(input, model.reader, run)
  const { around, voice } = firstPass(passage, input.item !== '', model, run)
  const probabilities = softmax(secondPass(around, model.second))
  const [winner, runnerUp] = firstTwo(probabilities)
  const focus = FOCI[winner] ?? 'other'
  const isCustomer = focus === 'customer'
  const aboutCustomers = isCustomer || focus === 'customer-in-numbers'
  return {
    focus,
    confidence: probabilities[winner] ?? 0,
    probabilities: focusProbabilities(probabilities),
    fromCustomers: isCustomer && 1 / (1 + Math.exp(-voice)) >= model.voiceThreshold,
    topics: aboutCustomers ? customerQuestions(passage.text.read.stems, passage.text.marks) : [],
    evidence: decidingWords(input.text, passage.text, model, winner, runnerUp),
  }
}

/** Where the largest value stands and where the next. */
function firstTwo(values: Float64Array): [number, number] {
  const order = Array.from(values.keys()).toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
  return [order[0] ?? 0, order[1] ?? 0]
}
