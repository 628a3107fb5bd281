/** Feature numbers to columns by open addressing: no strings, and no plain object that "constructor" could spoil. */
export interface FeatureTable {
  size: number
  /** Inverse document frequency of each column. */
  idf: Float32Array
  slots: Uint32Array
  columns: Int32Array
  /** How often each column was seen in the part being read; all zero between calls. */
  counts: Float32Array
}

export function createFeatureTable(features: Uint32Array, idf: Float32Array): FeatureTable {
  let capacity = 16
  while (capacity < features.length * 2) capacity *= 2
  const table: FeatureTable = {
    size: features.length,
    idf,
    slots: new Uint32Array(capacity),
    columns: new Int32Array(capacity).fill(-1),
    counts: new Float32Array(features.length),
  }
  for (let column = 0; column < features.length; column += 1) {
    const feature = features[column] ?? 0
    let slot = feature & (capacity - 1)
    while ((table.columns[slot] ?? -1) >= 0) slot = (slot + 1) & (capacity - 1)
    table.slots[slot] = feature
    table.columns[slot] = column
  }
  return table
}

/** The feature's column, or -1. */
export function findColumn(table: FeatureTable, feature: number): number {
  const mask = table.slots.length - 1
  let slot = feature & mask
  for (;;) {
    const column = table.columns[slot] ?? -1
    if (column < 0) return -1
    if (table.slots[slot] === feature) return column
    slot = (slot + 1) & mask
  }
}
