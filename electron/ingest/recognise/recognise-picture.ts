import { inkShare, turnPicture } from './gray-picture.ts'
import type { GrayPicture } from './gray-picture.ts'
import { parseHocr } from './parse-hocr.ts'
import type { RecognisedText, RecognisedWord } from './parse-hocr.ts'
import type { TextEngine } from './text-engine.ts'

/** Less ink than this is a blank sheet. */
const BLANK_INK = 0.0002
// Of a page that stands upright: words of three letters and more are mostly sure, and there are some of them.
const SURE = 0.72
const FEW_LETTERS = 24
/** So much is found at least in text that lies on its side; less is a photograph. */
const SOME_WORDS = 4
/** A word of four letters and more is this much higher than wide only where it runs up or down. */
const TALL = 1.3

export interface RecognisedPicture extends RecognisedText {
  /** As it was read: turned upright. */
  readonly picture: GrayPicture
  /** Quarter turns clockwise that set it upright. */
  readonly turns: number
}

const lettersIn = (text: string): number => text.replaceAll(/[^\p{L}\p{N}]/gu, '').length

export const wordsOf = ({ lines }: RecognisedText): RecognisedWord[] => lines.flatMap(({ words }) => words)

interface Judgement {
  /** Letters of words of some length that run across the picture, and how sure the engine is of them. */
  readonly letters: number
  readonly confidence: number
  /** Quarter turns that set words upright which run up or down; null where most run across. */
  readonly turnsBack: number | null
}

/** The engine reads words that run up or down too, but as lines they make no sense until they are turned. */
function judge(text: RecognisedText): Judgement {
  let letters = 0
  let sum = 0
  let upDown = 0
  let falling = 0
  for (const { words } of text.lines) {
    let before: RecognisedWord | null = null
    for (const word of words) {
      const count = lettersIn(word.text)
      if (count < 3) continue
      if (count > 3 && word.bottom - word.top > TALL * (word.right - word.left)) {
        upDown += count
        if (before) falling += word.top > before.top ? 1 : -1
        before = word
      } else {
        letters += count
        sum += count * word.confidence
      }
    }
  }
  const turnsBack = upDown > letters ? (falling >= 0 ? 3 : 1) : null
  return { letters, confidence: letters === 0 ? 0 : sum / letters, turnsBack }
}

/**
 * Reads a picture of a page. One that makes little sense is tried on its sides and upside down, and the way that
 * gives most is taken; `firstTurns` is how the page before lay. Null for a blank sheet.
 */
export function recognisePicture(
  engine: TextEngine,
  picture: GrayPicture,
  dotsPerInch: number,
  firstTurns: number,
): RecognisedPicture | null {
  if (inkShare(picture) < BLANK_INK) return null
  const left = [firstTurns, ...[0, 1, 3, 2].filter((turns) => turns !== firstTurns)]
  let best: { read: RecognisedPicture; score: number } | null = null
  for (let turns = left.shift(); turns !== undefined; turns = left.shift()) {
    const turned = turnPicture(picture, turns)
    const text = parseHocr(engine.read(turned, dotsPerInch))
    const { letters, confidence, turnsBack } = judge(text)
    const read = { ...text, picture: turned, turns }
    if (turnsBack === null && letters >= FEW_LETTERS && confidence >= SURE) return read
    const score = letters * confidence ** 3
    if (!best || score > best.score) best = { read, score }
    if (left.length === 3 && wordsOf(text).length < SOME_WORDS) break
    const next = turnsBack === null ? -1 : left.indexOf((turns + turnsBack) % 4)
    if (next > 0) left.unshift(...left.splice(next, 1))
  }
  return best?.read ?? null
}
