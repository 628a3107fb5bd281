import {
  createRun,
  firstPass,
  joinWeights,
  vectorizePassage,
} from '../../shared/analysis/focus/first-pass.ts'
import type { RunPassage } from '../../shared/analysis/focus/first-pass.ts'
import { contentHash } from '../../shared/analysis/focus/content-hash.ts'
import { createTextReader } from '../../shared/analysis/focus/extract-features.ts'
import {
  FOCUS_MODEL_FORMAT,
  FOCUS_MODEL_VERSION,
  focusModelHash,
  packWeights,
} from '../../shared/analysis/focus/focus-model.ts'
import type { FocusModelFile } from '../../shared/analysis/focus/focus-model.ts'
import { encodeBase64 } from '../../shared/analysis/focus/base64.ts'
import { columnCount } from '../../shared/analysis/focus/passage-vector.ts'
import type { PassageVector } from '../../shared/analysis/focus/passage-vector.ts'
import { SECOND_PASS_COLUMNS, secondPassVector } from '../../shared/analysis/focus/second-pass.ts'
import { decodeWordVectors } from '../../shared/analysis/focus/word-vectors.ts'
import { FOCI } from '../../shared/model/focus.ts'
import { bestThreshold, foldScores } from './fold-scores.ts'
import type { LabelledPassage } from './read-labels.ts'
import { trainSoftmax } from './softmax-regression.ts'
import { buildTable, prepareExamples } from './training-examples.ts'
import type { TrainingSettings } from './training-settings.ts'

const CLASSES = FOCI.length

/** Trains all parts on the passages given and returns the model file's content. Deterministic. */
export function trainFocusModel(
  passages: readonly LabelledPassage[],
  vectors: Uint8Array,
  settings: TrainingSettings,
  version: string,
): FocusModelFile {
  const wordVectors = decodeWordVectors(vectors)
  const reader = createTextReader(wordVectors)
  const { dimensions } = wordVectors
  const examples = prepareExamples(passages, settings, reader)
  const table = buildTable(examples, settings)
  const space = { table: table.table, scales: settings.scales, dimensions }
  const columns = columnCount(space)
  const rows = examples.map((example) => vectorizePassage(example.read, space))
  const trainFirst = (chosen: number[]) =>
    trainSoftmax(
      {
        vectors: pick(rows, chosen),
        labels: Uint8Array.from(chosen, (i) => examples[i]?.label ?? 0),
        weights: Float32Array.from(chosen, (i) => examples[i]?.weight ?? 0),
        classes: CLASSES,
        columns,
      },
      settings.penalty,
      settings.iterations,
    )
  const customers = indices(examples).filter((i) => examples[i]?.label === 0)
  const trainVoice = (chosen: number[]) =>
    trainSoftmax(
      {
        vectors: pick(rows, chosen),
        labels: Uint8Array.from(chosen, (i) => (examples[i]?.passage.fromCustomers === true ? 1 : 0)),
        weights: Float32Array.from(chosen, (i) => examples[i]?.weight ?? 0),
        classes: 2,
        columns,
      },
      settings.voicePenalty,
      settings.iterations,
    )

  // What the second pass learns from must come from passages that the first pass has not seen.
  const secondRows: PassageVector[] = examples.map(() => ({
    columns: new Int32Array(),
    values: new Float32Array(),
  }))
  const voiceLogits = new Map<number, number>()
  for (let fold = 0; fold < settings.folds; fold += 1) {
    const seen = indices(examples).filter((i) => examples[i]?.fold !== fold)
    const voice = voiceWeights(trainVoice(customers.filter((i) => examples[i]?.fold !== fold)))
    const model = { ...space, reader, weights: joinWeights(space, trainFirst(seen), voice) }
    const run = createRun()
    for (const [i, { read, passage, fold: own }] of examples.entries()) {
      if (own !== fold) continue
      const said = firstPass(unread(read), passage.item !== '', model, run)
      const values = secondPassVector(said.around)
      secondRows[i] = { columns: Int32Array.from(values, (_, column) => column), values }
      if (passage.focus === 'customer') voiceLogits.set(i, said.voice)
    }
  }
  const second = trainSoftmax(
    {
      vectors: secondRows,
      labels: Uint8Array.from(examples, (example) => example.label),
      weights: Float32Array.from(examples, (example) => example.secondWeight),
      classes: CLASSES,
      columns: SECOND_PASS_COLUMNS,
    },
    settings.secondPenalty,
    200,
  )
  const voice = voiceWeights(trainVoice(customers))
  const voiceThreshold = bestThreshold(voiceLogits, examples)
  const file: FocusModelFile = {
    format: FOCUS_MODEL_FORMAT,
    formatVersion: FOCUS_MODEL_VERSION,
    version,
    labels: ['customer', 'customer-in-numbers', 'numbers', 'other', 'procedural'],
    training: {
      dataHash: contentHash(JSON.stringify(passages)),
      authored: passages.filter((passage) => passage.org === '').length,
      real: passages.filter((passage) => passage.org !== '').length,
      bodies: new Set(passages.map((passage) => passage.org).filter((org) => org !== '')).size,
      scores: foldScores(examples, secondRows, second, voiceLogits, voiceThreshold),
    },
    features: {
      stemmer: 'porter',
      scales: settings.scales,
      dimensions,
      vectors: contentHash(vectors),
      count: table.size,
      hashes: encodeBase64(new Uint8Array(table.hashes.buffer)),
      idf: encodeBase64(
        new Uint8Array(Uint16Array.from(table.table.idf, (value) => Math.round(value * 1000)).buffer),
      ),
    },
    first: packWeights(trainFirst(indices(examples))),
    second: Array.from(second, (value) => Math.round(value * 1e5) / 1e5),
    voice: packWeights(voice),
    voiceThreshold,
    contentHash: '',
  }
  file.contentHash = focusModelHash(file)
  return file
}

const indices = (list: readonly unknown[]): number[] => Array.from(list.keys())

const pick = <T>(list: readonly T[], chosen: readonly number[]): T[] =>
  chosen.flatMap((i) => {
    const value = list[i]
    return value === undefined ? [] : [value]
  })

/** Two classes side by side come down to one weight by column: yes against no. */
const voiceWeights = (two: Float64Array): Float64Array =>
  Float64Array.from(
    { length: two.length / 2 },
    (_, column) => (two[column * 2 + 1] ?? 0) - (two[column * 2] ?? 0),
  )

/** The same texts without what an earlier fold's model made of them. */
function unread({ text, item, before, after }: RunPassage): RunPassage {
  return {
    text: { ...text, logits: {} },
    item: { ...item, logits: {} },
    before: before === null ? null : { ...before, logits: {} },
    after: after === null ? null : { ...after, logits: {} },
  }
}
