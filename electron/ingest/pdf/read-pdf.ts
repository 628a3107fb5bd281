import type { Block, Document } from '../../../shared/model/document.ts'
import type { Warning } from '../../../shared/model/evidence.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import { findFurniture } from '../layout/find-furniture.ts'
import { layOutPage } from '../layout/lay-out-page.ts'
import { ReadRefusal, refuseIfAborted } from '../read-refusal.ts'
import { withRecognition } from '../recognise/recognised-page.ts'
import { leftOutWarning, recognitionWarnings } from '../recognise/recognition-warnings.ts'
import { openPdf } from './pdf-engine.ts'
import { readOutline } from './read-outline.ts'
import { readPages } from './read-pages.ts'
import type { ReadPage } from './read-pages.ts'
import { readPictures } from './read-pictures.ts'

const MOST_PAGES = 20_000

function warnOfFailures(pages: readonly ReadPage[], warnings: Warning[]): void {
  const failed = pages.filter((page) => page.failed && !page.recognised)
  if (failed.length === pages.length) throw new ReadRefusal('damaged')
  for (const { page } of failed)
    warnings.push({ code: 'page-unreadable', message: 'A page could not be read.', page: page.number })
}

function warnOfScans(pages: readonly ReadPage[], warnings: Warning[]): void {
  const silent = pages.filter(({ page }) => !page.hasText)
  if (silent.length === pages.length) throw new ReadRefusal('no-text-needs-ocr')
  const first = silent[0]
  if (!first) return
  const message =
    silent.length === 1
      ? '1 page holds no text that can be read.'
      : `${silent.length} pages hold no text that can be read.`
  warnings.push({ code: 'pages-without-text', message, page: first.page.number })
}

function layOut(pages: readonly ReadPage[]): Block[] {
  const furniture = findFurniture(
    pages.map(({ page, lines, upright, recognised }) => ({
      number: page.number,
      height: recognised?.height ?? page.height ?? 0,
      lines: upright ? lines : [],
    })),
  )
  return pages.flatMap(({ page, lines, upright, rules, turned, recognised }) => {
    const blocks = layOutPage(lines, furniture, page.number, upright, rules)
    return [
      ...(recognised ? withRecognition(blocks, recognised) : blocks),
      ...turned.flatMap((other) => layOutPage(other, new Map(), page.number, false)),
    ]
  })
}

const MAGIC_REACH = 1024

function holdsPdfHeader(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, MAGIC_REACH))
  return head.includes('%PDF-')
}

/** PDF by pdf-parse and pdf.js, laid out by geometry. */
export const pdfReader: DocumentReader = {
  format: 'pdf',
  score: (bytes) => (holdsPdfHeader(bytes) ? 0.95 : null),
  async read(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
    const opened = await openPdf(bytes, { password: options.password })
    try {
      const { document } = opened
      if (document.numPages < 1) throw new ReadRefusal('damaged')
      if (document.numPages > MOST_PAGES) throw new ReadRefusal('too-large')
      const warnings: Warning[] = []
      options.onProgress?.(0.01)
      const { pages, leftOut } = await readPictures(bytes, await readPages(document, options), options)
      warnOfFailures(pages, warnings)
      warnOfScans(pages, warnings)
      warnings.push(...recognitionWarnings(pages.map(({ page }) => page)), ...leftOutWarning(leftOut))
      const outline = await readOutline(document, opened.outline)
      refuseIfAborted(options.signal)
      const blocks = layOut(pages)
      options.onProgress?.(1)
      return {
        format: 'pdf',
        paged: true,
        pages: pages.map(({ page }) => page),
        blocks,
        outline,
        properties: { title: opened.title },
        warnings,
      }
    } finally {
      await opened.close().catch(() => undefined)
    }
  },
}
