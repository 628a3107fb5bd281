import type { Document } from '../../../shared/model/document.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import { flowDocument } from '../flow/flow-document.ts'
import { ReadRefusal, refuseIfAborted } from '../read-refusal.ts'
import { textHead } from '../text/decode-text.ts'
import { MOST_TEXT_BYTES } from '../text/read-text.ts'
import { decodeHtml } from './decode-html.ts'
import { HtmlBody } from './html-body.ts'

const HTML_NAME = /\.x?html?$/i
const BEGINS =
  /^\s*(?:<\?xml\s[^>]{0,300}>\s{0,50}|<!--[^>]{0,600}>\s{0,50}){0,4}<(?:!doctype\s+html|html|head|body|meta|title)\b/i
const HOLDS = /<(?:html|body|p|div|table|h[1-6]|ul|ol|br|title|script)\b[^<>]{0,400}>/i

function head(bytes: Uint8Array): string {
  const text = textHead(bytes)
  if (text !== '') return text.replace(/^\uFEFF/, '')
  // Eastern encodings do not read as text before their name is known.
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2048)).toString('latin1')
}

/** Web pages: headings, lists, tables and paragraphs; programs, hidden parts and menus left out. */
export const htmlReader: DocumentReader = {
  format: 'html',
  score: (bytes, fileName) => {
    const start = head(bytes)
    if (BEGINS.test(start)) return 0.8
    return HTML_NAME.test(fileName) && HOLDS.test(start) ? 0.75 : null
  },
  read: (bytes: Uint8Array, options: ReadOptions): Promise<Document> =>
    new Promise((resolve) => {
      if (bytes.byteLength > MOST_TEXT_BYTES) throw new ReadRefusal('too-large')
      const html = decodeHtml(bytes)
      if (html === null) throw new ReadRefusal('damaged')
      options.onProgress?.(0.2)
      refuseIfAborted(options.signal)
      const { content, title, pictures } = new HtmlBody().read(html.replace(/^\uFEFF/, ''))
      refuseIfAborted(options.signal)
      const document = flowDocument({ format: 'html', content, title, pictured: pictures > 0 })
      options.onProgress?.(1)
      resolve(document)
    }),
}
