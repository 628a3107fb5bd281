import type { DocumentReader } from './document-reader.ts'
import { imageReader } from './image/read-image.ts'
import { captionsReader } from './captions/read-captions.ts'
import { csvReader } from './csv/read-csv.ts'
import { docReader } from './doc/read-doc.ts'
import { docxReader } from './docx/read-docx.ts'
import { htmlReader } from './html/read-html.ts'
import { mailReader } from './mail/read-mail.ts'
import { markdownReader } from './markdown/read-markdown.ts'
import { odtReader } from './odt/read-odt.ts'
import { pdfReader } from './pdf/read-pdf.ts'
import { pptxReader } from './pptx/read-pptx.ts'
import { rtfReader } from './rtf/read-rtf.ts'
import { xlsxReader } from './xlsx/read-xlsx.ts'
import { textReader } from './text/read-text.ts'

/** All formats that can be read. */
export const readers: readonly DocumentReader[] = [
  pdfReader,
  docxReader,
  odtReader,
  imageReader,
  docReader,
  rtfReader,
  xlsxReader,
  pptxReader,
  mailReader,
  htmlReader,
  captionsReader,
  csvReader,
  markdownReader,
  textReader,
]
