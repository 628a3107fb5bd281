import type { Document } from '../../../shared/model/document.ts'
import { csvRows } from '../csv/csv-rows.ts'
import { readDocument } from '../read-document.ts'
import { ReadRefusal } from '../read-refusal.ts'
import { decodeText } from '../text/decode-text.ts'

/** A sheet as rows of plain text. */
export interface Sheet {
  name: string
  rows: string[][]
}

export const MOST_SHEET_ROWS = 50_001
const MOST_COLUMNS = 100
const MOST_CELL = 32_768
const MOST_BYTES = 64 * 1024 * 1024

const tidy = (rows: readonly (readonly string[])[]): string[][] =>
  rows
    .slice(0, MOST_SHEET_ROWS)
    .map((row) => row.slice(0, MOST_COLUMNS).map((cell) => cell.trim().slice(0, MOST_CELL)))

/** What a document's blocks hold as rows: its tables, and lines of text as rows of one cell. Pages are sheets. */
function sheetsOf(document: Document): Sheet[] {
  const names = new Map(document.outline.map(({ title, page }) => [page, title]))
  const sheets = new Map<number, string[][]>()
  for (const block of document.blocks) {
    const rows = sheets.get(block.page) ?? []
    sheets.set(block.page, rows)
    if (block.kind === 'text') {
      if (block.text.trim() !== names.get(block.page)) rows.push([block.text])
    } else
      for (const row of block.rows)
        rows.push(
          row.cells.flatMap(({ text, span }) => [text, ...Array<string>(Math.min(span, 100) - 1).fill('')]),
        )
  }
  return [...sheets].map(([page, rows]) => ({ name: names.get(page) ?? `Sheet ${page}`, rows: tidy(rows) }))
}

/**
 * The sheets of a table: text with any separator, or a workbook through the reader of its format.
 * @throws ReadRefusal
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Sheet[]> {
  if (bytes.byteLength === 0) throw new ReadRefusal('empty')
  if (bytes.byteLength > MOST_BYTES) throw new ReadRefusal('too-large')
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const text = isZip ? null : decodeText(bytes)
  const sheets =
    text === null
      ? sheetsOf(await readDocument(bytes, { fileName }))
      : [{ name: 'Table', rows: tidy(csvRows(text, MOST_SHEET_ROWS)) }]
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')))
  if (filled.length === 0) throw new ReadRefusal('empty')
  return filled
}
