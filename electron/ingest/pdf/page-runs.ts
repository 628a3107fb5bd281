import type { TextRun } from '../layout/text-run.ts'
import type { PdfTextContent } from './pdf-engine.ts'

export interface FontLook {
  readonly bold: boolean
  readonly italic: boolean
}

/** Runs of a page by the quarter turns (clockwise) their text is set at; 0 is upright. */
export type RunsByTurn = ReadonlyMap<number, readonly TextRun[]>

type Matrix = readonly number[]

/** The product of two transformation matrices, the second applied first. */
export function multiply(m: Matrix, n: Matrix): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Turns a point back by quarter turns, so that turned text can be laid out like upright text. */
export function turnBack(x: number, y: number, turn: number): [number, number] {
  if (turn === 1) return [y, -x]
  if (turn === 2) return [-x, -y]
  if (turn === 3) return [-y, x]
  return [x, y]
}

const ODD_SPACE = /[\t\n\r\u00A0\u2000-\u200A\u202F\u205F\u3000]/g
const NOT_TEXT = /[\p{Cc}\u200B\uFEFF\uFFFE\uFFFF]/gu

/** Null characters and other controls have no place in text; odd spaces are spaces. */
export function cleanText(text: string): string {
  return text.replaceAll(ODD_SPACE, ' ').replaceAll(NOT_TEXT, '')
}

/** Text content of a page, as pdf.js gives it, to runs in points from the top left corner. */
export function runsOfPage(
  content: PdfTextContent,
  viewport: Matrix,
  looks: ReadonlyMap<string, FontLook>,
): RunsByTurn {
  const byTurn = new Map<number, TextRun[]>()
  let spaceBefore = false
  for (const item of content.items) {
    if (!('str' in item)) continue
    const text = cleanText(item.str)
    if (text.trim() === '') {
      spaceBefore ||= item.str !== '' || item.hasEOL
      continue
    }
    const m = multiply(viewport, item.transform)
    const size = Math.hypot(m[2] ?? 0, m[3] ?? 0)
    if (!(size > 0.5) || !Number.isFinite(m[4] ?? Number.NaN) || !Number.isFinite(m[5] ?? Number.NaN))
      continue
    const turn = (Math.round(Math.atan2(m[1] ?? 0, m[0] ?? 1) / (Math.PI / 2)) + 4) % 4
    const [x, baseline] = turnBack(m[4] ?? 0, m[5] ?? 0, turn)
    const look = looks.get(item.fontName)
    const run: TextRun = {
      text,
      x,
      baseline,
      width: item.width,
      size,
      bold: look?.bold ?? false,
      italic: look?.italic ?? false,
      spaceBefore,
    }
    const runs = byTurn.get(turn)
    if (runs) runs.push(run)
    else byTurn.set(turn, [run])
    spaceBefore = item.hasEOL || item.str.endsWith(' ')
  }
  return byTurn
}
