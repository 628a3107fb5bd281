import type { Box, TableCell, TableRow } from '../../../shared/model/document.ts'
import { joinCellLines } from './join-cell-lines.ts'
import { isClockTime, isLineMarker } from './line-marks.ts'
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

interface Column {
  left: number
  right: number
}

const ALIGNED = 3.5
const TIME_WORD = /^\d{1,2}[.:]?\d{0,2}\s?(?:[ap]\.?m\.?|h|hrs?|mins?|minutes|noon)?\.?(?:\s?[-–—]|$)/i

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

function overlapping(columns: readonly Column[], segment: Segment): number[] {
  const hits: number[] = []
  columns.forEach((column, index) => {
    if (Math.min(column.right, segment.right) - Math.max(column.left, segment.x) > 1) hits.push(index)
  })
  return hits
}

interface Band {
  lines: Line[]
  columns: Column[]
}

/** Takes in lines below the first as long as each of their segments stands in one column. */
function growBand(lines: readonly Line[], start: number): Band | null {
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

function mostShare(values: readonly number[]): number {
  let best = 0
  for (const value of values) {
    const near = values.filter((other) => Math.abs(other - value) <= ALIGNED).length
    best = Math.max(best, near)
  }
  return values.length === 0 ? 0 : best / values.length
}

function segmentsIn(band: Band, column: number): { segment: Segment; line: number }[] {
  return band.lines.flatMap((line, at) =>
    line.segments
      .filter((segment) => overlapping(band.columns, segment)[0] === column)
      .map((segment) => ({ segment, line: at })),
  )
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

/** The column whose cells begin the rows: the most filled one, the leftmost of equals. */
function keyColumn(band: Band): number {
  let best = 0
  let bestCount = -1
  for (let column = 0; column < band.columns.length; column += 1) {
    const cells = segmentsIn(band, column)
    const timed = cells.filter(({ segment }) => TIME_WORD.test(segment.text)).length
    if (timed >= 2 && timed >= 0.6 * cells.length) return column
    // Wrapped columns have cells on most lines; those that are filled once a row are narrow.
    const width = (band.columns[column]?.right ?? 0) - (band.columns[column]?.left ?? 0)
    const score = width <= 0.34 * totalWidth(band) ? cells.length : cells.length / 4
    if (score > bestCount + 0.01 && cells.length >= 2) {
      best = column
      bestCount = score
    }
  }
  return best
}

function totalWidth(band: Band): number {
  return (band.columns.at(-1)?.right ?? 0) - (band.columns[0]?.left ?? 0)
}

/** Where lines are drawn between the rows, they tell the rows. */
function groupsByRules(band: Band, rules: readonly Rule[]): Line[][] | null {
  const left = band.columns[0]?.left ?? 0
  const right = band.columns.at(-1)?.right ?? 0
  const across = rules.filter(
    (rule) =>
      rule.direction === 'horizontal' &&
      rule.from <= left + 0.1 * (right - left) &&
      rule.to >= right - 0.2 * (right - left),
  )
  const groups: Line[][] = []
  let breaks = 0
  let above: Line | undefined
  for (const line of band.lines) {
    const current = groups.at(-1)
    const from = above?.baseline ?? 0
    const cut = across.some((rule) => rule.at > from - 1 && rule.at < line.baseline - 0.4 * line.size)
    if (!current || cut) groups.push([line])
    else current.push(line)
    if (current && cut) breaks += 1
    above = line
  }
  const whole = band.lines.filter((line) => line.segments.length > 1).length
  return breaks >= 2 && groups.length >= 0.4 * whole ? groups : null
}

/** Groups a band's lines into rows: each line goes with the key cell it stands nearest to. */
function rowGroups(band: Band, rules: readonly Rule[]): Line[][] {
  const separated = groupsByRules(band, rules)
  if (separated) return separated
  const key = keyColumn(band)
  const isAnchor = band.lines.map((line) =>
    line.segments.some((segment) => overlapping(band.columns, segment)[0] === key),
  )
  const groups: Line[][] = []
  const gapBefore = (at: number): number =>
    (band.lines[at]?.baseline ?? Infinity) - (band.lines[at - 1]?.baseline ?? -Infinity)
  let hasAnchor = false
  band.lines.forEach((line, at) => {
    const current = groups.at(-1)
    const size = line.size
    const above = gapBefore(at)
    const below = at + 1 < band.lines.length ? gapBefore(at + 1) : Infinity
    let starts = !current
    if (current) {
      const loose = above > 1.75 * size
      if (isAnchor[at]) starts = hasAnchor || loose
      else if (line.segments.length > 1 && above > 1.5 * size) starts = true
      // A line without a key cell opens the next row when it stands clearly nearer to that one.
      else
        starts =
          (hasAnchor && below < above - 0.15 * size && isAnchor[at + 1] === true) || (loose && below < above)
    }
    if (starts) {
      groups.push([line])
      hasAnchor = isAnchor[at] === true
    } else {
      current?.push(line)
      hasAnchor ||= isAnchor[at] === true
    }
  })
  return groups
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
