import type { SheetCell, SheetRow } from '../sheets/sheet-content.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { numberText } from './number-format.ts'
import type { CellStyle } from './xlsx-workbook.ts'
import { SHEET_PREFIXES } from './xlsx-workbook.ts'

export const MOST_ROWS = 50_000
const MOST_CELLS = 1_000_000
const MOST_COLUMNS = 200

export interface XlsxSheet {
  readonly rows: readonly SheetRow[]
  readonly hiddenRows: number
  readonly hiddenColumns: number
  /** More rows or columns than are read. */
  readonly isCut: boolean
}

export interface SheetContext {
  readonly strings: readonly string[]
  readonly styles: readonly CellStyle[]
  readonly since1904: boolean
}

/** "BC12" to its column, 0-based; null where it names none. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference ?? '')?.[1]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64)
  return column - 1
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: CellStyle | undefined
  value: string
  inline: string
}

function textOf(cell: OpenCell, context: SheetContext): string {
  const { type, value } = cell
  if (type === 's') return context.strings[Number(value)] ?? ''
  if (type === 'inlineStr') return cell.inline
  if (type === 'b') return value === '1' ? 'Yes' : 'No'
  if (type === 'e') return ''
  if (type === 'str' || type === 'd') return value
  return numberText(value, cell.style?.kind ?? 'general', context.since1904, cell.style?.look)
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** Reads one sheet: what a person sees in it, formulas by the values they last had. */
export function readXlsxSheet(bytes: Uint8Array, context: SheetContext): XlsxSheet {
  const rows: SheetRow[] = []
  const hiddenColumns = new Set<number>()
  let hiddenRows = 0
  let cells = 0
  let isCut = false
  let row: Map<number, SheetCell> | null = null
  let next = 0
  let cell: OpenCell | null = null
  let inValue = false
  let inInline = false
  let inPhonetic = 0
  const openCell = (attributes: Readonly<Record<string, string>>): void => {
    const column = columnOf(attributes['r']) ?? next
    next = column + 1
    cells += 1
    if (row === null || column >= MOST_COLUMNS || cells > MOST_CELLS) {
      isCut ||= row !== null
      return
    }
    cell = {
      column,
      type: attributes['t'] ?? 'n',
      style: context.styles[Number(attributes['s'] ?? -1)],
      value: '',
      inline: '',
    }
  }
  const closeCell = (): void => {
    if (cell === null || row === null) return
    const text = textOf(cell, context).trim()
    if (text !== '' && !hiddenColumns.has(cell.column))
      row.set(cell.column, { text, span: 1, bold: cell.style?.bold ?? false })
    cell = null
  }
  const closeRow = (): void => {
    if (row === null) return
    const last = Math.max(-1, ...row.keys())
    const empty: SheetCell = { text: '', span: 1, bold: false }
    const held = row
    rows.push({ cells: Array.from({ length: last + 1 }, (_, at) => held.get(at) ?? empty) })
    row = null
  }
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        if (name === 's:col' && isTrue(attributes['hidden'])) {
          const to = Math.min(Number(attributes['max']) || 0, MOST_COLUMNS)
          for (let at = Math.max(Number(attributes['min']) || 1, 1); at <= to; at += 1)
            hiddenColumns.add(at - 1)
        } else if (name === 's:row') {
          next = 0
          if (isTrue(attributes['hidden'])) hiddenRows += 1
          else if (rows.length >= MOST_ROWS) isCut = true
          else row = new Map()
        } else if (name === 's:c') openCell(attributes)
        else if (name === 's:v') inValue = true
        else if (name === 's:t') inInline = true
        else if (name === 's:rPh') inPhonetic += 1
      },
      close: (name) => {
        if (name === 's:v') inValue = false
        else if (name === 's:t') inInline = false
        else if (name === 's:rPh') inPhonetic -= 1
        else if (name === 's:c') closeCell()
        else if (name === 's:row') closeRow()
      },
      text: (text) => {
        if (cell === null) return
        if (inValue) cell.value += text
        else if (inInline && inPhonetic === 0) cell.inline += text
      },
    },
    SHEET_PREFIXES,
  )
  return { rows, hiddenRows, hiddenColumns: hiddenColumns.size, isCut }
}
