import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { ServiceError } from '../../../shared/contract/errors.ts'
import { guessColumns, headKey } from '../../../shared/analysis/customers/table/guess-columns.ts'
import { understandTable } from '../../../shared/analysis/customers/table/understand-table.ts'
import type { UnderstoodTable } from '../../../shared/analysis/customers/table/understand-table.ts'
import { customerColumnSchema, MOST_CUSTOMERS } from '../../../shared/model/customers.ts'
import type { TablePreview, TableReading } from '../../../shared/model/customers.ts'
import type { RefusalCode } from '../../../shared/model/import-result.ts'
import type { LibraryStore, StoreChange } from '../../store/library-store.ts'
import type { TableOutcome } from '../../worker/worker-messages.ts'
import type { ReadTable } from '../../worker/read-table-in-worker.ts'
import type { Uploads } from '../uploads.ts'

/** Tables waiting to be understood; the oldest goes for a new one. */
const MOST_WAITING = 4
/** Rows shown of a long table; those at fault come first and are all shown. */
const ROWS_SHOWN = 200
const FAULTY_SHOWN = 500
/** What the user chose for each head, by the head. */
const REMEMBERED = 'customer-columns'
const MOST_REMEMBERED = 200

const rememberedSchema = z.array(z.tuple([z.string(), customerColumnSchema.nullable()]))

interface WaitingTable {
  name: string | null
  sheets: Extract<TableOutcome, { kind: 'table' }>['sheets']
}

export type ReadResult =
  { result: 'read'; tableId: string; preview: TablePreview } | { result: 'refused'; code: RefusalCode }

export interface TableImports {
  readUpload(uploadId: string): Promise<ReadResult>
  readText(text: string): Promise<ReadResult>
  preview(tableId: string, reading: TableReading): TablePreview
  take(tableId: string, reading: TableReading): { change: StoreChange; added: number; updated: number }
}

/** Tables of customers on their way into the register: read in the child, held here, taken whole or not at all. */
export function createTableImports({
  store,
  uploads,
  readTable,
}: {
  store: LibraryStore
  uploads: Uploads
  readTable: ReadTable
}): TableImports {
  const waiting = new Map<string, WaitingTable>()

  const remembered = (): Map<string, z.infer<typeof customerColumnSchema> | null> => {
    const stored = store.setting(REMEMBERED)
    if (stored === null) return new Map()
    try {
      return new Map(rememberedSchema.parse(JSON.parse(stored)))
    } catch {
      return new Map()
    }
  }
  const remember = (heads: readonly string[], columns: TableReading['columns']): void => {
    const all = remembered()
    heads.forEach((head, at) => {
      const key = headKey(head)
      if (key === '') return
      all.delete(key)
      all.set(key, columns[at] ?? null)
    })
    store.setSetting(REMEMBERED, JSON.stringify([...all].slice(-MOST_REMEMBERED)))
  }

  const find = (tableId: string): WaitingTable => {
    const table = waiting.get(tableId)
    if (table === undefined) throw new ServiceError('not-found')
    return table
  }
  const understand = (table: WaitingTable, reading: TableReading): UnderstoodTable => {
    const sheet = table.sheets[reading.sheet]
    if (sheet === undefined) throw new ServiceError('not-found')
    return understandTable(sheet.rows, reading, store.customers.all())
  }
  const guess = (table: WaitingTable, sheet: number): TableReading => ({
    sheet,
    ...guessColumns(table.sheets[sheet]?.rows ?? [], remembered()),
    dateOrder: null,
    skip: [],
    edits: [],
  })
  const toPreview = (table: WaitingTable, reading: TableReading): TablePreview => {
    const { rows, heads, dateOrderFound, counts } = understand(table, reading)
    const faulty = rows.filter(({ outcome }) => outcome === 'faulty').slice(0, FAULTY_SHOWN)
    const others = rows.filter(({ outcome }) => outcome !== 'faulty').slice(0, ROWS_SHOWN)
    const shown = [...faulty, ...others]
    return {
      name: table.name,
      sheets: table.sheets.map(({ name }) => name),
      reading,
      heads,
      dateOrderFound,
      counts,
      rows: shown.map(({ row, cells, outcome, faults }) => ({
        row,
        cells: heads.map((_, at) => cells[at] ?? ''),
        outcome,
        faults,
      })),
      rowsLeft: rows.length - shown.length,
    }
  }
  const hold = (name: string | null, outcome: TableOutcome): ReadResult => {
    if (outcome.kind === 'refused') return { result: 'refused', code: outcome.code }
    if (outcome.sheets.some(({ rows }) => rows.length > MOST_CUSTOMERS))
      return { result: 'refused', code: 'too-large' }
    const tableId = randomBytes(8).toString('hex')
    const [oldest] = waiting.keys()
    if (waiting.size >= MOST_WAITING && oldest !== undefined) waiting.delete(oldest)
    const table = { name, sheets: outcome.sheets }
    waiting.set(tableId, table)
    // The sheet with the register is rarely an empty first one.
    const sheet = Math.max(
      0,
      table.sheets.findIndex(({ rows }) => guessColumns(rows, remembered()).head !== null),
    )
    return { result: 'read', tableId, preview: toPreview(table, guess(table, sheet)) }
  }

  return {
    async readUpload(uploadId) {
      const { name, original } = await uploads.finish(uploadId)
      try {
        const path = store.originalPath(original.sha256)
        if (path === null) throw new ServiceError('not-found')
        return hold(name, await readTable({ bytes: new Uint8Array(await readFile(path)), fileName: name }))
      } finally {
        store.customers.forgetUpload(original.sha256)
      }
    },
    async readText(text) {
      return hold(null, await readTable({ bytes: new TextEncoder().encode(text), fileName: 'pasted.csv' }))
    },
    preview(tableId, reading) {
      const table = find(tableId)
      // Another sheet is another table: nothing that was said of the first holds.
      const wanted = reading.columns.length === 0 ? guess(table, reading.sheet) : reading
      return toPreview(table, wanted)
    },
    take(tableId, reading) {
      const table = find(tableId)
      const { rows, heads, counts } = understand(table, reading)
      const taken = rows.filter(({ outcome }) => outcome === 'added' || outcome === 'updated')
      if (counts.faulty > 0 || taken.length === 0) throw new ServiceError('conflict')
      if (store.customers.all().length + counts.added > MOST_CUSTOMERS) throw new ServiceError('too-large')
      const saved = taken.flatMap(({ fields, updates }) =>
        fields === null ? [] : [{ id: updates?.id ?? null, fields }],
      )
      const label = saved.length === 1 ? 'Import a customer' : `Import ${saved.length} customers`
      const { change } = store.customers.save(label, saved)
      if (reading.head !== null) remember(heads, reading.columns)
      waiting.delete(tableId)
      return { change, added: counts.added, updated: counts.updated }
    },
  }
}
