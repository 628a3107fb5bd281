import { FOCI } from '../../model/focus.ts'
import type { ClassifierInput } from '../../model/focus.ts'
import { markCustomers, prepareCustomerTerms } from './customer-words.ts'
import type { CustomerMark, CustomerTerms } from './customer-words.ts'
import { NEIGHBOUR_CHARACTERS, readText } from './extract-features.ts'
import type { Place, ReadText, TextReader } from './extract-features.ts'
import { columnCount, VECTOR_BLOCK, VECTOR_BLOCKS, vectorizePart, vectorScale } from './passage-vector.ts'
import type { FeatureSpace, PassageVector } from './passage-vector.ts'
import type { Surroundings } from './second-pass.ts'
import type { WordVectors } from './word-vectors.ts'

const CLASSES = FOCI.length
/** A logit for each focus, then the one of the voice. */
export const OUTPUTS = CLASSES + 1

/** The linear part of a model: OUTPUTS weights by column, the bias as a last column. */
export interface FirstPassModel extends FeatureSpace {
  reader: TextReader
  weights: Float32Array
}

/** A text as read for one organisation, with what each place makes of it. */
export interface RunText {
  read: ReadText
  marks: CustomerMark[]
  logits: Partial<Record<Place, Float64Array>>
}

/** What one run of passages shares: a text is read once, though it stands as passage, neighbour and title. */
export interface Run {
  /** By the organisation's own words, then by text. */
  organisations: Map<string, { terms: CustomerTerms; texts: Map<string, RunText> }>
  nothing: RunText | null
}

const MOST_KEPT = 4000
const MOST_ORGANISATIONS = 50

export const createRun = (): Run => ({ organisations: new Map(), nothing: null })

/** The parts of an input; neighbours only as far as they touch the passage. */
export interface RunPassage {
  text: RunText
  item: RunText
  before: RunText | null
  after: RunText | null
}

export function readPassage(input: ClassifierInput, reader: TextReader, run: Run): RunPassage {
  const key = input.customerTerms.join('\n')
  let own = run.organisations.get(key)
  if (own === undefined || own.texts.size > MOST_KEPT) {
    own = { terms: prepareCustomerTerms(input.customerTerms), texts: new Map() }
    if (run.organisations.size > MOST_ORGANISATIONS) run.organisations.clear()
    run.organisations.set(key, own)
  }
  const { terms, texts } = own
  const readPart = (text: string): RunText => {
    let known = texts.get(text)
    if (known === undefined) {
      const read = readText(text, reader)
      known = { read, marks: markCustomers(read.stems, terms), logits: {} }
      texts.set(text, known)
    }
    return known
  }
  return {
    text: readPart(input.text),
    item: readPart(input.item),
    before: input.before.trim() === '' ? null : readPart(input.before.slice(-NEIGHBOUR_CHARACTERS)),
    after: input.after.trim() === '' ? null : readPart(input.after.slice(0, NEIGHBOUR_CHARACTERS)),
  }
}

/** Logits of a passage, and of each of its surroundings as if it were a passage without neighbours. */
export function firstPass(
  passage: RunPassage,
  hasItem: boolean,
  model: FirstPassModel,
  run: Run,
): { around: Surroundings; voice: number } {
  const { text, item, before, after } = passage
  const itemPart = partLogits(item, 'item', model)
  const main = sum(
    model,
    partLogits(text, 'text', model),
    itemPart,
    before === null ? null : partLogits(before, 'neighbour', model),
    after === null ? null : partLogits(after, 'neighbour', model),
  )
  const alone = (part: RunText): Float64Array => sum(model, partLogits(part, 'text', model), itemPart)
  return {
    around: {
      text: main.subarray(0, CLASSES),
      item: hasItem
        ? sum(
            model,
            partLogits(item, 'text', model),
            partLogits(nothing(model, run), 'item', model),
          ).subarray(0, CLASSES)
        : null,
      before: before === null ? null : alone(before).subarray(0, CLASSES),
      after: after === null ? null : alone(after).subarray(0, CLASSES),
    },
    voice: main[CLASSES] ?? 0,
  }
}

function nothing(model: FirstPassModel, run: Run): RunText {
  run.nothing ??= { read: readText('', model.reader), marks: [], logits: {} }
  return run.nothing
}

function partLogits(text: RunText, place: Place, model: FirstPassModel): Float64Array {
  const known = text.logits[place]
  if (known !== undefined) return known
  const logits = new Float64Array(OUTPUTS)
  const { columns, values, length } = vectorizePart(text.read, place, text.marks, model)
  const { weights } = model
  for (let i = 0; i < length; i += 1) {
    const base = (columns[i] ?? 0) * OUTPUTS
    const value = values[i] ?? 0
    for (let k = 0; k < OUTPUTS; k += 1) logits[k] = (logits[k] ?? 0) + value * (weights[base + k] ?? 0)
  }
  const { projection, vectorScale: wordScale } = text.read
  if (projection !== null) {
    const scale = wordScale * vectorScale(model.scales, place)
    const base = VECTOR_BLOCK[place] * OUTPUTS
    for (let k = 0; k < OUTPUTS; k += 1) logits[k] = (logits[k] ?? 0) + scale * (projection[base + k] ?? 0)
  }
  text.logits[place] = logits
  return logits
}

function sum(model: FirstPassModel, ...parts: (Float64Array | null)[]): Float64Array {
  const bias = model.weights.length - OUTPUTS
  const total = new Float64Array(OUTPUTS)
  for (let k = 0; k < OUTPUTS; k += 1) {
    let value = model.weights[bias + k] ?? 0
    for (const one of parts) if (one !== null) value += one[k] ?? 0
    total[k] = value
  }
  return total
}

/** The whole passage as one vector, for training; its products with the weights are what `firstPass` adds up. */
export function vectorizePassage(passage: RunPassage, space: FeatureSpace): PassageVector {
  const columns: number[] = []
  const values: number[] = []
  const add = (text: RunText | null, place: Place) => {
    if (text === null) return
    const part = vectorizePart(text.read, place, text.marks, space)
    for (let i = 0; i < part.length; i += 1) {
      columns.push(part.columns[i] ?? 0)
      values.push(part.values[i] ?? 0)
    }
  }
  add(passage.text, 'text')
  add(passage.item, 'item')
  add(passage.before, 'neighbour')
  add(passage.after, 'neighbour')
  return { columns: Int32Array.from(columns), values: Float32Array.from(values) }
}

/** Puts the foci's weights and the voice's side by side. Both hold the bias as a last column. */
export function joinWeights(
  space: FeatureSpace,
  foci: ArrayLike<number>,
  voice: ArrayLike<number>,
): Float32Array {
  const columns = columnCount(space) + 1
  const weights = new Float32Array(columns * OUTPUTS)
  for (let column = 0; column < columns; column += 1) {
    for (let k = 0; k < CLASSES; k += 1) weights[column * OUTPUTS + k] = foci[column * CLASSES + k] ?? 0
    weights[column * OUTPUTS + CLASSES] = voice[column] ?? 0
  }
  return weights
}

/** A word vector's row through the weights of each place, by place and then output, with the word's own weight. */
export function projectRow(
  row: number,
  vectors: WordVectors,
  space: FeatureSpace,
  weights: Float32Array,
): Float32Array {
  const { dimensions, values } = vectors
  const projection = new Float32Array(VECTOR_BLOCKS * OUTPUTS)
  const scale = (vectors.scales[row] ?? 0) * (vectors.weights[row] ?? 0)
  for (let block = 0; block < VECTOR_BLOCKS; block += 1)
    for (let d = 0; d < dimensions; d += 1) {
      const value = (values[row * dimensions + d] ?? 0) * scale
      const base = (space.table.size + block * dimensions + d) * OUTPUTS
      for (let k = 0; k < OUTPUTS; k += 1) {
        const at = block * OUTPUTS + k
        projection[at] = (projection[at] ?? 0) + value * (weights[base + k] ?? 0)
      }
    }
  return projection
}
