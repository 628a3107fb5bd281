import type { Document, OutlineEntry } from '../../../shared/model/document.ts'
import type { Warning } from '../../../shared/model/evidence.ts'
import { isArchive, namesEntry, openArchive } from '../archive/open-archive.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import { ParagraphInProgress } from '../flow/flow-content.ts'
import type { FlowContent } from '../flow/flow-content.ts'
import { flowDocument } from '../flow/flow-document.ts'
import { ReadRefusal, refuseIfAborted } from '../read-refusal.ts'
import { sheetContent } from '../sheets/sheet-content.ts'
import { textOfElement } from '../xml/text-of-element.ts'
import { MOST_ROWS, readXlsxSheet } from './xlsx-sheet.ts'
import { readCellStyles, readSharedStrings, readWorkbook } from './xlsx-workbook.ts'

const MOST_SHEETS = 200
/** The names a program gives say nothing. */
const UNNAMED = /^(?:sheet|tabelle|feuil|blad|hoja|foglio)\s?\d{0,3}$/i

const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`)

interface Left {
  sheets: number
  rows: number
  columns: number
  isCut: boolean
}

function warningsOf(left: Left): Warning[] {
  const warnings: Warning[] = []
  const hidden = [
    ...(left.sheets > 0 ? [counted(left.sheets, 'hidden sheet')] : []),
    ...(left.rows > 0 ? [counted(left.rows, 'hidden row')] : []),
    ...(left.columns > 0 ? [counted(left.columns, 'hidden column')] : []),
  ]
  if (hidden.length > 0)
    warnings.push({ code: 'hidden-cells-left-out', message: `Not read: ${hidden.join(', ')}.` })
  if (left.isCut)
    warnings.push({
      code: 'rows-left-out',
      message: `Only the first ${MOST_ROWS} rows of a sheet were read.`,
    })
  return warnings
}

/** Excel workbooks: each sheet a page, as a person sees it. */
export const xlsxReader: DocumentReader = {
  format: 'xlsx',
  score: (bytes) =>
    isArchive(bytes) && namesEntry(bytes, '[Content_Types].xml') && namesEntry(bytes, 'xl/workbook')
      ? 0.9
      : null,
  async read(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
    const archive = await openArchive(bytes)
    const { sheets, since1904 } = await readWorkbook(archive)
    const strings = readSharedStrings(await archive.read('xl/sharedStrings.xml'))
    const styles = readCellStyles(await archive.read('xl/styles.xml'))
    options.onProgress?.(0.2)
    const shown = sheets.filter((sheet) => !sheet.isHidden).slice(0, MOST_SHEETS)
    const left: Left = { sheets: sheets.length - shown.length, rows: 0, columns: 0, isCut: false }
    const content: FlowContent[] = []
    const outline: OutlineEntry[] = []
    for (const [at, sheet] of shown.entries()) {
      refuseIfAborted(options.signal)
      // oxlint-disable-next-line no-await-in-loop
      const part = await archive.read(sheet.part)
      const read = part ? readXlsxSheet(part, { strings, styles, since1904 }) : null
      if (!read) continue
      left.rows += read.hiddenRows
      left.columns += read.hiddenColumns
      left.isCut ||= read.isCut
      const place = { rendered: at + 1, explicit: at + 1 }
      const body = sheetContent(read.rows, place)
      if (body.length > 0 && !UNNAMED.test(sheet.name)) {
        const heading = new ParagraphInProgress({ headingLevel: 1 }, place)
        heading.add(sheet.name, {})
        content.push(heading.finish(null, null))
      }
      content.push(...body)
      outline.push({ title: sheet.name, level: 1, page: at + 1 })
      options.onProgress?.(Math.min(0.2 + (0.8 * (at + 1)) / shown.length, 1))
    }
    if (content.length === 0) throw new ReadRefusal('empty')
    const core = await archive.read('docProps/core.xml')
    return flowDocument({
      format: 'xlsx',
      content,
      title: core ? textOfElement(core, 'dc:title') : null,
      pages: shown.length,
      paged: shown.length > 1,
      outline,
      warnings: warningsOf(left),
    })
  },
}
