import type { Document } from '../../../shared/model/document.ts'
import { isArchive, namesEntry, openArchive } from '../archive/open-archive.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import { flowBlocks, furnitureBlocks } from '../flow/flow-blocks.ts'
import { ReadRefusal, refuseIfAborted } from '../read-refusal.ts'
import { textOfElement } from '../xml/text-of-element.ts'
import { OdtStyles } from './odt-styles.ts'
import { OdtBodyReader } from './read-odt-body.ts'

const MIME = 'application/vnd.oasis.opendocument.text'

/** OpenDocument texts. */
export const odtReader: DocumentReader = {
  format: 'odt',
  score: (bytes) => {
    if (!isArchive(bytes)) return null
    // The type stands uncompressed at the beginning, as the format demands; else its two parts tell.
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 300)).toString(
      'latin1',
    )
    if (head.includes(MIME)) return 0.9
    // Packed against the rules; then the type is only known once it is inflated.
    const told = head.includes('application/vnd.oasis')
    return !told && namesEntry(bytes, 'content.xml') && namesEntry(bytes, 'META-INF/manifest.xml')
      ? 0.5
      : null
  },
  async read(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
    const archive = await openArchive(bytes)
    const type = await archive.read('mimetype')
    if (type && !Buffer.from(type).toString('latin1').startsWith(MIME))
      throw new ReadRefusal('unsupported-type')
    const manifest = await archive.read('META-INF/manifest.xml')
    if (manifest && Buffer.from(manifest).includes('encryption-data'))
      throw new ReadRefusal('encrypted', { hint: 'save-unprotected' })
    const main = await archive.read('content.xml')
    if (!main) throw new ReadRefusal('damaged')
    const styles = new OdtStyles()
    const named = await archive.read('styles.xml')
    if (named) styles.take(named)
    options.onProgress?.(0.2)
    const headers = named ? new OdtBodyReader(styles, 'style:header').read(named).content : []
    const footers = named ? new OdtBodyReader(styles, 'style:footer').read(named).content : []
    styles.take(main)
    refuseIfAborted(options.signal)
    const body = new OdtBodyReader(styles, 'office:text').read(main)
    refuseIfAborted(options.signal)
    const kind = body.rendered ? 'rendered' : 'explicit'
    const pages = body.lastPlace[kind]
    const blocks = [
      ...flowBlocks(body.content, (place) => place[kind]),
      ...flowBlocks(body.notes, (place) => place[kind]),
    ]
    const top = furnitureBlocks(headers, 'header', 1)
    if (blocks.length === 0 && top.length === 0) {
      const pictured = [...archive.names].some((name) => name.startsWith('Pictures/'))
      throw new ReadRefusal(pictured ? 'no-text-needs-ocr' : 'empty')
    }
    const meta = await archive.read('meta.xml')
    options.onProgress?.(1)
    return {
      format: 'odt',
      paged: body.rendered || body.explicit,
      pages: Array.from({ length: pages }, (_, at) => ({
        number: at + 1,
        width: null,
        height: null,
        hasText: true,
      })),
      blocks: [...top, ...blocks, ...furnitureBlocks(footers, 'footer', pages)],
      outline: [],
      properties: { title: meta ? textOfElement(meta, 'dc:title') : null },
      warnings: [],
    }
  },
}
