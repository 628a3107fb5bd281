import type { CustomerColumn } from '../../../model/customers.ts'

const SYNONYMS: Record<CustomerColumn, string> = {
  name: 'name|customer|customer name|client|client name|account|account name|company|company name|organisation|organization|member|tenant|supplier name|kunde|nom',
  aliases: 'alias|aliases|also known as|aka|other names|short name|known as|trading as|trading name',
  segment: 'segment|sector|category|type|group|tier|class|industry|market|region',
  value:
    'value|annual value|revenue|annual revenue|turnover|sales|worth|income|value per year|value a year|annual spend|spend|contract value|acv|arr|worth a year',
  lifetimeValue: 'lifetime value|life time value|ltv|clv|whole life value|lifetime',
  currency: 'currency|ccy|cur',
  owner:
    'owner|account manager|account owner|relationship manager|responsible|manager|lead|account lead|sponsor|director',
  lastSeen:
    'last seen|last visit|last visited|last met|last meeting|last contact|last visit date|date last seen|seen',
  nextVisit:
    'next visit|next visit date|next planned visit|next meeting|next seen|planned visit|next contact|next planned',
  nextPurpose:
    'purpose|purpose of visit|next visit purpose|visit purpose|purpose of next visit|purpose of the visit|purpose of the next visit|reason for visit|objective',
  notes: 'notes|note|comment|comments|remarks|background|details',
}

const KNOWN = new Map(
  Object.entries(SYNONYMS).flatMap(([column, list]) =>
    list.split('|').map((word) => [word, column] as const),
  ),
)

/** A column head as it is compared and remembered. */
export function headKey(head: string): string {
  return head
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\([^)]{0,40}\)/g, ' ')
    .replace(/[£$€%]/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export type RememberedColumns = Readonly<Record<string, CustomerColumn | null>>

function columnOf(
  head: string,
  remembered: ReadonlyMap<string, CustomerColumn | null>,
): CustomerColumn | null {
  const key = headKey(head)
  if (remembered.has(key)) return remembered.get(key) ?? null
  const known = KNOWN.get(key)
  return COLUMNS.find((column) => column === known) ?? null
}
const COLUMNS: readonly CustomerColumn[] = [
  'name',
  'aliases',
  'segment',
  'value',
  'lifetimeValue',
  'currency',
  'owner',
  'lastSeen',
  'nextVisit',
  'nextPurpose',
  'notes',
]

const ROWS_LOOKED_AT = 12

/**
 * The row of column heads and what each column is, by the heads alone; what the user chose the last time for the same
 * head comes first. Without any head that is known, the first column is the name and nothing is a head.
 */
export function guessColumns(
  rows: readonly (readonly string[])[],
  remembered: ReadonlyMap<string, CustomerColumn | null>,
): { head: number | null; columns: (CustomerColumn | null)[] } {
  const width = Math.min(
    100,
    rows.reduce((most, row) => Math.max(most, row.length), 0),
  )
  let best: { head: number; columns: (CustomerColumn | null)[]; known: number } | null = null
  for (const [index, row] of rows.slice(0, ROWS_LOOKED_AT).entries()) {
    const used = new Set<CustomerColumn>()
    const columns = Array.from({ length: width }, (_, at) => {
      const column = columnOf(row[at] ?? '', remembered)
      if (column === null || used.has(column)) return null
      used.add(column)
      return column
    })
    if (used.has('name') && (best === null || used.size > best.known))
      best = { head: index, columns, known: used.size }
  }
  if (best !== null) return { head: best.head, columns: best.columns }
  return { head: null, columns: Array.from({ length: width }, (_, at) => (at === 0 ? 'name' : null)) }
}
