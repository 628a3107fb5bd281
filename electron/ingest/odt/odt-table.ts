import type { FlowCell, FlowContent, FlowRow, Place } from '../flow/flow-content.ts'

const MOST_REPEATS = 64
/** Repeated empty cells only fill the sheet up; a handful is enough. */
const MOST_EMPTY_REPEATS = 8

type Attributes = Readonly<Record<string, string>>

/** A table as it is read: rows and cells may stand for several, and a span covers the cells that follow it. */
export class OdtTable {
  private readonly place: Place
  private readonly rows: FlowRow[] = []
  private cells: FlowCell[] = []
  private rowPlace: Place
  private rowRepeats = 1
  private span = 1
  private repeats = 1
  /** Covered cells that belong to the last cell's own span. */
  private covered = 0

  constructor(place: Place) {
    this.place = place
    this.rowPlace = place
  }

  openRow(attributes: Attributes, place: Place): void {
    this.cells = []
    this.rowPlace = place
    this.rowRepeats = countOf(attributes['table:number-rows-repeated'])
    this.covered = 0
  }

  openCell(attributes: Attributes): void {
    this.span = countOf(attributes['table:number-columns-spanned'])
    this.repeats = countOf(attributes['table:number-columns-repeated'])
  }

  openCoveredCell(attributes: Attributes): void {
    const cells = countOf(attributes['table:number-columns-repeated'])
    const own = Math.min(cells, this.covered)
    this.covered -= own
    for (let at = own; at < cells; at += 1) this.cells.push({ span: 1, content: [] })
  }

  closeCell(content: readonly FlowContent[]): void {
    const repeats = content.length === 0 ? Math.min(this.repeats, MOST_EMPTY_REPEATS) : this.repeats
    for (let at = 0; at < repeats; at += 1) this.cells.push({ span: this.span, content })
    this.covered = this.span - 1
  }

  closeRow(): void {
    if (this.cells.length === 0) return
    const filled = this.cells.some((cell) => cell.content.length > 0)
    for (let at = 0; at < (filled ? this.rowRepeats : 1); at += 1)
      this.rows.push({ place: this.rowPlace, cells: this.cells })
  }

  /** Null when no row is in it. */
  finish(): FlowContent | null {
    return this.rows.length > 0 ? { kind: 'table', place: this.place, rows: this.rows } : null
  }
}

const countOf = (value: string | undefined): number => Math.min(Math.max(Number(value) || 1, 1), MOST_REPEATS)
