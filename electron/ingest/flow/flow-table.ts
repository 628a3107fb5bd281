import type { FlowCell, FlowContent, FlowRow, FlowTable, Place } from './flow-content.ts'

const MOST_SPANNED = 256

/** A cell as a format gives it; a row span makes the cells below it empty. */
export interface SpannedCell {
  readonly columns: number
  readonly rows: number
  readonly content: readonly FlowContent[]
}

const held = (count: number): number =>
  Number.isFinite(count) ? Math.min(Math.max(Math.trunc(count), 1), MOST_SPANNED) : 1

/** A table being read from a format whose cells span columns and rows. */
export class FlowTableBuilder {
  private readonly place: Place
  private readonly rows: FlowRow[] = []
  /** Rows still covered, by column. */
  private covered: number[] = []

  constructor(place: Place) {
    this.place = place
  }

  addRow(cells: readonly SpannedCell[], place: Place): void {
    const row: FlowCell[] = []
    const next: number[] = []
    let column = 0
    const passCovered = (): void => {
      while ((this.covered[column] ?? 0) > 0) {
        next[column] = (this.covered[column] ?? 1) - 1
        row.push({ span: 1, content: [] })
        column += 1
      }
    }
    for (const cell of cells) {
      passCovered()
      const columns = held(cell.columns)
      for (let at = 0; at < columns; at += 1) next[column + at] = held(cell.rows) - 1
      row.push({ span: columns, content: cell.content })
      column += columns
    }
    passCovered()
    this.covered = next
    if (row.length > 0) this.rows.push({ place, cells: row })
  }

  finish(): FlowTable | null {
    return this.rows.length > 0 ? { kind: 'table', place: this.place, rows: this.rows } : null
  }
}
