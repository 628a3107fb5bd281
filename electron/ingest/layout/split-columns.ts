import type { Line, Segment } from './text-run.ts'

/** Lines read together from top to bottom: a page, or one column of a part of it. */
export interface Region {
  readonly lines: readonly Line[]
  readonly left: number
  readonly right: number
}

const MINIMUM_LINES = 4
const MAXIMUM_DEPTH = 4
/** A prose line fills this much of its column, and holds at least so many characters. */
const PROSE_FILL = 0.6
const PROSE_CHARACTERS = 18

interface Side {
  segments: { segment: Segment; baseline: number }[]
  left: number
  right: number
  top: number
  bottom: number
}

function sideOf(lines: readonly Line[], belongs: (segment: Segment) => boolean): Side {
  const side: Side = { segments: [], left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (const line of lines) {
    for (const segment of line.segments) {
      if (!belongs(segment)) continue
      side.segments.push({ segment, baseline: line.baseline })
      side.left = Math.min(side.left, segment.x)
      side.right = Math.max(side.right, segment.right)
      side.top = Math.min(side.top, line.baseline)
      side.bottom = Math.max(side.bottom, line.baseline)
    }
  }
  return side
}

/** A column of running text: most of its lines are long and reach well across it. */
function isProse(side: Side, regionWidth: number): boolean {
  const width = side.right - side.left
  if (side.segments.length < MINIMUM_LINES || width < 0.2 * regionWidth) return false
  const filled = side.segments.filter(
    ({ segment }) =>
      segment.right - segment.x >= PROSE_FILL * width && segment.text.length >= PROSE_CHARACTERS,
  )
  return filled.length >= 0.55 * side.segments.length
}

interface Split {
  start: number
  end: number
  gutter: number
  count: number
}

function crosses(line: Line, gutter: number): boolean {
  return line.segments.some((segment) => segment.x < gutter - 1 && segment.right > gutter + 1)
}

/** Left edges that many segments share, away from the left margin: where a second column may begin. */
function candidateGutters(region: Region): number[] {
  const width = region.right - region.left
  const counts = new Map<number, number>()
  for (const line of region.lines) {
    for (const segment of line.segments) {
      if (segment.x < region.left + 0.2 * width || segment.x > region.left + 0.85 * width) continue
      const bin = Math.round(segment.x / 4)
      counts.set(bin, (counts.get(bin) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, count]) => count >= MINIMUM_LINES)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([bin]) => bin * 4 - 4)
}

function trimmed(lines: readonly Line[], start: number, end: number, gutter: number): [number, number] {
  const left = sideOf(lines.slice(start, end), (segment) => segment.right <= gutter + 1)
  const right = sideOf(lines.slice(start, end), (segment) => segment.x >= gutter - 1)
  const size = lines[start]?.size ?? 10
  const top = Math.max(left.top, right.top) - 1.6 * size
  let first = start
  while (first < end && (lines[first]?.baseline ?? 0) < top) first += 1
  return [first, end]
}

function bestSplit(region: Region): Split | null {
  const width = region.right - region.left
  let best: Split | null = null
  for (const gutter of candidateGutters(region)) {
    let start = 0
    for (let index = 0; index <= region.lines.length; index += 1) {
      const line = region.lines[index]
      if (line && !crosses(line, gutter)) continue
      if (index - start >= MINIMUM_LINES) {
        const [first, end] = trimmed(region.lines, start, index, gutter)
        const band = region.lines.slice(first, end)
        const left = sideOf(band, (segment) => segment.right <= gutter + 1)
        const right = sideOf(band, (segment) => segment.x >= gutter - 1)
        const shared = Math.min(left.bottom, right.bottom) - Math.max(left.top, right.top)
        const shorter = Math.min(left.bottom - left.top, right.bottom - right.top)
        if (
          isProse(left, width) &&
          isProse(right, width) &&
          shared >= 0.6 * shorter &&
          (!best || band.length > best.count)
        )
          best = { start: first, end, gutter, count: band.length }
      }
      start = index + 1
    }
  }
  return best
}

function part(lines: readonly Line[], belongs: (segment: Segment) => boolean): Line[] {
  const kept: Line[] = []
  for (const line of lines) {
    const segments = line.segments.filter(belongs)
    const first = segments[0]
    if (!first) continue
    kept.push({
      segments,
      baseline: line.baseline,
      size: Math.max(...segments.map((segment) => segment.size)),
      x: first.x,
      right: Math.max(...segments.map((segment) => segment.right)),
    })
  }
  return kept
}

/** The region that just holds these lines. */
export function regionOf(lines: readonly Line[]): Region {
  let left = Infinity
  let right = -Infinity
  for (const line of lines) {
    left = Math.min(left, line.x)
    right = Math.max(right, line.right)
  }
  return { lines, left, right }
}

/**
 * Cuts a page into regions in reading order: columns of running text are read one after the other, everything
 * else (tables, agendas with a time column) stays together. A recursive X-Y cut (Nagy and Seth, 1984) that only
 * accepts a vertical cut when both sides are prose.
 */
export function splitColumns(lines: readonly Line[], depth = 0): Region[] {
  if (lines.length === 0) return []
  const region = regionOf(lines)
  if (lines.length < 2 * MINIMUM_LINES - 3 || depth >= MAXIMUM_DEPTH) return [region]
  const split = bestSplit(region)
  if (!split) return [region]
  const band = lines.slice(split.start, split.end)
  return [
    ...splitColumns(lines.slice(0, split.start), depth + 1),
    ...splitColumns(
      part(band, (segment) => segment.x < split.gutter - 1),
      depth + 1,
    ),
    ...splitColumns(
      part(band, (segment) => segment.x >= split.gutter - 1),
      depth + 1,
    ),
    ...splitColumns(lines.slice(split.end), depth + 1),
  ]
}
