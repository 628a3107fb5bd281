import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { classifyPassages } from '../../shared/analysis/focus/classify-passages.ts'
import { createExplanations } from '../../shared/analysis/focus/explain-focus.ts'
import { parseFocusModel } from '../../shared/analysis/focus/focus-model.ts'
import type { FocusModel } from '../../shared/analysis/focus/focus-model.ts'
import { refineClassification } from '../../shared/analysis/focus/refine-classification.ts'
import { scorePredictions } from '../../shared/analysis/focus/score-predictions.ts'
import type { ScoredPassage } from '../../shared/analysis/focus/score-predictions.ts'
import { FOCI } from '../../shared/model/focus.ts'
import { createCarefulClient } from '../../electron/worker/careful-client.ts'
import { findCarefulModelIn } from '../../electron/worker/find-careful-model.ts'
import { countKeywords, trainBayes } from './baselines.ts'
import type { LabelledPassage } from './read-labels.ts'
import { readAllPassages, readLabelledPassages } from './read-labels.ts'
import { trainFocusModel } from './train-focus-model.ts'
import { TRAINING_SETTINGS } from './training-settings.ts'

/**
 * One table of every way to classify, each trained without the bodies it answers for.
 * usage: npm run compare -- LABELLED.jsonl [--careful FOLDER]
 *   FOLDER/0, FOLDER/1 … hold exports of the careful model, trained without the bodies of careful/folds/fold-0.txt …
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { careful: { type: 'string' } },
})
const [file] = positionals
if (file === undefined) throw new Error('usage: npm run compare -- LABELLED.jsonl [--careful FOLDER]')

const foldsFolder = join(import.meta.dirname, 'careful', 'folds')
const vectors = new Uint8Array(readFileSync(join(import.meta.dirname, 'word-vectors.bin')))
const training = readAllPassages()
const measured = readLabelledPassages(file)

type Answers = readonly ScoredPassage['predicted'][]
const answered = new Map<string, ScoredPassage[]>()
const keep = (name: string, passages: readonly LabelledPassage[], answers: Answers): void => {
  const list = answered.get(name) ?? []
  passages.forEach((passage, at) => {
    const predicted = answers[at]
    if (predicted !== undefined) list.push({ ...passage, predicted })
  })
  answered.set(name, list)
}

for (const [at, name] of readdirSync(foldsFolder).toSorted().entries()) {
  const bodies = new Set(readFileSync(join(foldsFolder, name), 'utf8').split('\n').filter(Boolean))
  const passages = measured.filter(({ org }) => bodies.has(org))
  const seen = training.filter(({ org }) => !bodies.has(org))
  console.error(`${name}: ${passages.length} passages, ${seen.length} of ${training.length} to learn from`)
  keep('keywords', passages, countKeywords(passages))
  keep("natural's Bayes", passages, trainBayes(seen)(passages))
  const fast = parseFocusModel(trainFocusModel(seen, vectors, TRAINING_SETTINGS, 'held-out'), vectors)
  keep('fast', passages, classifyPassages(passages, fast))
  if (values.careful !== undefined)
    await askCareful(join(resolve(values.careful), String(at)), passages, fast)
}

async function askCareful(
  folder: string,
  passages: readonly LabelledPassage[],
  fast: FocusModel,
): Promise<void> {
  const model = existsSync(folder) ? findCarefulModelIn(folder) : null
  if (model === null) throw new Error(`No careful model in ${folder}`)
  const client = createCarefulClient({ model })
  try {
    const answers = await client.classify(passages)
    if (answers === null) throw new Error('The careful model did not answer.')
    const said = classifyPassages(passages, fast)
    const explain = createExplanations(fast)
    const { voiceThreshold } = model
    keep(
      'careful',
      passages,
      answers.map(({ probabilities, fromCustomers }) => {
        const focus = FOCI.reduce((best, one) => (probabilities[one] > probabilities[best] ? one : best))
        const isVoice = focus === 'customer' && fromCustomers >= voiceThreshold
        return { focus, confidence: probabilities[focus], probabilities, fromCustomers: isVoice }
      }),
    )
    keep(
      'both',
      passages,
      passages.flatMap((passage, at) => {
        const [first, second] = [said[at], answers[at]]
        return first && second
          ? [refineClassification(passage, first, second, { voiceThreshold, explain })]
          : []
      }),
    )
  } finally {
    client.close()
  }
}

console.table(
  Object.fromEntries(
    [...answered].map(([name, passages]) => {
      const scores = scorePredictions(passages)
      const { customer, 'customer-in-numbers': inNumbers } = scores.byFocus
      return [
        name,
        {
          passages: scores.passages,
          'macro F1': scores.macroF1,
          kappa: scores.kappa,
          accuracy: scores.accuracy,
          'customer F1': customer.f1,
          'in numbers, precision': inNumbers.precision,
          'in numbers, recall': inNumbers.recall,
          'calibration error': scores.ece,
          'fromCustomers F1': scores.fromCustomersF1,
          'share, mean points off': scores.customerShareError.meanPoints,
          'share, worst': scores.customerShareError.worstPoints,
        },
      ]
    }),
  ),
)
