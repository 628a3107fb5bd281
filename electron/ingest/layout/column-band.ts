import type { Line, Segment } from './text-run.ts'

export interface Column {
  left: number
  right: number
}

/** Neighbouring lines whose segments stand in common columns. */
export interface Band {
  lines: Line[]
  columns: Column[]
}

/** A cell that begins with a time or a duration. */
export const TIME_WORD = /^\d{1,2}[.:]?\d{0,2}\s?(?:[ap]\.?m\.?|h|hrs?|mins?|minutes|noon)?\.?(?:\s?[-–—]|$)/i

/** The columns that a segment stands in, by position. */
export function overlapping(columns: readonly Column[], segment: Segment): number[] {
  const hits: number[] = []
  columns.forEach((column, index) => {
    if (Math.min(column.right, segment.right) - Math.max(column.left, segment.x) > 1) hits.push(index)
  })
  return hits
}

/** Takes in lines below the first as long as each of their segments stands in one column. */
export function growBand(lines: readonly Line[], start: number): Band | null {
  const first = lines[start]
  if (!first) return null
  const columns: Column[] = first.segments.map((segment) => ({ left: segment.x, right: segment.right }))
  const taken: Line[] = [first]
  let lastWhole = 1
  let singles = 0
  let previous = first
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index]
    if (!line) break
    const gap = line.baseline - previous.baseline
    if (gap > (line.segments.length > 1 ? 4.5 : 3) * Math.max(line.size, previous.size)) break
    const hits = line.segments.map((segment) => overlapping(columns, segment))
    if (hits.some((hit) => hit.length > 1)) break
    const single = line.segments.length === 1
    const only = line.segments[0]
    if (single && only) {
      singles += 1
      if (singles > 4) break
      if (hits[0]?.[0] === 0 && only.text.length > 70) break
      if (hits[0]?.length === 0) break
    } else {
      singles = 0
    }
    line.segments.forEach((segment, position) => {
      const hit = hits[position]?.[0]
      const column = hit === undefined ? undefined : columns[hit]
      if (column) {
        column.left = Math.min(column.left, segment.x)
        column.right = Math.max(column.right, segment.right)
      } else {
        columns.push({ left: segment.x, right: segment.right })
        columns.sort((a, b) => a.left - b.left)
      }
    })
    // A column that grew into its neighbour is none.
    if (columns.some((column, at) => at > 0 && column.left < (columns[at - 1]?.right ?? 0))) return null
    taken.push(line)
    if (!single) lastWhole = taken.length
    else if (lastWhole === taken.length - 1 && gap < 1.5 * line.size && hits[0]?.[0] !== 0)
      lastWhole = taken.length
    previous = line
  }
  return { lines: taken.slice(0, lastWhole), columns }
}

/** All segments of one column, with the index of their line. */
export function segmentsIn(band: Band, column: number): { segment: Segment; line: number }[] {
  return band.lines.flatMap((line, at) =>
    line.segments
      .filter((segment) => overlapping(band.columns, segment)[0] === column)
      .map((segment) => ({ segment, line: at })),
  )
}

/** From the first column's left edge to the last one's right edge. */
export function totalWidth(band: Band): number {
  return (band.columns.at(-1)?.right ?? 0) - (band.columns[0]?.left ?? 0)
}
