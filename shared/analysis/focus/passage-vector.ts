import type { CustomerMark } from './customer-words.ts'
import { extractFeatures } from './extract-features.ts'
import type { FeatureSink, Place, ReadText } from './extract-features.ts'
import { findColumn } from './feature-table.ts'
import type { FeatureTable } from './feature-table.ts'

/** How strongly each part speaks. */
export interface FeatureScales {
  text: number
  item: number
  neighbour: number
  textVector: number
  itemVector: number
  neighbourVector: number
}

/** Where features lie: the first `table.size` columns, then a block of word vector for each place. */
export interface FeatureSpace {
  table: FeatureTable
  scales: FeatureScales
  /** Of the word vectors; 0 without them. */
  dimensions: number
}

/** Columns and their values; a column may come twice. */
export interface PassageVector {
  columns: Int32Array
  values: Float32Array
}

export const VECTOR_BLOCK: Record<Place, number> = { text: 0, item: 1, neighbour: 2 }
export const VECTOR_BLOCKS = 3

export const columnCount = (space: FeatureSpace): number =>
  space.table.size + VECTOR_BLOCKS * space.dimensions

/** The columns of one part, in arrays that the next call writes over: `length` of them count. */
export interface PartVector {
  columns: Int32Array
  values: Float32Array
  length: number
}

const part: PartVector = { columns: new Int32Array(4096), values: new Float32Array(4096), length: 0 }

function push(column: number, value: number): void {
  if (part.length === part.columns.length) {
    const columns = new Int32Array(part.length * 2)
    const values = new Float32Array(part.length * 2)
    columns.set(part.columns)
    values.set(part.values)
    part.columns = columns
    part.values = values
  }
  part.columns[part.length] = column
  part.values[part.length] = value
  part.length += 1
}

/**
 * A part's features, each 1 + ln(count) times its idf, scaled together to unit length and then by the place's scale;
 * and its average word vector.
 */
export function vectorizePart(
  read: ReadText,
  place: Place,
  marks: readonly CustomerMark[],
  space: FeatureSpace,
): PartVector {
  const { table, scales, dimensions } = space
  part.length = 0
  countFeatures(read, place, marks, table)
  let total = 0
  for (let i = 0; i < part.length; i += 1) {
    const column = part.columns[i] ?? 0
    const value = featureValue(table, column)
    table.counts[column] = 0
    part.values[i] = value
    total += value * value
  }
  const norm = total > 0 ? scales[place] / Math.sqrt(total) : 0
  for (let i = 0; i < part.length; i += 1) part.values[i] = (part.values[i] ?? 0) * norm
  if (read.vector !== null && read.vectorScale > 0) {
    const base = table.size + VECTOR_BLOCK[place] * dimensions
    const scale = read.vectorScale * vectorScale(scales, place)
    for (let d = 0; d < dimensions; d += 1) push(base + d, (read.vector[d] ?? 0) * scale)
  }
  return part
}

function countFeatures(
  read: ReadText,
  place: Place,
  marks: readonly CustomerMark[],
  table: FeatureTable,
): void {
  const count: FeatureSink = (feature) => {
    const column = findColumn(table, feature)
    if (column < 0) return
    const before = table.counts[column] ?? 0
    if (before === 0) push(column, 0)
    table.counts[column] = before + 1
  }
  extractFeatures(read, place, marks, count)
}

const featureValue = (table: FeatureTable, column: number): number => {
  const count = table.counts[column] ?? 1
  return (count === 1 ? 1 : 1 + Math.log(count)) * (table.idf[column] ?? 0)
}

export function vectorScale(scales: FeatureScales, place: Place): number {
  if (place === 'text') return scales.textVector
  return place === 'item' ? scales.itemVector : scales.neighbourVector
}
