import type { CustomerTerms } from './customer-words.ts'
import { extractFeatures } from './extract-features.ts'
import type { Place, ReadText } from './extract-features.ts'
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

/** Columns and their values; the first `table.size` columns are features, then three blocks of word vector. */
export interface PassageVector {
  columns: Int32Array
  values: Float32Array
}

export interface ReadPassage {
  text: ReadText
  item: ReadText
  before: ReadText | null
  after: ReadText | null
  terms: CustomerTerms
}

/** Word vector blocks stand for text, item and neighbours, in this order. */
export const VECTOR_BLOCKS = 3

/** What a part's features weigh: 1 + ln(count), times idf, the part scaled to unit length. */
export function partNorm(total: number, scale: number): number {
  return total > 0 ? scale / Math.sqrt(total) : 0
}

export function vectorizePassage(
  passage: ReadPassage,
  table: FeatureTable,
  scales: FeatureScales,
  dimensions: number,
): PassageVector {
  const columns: number[] = []
  const values: number[] = []
  const addPart = (reads: (ReadText | null)[], place: Place, scale: number) => {
    const from = columns.length
    for (const read of reads)
      if (read !== null)
        extractFeatures(read, place, passage.terms, (feature) => {
          const column = findColumn(table, feature)
          if (column < 0) return
          const count = table.counts[column] ?? 0
          if (count === 0) columns.push(column)
          table.counts[column] = count + 1
        })
    let total = 0
    for (let i = from; i < columns.length; i += 1) {
      const column = columns[i] ?? 0
      const value = (1 + Math.log(table.counts[column] ?? 1)) * (table.idf[column] ?? 0)
      table.counts[column] = 0
      values.push(value)
      total += value * value
    }
    const norm = partNorm(total, scale)
    for (let i = from; i < columns.length; i += 1) values[i] = (values[i] ?? 0) * norm
  }
  addPart([passage.text], 'text', scales.text)
  addPart([passage.item], 'item', scales.item)
  addPart([passage.before, passage.after], 'neighbour', scales.neighbour)

  const addVector = (reads: (ReadText | null)[], block: number, scale: number) => {
    const base = table.size + block * dimensions
    const present = reads.filter((read) => read !== null && read.vector !== null && read.vectorScale > 0)
    if (present.length === 0) return
    for (let d = 0; d < dimensions; d += 1) {
      let sum = 0
      for (const read of present) sum += (read?.vector?.[d] ?? 0) * (read?.vectorScale ?? 0)
      columns.push(base + d)
      values.push((sum / present.length) * scale)
    }
  }
  addVector([passage.text], 0, scales.textVector)
  addVector([passage.item], 1, scales.itemVector)
  addVector([passage.before, passage.after], 2, scales.neighbourVector)
  return { columns: Int32Array.from(columns), values: Float32Array.from(values) }
}
