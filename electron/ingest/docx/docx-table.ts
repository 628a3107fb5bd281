import type { FlowCell, FlowContent, FlowRow, Place } from '../flow/flow-content.ts'

const MOST_SPANNED = 256

/** A table as it is read: rows of cells, with the grid columns a row leaves free at its ends. */
export class DocxTable {
  private readonly place: Place
  private readonly rows: FlowRow[] = []
  private cells: FlowCell[] = []
  private rowPlace: Place
  private isRowDeleted = false
  private span = 1
  private isContinued = false
  private before = 0
  private after = 0

  constructor(place: Place) {
    this.place = place
    this.rowPlace = place
  }

  openRow(place: Place): void {
    this.cells = []
    this.rowPlace = place
    this.isRowDeleted = false
    this.before = 0
    this.after = 0
  }

  openCell(): void {
    this.span = 1
    this.isContinued = false
  }

  /** A property of the open row or cell; false when it is none. */
  takeProperty(name: string, value: string | undefined): boolean {
    const count = Math.min(Math.max(Number(value) || 1, 1), MOST_SPANNED)
    if (name === 'w:gridBefore') this.before = count
    else if (name === 'w:gridAfter') this.after = count
    else if (name === 'w:gridSpan') this.span = count
    else if (name === 'w:vMerge') this.isContinued = value !== 'restart'
    else return false
    return true
  }

  deleteRow(): void {
    this.isRowDeleted = true
  }

  /** The page was turned before anything of the open row was read. */
  turnPage(place: Place): void {
    if (this.cells.length === 0) this.rowPlace = place
  }

  closeCell(content: readonly FlowContent[]): void {
    this.cells.push({ span: this.span, content: this.isContinued ? [] : content })
  }

  closeRow(): void {
    if (this.isRowDeleted || this.cells.length === 0) return
    this.rows.push({
      place: this.rowPlace,
      cells: [...padding(this.before), ...this.cells, ...padding(this.after)],
    })
  }

  /** Null when no row is left of it. */
  finish(): FlowContent | null {
    return this.rows.length > 0 ? { kind: 'table', place: this.place, rows: this.rows } : null
  }
}

const padding = (span: number): FlowCell[] => (span > 0 ? [{ span, content: [] }] : [])
