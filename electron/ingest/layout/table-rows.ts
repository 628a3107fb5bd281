import { overlapping, segmentsIn, TIME_WORD } from './column-band.ts'
import type { Band } from './column-band.ts'
import { wouldHaveFitted } from './join-cell-lines.ts'
import type { Line, Rule, Segment } from './text-run.ts'

/** The column whose cells begin the rows: that of times, else the one with fewest wrapped lines, leftmost of equals. */
function keyColumn(band: Band): number {
  let best = 0
  let bestScore = -Infinity
  for (let column = 0; column < band.columns.length; column += 1) {
    const cells = segmentsIn(band, column)
    if (cells.length < 2) continue
    const timed = cells.filter(({ segment }) => TIME_WORD.test(segment.text)).length
    if (timed >= 2 && timed >= 0.6 * cells.length) return column
    const alone = cells.filter(({ line }) => band.lines[line]?.segments.length === 1).length
    const score = cells.length - 2 * alone
    if (score > bestScore) {
      best = column
      bestScore = score
    }
  }
  return best
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
  // More rows than lines with several cells: the lines of wrapped text are boxed one by one.
  return breaks >= 2 && groups.length >= 0.4 * whole && groups.length <= 1.5 * whole ? groups : null
}

/** One row as it grows: its lines, and the last segment of each of its cells. */
interface OpenRow {
  readonly lines: Line[]
  readonly last: Map<number, Segment>
  hasKey: boolean
}

const columnOf = (band: Band, segment: Segment): number => overlapping(band.columns, segment)[0] ?? 0

function widestColumn(band: Band): number {
  const widths = band.columns.map((column) => column.right - column.left)
  return widths.indexOf(Math.max(...widths))
}

/** Whether a cell of the row was ended on purpose before this line: its next word would have fitted. */
function endedBefore(band: Band, row: OpenRow, line: Line, only: number | null): boolean {
  return line.segments.some((segment) => {
    const column = columnOf(band, segment)
    const last = row.last.get(column)
    if (!last || (only !== null && column !== only)) return false
    return wouldHaveFitted(last, segment.text, band.columns[column]?.right ?? 0)
  })
}

/** A line that heads the rows below it: "Reports:" over "Treasurer … A. Name". */
function isGroupHeading(row: OpenRow, line: Line): boolean {
  const heading = row.lines.at(-1)?.segments[0]
  const below = line.segments[0]
  if (!heading || !below) return false
  const bold = heading.boldCharacters > 0.8 * heading.characters
  return (
    heading.text.endsWith(':') ||
    Math.abs(heading.x - below.x) > 4 ||
    bold !== below.boldCharacters > 0.8 * below.characters
  )
}

/** Groups a band's lines into rows: each line goes with the key cell it belongs to. */
export function rowGroups(band: Band, rules: readonly Rule[]): Line[][] {
  const separated = groupsByRules(band, rules)
  if (separated) return separated
  const key = keyColumn(band)
  const widest = widestColumn(band)
  const isKeyed = band.lines.map((line) => line.segments.some((segment) => columnOf(band, segment) === key))
  const gap = (at: number): number =>
    (band.lines[at]?.baseline ?? Infinity) - (band.lines[at - 1]?.baseline ?? -Infinity)
  const startsRow = (row: OpenRow, line: Line, at: number): boolean => {
    if (isKeyed[at] === true) {
      if (row.hasKey || gap(at) > 1.75 * line.size) return true
      return endedBefore(band, row, line, null) && isGroupHeading(row, line)
    }
    if (endedBefore(band, row, line, line.segments.length > 1 ? null : widest)) return true
    if (
      line.segments.length === 1 &&
      line.segments[0]?.text.endsWith(':') === true &&
      isKeyed[at + 1] === true
    )
      return true
    // A line without a key cell opens the next row when it stands clearly nearer to that one.
    return row.hasKey && isKeyed[at + 1] === true && gap(at + 1) < gap(at) - 0.15 * line.size
  }
  const rows: OpenRow[] = []
  band.lines.forEach((line, at) => {
    let row = rows.at(-1)
    if (!row || startsRow(row, line, at)) {
      row = { lines: [], last: new Map(), hasKey: false }
      rows.push(row)
    }
    row.lines.push(line)
    row.hasKey ||= isKeyed[at] === true
    for (const segment of line.segments) row.last.set(columnOf(band, segment), segment)
  })
  return rows.map((row) => row.lines)
}
