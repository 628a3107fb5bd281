import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { classifyPassages } from '../../shared/analysis/focus/classify-passages.ts'
import { parseFocusModel } from '../../shared/analysis/focus/focus-model.ts'
import type { FocusModel } from '../../shared/analysis/focus/focus-model.ts'
import { scorePredictions } from '../../shared/analysis/focus/score-predictions.ts'
import type { ScoredPassage } from '../../shared/analysis/focus/score-predictions.ts'
import type { Classification } from '../../shared/model/focus.ts'
import { FOCI } from '../../shared/model/focus.ts'
import { createBothModels } from '../../electron/worker/both-models.ts'
import { createCarefulClient } from '../../electron/worker/careful-client.ts'
import type { LabelledPassage } from './read-labels.ts'
import { readAllPassages, readLabelledPassages, readRealPassages } from './read-labels.ts'
import { trainFocusModel } from './train-focus-model.ts'
import { TRAINING_SETTINGS } from './training-settings.ts'

const USAGE = `npm run eval                                  by-body cross-validation on the labels
npm run eval -- FILE                          the shipped models on FILE (npm run compare: without its bodies)
          [--model fast|both]                 both where the careful model is there
          [--no-terms]                        without the organisations' own words for their customers
          [--score PATH]                      the same through another scorer (GOLD PREDICTIONS)
          [--bodies]                          a line for each body`

const CROSS_VALIDATION_FOLDS = 4
const vectors = new Uint8Array(readFileSync(join(import.meta.dirname, 'word-vectors.bin')))

function shippedModel(): FocusModel {
  return parseFocusModel(
    JSON.parse(readFileSync(join(import.meta.dirname, 'focus-model.json'), 'utf8')),
    vectors,
  )
}

function trainedWithout(bodies: ReadonlySet<string>): FocusModel {
  const passages = readAllPassages()
  const kept = passages.filter((passage) => passage.org === '' || !bodies.has(passage.org))
  console.error(`training on ${kept.length} of ${passages.length} passages, without ${bodies.size} bodies`)
  return parseFocusModel(trainFocusModel(kept, vectors, TRAINING_SETTINGS, 'held-out'), vectors)
}

type Measured = LabelledPassage & ScoredPassage

async function predict(passages: readonly LabelledPassage[], model: FocusModel): Promise<Measured[]> {
  const inputs = passages.map((passage) => (noTerms ? { ...passage, customerTerms: [] } : passage))
  const both = careful === null ? null : createBothModels({ client: careful, fast: () => model })
  const predictions = (await both?.classify(inputs)) ?? null
  if (both !== null && predictions === null) throw new Error('The careful model did not answer.')
  return measured(passages, predictions ?? classifyPassages(inputs, model))
}

function measured(passages: readonly LabelledPassage[], predictions: readonly Classification[]): Measured[] {
  return passages.flatMap((passage, i) => {
    const predicted = predictions[i]
    return predicted === undefined ? [] : [{ ...passage, predicted }]
  })
}

/** Bodies in groups of about the same number of passages, the largest dealt out first. */
function groupBodies(passages: readonly LabelledPassage[], groups: number): Set<string>[] {
  const counts = new Map<string, number>()
  for (const { org } of passages) counts.set(org, (counts.get(org) ?? 0) + 1)
  const result = Array.from({ length: groups }, () => ({ bodies: new Set<string>(), size: 0 }))
  for (const [org, count] of [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const smallest = result.reduce((least, group) => (group.size < least.size ? group : least))
    smallest.bodies.add(org)
    smallest.size += count
  }
  return result.map((group) => group.bodies).filter((bodies) => bodies.size > 0)
}

async function heldOut(passages: readonly LabelledPassage[], folds: number): Promise<Measured[]> {
  const answered: Measured[] = []
  for (const bodies of groupBodies(passages, folds)) {
    const own = passages.filter((passage) => bodies.has(passage.org))
    for (const one of await predict(own, trainedWithout(bodies))) answered.push(one)
  }
  return answered
}

function report(title: string, scored: readonly Measured[]): void {
  const { byFocus, shareErrors, ...headline } = scorePredictions(scored)
  console.log(`\n${title}`)
  console.table(byFocus)
  if (shareErrors.length > 0) console.table(shareErrors)
  console.log(headline)
  console.log('Rows: labelled. Columns: said.')
  console.table(
    Object.fromEntries(
      FOCI.map((focus) => {
        const own = scored.filter((passage) => passage.focus === focus)
        return [
          focus,
          Object.fromEntries(
            FOCI.map((said) => [said, own.filter((x) => x.predicted.focus === said).length]),
          ),
        ]
      }),
    ),
  )
  if (!process.argv.includes('--bodies')) return
  const bodies = Map.groupBy(scored, (passage) => passage.org)
  console.table(
    [...bodies].map(([body, list]) => {
      const { passages: count, accuracy, macroF1 } = scorePredictions(list)
      return { body, passages: count, accuracy, macroF1 }
    }),
  )
}

/** Runs another scorer on the same predictions and prints what it says. */
function otherScorer(script: string, gold: string, scored: readonly Measured[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'focus-eval-'))
  const path = join(folder, 'predictions.jsonl')
  const lines = scored.map((one) => JSON.stringify({ id: one.id, ...one.predicted }))
  writeFileSync(path, lines.join('\n'))
  console.log(`\n${script}`)
  console.log(spawnSync(process.execPath, [script, gold, path], { encoding: 'utf8' }).stdout)
  rmSync(folder, { recursive: true })
}

const valueOf = (flag: string): string | undefined => {
  const at = process.argv.indexOf(flag)
  const value = at < 0 ? undefined : process.argv[at + 1]
  return value?.startsWith('--') === true ? undefined : value
}
const noTerms = process.argv.includes('--no-terms')
const model = valueOf('--model') ?? 'both'
if (model !== 'both' && model !== 'fast') throw new Error('--model is fast or both')
const file = process.argv.slice(2).find((argument) => argument.endsWith('.jsonl'))

/** The shipped careful model has seen every labelled body: what is held out asks for another. */
const mayHaveSeen = file === undefined && process.env['EMPTY_CHAIR_CAREFUL'] === undefined
const client = model === 'fast' || mayHaveSeen ? null : createCarefulClient()
const info = (await client?.available()) ?? null
const careful = info === null ? null : client
console.log(
  careful === null
    ? `Measured: the fast model alone${model === 'both' && mayHaveSeen ? ' (the careful one has seen these bodies)' : ''}`
    : `Measured: both models, the careful one ${info?.version ?? ''} (${info?.hash.slice(0, 12) ?? ''})`,
)

if (process.argv.includes('--help')) console.log(USAGE)
else if (file === undefined) {
  const labelled = readRealPassages()
  if (labelled === null) {
    console.log('No labels of real documents here (EMPTY_CHAIR_DATA, else ../shared): nothing to measure on.')
  } else report('By-body cross-validation', await heldOut(labelled, CROSS_VALIDATION_FOLDS))
} else {
  const passages = readLabelledPassages(file)
  const scored = await predict(passages, shippedModel())
  report('The shipped model', scored)
  const script = valueOf('--score')
  if (script !== undefined) otherScorer(script, file, scored)
}
careful?.close()
