import type { TextBlock } from '../../../shared/model/document.ts'
import { startsNewItem } from './line-marks.ts'
import type { Line } from './text-run.ts'

// Ems: a gap this wide inside a line was a tab stop or a column, below it a stretched word space.
const TAB_GAP = 1.6

/** The line's words; wide gaps become tabs. */
export function lineText(line: Line): string {
  let text = ''
  let right = 0
  line.segments.forEach((segment, index) => {
    if (index > 0) text += segment.x - right > TAB_GAP * segment.size ? '\t' : ' '
    text += segment.text
    right = segment.right
  })
  return text.replaceAll(/\s?[.…]{4,}\s?|(?:\s\.){4,}\s?/g, '\t')
}

function boldShare(line: Line): number {
  let part = 0
  let all = 0
  for (const segment of line.segments) {
    part += segment.boldCharacters
    all += segment.characters
  }
  return all === 0 ? 0 : part / all
}

/** The commonest distance between baselines for text of each size, in ems. */
function usualLeading(lines: readonly Line[]): number {
  const gaps: number[] = []
  for (let index = 1; index < lines.length; index += 1) {
    const line = lines[index]
    const above = lines[index - 1]
    if (!line || !above || Math.abs(line.size - above.size) > 0.6) continue
    const gap = (line.baseline - above.baseline) / line.size
    if (gap > 0.8 && gap < 2.4) gaps.push(gap)
  }
  if (gaps.length === 0) return 1.2
  gaps.sort((a, b) => a - b)
  // The lower third: paragraph gaps are larger than line gaps.
  return gaps[Math.floor(gaps.length / 3)] ?? 1.2
}

/** True when the next line's first word would have fitted on the line above: it was ended on purpose. */
function endedOnPurpose(above: Line, line: Line, right: number): boolean {
  const word = line.segments[0]?.text.split(' ', 1)[0] ?? ''
  const segment = line.segments[0]
  const perCharacter =
    segment && segment.text.length > 4 ? (segment.right - segment.x) / segment.text.length : 0.5 * line.size
  return right - above.right > word.length * perCharacter + 1.1 * line.size
}

/** A sentence that goes on: no stop above, a small letter below, and the line above is no short one. */
function runsOn(above: Line, text: string, right: number): boolean {
  return (
    /^\p{Ll}/u.test(text) &&
    !/[.:;!?]$/.test(above.segments.at(-1)?.text ?? '') &&
    right - above.right < 0.35 * (right - above.x)
  )
}

function continues(above: Line, line: Line, leading: number, right: number, text: string): boolean {
  const gap = (line.baseline - above.baseline) / Math.max(line.size, above.size)
  if (gap > Math.max(leading * 1.3, leading + 0.22) || gap < 0.3) return false
  if (Math.abs(line.size - above.size) > 0.12 * above.size) return false
  if (boldShare(above) > 0.8 !== boldShare(line) > 0.8) return false
  if (startsNewItem(text)) return false
  if (
    line.segments.length > 1 &&
    line.segments.some((s, at) => at > 0 && s.x - (line.segments[at - 1]?.right ?? 0) > 3 * s.size)
  )
    return false
  if (
    above.segments.length > 1 &&
    above.segments.some((s, at) => at > 0 && s.x - (above.segments[at - 1]?.right ?? 0) > 3 * s.size) &&
    line.x < (above.segments[1]?.x ?? 0) - 2
  )
    return false
  if (runsOn(above, text, right)) return true
  return !endedOnPurpose(above, line, right)
}

export function blockOfLines(lines: readonly Line[], page: number, upright: boolean): TextBlock {
  const first = lines[0]
  const last = lines.at(-1)
  const sizes = new Map<number, number>()
  let bold = 0
  let italic = 0
  let all = 0
  for (const line of lines) {
    for (const segment of line.segments) {
      sizes.set(segment.size, (sizes.get(segment.size) ?? 0) + segment.characters)
      bold += segment.boldCharacters
      italic += segment.italicCharacters
      all += segment.characters
    }
  }
  const size = [...sizes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
  const x = Math.min(...lines.map((line) => line.x))
  const right = Math.max(...lines.map((line) => line.right))
  const top = (first?.baseline ?? 0) - (first?.size ?? 0)
  const bottom = (last?.baseline ?? 0) + 0.25 * (last?.size ?? 0)
  // A soft hyphen at a line's end is the one break that surely is none.
  const text = lines.map(lineText).join('\n').replaceAll('\u00AD\n', '').replaceAll('\u00AD', '')
  const leadIn = first?.segments[0]?.boldStart ?? 0
  return {
    kind: 'text',
    page,
    text,
    marker: null,
    box: upright ? { x, y: top, width: right - x, height: bottom - top } : null,
    style: {
      fontSize: size,
      bold: bold > 0.8 * all,
      italic: italic > 0.8 * all,
      headingLevel: null,
      listLevel: null,
      // A whole first line in bold is a heading of its own look, not the beginning of its sentence.
      ...(leadIn > 0 && leadIn < (first?.segments[0]?.text.length ?? 0) && bold <= 0.8 * all
        ? { leadIn }
        : {}),
    },
    furniture: null,
  }
}

const marginKey = (line: Line): number => Math.round((line.segments.at(-1)?.x ?? line.x) / 4)

/**
 * The right margin of the text around each line: that of the lines with the same left edge, where there are enough
 * of them and they are no narrow list, else the region's.
 */
function rightMargins(lines: readonly Line[], left: number, right: number): (line: Line) => number {
  const clusters = new Map<number, { count: number; right: number }>()
  for (const line of lines) {
    const key = marginKey(line)
    const cluster = clusters.get(key) ?? { count: 0, right: -Infinity }
    clusters.set(key, { count: cluster.count + 1, right: Math.max(cluster.right, line.right) })
  }
  return (line) => {
    const key = marginKey(line)
    const near = [clusters.get(key - 1), clusters.get(key), clusters.get(key + 1)].filter(
      (c) => c !== undefined,
    )
    const count = near.reduce((sum, cluster) => sum + cluster.count, 0)
    const own = Math.max(...near.map((cluster) => cluster.right))
    return count >= 4 && own - line.x >= 0.5 * (right - left) ? own : right
  }
}

/** A hanging indent sets two left edges in one flow of text, with one right margin. */
function marginBetween(above: Line, line: Line, marginOf: (line: Line) => number): number {
  const hangs = Math.abs(above.x - line.x) < 4 * line.size
  const margin = hangs ? Math.min(marginOf(above), marginOf(line)) : marginOf(above)
  return Math.max(margin, above.right)
}

/** Lines of one region to paragraphs: by leading, size, weight, indent, item starts and lines ended on purpose. */
export function buildParagraphs(
  lines: readonly Line[],
  right: number,
  page: number,
  upright: boolean,
): TextBlock[] {
  const leading = usualLeading(lines)
  const left = Math.min(...lines.map((line) => line.x))
  const marginOf = rightMargins(lines, left, right)
  const groups: Line[][] = []
  for (const line of lines) {
    const current = groups.at(-1)
    const above = current?.at(-1)
    const margin = above ? marginBetween(above, line, marginOf) : right
    if (current && above && continues(above, line, leading, margin, lineText(line))) current.push(line)
    else groups.push([line])
  }
  return groups.map((group) => blockOfLines(group, page, upright))
}
