/** Feature numbers to columns by open addressing: no strings, and no plain object that "constructor" could spoil. */
export interface FeatureTable {
  size: number
  /** Inverse document frequency of each column. */
  idf: Float32Array
  /** Pairs of feature and column + 1, side by side so that one look fetches both; 0 is an empty place. */
  slots: Uint32Array
  mask: number
  /** How often each column was seen in the part being read; all zero between calls. */
  counts: Float32Array
}

export function createFeatureTable(features: Uint32Array, idf: Float32Array): FeatureTable {
  let capacity = 16
  while (capacity < features.length * 2) capacity *= 2
  const table: FeatureTable = {
    size: features.length,
    idf,
    slots: new Uint32Array(capacity * 2),
    mask: capacity - 1,
    counts: new Float32Array(features.length),
  }
  for (let column = 0; column < features.length; column += 1) {
    const feature = features[column] ?? 0
    let slot = feature & table.mask
    while (table.slots[slot * 2 + 1] !== 0) slot = (slot + 1) & table.mask
    table.slots[slot * 2] = feature
    table.slots[slot * 2 + 1] = column + 1
  }
  return table
}

/** The feature's column, or -1. */
export function findColumn(table: FeatureTable, feature: number): number {
  const { slots, mask } = table
  let slot = feature & mask
  for (;;) {
    const column = (slots[slot * 2 + 1] ?? 0) - 1
    if (column < 0 || slots[slot * 2] === feature) return column
    slot = (slot + 1) & mask
  }
}
