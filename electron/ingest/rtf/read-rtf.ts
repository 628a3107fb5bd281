import type { Document } from '../../../shared/model/document.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import { flowDocument } from '../flow/flow-document.ts'
import { ReadRefusal, refuseIfAborted } from '../read-refusal.ts'
import { RtfBody } from './rtf-body.ts'

const MOST_BYTES = 300 * 1024 * 1024

/** Rich Text Format. */
export const rtfReader: DocumentReader = {
  format: 'rtf',
  score: (bytes) => {
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString(
      'latin1',
    )
    return /^(?:\u00ef\u00bb\u00bf)?\s*\{\\rtf/.test(head) ? 0.9 : null
  },
  read: (bytes: Uint8Array, options: ReadOptions): Promise<Document> =>
    new Promise((resolve) => {
      if (bytes.byteLength > MOST_BYTES) throw new ReadRefusal('too-large')
      const read = new RtfBody().read(bytes, (at) => {
        refuseIfAborted(options.signal)
        options.onProgress?.(at / bytes.byteLength)
      })
      options.onProgress?.(1)
      resolve(
        flowDocument({
          format: 'rtf',
          content: [...read.body, ...read.notes],
          headers: read.headers,
          footers: read.footers,
          title: read.title,
          pages: read.pages,
          pictured: read.pictures > 0,
        }),
      )
    }),
}
