import type { Document, TextBlock } from '../../../shared/model/document.ts'
import type { Warning } from '../../../shared/model/evidence.ts'
import { isArchive, namesEntry, openArchive } from '../archive/open-archive.ts'
import type { Archive } from '../archive/open-archive.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import { ReadRefusal, refuseIfAborted } from '../read-refusal.ts'
import { flowBlocks, furnitureBlocks } from '../flow/flow-blocks.ts'
import { readDocxNumbering } from './docx-numbering.ts'
import { findDocxParts } from './docx-parts.ts'
import type { DocxParts } from './docx-parts.ts'
import { readDocxStyles } from './docx-styles.ts'
import type { DocxStyles } from './docx-styles.ts'
import { DocxBodyReader } from './read-docx-body.ts'
import { textOfElement } from '../xml/text-of-element.ts'

async function readFurniture(
  archive: Archive,
  names: readonly string[],
  kind: 'header' | 'footer',
  page: number,
  styles: DocxStyles,
): Promise<TextBlock[]> {
  const seen = new Set<string>()
  const blocks: TextBlock[] = []
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop
    const bytes = await archive.read(name)
    if (!bytes) continue
    const body = new DocxBodyReader(styles, readDocxNumbering(null)).read(bytes)
    for (const block of furnitureBlocks(body.content, kind, page)) {
      if (seen.has(block.text)) continue
      seen.add(block.text)
      blocks.push(block)
    }
  }
  return blocks
}

async function readNotes(
  archive: Archive,
  parts: DocxParts,
  page: number,
  styles: DocxStyles,
): Promise<TextBlock[]> {
  const blocks: TextBlock[] = []
  for (const name of [parts.footnotes, parts.endnotes]) {
    // oxlint-disable-next-line no-await-in-loop
    const bytes = name === null ? null : await archive.read(name)
    if (!bytes) continue
    const body = new DocxBodyReader(styles, readDocxNumbering(null)).read(bytes)
    for (const block of flowBlocks(body.content, () => page)) if (block.kind === 'text') blocks.push(block)
  }
  return blocks
}

function warningsOf(archive: Archive, embedded: number): Warning[] {
  const warnings: Warning[] = []
  if ([...archive.names].some((name) => name.endsWith('vbaProject.bin')))
    warnings.push({ code: 'macros-ignored', message: 'The file holds macros. They were not run.' })
  if (embedded > 0)
    warnings.push({
      code: 'embedded-documents-ignored',
      message: 'Documents embedded in this one were not opened.',
    })
  return warnings
}

/** Word documents, read as a stream of XML events. */
export const docxReader: DocumentReader = {
  format: 'docx',
  score: (bytes) =>
    isArchive(bytes) && namesEntry(bytes, '[Content_Types].xml') && namesEntry(bytes, 'word/document')
      ? 0.9
      : null,
  async read(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
    const archive = await openArchive(bytes)
    const parts = await findDocxParts(archive)
    const styles = readDocxStyles(parts.styles === null ? null : await archive.read(parts.styles))
    const numbering = readDocxNumbering(parts.numbering === null ? null : await archive.read(parts.numbering))
    options.onProgress?.(0.1)
    const main = await archive.read(parts.main)
    if (!main) throw new ReadRefusal('damaged')
    refuseIfAborted(options.signal)
    const body = new DocxBodyReader(styles, numbering).read(main)
    options.onProgress?.(0.7)
    refuseIfAborted(options.signal)

    // Where Word rendered pages it says so; its breaks then hold the explicit ones too.
    const kind = body.rendered ? 'rendered' : 'explicit'
    const lastPage = body.lastPlace[kind]
    const blocks = flowBlocks(body.content, (place) => place[kind])
    const headers = await readFurniture(archive, parts.headers, 'header', 1, styles)
    const notes = await readNotes(archive, parts, lastPage, styles)
    const footers = await readFurniture(archive, parts.footers, 'footer', lastPage, styles)
    if (blocks.length === 0 && notes.length === 0 && headers.length === 0) {
      const pictured = [...archive.names].some((name) => name.startsWith('word/media/'))
      throw new ReadRefusal(pictured ? 'no-text-needs-ocr' : 'empty')
    }
    const core = await archive.read('docProps/core.xml')
    const title = core ? textOfElement(core, 'dc:title') : null
    options.onProgress?.(1)
    return {
      format: 'docx',
      paged: body.rendered || body.explicit,
      pages: Array.from({ length: lastPage }, (_, index) => ({
        number: index + 1,
        width: null,
        height: null,
        hasText: true,
      })),
      blocks: [...headers, ...blocks, ...notes, ...footers],
      outline: [],
      properties: { title },
      warnings: warningsOf(archive, body.embedded),
    }
  },
}
