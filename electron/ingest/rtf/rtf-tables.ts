import type { FlowContent, Place } from '../flow/flow-content.ts'
import { FlowTableBuilder } from '../flow/flow-table.ts'
import type { SpannedCell } from '../flow/flow-table.ts'

const MOST_DEPTH = 20

interface CellPlan {
  joinsLeft: boolean
  joinsAbove: boolean
}
interface OpenTable {
  readonly builder: FlowTableBuilder
  readonly cells: FlowContent[][]
  content: FlowContent[]
}

/** Tables as RTF gives them: cells end one by one, and a row's plan may come before or after its words. */
export class RtfTables {
  private readonly top: FlowContent[]
  private readonly tables: OpenTable[] = []
  private plan: CellPlan[] = []
  private next: CellPlan = { joinsLeft: false, joinsAbove: false }

  constructor(top: FlowContent[]) {
    this.top = top
  }

  /** Opens or closes tables until text at this depth has its place. */
  enter(depth: number, place: Place): void {
    const wanted = Math.min(depth, MOST_DEPTH)
    while (this.tables.length > wanted) this.closeTable(place)
    while (this.tables.length < wanted)
      this.tables.push({ builder: new FlowTableBuilder(place), cells: [], content: [] })
  }

  get content(): FlowContent[] {
    return this.tables.at(-1)?.content ?? this.top
  }

  /** The plan of a row's cells; false for words that are none of it. */
  takePlan(word: string): boolean {
    if (word === 'trowd') {
      this.plan = []
      this.next = { joinsLeft: false, joinsAbove: false }
    } else if (word === 'clmrg') this.next.joinsLeft = true
    else if (word === 'clvmrg') this.next.joinsAbove = true
    else if (word === 'cellx') {
      if (this.plan.length < 256) this.plan.push(this.next)
      this.next = { joinsLeft: false, joinsAbove: false }
    } else return false
    return true
  }

  closeCell(): void {
    const table = this.tables.at(-1)
    if (!table) return
    table.cells.push(table.content)
    table.content = []
  }

  closeRow(place: Place, depth: number): void {
    const table = this.tables.at(-1)
    if (!table || this.tables.length !== depth) return
    if (table.content.length > 0) this.closeCell()
    const row: SpannedCell[] = []
    table.cells.forEach((content, at) => {
      const plan = this.plan[at]
      const last = row.at(-1)
      if (plan?.joinsLeft && last) row[row.length - 1] = { ...last, columns: last.columns + 1 }
      else row.push({ columns: 1, rows: 1, content: plan?.joinsAbove ? [] : content })
    })
    table.builder.addRow(row, place)
    table.cells.length = 0
  }

  private closeTable(place: Place): void {
    const table = this.tables.at(-1)
    if (!table) return
    if (table.cells.length > 0 || table.content.length > 0) this.closeRow(place, this.tables.length)
    this.tables.pop()
    const finished = table.builder.finish()
    if (finished) this.content.push(finished)
  }
}
