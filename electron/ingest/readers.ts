import type { DocumentReader } from './document-reader.ts'
import { docxReader } from './docx/read-docx.ts'
import { pdfReader } from './pdf/read-pdf.ts'

/** All formats that can be read. */
export const readers: readonly DocumentReader[] = [pdfReader, docxReader]
