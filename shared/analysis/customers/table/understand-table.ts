import { CUSTOMER_ALIASES, CUSTOMER_NAME_LENGTH } from '../../../model/customers.ts'
import type {
  Customer,
  CustomerColumn,
  CustomerFields,
  RowFault,
  TableDateOrder,
  TablePreview,
  TableReading,
} from '../../../model/customers.ts'
import { customerKey } from '../customer-key.ts'
import { orderOfDate, parseAmountCell, parseDateCell } from './parse-cells.ts'

export interface UnderstoodRow {
  row: number
  cells: string[]
  outcome: 'added' | 'updated' | 'unchanged' | 'skipped' | 'faulty'
  faults: RowFault[]
  /** The customer as it would be kept; null where the row is not taken. */
  fields: CustomerFields | null
  /** The customer it would write over. */
  updates: Customer | null
}

export interface UnderstoodTable {
  rows: UnderstoodRow[]
  heads: string[]
  dateOrderFound: TableDateOrder | null
  counts: TablePreview['counts']
}

const LONGEST: Partial<Record<CustomerColumn, number>> = {
  segment: 100,
  currency: 12,
  owner: 120,
  nextPurpose: 400,
  notes: 8000,
}
const DATES: readonly CustomerColumn[] = ['lastSeen', 'nextVisit']

const EMPTY: CustomerFields = {
  name: '',
  aliases: [],
  segment: null,
  value: null,
  lifetimeValue: null,
  currency: null,
  owner: null,
  lastSeen: null,
  nextVisit: null,
  nextPurpose: null,
  notes: null,
}

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

/** One order for all dates of the table where its unmistakable dates agree on one. */
function findDateOrder(
  rows: readonly (readonly string[])[],
  columns: TableReading['columns'],
): TableDateOrder | null {
  const orders = new Set<TableDateOrder>()
  columns.forEach((column, at) => {
    if (column === null || !DATES.includes(column)) return
    for (const row of rows) {
      const order = orderOfDate(row[at] ?? '')
      if (order !== null) orders.add(order)
    }
  })
  const [only] = orders
  return orders.size === 1 && only !== undefined ? only : null
}

/**
 * What a table would do to the register: every row with its outcome and its faults. A row whose name is there already
 * writes over the columns that the table has, and only where its cell is not empty. Pure: nothing is changed.
 */
export function understandTable(
  sheet: readonly (readonly string[])[],
  reading: TableReading,
  register: readonly Customer[],
): UnderstoodTable {
  const edited = sheet.map((row) => [...row])
  for (const { row, column, text } of reading.edits) {
    const cells = edited[row]
    if (cells === undefined) continue
    while (cells.length <= column) cells.push('')
    cells[column] = text
  }
  const first = reading.head === null ? 0 : reading.head + 1
  const body = edited.slice(first)
  const dateOrderFound = findDateOrder(body, reading.columns)
  const order = reading.dateOrder ?? dateOrderFound
  const known = new Map(register.map((customer) => [customerKey(customer.name), customer]))
  const skipped = new Set(reading.skip)
  const nameAt = reading.columns.indexOf('name')
  const rowOfName = new Map<string, number>()
  const rows: UnderstoodRow[] = []
  const counts = { rows: 0, added: 0, updated: 0, unchanged: 0, skipped: 0, faulty: 0 }
  body.forEach((cells, index) => {
    const row = first + index
    // Blank lines are no rows.
    if (cells.every((cell) => cell.trim() === '')) return
    counts.rows += 1
    if (skipped.has(row)) {
      counts.skipped += 1
      rows.push({ row, cells, outcome: 'skipped', faults: [], fields: null, updates: null })
      return
    }
    const name = nameAt === -1 ? '' : tidyName(cells[nameAt] ?? '')
    const key = customerKey(name)
    const updates = name === '' ? null : (known.get(key) ?? null)
    const { fields, faults } = readRow(cells, reading.columns, order, updates ?? EMPTY)
    if (name === '') faults.push({ column: nameAt === -1 ? null : nameAt, code: 'no-name', otherRow: null })
    else {
      const other = rowOfName.get(key)
      if (other === undefined) rowOfName.set(key, row)
      else faults.push({ column: nameAt, code: 'same-name', otherRow: other })
    }
    const outcome =
      faults.length > 0
        ? 'faulty'
        : updates === null
          ? 'added'
          : sameFields(fields, updates)
            ? 'unchanged'
            : 'updated'
    counts[outcome] += 1
    rows.push({ row, cells, outcome, faults, fields: outcome === 'faulty' ? null : fields, updates })
  })
  const width = reading.columns.length
  const head = reading.head === null ? [] : (edited[reading.head] ?? [])
  return {
    rows,
    heads: Array.from({ length: width }, (_, at) => head[at]?.trim() || `Column ${letters(at)}`),
    dateOrderFound,
    counts,
  }
}

const tidyName = (text: string): string => text.replace(/\s+/g, ' ').trim()

function readRow(
  cells: readonly string[],
  columns: TableReading['columns'],
  order: TableDateOrder | null,
  before: CustomerFields,
): { fields: CustomerFields; faults: RowFault[] } {
  const faults: RowFault[] = []
  const fields: CustomerFields = { ...EMPTY, ...pickFields(before) }
  let told: string | null = null
  columns.forEach((column, at) => {
    const text = (cells[at] ?? '').trim()
    if (column === null || text === '') return
    const fault = (code: RowFault['code']): void => void faults.push({ column: at, code, otherRow: null })
    if (column === 'name') {
      const name = tidyName(text)
      if (name.length > CUSTOMER_NAME_LENGTH) fault('too-long')
      else fields.name = name
    } else if (column === 'aliases') {
      const aliases = [...new Set([...before.aliases, ...text.split(/[;|\n]/).map(tidyName)])].filter(Boolean)
      if (aliases.some((alias) => alias.length > CUSTOMER_NAME_LENGTH)) fault('too-long')
      else if (aliases.length > CUSTOMER_ALIASES) fault('too-many-aliases')
      else fields.aliases = aliases
    } else if (column === 'value' || column === 'lifetimeValue') {
      const parsed = parseAmountCell(text)
      if ('fault' in parsed) return fault(parsed.fault)
      if (parsed.value === null) return
      fields[column] = parsed.value.amount
      told ??= parsed.value.currency
    } else if (column === 'lastSeen' || column === 'nextVisit') {
      const parsed = parseDateCell(text, order)
      if ('fault' in parsed) fault(parsed.fault)
      else if (parsed.value !== null) fields[column] = parsed.value
    } else if (text.length > (LONGEST[column] ?? CUSTOMER_NAME_LENGTH)) fault('too-long')
    else fields[column] = text
  })
  // A currency of its own column is meant; one written beside the sum comes second.
  if (!columns.includes('currency') || fields.currency === null) fields.currency = told ?? fields.currency
  return { fields, faults }
}

export function pickFields(from: CustomerFields): CustomerFields {
  const {
    name,
    aliases,
    segment,
    value,
    lifetimeValue,
    currency,
    owner,
    lastSeen,
    nextVisit,
    nextPurpose,
    notes,
  } = from
  return {
    name,
    aliases: [...aliases],
    segment,
    value,
    lifetimeValue,
    currency,
    owner,
    lastSeen,
    nextVisit,
    nextPurpose,
    notes,
  }
}

export function sameFields(a: CustomerFields, b: CustomerFields): boolean {
  return JSON.stringify(pickFields(a)) === JSON.stringify(pickFields(b))
}
