import type { Box, TableCell, TableRow } from '../../../shared/model/document.ts'
import { growBand, overlapping, segmentsIn, TIME_WORD, totalWidth } from './column-band.ts'
import type { Band } from './column-band.ts'
import { joinCellLines } from './join-cell-lines.ts'
import { isClockTime, isLineMarker } from './line-marks.ts'
import { rowGroups } from './table-rows.ts'
import type { Line, Rule, Segment } from './text-run.ts'

export interface FoundTable {
  readonly kind: 'table'
  readonly rows: readonly TableRow[]
  readonly box: Box
}
export interface LooseLine {
  readonly kind: 'line'
  readonly line: Line
}

const ALIGNED = 3.5

/** A marker at the line's start belongs to the words after it ("4.1" and its title), unless it is a column. */
export function joinMarker(line: Line): Line {
  const [first, second, ...rest] = line.segments
  if (!first || !second || !isLineMarker(first.text) || second.x - first.right > 5 * first.size) return line
  const joined: Segment = {
    text: `${first.text} ${second.text}`,
    x: first.x,
    right: second.right,
    size: second.size,
    characters: first.characters + second.characters,
    boldCharacters: first.boldCharacters + second.boldCharacters,
    italicCharacters: first.italicCharacters + second.italicCharacters,
  }
  return { ...line, segments: [joined, ...rest] }
}

function mostShare(values: readonly number[]): number {
  let best = 0
  for (const value of values) {
    const near = values.filter((other) => Math.abs(other - value) <= ALIGNED).length
    best = Math.max(best, near)
  }
  return values.length === 0 ? 0 : best / values.length
}

/** Whether the columns are real: their cells share a left edge, a right edge or a centre. */
function isAligned(band: Band): boolean {
  let aligned = 0
  let judged = 0
  for (let column = 1; column < band.columns.length; column += 1) {
    const cells = segmentsIn(band, column).map(({ segment }) => segment)
    if (cells.length < 2) continue
    judged += 1
    const best = Math.max(
      mostShare(cells.map((cell) => cell.x)),
      mostShare(cells.map((cell) => cell.right)),
      mostShare(cells.map((cell) => (cell.x + cell.right) / 2)),
    )
    if (best >= 0.6) aligned += 1
  }
  return judged > 0 && aligned >= 0.6 * judged
}

function isTable(band: Band): boolean {
  const whole = band.lines.filter((line) => line.segments.length > 1)
  if (band.columns.length < 2 || !isAligned(band)) return false
  const first = segmentsIn(band, 0).map(({ segment }) => segment.text)
  const timed = first.filter((text) => TIME_WORD.test(text) || isClockTime(text)).length >= 2
  if (whole.length < (band.columns.length > 2 || timed ? 2 : 3)) return false
  // Numbered paragraphs: a narrow column of numbers beside running text.
  if (band.columns.length === 2 && first.every(isLineMarker)) return false
  // A line here and there with a second segment among many without is prose with tab stops.
  return whole.length >= 0.34 * band.lines.length
}

function tableOf(band: Band, page: number, rules: readonly Rule[]): FoundTable {
  const rows: TableRow[] = rowGroups(band, rules).map((group) => {
    const cells: TableCell[] = band.columns.map((column, at) => {
      const parts = group.flatMap((line) =>
        line.segments
          .filter((segment) => overlapping(band.columns, segment)[0] === at)
          .map((segment) => ({ ...segment, baseline: line.baseline })),
      )
      const first = parts[0]
      if (!first) return { text: '', span: 1, bold: false, box: null }
      const last = parts.at(-1) ?? first
      const x = Math.min(...parts.map((segment) => segment.x))
      const characters = parts.reduce((sum, segment) => sum + segment.characters, 0)
      const bold = parts.reduce((sum, segment) => sum + segment.boldCharacters, 0)
      return {
        text: joinCellLines(parts, column.right),
        span: 1,
        bold: bold > 0.8 * characters,
        box: {
          x,
          y: first.baseline - first.size,
          width: Math.max(...parts.map((segment) => segment.right)) - x,
          height: last.baseline - first.baseline + 1.25 * first.size,
        },
      }
    })
    return { page, marker: null, cells }
  })
  const top = (band.lines[0]?.baseline ?? 0) - (band.lines[0]?.size ?? 0)
  const bottom = (band.lines.at(-1)?.baseline ?? 0) + 0.25 * (band.lines.at(-1)?.size ?? 0)
  const left = band.columns[0]?.left ?? 0
  return { kind: 'table', rows, box: { x: left, y: top, width: totalWidth(band), height: bottom - top } }
}

/**
 * Finds tables by position alone among the lines of one region. Prose is never taken for a table: columns must
 * hold over at least three rows (two with three columns or with times) and their cells must be aligned.
 */
export function findTables(
  lines: readonly Line[],
  page: number,
  rules: readonly Rule[] = [],
): (FoundTable | LooseLine)[] {
  const joined = lines.map(joinMarker)
  const found: (FoundTable | LooseLine)[] = []
  let index = 0
  while (index < joined.length) {
    const line = joined[index]
    if (!line) break
    const band = line.segments.length > 1 ? growBand(joined, index) : null
    if (band && isTable(band)) {
      found.push(tableOf(band, page, rules))
      index += band.lines.length
    } else {
      found.push({ kind: 'line', line })
      index += 1
    }
  }
  return found
}
