import { ParagraphInProgress } from '../flow/flow-content.ts'
import type { FlowContent, FlowParagraph, Place } from '../flow/flow-content.ts'

export interface SheetCell {
  readonly text: string
  /** Columns it spans; those after it are not in the row. */
  readonly span: number
  readonly bold: boolean
}
export interface SheetRow {
  readonly cells: readonly SheetCell[]
}

const MOST_COLUMNS = 200

function paragraph(cell: SheetCell, place: Place): FlowParagraph {
  const open = new ParagraphInProgress({}, place)
  open.add(cell.text, { bold: cell.bold })
  return open.finish(null, null)
}

interface Placed {
  readonly column: number
  readonly cell: SheetCell
}

/** Cells with words, each with its column. */
function filled(row: SheetRow): Placed[] {
  const placed: Placed[] = []
  let column = 0
  for (const cell of row.cells) {
    if (cell.text !== '' && column < MOST_COLUMNS) placed.push({ column, cell })
    column += cell.span
  }
  return placed
}

/**
 * A sheet as it would be read aloud: titles above the table as paragraphs, then the table without its empty rows and
 * columns.
 */
export function sheetContent(rows: readonly SheetRow[], place: Place): FlowContent[] {
  const placed = rows.map(filled).filter((row) => row.length > 0)
  const head = placed.findIndex((row) => row.length > 1)
  if (head < 0) return placed.flatMap((row) => row.map(({ cell }) => paragraph(cell, place)))
  const titles = placed.slice(0, head).flatMap((row) => row.map(({ cell }) => paragraph(cell, place)))
  const table = placed.slice(head)
  const columns = [...new Set(table.flatMap((row) => row.map(({ column }) => column)))].toSorted(
    (a, b) => a - b,
  )
  const body = table.map((row) => {
    const byColumn = new Map(row.map((one) => [one.column, one.cell]))
    return {
      place,
      cells: columns.map((column) => {
        const cell = byColumn.get(column)
        return { span: 1, content: cell ? [paragraph(cell, place)] : [] }
      }),
    }
  })
  return [...titles, { kind: 'table', place, rows: body }]
}
