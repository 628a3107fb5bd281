import type { DocumentKind } from '../../../model/analysis.ts'
import type { HeadingClass } from './heading-class.ts'
import { numberedClasses, styledClasses } from './heading-class.ts'
import { itemRole } from './known-titles.ts'
import type { TitleProbe } from './title-probe.ts'
import { wordCount } from './title-shape.ts'

const LEAST_SCORE = 6

/** The class of lines that are likeliest the titles of the top level, with its score; null where none is. */
export function topClass(
  probes: readonly TitleProbe[],
  kind: DocumentKind,
  bodySize: number | null,
): { candidate: HeadingClass; score: number } | null {
  const classes = [...numberedClasses(probes, { restarts: true }), ...styledClasses(probes, bodySize)]
  let best: HeadingClass | null = null
  let bestScore = 0
  for (const candidate of classes) {
    const score = scoreClass(candidate, kind)
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  if (!best || bestScore < LEAST_SCORE) {
    const list = classes.find((candidate) => isPlainList(candidate, kind))
    return list ? { candidate: list, score: LEAST_SCORE } : null
  }
  return { candidate: enclosing(best, classes) ?? best, score: bestScore }
}

/**
 * The list whose every entry opens a new run of `inner` ("1. Procedural: A, B, C. 2. Reports: A, B"): that one is the top
 * level, however few of its titles are familiar. Null where `inner` does not start again, or nothing stands between.
 */
function enclosing(inner: HeadingClass, classes: readonly HeadingClass[]): HeadingClass | null {
  if (!inner.name.startsWith('number:')) return null
  const runs: { from: number; to: number }[] = []
  for (const probe of inner.members) {
    if (inner.numbers.get(probe.at)?.values[0] === 1 || runs.length === 0)
      runs.push({ from: probe.at, to: probe.at })
    const open = runs.at(-1)
    if (open) open.to = probe.at
  }
  if (runs.length < 3) return null
  const outer = classes.find((candidate) => {
    if (candidate === inner || !candidate.name.startsWith('number:')) return false
    const at = candidate.members.map((p) => p.at)
    const values = candidate.members.map((p) => candidate.numbers.get(p.at)?.values[0] ?? 0)
    if (values[0] !== 1 || values.filter((v, i) => i > 0 && v <= (values[i - 1] ?? 0)).length > 1)
      return false
    if (candidate.members.some((p) => p.shape < 0 && !p.known)) return false
    const { opened, inside } = countOpened(runs, at)
    return opened >= runs.length * 0.85 && inside <= at.length * 0.4
  })
  return outer ?? null
}

/** How many runs have one of `at` between the run before and their own beginning, and how many of `at` stand in runs. */
function countOpened(
  runs: readonly { from: number; to: number }[],
  at: readonly number[],
): { opened: number; inside: number } {
  let opened = 0
  let inside = 0
  let next = 0
  for (const run of runs) {
    const before = next
    while ((at[next] ?? Number.POSITIVE_INFINITY) < run.from) next += 1
    if (next > before) opened += 1
    while ((at[next] ?? Number.POSITIVE_INFINITY) < run.to) {
      next += 1
      inside += 1
    }
  }
  return { opened, inside }
}

/** A short meeting's items: 1, 2, 3, each opening a paragraph with a few words, though none is a familiar title. */
function isPlainList(candidate: HeadingClass, kind: DocumentKind): boolean {
  if (candidate.name !== 'number:decimal1' || (kind !== 'minutes' && kind !== 'agenda')) return false
  const { members } = candidate
  const known = members.filter((p) => p.known).length
  if (members.length < (known > 0 ? 2 : 3)) return false
  return members.every(
    (p, i) =>
      candidate.numbers.get(p.at)?.values[0] === i + 1 &&
      p.opens &&
      !p.line.unfolded &&
      (p.known || (p.shape >= 0.5 && wordCount(p.parts.title) <= 10)),
  )
}

/** Known titles and times speak for a class; prose, lists of names and a late beginning against it. */
function scoreClass(candidate: HeadingClass, kind: DocumentKind): number {
  let known = 0
  let timed = 0
  let prose = 0
  let other = 0
  const said = new Map<string, number>()
  let again = 0
  for (const probe of candidate.members) {
    // "Discussion" under every item is no title of its own.
    const key = probe.parts.title.toLowerCase()
    const times = (said.get(key) ?? 0) + 1
    said.set(key, times)
    if (times > 2 && !candidate.name.startsWith('number:')) {
      again += times === 3 ? 3 : 1
      continue
    }
    if (probe.container || (probe.notItem && !probe.known)) continue
    if (probe.known) known += 1
    if (probe.timed) timed += 1
    if (probe.shape < 0) prose += 1
    else if (!probe.known && !probe.timed) other += Math.max(0.2, probe.shape)
  }
  if (again > 2 && again * 2 >= candidate.members.length) return 0
  let score = known * 3 + timed * 2.2 - prose * 0.7 + Math.min(other, 12) * 0.35
  if (candidate.name.startsWith('number:')) {
    if (candidate.members.length < 2) return 0
    const steps = candidate.members.length - 1
    score += Math.min(steps, 12) * (known + timed > 0 || kind === 'agenda' ? 0.9 : 0.3)
    const set = candidate.members.every((p) => p.line.bold || p.line.headingLevel !== null)
    if (candidate.name.includes('dated') && candidate.members.length >= (set ? 2 : 4)) score += set ? 6 : 4
  } else if (candidate.name.startsWith('level:')) score += known > 0 ? 3 : 1
  else if (candidate.name === 'bold-caps') score += 1.2
  else if (candidate.name === 'bold') score += 1
  else if (candidate.name === 'large') score += 2
  else if (candidate.name === 'referenced') score += candidate.members.length >= 5 ? 4 : 0
  else if (candidate.name.startsWith('bullet')) score -= 3 + other * 0.4
  // Where nearly every heading ends with a colon, that is how this author writes headings.
  else if (candidate.name === 'colon-alone') score += known >= 3 && prose === 0 ? 2 : -other * 0.5
  else if (candidate.name === 'alone' || candidate.name === 'colon') score -= other * 0.5
  if (!candidate.name.startsWith('number:') && known + timed < 2) {
    // Headings that the author marked as such are titles even where none is a familiar one.
    const own = candidate.members.filter((p) => !p.container && !p.notItem).length
    return candidate.name.startsWith('level:') && (other + known >= 2 || (known > 0 && own >= 2))
      ? Math.max(score, LEAST_SCORE)
      : 0
  }
  return score
}

/** Which members of the chosen class are items. */
export function topMembers(
  top: HeadingClass,
  kind: DocumentKind,
  probes: readonly TitleProbe[],
  underAgenda: boolean,
): TitleProbe[] {
  const numbered = top.name.startsWith('number:')
  let members = top.members.filter((p, i) => {
    if (p.parts.title === '' || /^none\.?$/i.test(p.parts.title)) return false
    // "Agenda" among items of its own look is one; with titles below it, it is their container.
    if (p.container) return numbered || (i > 0 && isLeafHeading(p, probes))
    if (p.actionList && !p.known && !numbered) return false
    if (p.notItem && !p.known && !numbered) return false
    if (p.shape < 0 && !p.known && !p.timed && kind !== 'agenda' && !numbered) return false
    return true
  })
  const level = /^level:(\d)$/.exec(top.name)?.[1]
  if (level !== undefined) {
    const shallower = probes.filter(
      (p) =>
        p.line.headingLevel !== null &&
        p.line.headingLevel < Number(level) &&
        p.known &&
        !p.notItem &&
        p.at > 0,
    )
    members = [...members, ...shallower].toSorted((a, b) => a.at - b.at)
  }
  if (!numbered && !underAgenda && !['colon-alone', 'referenced'].includes(top.name)) {
    // What stands before the first known or timed title is the document's own head.
    const first = members.findIndex((p) => p.known || p.timed)
    if (first > 0 && members.slice(0, first).every((p) => p.line.headingLevel === null || p.at <= 12))
      members = members.slice(first)
  }
  return numbered ? members : beforeAnnex(members)
}

/** What follows the adjournment under headings of the same look is an annex, but for the next meeting's date. */
function beforeAnnex(members: readonly TitleProbe[]): TitleProbe[] {
  const end = members.findIndex(
    (p, i) => i >= 3 && /^(?:meeting )?(?:adjourn|clos(?:e|ing|ure)$|close of)/i.test(p.parts.title),
  )
  if (end < 0) return [...members]
  return members.filter((p, i) => i <= end || itemRole(p.parts.title) === 'procedural')
}

function isLeafHeading(probe: TitleProbe, probes: readonly TitleProbe[]): boolean {
  const level = probe.line.headingLevel
  if (level === null) return false
  const next = probes.find((p) => p.at > probe.at && p.line.headingLevel !== null)
  return next !== undefined && (next.line.headingLevel ?? 0) <= level
}
