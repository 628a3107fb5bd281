import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Document } from '../../../shared/model/document.ts'
import type { Warning } from '../../../shared/model/evidence.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import { flowDocument } from '../flow/flow-document.ts'
import { ReadRefusal, refuseIfAborted } from '../read-refusal.ts'
import { sheetContent } from '../sheets/sheet-content.ts'
import { decodeTextOrRefuse, looksLikeText } from '../text/decode-text.ts'

const CSV_NAME = /\.(?:csv|tsv|tab)$/i
const MOST_BYTES = 64 * 1024 * 1024
const MOST_ROWS = 50_000
const LONGEST_RECORD = 1_000_000
const SAMPLE_LINES = 60
const SEPARATORS = [',', ';', '\t', '|'] as const

const recordsSchema = z.array(z.array(z.string()))

function records(text: string, delimiter: string, to?: number): string[][] {
  const parsed: unknown = parse(text, {
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD,
    record_delimiter: ['\r\n', '\n', '\r'],
    ...(to === undefined ? {} : { to }),
  })
  return recordsSchema.parse(parsed)
}

/** How well a separator fits: the share of rows that have as many columns as most, and more than one. */
function fit(text: string, delimiter: string): number {
  let rows: string[][]
  try {
    rows = records(text, delimiter, SAMPLE_LINES).filter((row) => row.some((cell) => cell.trim() !== ''))
  } catch {
    return 0
  }
  const counts = new Map<number, number>()
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [columns, usual] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [1, 0]
  return rows.length === 0 ? 0 : (usual / rows.length) * Math.log2(columns + 1)
}

/** The character between the columns: a line "sep=;" says so, else the one that fits the first rows best. */
function findSeparator(text: string): { delimiter: string; rest: string } {
  const told = /^\uFEFF?sep=([,;\t|])\r?\n/i.exec(text)
  if (told?.[1]) return { delimiter: told[1], rest: text.slice(told[0].length) }
  const head = text.slice(0, 200_000)
  const best = SEPARATORS.map((delimiter) => ({ delimiter, score: fit(head, delimiter) })).toSorted(
    (a, b) => b.score - a.score,
  )[0]
  return { delimiter: best && best.score > 0 ? best.delimiter : ',', rest: text }
}

/** Tables as text: comma, semicolon, tab or bar between the columns. */
export const csvReader: DocumentReader = {
  format: 'csv',
  score: (bytes, fileName) => (CSV_NAME.test(fileName) && looksLikeText(bytes) ? 0.7 : null),
  read: (bytes: Uint8Array, options: ReadOptions): Promise<Document> =>
    new Promise((resolve) => {
      if (bytes.byteLength > MOST_BYTES) throw new ReadRefusal('too-large')
      const { delimiter, rest } = findSeparator(decodeTextOrRefuse(bytes))
      refuseIfAborted(options.signal)
      let rows: string[][]
      try {
        rows = records(rest, delimiter, MOST_ROWS + 1)
      } catch (error) {
        throw new ReadRefusal('damaged', { cause: error })
      }
      options.onProgress?.(0.8)
      refuseIfAborted(options.signal)
      const warnings: Warning[] = []
      if (rows.length > MOST_ROWS)
        warnings.push({ code: 'rows-left-out', message: `Only the first ${MOST_ROWS} rows were read.` })
      const content = sheetContent(
        rows.slice(0, MOST_ROWS).map((row) => ({
          cells: row.map((text) => ({ text: text.trim(), span: 1, bold: false })),
        })),
        { rendered: 1, explicit: 1 },
      )
      options.onProgress?.(1)
      resolve(flowDocument({ format: 'csv', content, title: null, warnings }))
    }),
}
