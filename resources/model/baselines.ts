import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js'
import { FOCI, focusSchema } from '../../shared/model/focus.ts'
import type { Classification, Focus, FocusProbabilities } from '../../shared/model/focus.ts'
import { markCustomers, prepareCustomerTerms } from '../../shared/analysis/focus/customer-words.ts'
import { stemWord, tokenize } from '../../shared/analysis/focus/tokenize.ts'
import type { LabelledPassage } from './read-labels.ts'

/** What a baseline says: a focus and its probabilities. It knows nothing of the rest. */
export type BaselineAnswer = Pick<Classification, 'focus' | 'confidence' | 'probabilities' | 'fromCustomers'>
export type Baseline = (passages: readonly LabelledPassage[]) => BaselineAnswer[]

const NUMBER_WORDS = new Set(
  'budget revenue forecast cost profit margin cash fund account audit treasurer invoice payment expenditure income balance reserve investment financial grant loan tax percent million quarter'
    .split(' ')
    .map(stemWord),
)
const PROCEDURE_WORDS = new Set(
  'apology quorum adjourn minutes agenda attendance present absent declaration seconded motion carried roll welcome'
    .split(' ')
    .map(stemWord),
)

/** Counts words of three short lists and the organisation's own for its customers: what a spreadsheet would do. */
export const countKeywords: Baseline = (passages) =>
  passages.map((passage) => {
    const stems = tokenize(`${passage.item} ${passage.text}`).map(({ word }) => stemWord(word))
    const customers = markCustomers(stems, prepareCustomerTerms(passage.customerTerms)).filter(
      (mark) => mark > 0,
    ).length
    const numbers =
      stems.filter((stem) => NUMBER_WORDS.has(stem)).length + (passage.text.match(/[$£€]|\d%/gu)?.length ?? 0)
    const procedure = stems.filter((stem) => PROCEDURE_WORDS.has(stem)).length
    if (procedure > customers + numbers) return certain('procedural')
    if (customers > 0 && numbers > 0) return certain(customers > numbers ? 'customer' : 'customer-in-numbers')
    if (customers > 0) return certain('customer')
    return certain(numbers > 0 ? 'numbers' : 'other')
  })

/** natural's own naive Bayes over stems of title and passage, as its documentation shows it. */
export function trainBayes(labelled: readonly LabelledPassage[]): Baseline {
  const classifier = new BayesClassifier()
  for (const { item, text, focus } of labelled) classifier.addDocument(`${item} ${text}`, focus)
  classifier.train()
  return (passages) =>
    passages.map(({ item, text }) => {
      const values = classifier.getClassifications(`${item} ${text}`)
      const total = values.reduce((sum, { value }) => sum + value, 0)
      const share = (focus: Focus): number =>
        total === 0 ? 1 / FOCI.length : (values.find(({ label }) => label === focus)?.value ?? 0) / total
      const best = values[0]?.label
      return answer(focusSchema.catch('other').parse(best), share)
    })
}

const certain = (focus: Focus): BaselineAnswer => answer(focus, (other) => (other === focus ? 1 : 0))

function answer(focus: Focus, share: (focus: Focus) => number): BaselineAnswer {
  const probabilities: FocusProbabilities = {
    customer: share('customer'),
    'customer-in-numbers': share('customer-in-numbers'),
    numbers: share('numbers'),
    other: share('other'),
    procedural: share('procedural'),
  }
  return { focus, confidence: probabilities[focus], probabilities, fromCustomers: false }
}
