import { isLineMarker, startsNewItem } from './line-marks.ts'

export interface CellLine {
  text: string
  x: number
  right: number
  size: number
  baseline: number
}

const firstWord = (text: string): string => text.split(' ', 1)[0] ?? ''

interface Ended {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly size: number
}

/** True when the first word of `text` would have fitted behind the line above: that was ended on purpose. */
export function wouldHaveFitted(above: Ended, text: string, columnRight: number): boolean {
  // A sentence that goes on in a small letter was broken by the margin.
  if (/^\p{Ll}\p{L}/u.test(text) && !/[.:;!?]$/.test(above.text)) return false
  const perCharacter = Math.max(0.5 * above.size, (above.right - above.x) / Math.max(above.text.length, 1))
  return columnRight - above.right > firstWord(text).length * perCharacter + 0.9 * above.size
}

/** Lines of a cell known by position alone: only a marker starts a line of its own. */
export function joinCellLines(lines: readonly Ended[], columnRight: number): string {
  let text = ''
  let above: Ended | undefined
  for (const line of lines) {
    if (!above) text = line.text
    else {
      const own = isLineMarker(firstWord(line.text)) && wouldHaveFitted(above, line.text, columnRight)
      text += own ? `\n${line.text}` : ` ${line.text}`
    }
    above = line
  }
  return text
}

/** Lines of a cell with drawn borders: wrapped lines are joined, lines ended on purpose stay lines. */
export function joinRuledCellLines(lines: readonly CellLine[], columnRight: number): string {
  let text = ''
  let above: CellLine | undefined
  for (const line of lines) {
    if (!above) text = line.text
    else {
      const apart = line.baseline - above.baseline > 1.75 * Math.max(line.size, above.size)
      const own = apart || startsNewItem(line.text) || wouldHaveFitted(above, line.text, columnRight)
      text += own ? `\n${line.text}` : ` ${line.text}`
    }
    above = line
  }
  return text
}
