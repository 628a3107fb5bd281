import { z } from 'zod'
import { FOCI } from '../../model/focus.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { contentHash } from './content-hash.ts'
import { createTextReader } from './extract-features.ts'
import { createFeatureTable } from './feature-table.ts'
import { FocusModelError } from './focus-model-error.ts'
import { joinWeights, projectRow } from './first-pass.ts'
import type { FirstPassModel } from './first-pass.ts'
import { columnCount } from './passage-vector.ts'
import { SECOND_PASS_COLUMNS } from './second-pass.ts'
import { decodeWordVectors } from './word-vectors.ts'

export const FOCUS_MODEL_FORMAT = 'empty-chair-focus-model'
/** Raised whenever features, columns or their meaning change: an older file then asks for `npm run train`. */
export const FOCUS_MODEL_VERSION = 1

/** Weights as int16 with one scale for all. */
const packedSchema = z.object({ scale: z.number().positive(), int16: z.string() })
export type PackedWeights = z.infer<typeof packedSchema>

const scalesSchema = z.object({
  text: z.number(),
  item: z.number(),
  neighbour: z.number(),
  textVector: z.number(),
  itemVector: z.number(),
  neighbourVector: z.number(),
})

export const focusModelFileSchema = z.object({
  format: z.literal(FOCUS_MODEL_FORMAT),
  formatVersion: z.literal(FOCUS_MODEL_VERSION),
  /** The model's own version, by which results can say which model made them. */
  version: z.string(),
  labels: z.tuple([
    z.literal('customer'),
    z.literal('customer-in-numbers'),
    z.literal('numbers'),
    z.literal('other'),
    z.literal('procedural'),
  ]),
  training: z.object({
    dataHash: z.string(),
    authored: z.int(),
    real: z.int(),
    bodies: z.int(),
    scores: z.record(z.string(), z.number()),
  }),
  features: z.object({
    stemmer: z.literal('porter'),
    scales: scalesSchema,
    dimensions: z.int().min(0),
    /** Hash of word-vectors.bin; null for a model without. */
    vectors: z.string().nullable(),
    count: z.int(),
    hashes: z.string(),
    /** Inverse document frequencies, times 1000. */
    idf: z.string(),
  }),
  first: packedSchema,
  second: z.array(z.number()),
  voice: packedSchema,
  voiceThreshold: z.number(),
  /** Over all above. */
  contentHash: z.string(),
})
export type FocusModelFile = z.infer<typeof focusModelFileSchema>

/** A model ready to classify. Not shared between threads: its caches are written while it reads. */
export interface FocusModel extends FirstPassModel {
  info: { version: string; hash: string; scores: Record<string, number> }
  second: Float64Array
  voiceThreshold: number
}

const versionSchema = z.object({ format: z.string(), formatVersion: z.number() })

/**
 * Reads a trained model. `vectors` are the bytes of word-vectors.bin, null where the file is missing.
 * Throws FocusModelError: `wrong-version`, `corrupt`, `hash-mismatch`, `vectors-missing`.
 */
export function parseFocusModel(json: unknown, vectors: Uint8Array | null): FocusModel {
  const head = versionSchema.safeParse(json)
  if (!head.success || head.data.format !== FOCUS_MODEL_FORMAT)
    throw new FocusModelError('corrupt', 'The focus model is not a focus model file.')
  if (head.data.formatVersion !== FOCUS_MODEL_VERSION)
    throw new FocusModelError('wrong-version', 'The focus model is of another version; run npm run train.')
  const parsed = focusModelFileSchema.safeParse(json)
  if (!parsed.success) throw new FocusModelError('corrupt', 'The focus model is damaged.')
  const file = parsed.data
  if (focusModelHash(file) !== file.contentHash)
    throw new FocusModelError('hash-mismatch', 'The focus model does not match its own hash.')
  if (file.features.vectors !== null) {
    if (vectors === null) throw new FocusModelError('vectors-missing', 'The word vectors are missing.')
    if (contentHash(vectors) !== file.features.vectors)
      throw new FocusModelError('hash-mismatch', 'The word vectors are not those the model was trained with.')
  }
  const wordVectors = file.features.vectors === null || vectors === null ? null : decodeWordVectors(vectors)
  const dimensions = wordVectors?.dimensions ?? 0
  const hashes = unpack(file.features.hashes, Uint32Array)
  const idf = Float32Array.from(unpack(file.features.idf, Uint16Array), (value) => value / 1000)
  const space = { table: createFeatureTable(hashes, idf), scales: file.features.scales, dimensions }
  const rows = columnCount(space) + 1
  const first = unpackWeights(file.first)
  const voice = unpackWeights(file.voice)
  if (
    hashes.length !== file.features.count ||
    idf.length !== hashes.length ||
    dimensions !== file.features.dimensions ||
    first.length !== rows * FOCI.length ||
    voice.length !== rows ||
    file.second.length !== (SECOND_PASS_COLUMNS + 1) * FOCI.length
  )
    throw new FocusModelError('corrupt', 'The focus model is damaged.')
  const weights = joinWeights(space, first, voice)
  const project = wordVectors === null ? null : (row: number) => projectRow(row, wordVectors, space, weights)
  return {
    ...space,
    info: { version: file.version, hash: file.contentHash, scores: file.training.scores },
    reader: createTextReader(wordVectors, project),
    weights,
    second: Float64Array.from(file.second),
    voiceThreshold: file.voiceThreshold,
  }
}

/** The hash a model file must carry. */
export function focusModelHash(file: FocusModelFile): string {
  const { contentHash: _own, ...rest } = file
  return contentHash(JSON.stringify(rest))
}

/** Rounds weights to int16 of the largest; what is left out is far below what moves a label. */
export function packWeights(weights: Float64Array): PackedWeights {
  let largest = 1e-9
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight))
  const scale = largest / 32_000
  const packed = Int16Array.from(weights, (weight) => Math.round(weight / scale))
  return { scale, int16: encodeBase64(new Uint8Array(packed.buffer)) }
}

function unpackWeights(packed: PackedWeights): Float32Array {
  return Float32Array.from(unpack(packed.int16, Int16Array), (value) => value * packed.scale)
}

type IntegerArray = Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Int16Array<ArrayBuffer>

function unpack<T extends IntegerArray>(
  text: string,
  make: { new (buffer: ArrayBuffer): T; BYTES_PER_ELEMENT: number },
): T {
  const bytes = decodeBase64(text)
  if (bytes === null || bytes.length % make.BYTES_PER_ELEMENT !== 0)
    throw new FocusModelError('corrupt', 'The focus model is damaged.')
  return new make(bytes.buffer)
}
