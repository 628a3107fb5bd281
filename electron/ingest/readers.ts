import type { DocumentReader } from './document-reader.ts'
import { imageReader } from './image/read-image.ts'
import { docReader } from './doc/read-doc.ts'
import { docxReader } from './docx/read-docx.ts'
import { htmlReader } from './html/read-html.ts'
import { markdownReader } from './markdown/read-markdown.ts'
import { odtReader } from './odt/read-odt.ts'
import { pdfReader } from './pdf/read-pdf.ts'
import { textReader } from './text/read-text.ts'

/** All formats that can be read. */
export const readers: readonly DocumentReader[] = [
  pdfReader,
  docxReader,
  odtReader,
  imageReader,
  docReader,
  htmlReader,
  markdownReader,
  textReader,
]
