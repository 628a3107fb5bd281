import type { FlowContent, FlowTable } from '../flow/flow-content.ts'

const LONG_CELL = 12
const FEW_ROWS = 3

const cellsOf = (table: FlowTable): (readonly FlowContent[])[] =>
  table.rows.flatMap((row) => row.cells.map((cell) => cell.content))

/** A table that only sets the page out: it holds other tables, or whole pages in few cells. */
export function isLayoutTable(table: FlowTable, isPresentation: boolean, hasHead: boolean): boolean {
  if (hasHead) return false
  const cells = cellsOf(table)
  if (cells.some((cell) => cell.some((part) => part.kind === 'table' && part.rows.length > 1))) return true
  if (cells.some((cell) => cell.some((part) => part.kind === 'paragraph' && (part.headingLevel ?? 9) <= 3)))
    return true
  if (isPresentation && table.rows.every((row) => row.cells.length < 2)) return true
  return table.rows.length <= FEW_ROWS && cells.some((cell) => cell.length > LONG_CELL)
}

/** What such a table sets out, cell by cell. */
export function tableContent(table: FlowTable): FlowContent[] {
  return cellsOf(table).flat()
}
