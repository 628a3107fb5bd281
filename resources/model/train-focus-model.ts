import {
  createRun,
  firstPass,
  joinWeights,
  readPassage,
  vectorizePassage,
} from '../../shared/analysis/focus/first-pass.ts'
import type { RunPassage, RunText } from '../../shared/analysis/focus/first-pass.ts'
import { contentHash } from '../../shared/analysis/focus/content-hash.ts'
import { createTextReader, extractFeatures } from '../../shared/analysis/focus/extract-features.ts'
import type { Place } from '../../shared/analysis/focus/extract-features.ts'
import { createFeatureTable } from '../../shared/analysis/focus/feature-table.ts'
import type { FeatureTable } from '../../shared/analysis/focus/feature-table.ts'
import {
  FOCUS_MODEL_FORMAT,
  FOCUS_MODEL_VERSION,
  focusModelHash,
  packWeights,
} from '../../shared/analysis/focus/focus-model.ts'
import type { FocusModelFile } from '../../shared/analysis/focus/focus-model.ts'
import { encodeBase64 } from '../../shared/analysis/focus/base64.ts'
import { columnCount } from '../../shared/analysis/focus/passage-vector.ts'
import type { FeatureScales, PassageVector } from '../../shared/analysis/focus/passage-vector.ts'
import { SECOND_PASS_COLUMNS, secondPassVector } from '../../shared/analysis/focus/second-pass.ts'
import { decodeWordVectors } from '../../shared/analysis/focus/word-vectors.ts'
import { FOCI } from '../../shared/model/focus.ts'
import type { LabelledPassage } from './read-labels.ts'
import { trainSoftmax } from './softmax-regression.ts'

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
  iterations: 60,
  leastPassages: 2,
  authoredWeight: 0.7,
  authoredSecondWeight: 0.15,
  guessWeight: 0.5,
  withoutTerms: 0.25,
  balance: 0.2,
  folds: 4,
}

interface Example {
  passage: LabelledPassage
  read: RunPassage
  label: number
  weight: number
  secondWeight: number
  fold: number
}

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
  const file: FocusModelFile = {
    format: FOCUS_MODEL_FORMAT,
    formatVersion: FOCUS_MODEL_VERSION,
    version,
    labels: ['customer', 'customer-in-numbers', 'numbers', 'other', 'procedural'],
    training: {
      dataHash: contentHash(JSON.stringify(passages)),
      authored: passages.filter((passage) => passage.org === '').length,
      real: passages.filter((passage) => passage.org !== '').length,
      bodies: new Set(passages.map((passage) => passage.org)).size,
      scores: {},
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
    voiceThreshold: bestThreshold(voiceLogits, examples),
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

/** A number from 0 to 1 that depends on the text alone, so that nothing changes when passages are added. */
const chance = (text: string): number => Number.parseInt(contentHash(text).slice(0, 8), 16) / 2 ** 32

function prepareExamples(
  passages: readonly LabelledPassage[],
  settings: TrainingSettings,
  reader: ReturnType<typeof createTextReader>,
): Example[] {
  const counts = new Map<string, number>()
  for (const passage of passages) counts.set(passage.focus, (counts.get(passage.focus) ?? 0) + 1)
  const run = createRun()
  return passages.map((passage) => {
    const isReal = passage.org !== ''
    const customerTerms = chance(`terms ${passage.text}`) < settings.withoutTerms ? [] : passage.customerTerms
    const rarity = (passages.length / CLASSES / (counts.get(passage.focus) ?? 1)) ** settings.balance
    const sureness = passage.sure === 1 ? settings.guessWeight : 1
    return {
      passage,
      read: readPassage({ ...passage, customerTerms }, reader, run),
      label: FOCI.indexOf(passage.focus),
      weight: (isReal ? 1 : settings.authoredWeight) * sureness * rarity,
      secondWeight: (isReal ? 1 : settings.authoredSecondWeight) * sureness,
      fold: Math.floor(chance(`fold ${isReal ? passage.org : passage.kind}`) * settings.folds),
    }
  })
}

function buildTable(
  examples: readonly Example[],
  settings: TrainingSettings,
): { table: FeatureTable; hashes: Uint32Array<ArrayBuffer>; size: number } {
  const passagesWith = new Map<number, number>()
  for (const { read } of examples) {
    const seen = new Set<number>()
    const see = (part: RunText | null, place: Place) => {
      if (part !== null) extractFeatures(part.read, place, part.marks, (feature) => void seen.add(feature))
    }
    see(read.text, 'text')
    see(read.item, 'item')
    see(read.before, 'neighbour')
    see(read.after, 'neighbour')
    for (const feature of seen) passagesWith.set(feature, (passagesWith.get(feature) ?? 0) + 1)
  }
  const hashes = Uint32Array.from(
    [...passagesWith].filter(([, count]) => count >= settings.leastPassages).map(([feature]) => feature),
  ).toSorted()
  // Rounded as in the file, so that the trained model and the loaded one are the same.
  const idf = Float32Array.from(
    hashes,
    (feature) => Math.round(Math.log(1 + examples.length / (passagesWith.get(feature) ?? 1)) * 1000) / 1000,
  )
  return { table: createFeatureTable(hashes, idf), hashes, size: hashes.length }
}

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

/** The probability from which on saying "from customers" gave the best F1 on passages not trained on. */
function bestThreshold(logits: ReadonlyMap<number, number>, examples: readonly Example[]): number {
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
