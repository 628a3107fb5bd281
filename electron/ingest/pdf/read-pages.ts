import type { Page } from '../../../shared/model/document.ts'
import { buildLines } from '../layout/build-lines.ts'
import type { ReadOptions } from '../document-reader.ts'
import type { Line, Rule } from '../layout/text-run.ts'
import { refuseIfAborted } from '../read-refusal.ts'
import type { RecognisedPage } from '../recognise/recognised-page.ts'
import { annotationRuns } from './annotation-runs.ts'
import { readDrawing } from './page-drawing.ts'
import type { FontLooks } from './page-drawing.ts'
import { runsOfPage } from './page-runs.ts'
import type { PdfDocument } from './pdf-engine.ts'

/** Of the whole of reading, what is done when the text is read. */
const TEXT_SHARE = 0.9

export interface ReadPage {
  readonly page: Page
  /** Upright lines, or turned ones where most of the page is turned. */
  readonly lines: readonly Line[]
  readonly upright: boolean
  readonly rules: readonly Rule[]
  /** Text set at another angle than most of the page. */
  readonly turned: readonly (readonly Line[])[]
  /** It could not be read. */
  readonly failed: boolean
  /** Set where the lines were recognised in a picture of the page. */
  readonly recognised?: RecognisedPage
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
    failed: false,
  }
}

const unreadable = (number: number): ReadPage => ({
  page: { number, width: null, height: null, hasText: false },
  lines: [],
  upright: true,
  rules: [],
  turned: [],
  failed: true,
})

/** Reads all pages, one after the other so that memory stays bounded. A page that fails costs itself only. */
export async function readPages(document: PdfDocument, options: ReadOptions): Promise<ReadPage[]> {
  const looks: FontLooks = { byName: new Map(), pagesRead: 0 }
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    refuseIfAborted(options.signal)
    try {
      // oxlint-disable-next-line no-await-in-loop
      pages.push(await readPage(document, number, looks))
    } catch {
      pages.push(unreadable(number))
    }
    options.onProgress?.((TEXT_SHARE * number) / document.numPages)
  }
  return pages
}
