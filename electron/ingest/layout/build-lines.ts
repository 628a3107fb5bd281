import type { Line, Rule, Segment, TextRun } from './text-run.ts'

// In ems of the run's size. Words of justified text stay under one em apart; table columns seldom do.
const SAME_BASELINE = 0.33
const SCRIPT_REACH = 0.65
const WORD_GAP = 0.12
const SEGMENT_GAP = 1

/** Three or more dots in a row set as a leader to the next column. */
const LEADER = /^[.·…_\s]{3,}$/

interface OpenLine {
  runs: TextRun[]
  baseline: number
  size: number
}

function clusterByBaseline(runs: readonly TextRun[]): OpenLine[] {
  const sorted = runs.toSorted((a, b) => a.baseline - b.baseline || a.x - b.x)
  const lines: OpenLine[] = []
  for (const run of sorted) {
    const last = lines.at(-1)
    if (last && Math.abs(run.baseline - last.baseline) <= SAME_BASELINE * Math.min(run.size, last.size)) {
      last.runs.push(run)
      if (run.size > last.size) {
        last.size = run.size
        last.baseline = run.baseline
      }
    } else {
      lines.push({ runs: [run], baseline: run.baseline, size: run.size })
    }
  }
  return lines
}

function touches(script: TextRun, line: OpenLine): boolean {
  return line.runs.some((run) => {
    const after = script.x - (run.x + run.width)
    const before = run.x - (script.x + script.width)
    return (
      (after > -0.3 * run.size && after < 0.4 * run.size) ||
      (before > -0.3 * run.size && before < 0.4 * run.size)
    )
  })
}

/** A superscript or subscript stands on a baseline of its own; it belongs to the larger line it touches. */
function joinScripts(lines: readonly OpenLine[]): OpenLine[] {
  const joined: OpenLine[] = []
  const taken = new Set<OpenLine>()
  lines.forEach((line, index) => {
    for (const neighbour of [lines[index + 1], lines[index - 1]]) {
      if (!neighbour || taken.has(line) || line.size > 0.8 * neighbour.size) continue
      if (Math.abs(line.baseline - neighbour.baseline) > SCRIPT_REACH * neighbour.size) continue
      if (!line.runs.every((run) => touches(run, neighbour))) continue
      neighbour.runs.push(...line.runs)
      taken.add(line)
    }
  })
  for (const line of lines) if (!taken.has(line)) joined.push(line)
  return joined
}

/** Bold is sometimes faked by setting the same text twice, a hair apart. */
function withoutOverprints(sorted: readonly TextRun[]): TextRun[] {
  const kept: TextRun[] = []
  for (const run of sorted) {
    const recent = kept.slice(-4)
    const twin = recent.some((k) => k.text === run.text && Math.abs(k.x - run.x) < 0.25 * run.size)
    if (!twin) kept.push(run)
  }
  return kept
}

/** "th" raised behind "11" follows without a space, though the file moved the pen for it. */
function isScript(previous: TextRun, run: TextRun, gap: number): boolean {
  return (
    run.size < 0.85 * previous.size &&
    run.baseline < previous.baseline - 0.1 * previous.size &&
    gap < 0.08 * previous.size
  )
}

function segmentOf(runs: readonly TextRun[]): Segment {
  let text = ''
  let right = -Infinity
  let previous: TextRun | undefined
  let characters = 0
  let boldCharacters = 0
  let italicCharacters = 0
  let boldStart = 0
  let inBoldStart = true
  const sizes = new Map<number, number>()
  for (const run of runs) {
    if (previous) {
      const gap = run.x - right
      const apart =
        gap > WORD_GAP * Math.max(run.size, previous.size) ||
        (run.spaceBefore && gap > -0.5 * run.size && !isScript(previous, run, gap))
      if (apart && !text.endsWith(' ') && !run.text.startsWith(' ')) text += ' '
    }
    text += run.text
    right = Math.max(right, run.x + run.width)
    const count = run.text.length
    characters += count
    if (run.bold) {
      boldCharacters += count
      if (inBoldStart) boldStart = text.trim().length
    } else if (run.text.trim() !== '') inBoldStart = false
    if (run.italic) italicCharacters += count
    const size = Math.round(run.size * 2) / 2
    sizes.set(size, (sizes.get(size) ?? 0) + count)
    previous = run
  }
  const size = [...sizes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  return {
    text: text.trim(),
    x: runs[0]?.x ?? 0,
    right,
    size,
    characters,
    boldCharacters,
    italicCharacters,
    boldStart,
  }
}

/** A border drawn between two runs parts them however near they stand. */
function isParted(verticals: readonly Rule[], line: OpenLine, right: number, x: number): boolean {
  const middle = line.baseline - 0.3 * line.size
  return verticals.some(
    (rule) => rule.at > right - 1.5 && rule.at < x + 1.5 && rule.from <= middle && rule.to >= middle,
  )
}

function segmentsOf(line: OpenLine, verticals: readonly Rule[]): Segment[] {
  const sorted = withoutOverprints(line.runs.toSorted((a, b) => a.x - b.x))
  const groups: TextRun[][] = []
  let right = -Infinity
  let leader = false
  for (const run of sorted) {
    const isLeader = LEADER.test(run.text) && run.text.trim().length > 2
    const current = groups.at(-1)
    if (isLeader && current) {
      leader = true
      right = Math.max(right, run.x + run.width)
      continue
    }
    const wide = run.x - right > SEGMENT_GAP * Math.min(run.size, line.size)
    const parted = current !== undefined && verticals.length > 0 && isParted(verticals, line, right, run.x)
    if (!current || wide || leader || parted) groups.push([run])
    else current.push(run)
    leader = false
    right = Math.max(current && !wide && !parted ? right : -Infinity, run.x + run.width)
  }
  return groups.map(segmentOf).filter((segment) => segment.text !== '')
}

/** Text runs of one page to its lines, top to bottom, each cut at its wide gaps and at drawn borders. */
export function buildLines(runs: readonly TextRun[], rules: readonly Rule[] = []): Line[] {
  const verticals = rules.filter((rule) => rule.direction === 'vertical')
  const lines: Line[] = []
  for (const open of joinScripts(clusterByBaseline(runs))) {
    const segments = segmentsOf(open, verticals)
    const first = segments[0]
    if (!first) continue
    const right = Math.max(...segments.map((segment) => segment.right))
    const size = Math.max(...segments.map((segment) => segment.size))
    lines.push({ segments, baseline: open.baseline, size, x: first.x, right })
  }
  return lines
}
