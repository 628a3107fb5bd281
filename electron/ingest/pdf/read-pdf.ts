import type { Block, Document, Page } from '../../../shared/model/document.ts'
import type { Warning } from '../../../shared/model/evidence.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import { buildLines } from '../layout/build-lines.ts'
import { findFurniture } from '../layout/find-furniture.ts'
import { layOutPage } from '../layout/lay-out-page.ts'
import type { Line, Rule } from '../layout/text-run.ts'
import { ReadRefusal, refuseIfAborted } from '../read-refusal.ts'
import { annotationRuns } from './annotation-runs.ts'
import { readDrawing } from './page-drawing.ts'
import type { FontLooks } from './page-drawing.ts'
import { runsOfPage } from './page-runs.ts'
import { openPdf } from './pdf-engine.ts'
import type { PdfDocument } from './pdf-engine.ts'
import { readOutline } from './read-outline.ts'

const MOST_PAGES = 20_000

interface ReadPage {
  readonly page: Page
  /** Upright lines, or turned ones where most of the page is turned. */
  readonly lines: readonly Line[]
  readonly upright: boolean
  readonly rules: readonly Rule[]
  /** Text set at another angle than most of the page. */
  readonly turned: readonly (readonly Line[])[]
}

async function readPage(document: PdfDocument, number: number, looks: FontLooks): Promise<ReadPage> {
  const proxy = await document.getPage(number)
  const viewport = proxy.getViewport({ scale: 1 })
  const content = await proxy.getTextContent()
  const rules = await readDrawing(proxy, content, looks, viewport.transform)
  const byTurn = new Map(runsOfPage(content, viewport.transform, looks.byName))
  const added = await annotationRuns(proxy)
  if (added.length > 0) byTurn.set(0, [...(byTurn.get(0) ?? []), ...added])
  proxy.cleanup()
  const ordered = [...byTurn].toSorted((a, b) => b[1].length - a[1].length || a[0] - b[0])
  const main = ordered[0]
  return {
    page: { number, width: viewport.width, height: viewport.height, hasText: main !== undefined },
    lines: main ? buildLines(main[1], main[0] === 0 ? rules : []) : [],
    upright: main === undefined || main[0] === 0,
    rules: main?.[0] === 0 ? rules : [],
    turned: ordered.slice(1).map(([, runs]) => buildLines(runs)),
  }
}

const unreadable = (number: number): ReadPage => ({
  page: { number, width: null, height: null, hasText: false },
  lines: [],
  upright: true,
  rules: [],
  turned: [],
})

async function readPages(
  document: PdfDocument,
  options: ReadOptions,
  warnings: Warning[],
): Promise<ReadPage[]> {
  const looks: FontLooks = { byName: new Map(), pagesRead: 0 }
  const pages: ReadPage[] = []
  let failed = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    refuseIfAborted(options.signal)
    try {
      // Pages are read one after the other so that memory stays bounded.
      // oxlint-disable-next-line no-await-in-loop
      pages.push(await readPage(document, number, looks))
    } catch {
      failed += 1
      pages.push(unreadable(number))
      warnings.push({ code: 'page-unreadable', message: 'A page could not be read.', page: number })
    }
    options.onProgress?.((0.9 * number) / document.numPages)
  }
  if (failed === document.numPages) throw new ReadRefusal('damaged')
  return pages
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
    pages.map(({ page, lines, upright }) => ({
      number: page.number,
      height: page.height ?? 0,
      lines: upright ? lines : [],
    })),
  )
  return pages.flatMap(({ page, lines, upright, rules, turned }) => [
    ...layOutPage(lines, furniture, page.number, upright, rules),
    ...turned.flatMap((other) => layOutPage(other, new Map(), page.number, false)),
  ])
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
    const opened = await openPdf(bytes)
    try {
      const { document } = opened
      if (document.numPages < 1) throw new ReadRefusal('damaged')
      if (document.numPages > MOST_PAGES) throw new ReadRefusal('too-large')
      const warnings: Warning[] = []
      options.onProgress?.(0.01)
      const pages = await readPages(document, options, warnings)
      warnOfScans(pages, warnings)
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
