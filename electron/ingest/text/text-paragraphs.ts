import type { TextBlock } from '../../../shared/model/document.ts'
import { startsNewItem } from '../layout/line-marks.ts'
import type { SourceLine } from './text-headings.ts'

/** Longer lines are no wrapped lines: the file keeps one paragraph a line. */
const WIDEST_WRAP = 120
const LONGEST_BLOCK = 20_000

/** Columns set by runs of spaces or by leaders become tabs. */
export function tabbed(line: string): string {
  return line
    .replaceAll(/\t+|[ \u00A0]{3,}|\.{5,}/g, '\t')
    .replaceAll(/ ?\t[\t ]*/g, '\t')
    .trim()
}

/**
 * The width at which the lines of one stretch were broken; 0 where they were not. Two lines alone say little, so
 * the width usual in the file judges them.
 */
export function wrapWidth(lines: readonly string[], usual = 0): number {
  const lengths = lines.map((line) => line.trimEnd().length)
  const widest = Math.max(0, ...lengths)
  if (widest > WIDEST_WRAP) return 0
  return lines.length < 3 ? Math.max(widest, usual) : widest
}

/** The commonest of the wrap widths of a file's longer stretches. */
export function usualWidth(lines: readonly string[]): number {
  const widths: number[] = []
  let stretch: string[] = []
  for (const line of [...lines, '']) {
    if (line.trim() !== '') {
      stretch.push(line)
      continue
    }
    const width = stretch.length >= 3 ? wrapWidth(stretch) : 0
    if (width >= 50) widths.push(width)
    stretch = []
  }
  widths.sort((a, b) => a - b)
  return widths[Math.floor(widths.length / 2)] ?? 0
}

const indentOf = (line: string): number => line.length - line.trimStart().length
const firstWord = (line: string): string => line.trimStart().split(/\s/, 1)[0] ?? ''

function continues(above: string, line: string, width: number): boolean {
  if (startsNewItem(line.trimStart())) return false
  const length = above.trimEnd().length
  if (length > WIDEST_WRAP || line.trimEnd().length > WIDEST_WRAP || width < 40) return false
  if (Math.abs(indentOf(line) - indentOf(above)) > 8) return false
  if (tabbed(above).includes('\t') && tabbed(line).includes('\t')) return false
  // A line on which the next word would have fitted was ended on purpose.
  return length + 1 + firstWord(line).length > width
}

export function textBlock(text: string, page: number, headingLevel: number | null): TextBlock {
  return {
    kind: 'text',
    page,
    text,
    marker: null,
    box: null,
    style: { fontSize: null, bold: false, italic: false, headingLevel, listLevel: null },
    furniture: null,
  }
}

function pieces(text: string): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > LONGEST_BLOCK) {
    const space = rest.lastIndexOf(' ', LONGEST_BLOCK)
    const at = space > LONGEST_BLOCK / 2 ? space : LONGEST_BLOCK
    parts.push(rest.slice(0, at))
    rest = rest.slice(at).trimStart()
  }
  return rest === '' ? parts : [...parts, rest]
}

function stretchFrom(lines: readonly SourceLine[], start: number): string[] {
  let end = start
  while (end < lines.length && (lines[end]?.text ?? '').trim() !== '') end += 1
  return lines.slice(start, end).map((line) => line.text)
}

/** Lines of one page to paragraphs: by blank lines, item starts, headings, and lines ended on purpose. */
export function textParagraphs(lines: readonly SourceLine[], page: number, usual: number): TextBlock[] {
  const blocks: TextBlock[] = []
  let open: string[] = []
  let above = ''
  let width = 0
  const flush = (): void => {
    const text = open.map(tabbed).join('\n')
    for (const piece of pieces(text)) blocks.push(textBlock(piece, page, null))
    open = []
  }
  for (const [at, line] of lines.entries()) {
    if (line.text.trim() === '') {
      flush()
      continue
    }
    if ((lines[at - 1]?.text ?? '').trim() === '') width = wrapWidth(stretchFrom(lines, at), usual)
    if (line.headingLevel !== null) {
      flush()
      blocks.push(textBlock(tabbed(line.text), page, line.headingLevel))
      continue
    }
    if (open.length > 0 && !continues(above, line.text, width)) flush()
    open.push(line.text)
    above = line.text
  }
  flush()
  return blocks
}
