import type { Block, Document, Page } from '../../../shared/model/document.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import { layOutPage } from '../layout/lay-out-page.ts'
import { ReadRefusal, RecognitionNeeded, refuseIfAborted } from '../read-refusal.ts'
import { turnPicture } from '../recognise/gray-picture.ts'
import type { GrayPicture } from '../recognise/gray-picture.ts'
import { linesOfPicture } from '../recognise/lines-of-picture.ts'
import { paintPicture, readingScale } from '../recognise/paint-picture.ts'
import { recognisePicture } from '../recognise/recognise-picture.ts'
import { recognitionOf, withRecognition } from '../recognise/recognised-page.ts'
import { leftOutWarning, recognitionWarnings } from '../recognise/recognition-warnings.ts'
import { startTextEngine } from '../recognise/text-engine.ts'
import type { TextEngine } from '../recognise/text-engine.ts'
import { imageKindOf } from './image-kind.ts'
import { pictureSize } from './picture-size.ts'
import { jpegOrientation, turnsOf } from './picture-orientation.ts'
import { tiffOfPage, tiffPages } from './tiff-pages.ts'

/** A photograph or scan is taken for a sheet with A4's longer side, so that sizes of type come out as usual. */
const LONG_SIDE = 842
const MOST_PIXELS = 64_000_000

interface Sheet {
  readonly bytes: () => Uint8Array
  readonly turns: number
}

function sheetsOf(bytes: Uint8Array): Sheet[] {
  const kind = imageKindOf(bytes)
  if (kind === 'tiff')
    return tiffPages(bytes).map((page) => ({
      bytes: () => tiffOfPage(bytes, page),
      turns: turnsOf(page.orientation),
    }))
  return [{ bytes: () => bytes, turns: kind === 'jpeg' ? turnsOf(jpegOrientation(bytes)) : 0 }]
}

function readSheet(
  engine: TextEngine,
  picture: GrayPicture,
  number: number,
  firstTurns: number,
): { page: Page; blocks: Block[] } {
  const points = LONG_SIDE / Math.max(picture.width, picture.height)
  const size = { width: picture.width * points, height: picture.height * points }
  const silent = { page: { number, ...size, hasText: false }, blocks: [] }
  const placed = { ...picture, alpha: null, matrix: [size.width, 0, 0, -size.height, 0, size.height] }
  const scale = readingScale([placed], size)
  const isAsItIs = Math.abs(scale * points - 1) < 0.02
  const read = recognisePicture(
    engine,
    isAsItIs ? picture : paintPicture([placed], size, scale),
    scale * 72,
    firstTurns,
  )
  if (read === null) return silent
  const found = linesOfPicture(read, isAsItIs ? 1 / points : scale)
  if (found.lines.length === 0) return silent
  const upright = read.turns % 2 === 1 ? { width: size.height, height: size.width } : size
  const recognised = { ...found, ...upright, turns: read.turns }
  return {
    page: { number, ...size, hasText: true, recognition: recognitionOf(recognised) },
    blocks: withRecognition(layOutPage(found.lines, new Map(), number, true, found.rules), recognised),
  }
}

/** Pictures of pages: PNG, JPEG, WebP, BMP, and TIFF of several pages. */
export const imageReader: DocumentReader = {
  format: 'image',
  score: (bytes) => (imageKindOf(bytes) === null ? null : 1),
  async read(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
    const { recognition, signal } = options
    const sheets = sheetsOf(bytes)
    if (sheets.length === 0) throw new ReadRefusal('damaged')
    const pixels = pictureSize(bytes)
    if (pixels !== null && pixels.width * pixels.height > MOST_PIXELS) throw new ReadRefusal('too-large')
    const engine = recognition === undefined ? null : await startTextEngine()
    if (recognition === undefined || engine === null) throw new ReadRefusal('no-text-needs-ocr')
    if (recognition === 'ask') throw new RecognitionNeeded(sheets.length)
    const started = performance.now()
    const pages: Page[] = []
    const blocks: Block[] = []
    const leftOut: number[] = []
    let turns = 0
    for (const [index, sheet] of sheets.entries()) {
      refuseIfAborted(signal)
      const number = index + 1
      if (performance.now() - started > recognition.milliseconds) {
        leftOut.push(number)
        pages.push({ number, width: null, height: null, hasText: false })
        continue
      }
      recognition.onPage?.(number, sheets.length)
      const decoded = engine.decode(sheet.bytes())
      if (decoded === null && sheets.length === 1) throw new ReadRefusal('damaged')
      if (decoded === null) {
        pages.push({ number, width: null, height: null, hasText: false })
        continue
      }
      const read = readSheet(engine, turnPicture(decoded, sheet.turns), number, turns)
      turns = read.page.recognition?.turns ?? turns
      pages.push(read.page)
      blocks.push(...read.blocks)
    }
    const silent = pages.filter((page) => !page.hasText && !leftOut.includes(page.number))
    if (blocks.length === 0) throw new ReadRefusal('no-text-needs-ocr')
    const first = silent[0]
    return {
      format: 'image',
      paged: true,
      pages,
      blocks,
      outline: [],
      properties: { title: null },
      warnings: [
        ...(first
          ? [
              {
                code: 'pages-without-text',
                message:
                  silent.length === 1
                    ? '1 page holds no text that can be read.'
                    : `${silent.length} pages hold no text that can be read.`,
                page: first.number,
              },
            ]
          : []),
        ...recognitionWarnings(pages),
        ...leftOutWarning(leftOut),
      ],
    }
  },
}
