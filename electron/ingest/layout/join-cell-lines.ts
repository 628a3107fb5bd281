import { isLineMarker, startsNewItem } from './line-marks.ts'

export interface CellLine {
  text: string
  x: number
  right: number
  size: number
  baseline: number
}

const firstWord = (text: string): string => text.split(' ', 1)[0] ?? ''

function wouldHaveFitted(above: { right: number; size: number }, text: string, columnRight: number): boolean {
  return columnRight - above.right > (firstWord(text).length * 0.55 + 0.6) * above.size
}

/** Lines of a cell known by position alone: only a marker starts a line of its own. */
export function joinCellLines(
  lines: readonly { text: string; right: number; size: number }[],
  columnRight: number,
): string {
  let text = ''
  let above: { right: number; size: number } | undefined
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
