import type { Document } from '../../../shared/model/document.ts'
import type { Warning } from '../../../shared/model/evidence.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import { flowDocument } from '../flow/flow-document.ts'
import { ReadRefusal, refuseIfAborted } from '../read-refusal.ts'
import { csvRows } from './csv-rows.ts'
import { sheetContent } from '../sheets/sheet-content.ts'
import { decodeTextOrRefuse, looksLikeText } from '../text/decode-text.ts'

const CSV_NAME = /\.(?:csv|tsv|tab)$/i
const MOST_BYTES = 64 * 1024 * 1024
const MOST_ROWS = 50_000

/** Tables as text: comma, semicolon, tab or bar between the columns. */
export const csvReader: DocumentReader = {
  format: 'csv',
  score: (bytes, fileName) => (CSV_NAME.test(fileName) && looksLikeText(bytes) ? 0.7 : null),
  read: (bytes: Uint8Array, options: ReadOptions): Promise<Document> =>
    new Promise((resolve) => {
      if (bytes.byteLength > MOST_BYTES) throw new ReadRefusal('too-large')
      const written = decodeTextOrRefuse(bytes)
      refuseIfAborted(options.signal)
      const rows = csvRows(written, MOST_ROWS + 1)
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
