import type { TableCell, TableRow } from '../../../shared/model/document.ts'
import { joinRuledCellLines } from './join-cell-lines.ts'
import type { CellLine } from './join-cell-lines.ts'
import type { FoundTable } from './find-tables.ts'
import type { Line, Rule, Segment } from './text-run.ts'

const NEAR = 3
/** Below this two borders are one. */
const THINNEST_CELL = 5

interface Grid {
  readonly horizontals: readonly Rule[]
  readonly verticals: readonly Rule[]
}

/** Joins pieces of one border: the same place, touching ends. */
function merged(rules: readonly Rule[]): Rule[] {
  const sorted = rules.toSorted((a, b) => a.at - b.at || a.from - b.from)
  const groups: Rule[][] = []
  for (const rule of sorted) {
    const group = groups.at(-1)
    if (group && rule.at - (group[0]?.at ?? 0) <= 1.5) group.push(rule)
    else groups.push([rule])
  }
  return groups.flatMap((group) => {
    const parts: { direction: Rule['direction']; at: number; from: number; to: number }[] = []
    for (const rule of group.toSorted((a, b) => a.from - b.from)) {
      const last = parts.at(-1)
      if (last && rule.from <= last.to + NEAR) last.to = Math.max(last.to, rule.to)
      else parts.push({ ...rule })
    }
    return parts
  })
}

const meets = (horizontal: Rule, vertical: Rule): boolean =>
  vertical.at >= horizontal.from - NEAR &&
  vertical.at <= horizontal.to + NEAR &&
  horizontal.at >= vertical.from - NEAR &&
  horizontal.at <= vertical.to + NEAR

/** Borders that hang together make one grid. */
function connectedGrids(rules: readonly Rule[]): Grid[] {
  const horizontals = merged(rules.filter((rule) => rule.direction === 'horizontal'))
  const verticals = merged(rules.filter((rule) => rule.direction === 'vertical'))
  if (horizontals.length * verticals.length > 400_000) return []
  const grids: Grid[] = []
  const left = new Set([...horizontals, ...verticals])
  while (left.size > 0) {
    const [seed] = left
    if (!seed) break
    const members: Rule[] = []
    const queue = [seed]
    left.delete(seed)
    for (let rule = queue.pop(); rule; rule = queue.pop()) {
      members.push(rule)
      for (const other of rule.direction === 'horizontal' ? verticals : horizontals) {
        if (!left.has(other)) continue
        if (!(rule.direction === 'horizontal' ? meets(rule, other) : meets(other, rule))) continue
        left.delete(other)
        queue.push(other)
      }
    }
    grids.push({
      horizontals: members.filter((rule) => rule.direction === 'horizontal'),
      verticals: members.filter((rule) => rule.direction === 'vertical'),
    })
  }
  return grids
}

/** The places where borders stand, those nearly the same taken for one. */
function places(rules: readonly Rule[]): number[] {
  const found: number[] = []
  for (const at of rules.map((rule) => rule.at).toSorted((a, b) => a - b)) {
    const last = found.at(-1)
    if (last === undefined || at - last > THINNEST_CELL) found.push(at)
  }
  return found
}

/** Whether a border is drawn at this place, along the whole of what lies between `from` and `to`. */
function isDrawn(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  const middle = (from + to) / 2
  return rules.some(
    (rule) => Math.abs(rule.at - at) <= THINNEST_CELL && rule.from <= middle && rule.to >= middle,
  )
}

function slot(edges: readonly number[], value: number): number {
  for (let at = 0; at + 1 < edges.length; at += 1)
    if (value >= (edges[at] ?? 0) && value < (edges[at + 1] ?? 0)) return at
  return -1
}

interface Placed {
  readonly segment: Segment
  readonly baseline: number
}

interface OpenCell {
  column: number
  span: number
  parts: Placed[]
}

function gridRows(grid: Grid, xs: readonly number[], ys: readonly number[]): OpenCell[][] {
  const rows: OpenCell[][] = []
  for (let row = 0; row + 1 < ys.length; row += 1) {
    const cells: OpenCell[] = []
    for (let column = 0; column + 1 < xs.length; column += 1) {
      const last = cells.at(-1)
      if (last && !isDrawn(grid.verticals, xs[column] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0)) last.span += 1
      else cells.push({ column, span: 1, parts: [] })
    }
    rows.push(cells)
  }
  return rows
}

function cellText(parts: readonly Placed[], right: number): string {
  const lines: CellLine[] = []
  let baseline = -Infinity
  for (const { segment, baseline: at } of parts.toSorted(
    (a, b) => a.baseline - b.baseline || a.segment.x - b.segment.x,
  )) {
    const last = lines.at(-1)
    if (last && Math.abs(at - baseline) <= 0.35 * segment.size) {
      last.text += segment.x - last.right > 1.6 * segment.size ? `\t${segment.text}` : ` ${segment.text}`
      last.right = segment.right
    } else {
      lines.push({ text: segment.text, x: segment.x, right: segment.right, size: segment.size, baseline: at })
      baseline = at
    }
  }
  return joinRuledCellLines(lines, right)
}

/** The one cell of a row that holds anything; undefined where there are more. */
function onlyCell(cells: readonly OpenCell[]): OpenCell | undefined {
  const held = cells.filter((cell) => cell.parts.length > 0)
  return held.length === 1 ? held[0] : undefined
}

/** Some borders are drawn around each line: a sentence that goes on in a row of its own belongs to the row above. */
function joinWrappedRows(rows: readonly OpenCell[][], xs: readonly number[]): OpenCell[][] {
  const joined: OpenCell[][] = []
  for (const cells of rows) {
    const only = onlyCell(cells)
    const above = joined.at(-1)?.find((cell) => cell.column === only?.column && cell.span === only.span)
    const last = above?.parts.at(-1)?.segment
    const text = only?.parts[0]?.segment.text ?? ''
    const left = xs[only?.column ?? 0] ?? 0
    const right = xs[(only?.column ?? 0) + (only?.span ?? 1)] ?? 0
    const isFull = last !== undefined && last.right > left + 0.7 * (right - left)
    const goesOn = /^\p{Ll}\p{L}/u.test(text) && !/[.:;!?]$/.test(last?.text ?? '')
    if (only && above && only.column > 0 && isFull && goesOn) above.parts.push(...only.parts)
    else joined.push(cells)
  }
  return joined
}

function tableOf(
  grid: Grid,
  lines: readonly Line[],
  page: number,
): { table: FoundTable; taken: Set<Segment> } | null {
  const xs = places(grid.verticals)
  // Underlined words are no borders: a border reaches across a whole column at least.
  const borders = grid.horizontals.filter((rule) =>
    xs.some(
      (x, at) =>
        at + 1 < xs.length && rule.from <= x + NEAR + 1 && rule.to >= (xs[at + 1] ?? Infinity) - NEAR - 1,
    ),
  )
  const ys = places(borders)
  if (xs.length < 3 || ys.length < 2) return null
  const rows = gridRows(grid, xs, ys)
  const taken = new Set<Segment>()
  for (const line of lines) {
    // The middle of the letters, not the baseline, which may touch the border.
    const row = slot(ys, line.baseline - 0.3 * line.size)
    if (row < 0) continue
    for (const segment of line.segments) {
      const column = slot(xs, Math.min((segment.x + segment.right) / 2, segment.x + 2 * segment.size))
      if (column < 0) continue
      let at = row
      // A cell that goes on over several rows has no border above it in the later ones.
      while (at > 0 && !isDrawn(grid.horizontals, ys[at] ?? 0, xs[column] ?? 0, xs[column + 1] ?? 0)) at -= 1
      const cell = rows[at]?.find((c) => column >= c.column && column < c.column + c.span)
      if (!cell) continue
      cell.parts.push({ segment, baseline: line.baseline })
      taken.add(segment)
    }
  }
  const filled = joinWrappedRows(
    rows.filter((cells) => cells.some((cell) => cell.parts.length > 0)),
    xs,
  )
  const columns = new Set(
    filled.flatMap((cells) => cells.filter((c) => c.parts.length > 0).map((c) => c.column)),
  )
  if (columns.size < 2 || filled.length === 0) return null
  const [left = 0, top = 0] = [xs[0], ys[0]]
  const toCell = (cell: OpenCell): TableCell => {
    const cellLeft = xs[cell.column] ?? 0
    const cellRight = xs[cell.column + cell.span] ?? 0
    const characters = cell.parts.reduce((sum, { segment }) => sum + segment.characters, 0)
    const bold = cell.parts.reduce((sum, { segment }) => sum + segment.boldCharacters, 0)
    const first = cell.parts[0]
    return {
      text: cellText(cell.parts, cellRight - 4),
      span: cell.span,
      bold: characters > 0 && bold > 0.8 * characters,
      box: first
        ? {
            x: cellLeft,
            y: Math.min(...cell.parts.map((part) => part.baseline - part.segment.size)),
            width: cellRight - cellLeft,
            height:
              Math.max(...cell.parts.map((part) => part.baseline)) -
              first.baseline +
              1.25 * first.segment.size,
          }
        : null,
    }
  }
  const tableRows: TableRow[] = filled.map((cells) => ({ page, marker: null, cells: cells.map(toCell) }))
  const box = { x: left, y: top, width: (xs.at(-1) ?? 0) - left, height: (ys.at(-1) ?? 0) - top }
  return { table: { kind: 'table', rows: tableRows, box }, taken }
}

function without(lines: readonly Line[], taken: ReadonlySet<Segment>): Line[] {
  return lines.flatMap((line) => {
    const segments = line.segments.filter((segment) => !taken.has(segment))
    if (segments.length === line.segments.length) return [line]
    const first = segments[0]
    if (!first) return []
    return [{ ...line, segments, x: first.x, right: Math.max(...segments.map((segment) => segment.right)) }]
  })
}

/** Tables whose cells are set apart by drawn lines; exact where those are, so they go before all guessing. */
export function findRuledTables(
  lines: readonly Line[],
  rules: readonly Rule[],
  page: number,
): { tables: FoundTable[]; rest: Line[] } {
  const tables: FoundTable[] = []
  let rest = [...lines]
  if (rules.length < 5) return { tables, rest }
  for (const grid of connectedGrids(rules)) {
    const found = tableOf(grid, rest, page)
    if (!found) continue
    tables.push(found.table)
    rest = without(rest, found.taken)
  }
  return { tables: tables.toSorted((a, b) => a.box.y - b.box.y), rest }
}
