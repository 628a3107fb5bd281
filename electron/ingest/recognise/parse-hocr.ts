import type { PixelBox } from './gray-picture.ts'

export interface RecognisedWord extends PixelBox {
  readonly text: string
  /** 0 to 1, as the engine says of itself. */
  readonly confidence: number
}

/** A line as the engine found it; pixels from the top left corner. */
export interface RecognisedLine extends PixelBox {
  readonly words: readonly RecognisedWord[]
  /** How far the baseline falls per pixel to the right. */
  readonly slope: number
  /** Where the baseline starts, at `left`. */
  readonly baseline: number
  /** From the lowest descender to the highest ascender. */
  readonly height: number
}

export interface RecognisedText {
  readonly lines: readonly RecognisedLine[]
  /** Drawn lines: table borders and the like. */
  readonly separators: readonly PixelBox[]
}

const LINE = /<span class=["']ocr_(?:line|header|caption|textfloat)["']/
const WORD = /<span class=["']ocrx_word["']/
const SEPARATOR = /<div class=["']ocr_separator["']/
const TITLE = /title=(?:"([^"]*)"|'([^']*)')/
const MOST_WORD_CHARACTERS = 200

function propertiesOf(markup: string): ReadonlyMap<string, readonly number[]> {
  const title = TITLE.exec(markup)
  const entries = (title?.[1] ?? title?.[2] ?? '').split(';').map((part) => part.trim().split(' '))
  return new Map(entries.map(([name = '', ...values]) => [name, values.map(Number)]))
}

function boxOf(properties: ReadonlyMap<string, readonly number[]>): PixelBox | null {
  const [left = Number.NaN, top = Number.NaN, right = Number.NaN, bottom = Number.NaN] =
    properties.get('bbox') ?? []
  const box = { left, top, right, bottom }
  return Object.values(box).every(Number.isFinite) ? box : null
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
])

function textOf(markup: string): string {
  const start = markup.indexOf('>', markup.search(WORD))
  const end = markup.indexOf('</span>', start)
  const inner = markup.slice(start + 1, end === -1 ? undefined : end)
  return inner
    .replaceAll(/<\/?(?:strong|em)>/g, '')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES.get(entity) ?? entity)
    .trim()
    .slice(0, MOST_WORD_CHARACTERS)
}

/** Lines, words and drawn lines from the engine's hOCR, which has one element to a line of markup. */
export function parseHocr(hocr: string): RecognisedText {
  const lines: (RecognisedLine & { words: RecognisedWord[] })[] = []
  const separators: PixelBox[] = []
  let isUpright = false
  for (const markup of hocr.split('\n')) {
    const isLine = LINE.test(markup)
    const isWord = !isLine && WORD.test(markup)
    const isSeparator = !isLine && !isWord && SEPARATOR.test(markup)
    if (!isLine && !isWord && !isSeparator) continue
    const properties = propertiesOf(markup)
    const box = boxOf(properties)
    if (!box) continue
    if (isSeparator) separators.push(box)
    else if (isLine) {
      isUpright = (properties.get('textangle')?.[0] ?? 0) === 0
      const [slope = 0, offset = 0] = properties.get('baseline') ?? []
      const height = properties.get('x_size')?.[0] ?? box.bottom - box.top
      if (isUpright) lines.push({ ...box, words: [], slope, baseline: box.bottom + offset, height })
    } else if (isUpright) {
      const text = textOf(markup)
      const confidence = Math.min(1, Math.max(0, (properties.get('x_wconf')?.[0] ?? 0) / 100))
      if (text !== '') lines.at(-1)?.words.push({ ...box, text, confidence })
    }
  }
  return { lines: lines.filter(({ words }) => words.length > 0), separators }
}
