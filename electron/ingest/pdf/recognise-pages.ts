import type { RecognitionOptions } from '../document-reader.ts'
import { linesOfPicture } from '../recognise/lines-of-picture.ts'
import { areaOf, paintPicture, readingScale } from '../recognise/paint-picture.ts'
import type { PlacedPicture } from '../recognise/paint-picture.ts'
import { recognisePicture } from '../recognise/recognise-picture.ts'
import type { RecognisedPage } from '../recognise/recognised-page.ts'
import type { TextEngine } from '../recognise/text-engine.ts'
import { refuseIfAborted } from '../read-refusal.ts'
import { picturesOfPage } from './page-pictures.ts'
import { openPdf } from './pdf-engine.ts'
import type { PdfDocument, PdfPage } from './pdf-engine.ts'

/** A picture that covers less of a page without text is a logo or a signature. */
const SMALLEST_SHARE = 0.04
/** A page with a stamp or a running head for its only text is a scan where a picture covers this much of it. */
const SCAN_SHARE = 0.5

/** How much of a page a picture has to cover for its words to be recognised, by the letters it has as text. */
export const leastShareFor = (letters: number): number => (letters === 0 ? SMALLEST_SHARE : SCAN_SHARE)

export interface RecognisedPages {
  readonly pages: ReadonlyMap<number, RecognisedPage>
  /** Not looked at any more when time was over. */
  readonly leftOut: readonly number[]
}

export interface RecogniseRequest extends RecognitionOptions {
  readonly bytes: Uint8Array
  /** The pages, with the share that a picture must cover of each. */
  readonly numbers: ReadonlyMap<number, number>
  readonly engine: TextEngine
  readonly password?: string | undefined
  readonly signal?: AbortSignal | undefined
}

const coveredBy = (pictures: readonly PlacedPicture[]): number =>
  pictures.reduce((sum, picture) => sum + areaOf(picture), 0)

async function pictureShare(document: PdfDocument, number: number): Promise<number> {
  try {
    const page = await document.getPage(number)
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const pictures = await picturesOfPage(page, transform)
    page.cleanup()
    return coveredBy(pictures) / (width * height)
  } catch {
    return 0
  }
}

async function recognisePage(
  page: PdfPage,
  leastShare: number,
  engine: TextEngine,
  firstTurns: number,
): Promise<RecognisedPage | null> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const pictures = await picturesOfPage(page, transform)
  if (coveredBy(pictures) < leastShare * width * height) return null
  const scale = readingScale(pictures, { width, height })
  const picture = paintPicture(pictures, { width, height }, scale)
  const read = recognisePicture(engine, picture, scale * 72, firstTurns)
  if (read === null) return null
  const { lines, rules, words, confidence } = linesOfPicture(read, scale)
  if (lines.length === 0) return null
  const { turns } = read
  const onSide = turns % 2 === 1
  const size = onSide ? { width: height, height: width } : { width, height }
  return { lines, rules, words, confidence, turns, ...size }
}

/** Recognises the words of pages that are pictures, in order, for as long as there is time. */
export async function recognisePages(request: RecogniseRequest): Promise<RecognisedPages> {
  const { numbers, engine } = request
  const opened = await openPdf(request.bytes, { pictures: true, password: request.password })
  const pages = new Map<number, RecognisedPage>()
  const started = performance.now()
  let turns = 0
  try {
    const list = [...numbers]
    for (const [index, [number, leastShare]] of list.entries()) {
      refuseIfAborted(request.signal)
      if (performance.now() - started > request.milliseconds)
        return { pages, leftOut: list.slice(index).map(([left]) => left) }
      request.onPage?.(index + 1, list.length)
      // One page in memory at a time.
      // oxlint-disable-next-line no-await-in-loop
      const proxy = await opened.document.getPage(number)
      try {
        // oxlint-disable-next-line no-await-in-loop
        const page = await recognisePage(proxy, leastShare, engine, turns)
        if (page) {
          pages.set(number, page)
          turns = page.turns
        }
      } catch {
        // A page whose pictures cannot be decoded stays without text, and that is said.
      } finally {
        proxy.cleanup()
      }
    }
    return { pages, leftOut: [] }
  } finally {
    await opened.close().catch(() => undefined)
  }
}

/** Whether a picture covers the wanted share of any of these pages. */
export async function holdsPictures(
  bytes: Uint8Array,
  numbers: ReadonlyMap<number, number>,
  password?: string,
): Promise<boolean> {
  if (numbers.size === 0) return false
  const opened = await openPdf(bytes, { pictures: true, password })
  try {
    for (const [number, leastShare] of numbers) {
      // The first is nearly always enough.
      // oxlint-disable-next-line no-await-in-loop
      const share = await pictureShare(opened.document, number)
      if (share >= leastShare) return true
    }
    return false
  } finally {
    await opened.close().catch(() => undefined)
  }
}
