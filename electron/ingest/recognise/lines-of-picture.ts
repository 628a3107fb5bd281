import { buildLines } from '../layout/build-lines.ts'
import type { Line, Rule, TextRun } from '../layout/text-run.ts'
import { strokeLength } from './gray-picture.ts'
import type { PixelBox } from './gray-picture.ts'
import type { RecognisedLine, RecognisedWord } from './parse-hocr.ts'
import type { RecognisedPicture } from './recognise-picture.ts'

/** A word where it stands on the page, in points from the top left corner. */
export interface PlacedWord {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly letters: number
  readonly confidence: number
}

export interface PictureLines {
  readonly lines: readonly Line[]
  readonly rules: readonly Rule[]
  readonly words: readonly PlacedWord[]
  /** Mean over letters, 0 to 1. */
  readonly confidence: number
}

/** From lowest descender to highest ascender is a little less than the size of type. */
const EMS_OF_HEIGHT = 0.93
/** Heights measured from pixels scatter by so much around one size of type. */
const SAME_SIZE = 0.16
/** Strokes of bold type against those of the page's usual type, for the same size. */
const BOLD = 1.32
/** Marks that borders, specks and folds are read as. */
const SPECK = /^[|_~=—[\]{}'‘’`´"“”\\/«»<>.,:;^¦!*°]+$/u
const UNSURE = 0.3
/** What a round bullet is read as at the start of a line. */
const BULLET = /^[e©®¢°»¥«•*oO0]$/u
const BULLET_GAP = 0.35

const lettersIn = (text: string): number => text.replaceAll(/[^\p{L}\p{N}]/gu, '').length

/** The middle value, each counted by its weight. */
function weightedMedian(values: readonly (readonly [value: number, weight: number])[]): number | null {
  const sorted = values.toSorted((a, b) => a[0] - b[0])
  const half = sorted.reduce((sum, [, weight]) => sum + weight, 0) / 2
  let seen = 0
  for (const [value, weight] of sorted) {
    seen += weight
    if (seen >= half) return value
  }
  return null
}

const isSpeck = ({ text, confidence }: RecognisedWord): boolean =>
  SPECK.test(text) || (confidence < UNSURE && lettersIn(text) < 2)

const weightOf = (line: RecognisedLine): number =>
  line.words.reduce((sum, { text }) => sum + lettersIn(text), 0)

/** A lone letter that stands off before a line's words is its bullet. */
function withBullet(words: readonly RecognisedWord[], height: number): readonly RecognisedWord[] {
  const [first, second] = words
  if (!first || !second || !BULLET.test(first.text)) return words
  if (second.left - first.right < BULLET_GAP * height) return words
  return [{ ...first, text: '•' }, ...words.slice(1)]
}

function rulesOf(separators: readonly PixelBox[], scale: number): Rule[] {
  return separators.map(({ left, top, right, bottom }) => {
    const isHorizontal = right - left >= bottom - top
    return isHorizontal
      ? { direction: 'horizontal', at: (top + bottom) / 2 / scale, from: left / scale, to: right / scale }
      : { direction: 'vertical', at: (left + right) / 2 / scale, from: top / scale, to: bottom / scale }
  })
}

/**
 * A picture's words as lines for the layout, in points (`scale` is pixels per point). A small slant is taken out,
 * sizes of type are brought together, and thick strokes are bold.
 */
export function linesOfPicture(read: RecognisedPicture, scale: number): PictureLines {
  const { picture } = read
  const lines = read.lines.flatMap((line): RecognisedLine[] => {
    const words = withBullet(
      line.words.filter((word) => !isSpeck(word)),
      line.height,
    )
    return words.length === 0 ? [] : [{ ...line, words }]
  })
  const slope = weightedMedian(lines.map((line) => [line.slope, line.right - line.left])) ?? 0
  const usual = weightedMedian(lines.map((line) => [line.height, weightOf(line)])) ?? 1
  const heightOf = (line: RecognisedLine): number =>
    Math.abs(line.height - usual) <= SAME_SIZE * usual ? usual : line.height
  const sizeOf = (line: RecognisedLine): number => {
    const size = heightOf(line) / EMS_OF_HEIGHT / scale
    return Math.max(1, Math.round(2 * size) / 2)
  }
  const strokes = new Map<RecognisedWord, number>()
  for (const line of lines) {
    for (const word of line.words) {
      const length = lettersIn(word.text) < 2 ? null : strokeLength(picture, word)
      if (length !== null) strokes.set(word, length / heightOf(line))
    }
  }
  const stroke = weightedMedian([...strokes].map(([word, length]) => [length, lettersIn(word.text)])) ?? 1
  const middle = { x: picture.width / 2, y: picture.height / 2 }

  const runs: TextRun[] = []
  const words: PlacedWord[] = []
  for (const line of lines) {
    const size = sizeOf(line)
    for (const word of line.words) {
      const centre = (word.left + word.right) / 2
      const baseline = line.baseline + line.slope * (centre - line.left)
      const x = (word.left + slope * (baseline - middle.y)) / scale
      const y = (baseline - slope * (centre - middle.x)) / scale
      const width = (word.right - word.left) / scale
      const { text, confidence } = word
      runs.push({
        text,
        x,
        baseline: y,
        width,
        size,
        bold: (strokes.get(word) ?? 0) > BOLD * stroke,
        italic: false,
        spaceBefore: true,
      })
      const height = (word.bottom - word.top) / scale
      words.push({ x, y: y - height, width, height, letters: Math.max(1, lettersIn(text)), confidence })
    }
  }
  const letters = words.reduce((sum, word) => sum + word.letters, 0)
  const sure = words.reduce((sum, word) => sum + word.letters * word.confidence, 0)
  const rules = rulesOf(read.separators, scale)
  return { lines: buildLines(runs, rules), rules, words, confidence: letters === 0 ? 0 : sure / letters }
}
