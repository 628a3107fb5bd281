import { FOCI } from '../../model/focus.ts'
import type { Classification, ClassifierInput, Focus } from '../../model/focus.ts'
import { customerQuestions } from './customer-questions.ts'
import { decidingWords } from './deciding-words.ts'
import { createRun, readPassage } from './first-pass.ts'
import type { FocusModel } from './focus-model.ts'

export type Explanation = Pick<Classification, 'topics' | 'evidence'>
/** The words that speak for one focus and against another, and the customer questions they touch. */
export type ExplainFocus = (input: ClassifierInput, focus: Focus, against: Focus) => Explanation

/** Explains a focus by the fast model's contributions, whichever model chose it. */
export function createExplanations(model: FocusModel): ExplainFocus {
  const run = createRun()
  return (input, focus, against) => {
    const { text } = readPassage(input, model.reader, run)
    const aboutCustomers = focus === 'customer' || focus === 'customer-in-numbers'
    return {
      topics: aboutCustomers ? customerQuestions(text.read.stems, text.marks) : [],
      evidence: decidingWords(input.text, text, model, FOCI.indexOf(focus), FOCI.indexOf(against)),
    }
  }
}
