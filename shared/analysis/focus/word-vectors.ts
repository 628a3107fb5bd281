import { FocusModelError } from './focus-model-error.ts'

/** Word vectors as int8 with one scale per word, and the cluster each word belongs to. */
export interface WordVectors {
  dimensions: number
  clusters: number
  /** Row of a lower-case word. */
  rows: Map<string, number>
  values: Int8Array
  scales: Float32Array
  /** How much a word counts in an average: rare words more (Arora et al. 2017, smooth inverse frequency). */
  weights: Float32Array
  clusterOf: Uint16Array
}

const MAGIC = 0x56574345
export const WORD_VECTORS_VERSION = 1
const HEADER = 24

/** ASCII words only. Header of six uint32 (magic, version, count, dimensions, clusters, bytes of words), words by line, then columns. */
export function encodeWordVectors(words: string[], parts: Omit<WordVectors, 'rows'>): Uint8Array {
  const text = Uint8Array.from(words.join('\n'), (character) => character.charCodeAt(0))
  const padded = Math.ceil(text.length / 4) * 4
  const count = words.length
  const bytes = new Uint8Array(HEADER + padded + count * 4 + count * 4 + count * 2 + count * parts.dimensions)
  new Uint32Array(bytes.buffer, 0, 6).set([
    MAGIC,
    WORD_VECTORS_VERSION,
    count,
    parts.dimensions,
    parts.clusters,
    text.length,
  ])
  bytes.set(text, HEADER)
  let at = HEADER + padded
  const put = (array: Float32Array | Uint16Array | Int8Array) => {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at += array.byteLength
  }
  put(parts.scales)
  put(parts.weights)
  put(parts.clusterOf)
  put(parts.values)
  return bytes
}

/** Throws FocusModelError (`corrupt`, `wrong-version`) when the bytes are not such a file. */
export function decodeWordVectors(source: Uint8Array): WordVectors {
  const bytes = source.byteOffset % 4 === 0 ? source : source.slice()
  if (bytes.length < HEADER) throw new FocusModelError('corrupt', 'The word vectors are cut short.')
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, 6)
  const [magic, version, count = 0, dimensions = 0, clusters = 0, textLength = 0] = header
  if (magic !== MAGIC) throw new FocusModelError('corrupt', 'The word vectors are not a word vector file.')
  if (version !== WORD_VECTORS_VERSION)
    throw new FocusModelError('wrong-version', 'The word vectors are of another version.')
  let at = HEADER + Math.ceil(textLength / 4) * 4
  if (bytes.length !== at + count * (10 + dimensions))
    throw new FocusModelError('corrupt', 'The word vectors are cut short.')
  const words = asciiText(bytes.subarray(HEADER, HEADER + textLength)).split('\n')
  if (words.length !== count)
    throw new FocusModelError('corrupt', 'The word vectors do not match their words.')
  const from = bytes.byteOffset
  const scales = new Float32Array(bytes.buffer, from + at, count)
  const weights = new Float32Array(bytes.buffer, from + at + count * 4, count)
  at += count * 8
  const clusterOf = new Uint16Array(bytes.buffer, from + at, count)
  const values = new Int8Array(bytes.buffer, from + at + count * 2, count * dimensions)
  const rows = new Map<string, number>()
  for (const [row, word] of words.entries()) rows.set(word, row)
  return { dimensions, clusters, rows, values, scales, weights, clusterOf }
}

function asciiText(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096))
  return text
}
