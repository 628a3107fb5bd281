import type { DocumentKind } from '../../../model/analysis.ts'
import type { Line } from '../line.ts'
import { areNames, followedByText, isRemark, isVote } from './bullet-kinds.ts'
import type { HeadingClass } from './heading-class.ts'
import { listFamily, numberedClasses } from './heading-class.ts'
import { isLead } from './item-lead.ts'
import type { ItemNumber } from './item-number.ts'
import { withoutBullet } from './item-number.ts'
import { isContainer, isKnownTitle, itemRole } from './known-titles.ts'
import type { RunIn } from './run-in-heading.ts'
import { peopleWords, readRunIn } from './run-in-heading.ts'
import type { TitleProbe } from './title-probe.ts'
import { probeLine } from './title-probe.ts'
import { capitalShare, wordCount } from './title-shape.ts'

export interface PlacedTitle {
  probe: TitleProbe
  /** When the title ends inside its line. */
  runIn?: RunIn
  number: ItemNumber | null
  level: number
  rule: string
}

/** The top titles with, between them, the sub-items that look like titles too. */
export function findSubItems(
  lines: readonly Line[],
  probes: readonly TitleProbe[],
  top: HeadingClass,
  members: readonly TitleProbe[],
  kind: DocumentKind,
): PlacedTitle[] {
  const placed: PlacedTitle[] = []
  const people = peopleWords(lines, members[0]?.at ?? 0)
  const dots = dottedShare(probes, kind)
  // One walk over the probes in step with the members, so that time stays linear.
  let cursor = 0
  let reached = 0
  members.forEach((probe, i) => {
    const number =
      top.numbers.get(probe.at) ??
      probe.numbers.find((n) => n.style === 'code' || n.style === 'dated') ??
      null
    placed.push({ probe, number, level: 1, rule: top.name })
    let to = members[i + 1]?.at ?? lines.length
    const inside: TitleProbe[] = []
    for (; cursor < probes.length; cursor += 1) {
      const inner = probes[cursor]
      if (!inner || inner.at >= to) break
      if (inner.at <= probe.at) continue
      // A list of actions below the last item belongs to the meeting, not to it.
      if (inner.actionList && !inner.known && inner.numbers.length === 0) to = inner.at
      else inside.push(inner)
    }
    const subs = subItems(inside, probe, dots >= 0.6 ? number : null, top, kind, lines, reached)
    reached = subs.findLast((s) => s.number?.style === 'decimal')?.number?.values[0] ?? reached
    placed.push(...(subs.length > 0 ? subs : runInChildren(lines, probe, to, people, kind)))
  })
  return raiseUnderOpening(placed)
}

function subItems(
  inside: readonly TitleProbe[],
  parent: TitleProbe,
  number: ItemNumber | null,
  top: HeadingClass,
  kind: DocumentKind,
  lines: readonly Line[],
  reached: number,
): PlacedTitle[] {
  if (inside.length === 0) return []
  if (/^(?:meeting )?adjourn/i.test(parent.parts.title)) return []
  const parentLevel = parent.line.headingLevel
  const headings = inside.filter(
    (p) =>
      p.line.headingLevel !== null &&
      (parentLevel === null || p.line.headingLevel > parentLevel) &&
      !p.notItem &&
      p.shape >= 0,
  )
  if (headings.length > 0 && top.name.startsWith('level:')) {
    const shallow = Math.min(...headings.map((p) => p.line.headingLevel ?? 9))
    return headings
      .filter((p) => p.line.headingLevel === shallow)
      .map((probe) => ({ probe, number: probe.numbers[0] ?? null, level: 2, rule: 'sub-heading' }))
  }
  // Minutes kept from an issue tracker: under "owner/repository", each bullet that names an issue is an item.
  if (/^[\w.-]+\/[\w.-]+$/.test(parent.parts.title)) {
    const issues = inside.filter(
      (p) => p.bullet && (p.line.listLevel ?? 0) === 0 && /#\d{1,6}\b/.test(p.line.text),
    )
    if (issues.length > 0)
      return issues.map((probe) => ({ probe, number: null, level: 2, rule: 'tracker-issue' }))
  }
  const dotted = dottedChildren(inside, number, kind)
  if (dotted.length > 0) return dotted
  const lettered = number === null ? letteredChildren(inside, kind) : []
  if (lettered.length > 0) return lettered
  const listed = listedChildren(inside, top, kind, kind === 'agenda' ? reached + 1 : 1)
  if (listed.length > 0) return listed
  if (headings.length > 0)
    return headings.map((probe) => ({
      probe,
      number: probe.numbers[0] ?? null,
      level: 2,
      rule: 'sub-heading',
    }))
  const styled = styledChildren(inside, parent, top, kind, lines)
  return styled
}

/** Share of all dotted numbers that open titles: where most open sentences, they number paragraphs. */
function dottedShare(probes: readonly TitleProbe[], kind: DocumentKind): number {
  const dotted = probes.filter((p) => p.numbers.some((n) => n.values.length === 2 && n.values[1] !== 0))
  return dotted.length === 0 ? 1 : dotted.filter((p) => titled(p, kind)).length / dotted.length
}

const GROUP_TITLE =
  /\b(?:reports?|business|updates?|committees?|matters|items|discussion|agenda|announcements?|kick.?off|band|activities|projects?)\b/i

/** Paragraphs that open with a heading of their own, under an item that groups such. */
function runInChildren(
  lines: readonly Line[],
  parent: TitleProbe,
  to: number,
  people: ReadonlySet<string>,
  kind: DocumentKind,
): PlacedTitle[] {
  if (kind !== 'minutes') return []
  const found: PlacedTitle[] = []
  for (let at = parent.at + 1; at < to; at += 1) {
    const line = lines[at]
    if (!line) continue
    const runIn = readRunIn(line, people)
    if (runIn && (runIn.title.length < 90 || runIn.styled))
      found.push({ probe: probeLine(line, at), runIn, number: null, level: 2, rule: 'run-in' })
  }
  // "Ann: …", "Tom: …", "Ann: …": a talk written down, not titles.
  const heads = found.map((f) => f.runIn?.title.toLowerCase() ?? '')
  const repeated = heads.filter((head, i) => heads.indexOf(head) !== i).length
  if (repeated >= 2 && repeated >= heads.length * 0.25) return []
  const styled = found.filter((f) => f.runIn?.styled)
  if (styled.length >= 2) return styled
  // "Next meeting: …" and the like below the last item run the meeting; they are no part of that item.
  const own = found.filter(
    (f) => itemRole(f.runIn?.title ?? '') === 'topic' && !isContainer(f.runIn?.body ?? ''),
  )
  if (
    GROUP_TITLE.test(parent.parts.title) &&
    (own.length >= 2 || own.some((f) => isKnownTitle(f.runIn?.title ?? '')))
  )
    return own
  return []
}

/** "4.1", "4.2" under 4; "1.a" under 1. */
function dottedChildren(
  inside: readonly TitleProbe[],
  number: ItemNumber | null,
  kind: DocumentKind,
): PlacedTitle[] {
  if (!number) return []
  const own = number.values[0]
  const found: PlacedTitle[] = []
  for (const probe of inside) {
    const read = probe.numbers.find((n) => n.values.length >= 2 && n.values[0] === own && n.values[1] !== 0)
    if (!read || !titled(probe, kind)) continue
    if (read.values.length > 2) continue
    found.push({ probe, number: read, level: 2, rule: 'dotted-number' })
  }
  return found
}

/** "1.A", "1.B", "1.C" under a heading that has no number itself. */
function letteredChildren(inside: readonly TitleProbe[], kind: DocumentKind): PlacedTitle[] {
  const found: PlacedTitle[] = []
  for (const probe of inside) {
    const read = probe.numbers.find((n) => n.family === 'mixed' && n.values[1] === found.length + 1)
    const first = found[0]?.number?.values[0]
    if (!read || !titled(probe, kind) || (first !== undefined && read.values[0] !== first)) continue
    found.push({ probe, number: read, level: 2, rule: 'lettered-number' })
  }
  return found.length >= 2 ? found : []
}

/** A list of its own kind that starts at one inside the item, or goes on from the heading before with `next`. */
function listedChildren(
  inside: readonly TitleProbe[],
  top: HeadingClass,
  kind: DocumentKind,
  next: number,
): PlacedTitle[] {
  const candidates = numberedClasses(inside, { restarts: false }).filter((c) => {
    const first = c.members[0]
    const number = first ? c.numbers.get(first.at) : undefined
    if (!number || (number.values[0] !== 1 && number.values[0] !== next)) return false
    return `number:${listFamily(number)}` !== top.name
  })
  let best: HeadingClass | null = null
  for (const c of candidates) {
    const good = c.members.filter((p) => titled(p, kind)).length
    if (good < c.members.length * 0.6) continue
    if (c.name.includes('lower') && kind !== 'agenda' && good < 2) continue
    // The list that opens first holds the others.
    if (!best || (c.members[0]?.at ?? 0) < (best.members[0]?.at ?? 0)) best = c
  }
  if (!best) return []
  const chosen = best
  return chosen.members
    .filter((p) => titled(p, kind) || isListed(p))
    .map((probe) => ({ probe, number: chosen.numbers.get(probe.at) ?? null, level: 2, rule: chosen.name }))
}

/** "We open the hall in May. Who helps? (Ann, 10 minutes)": the time says that it will be talked about. */
const ENDS_WITH_TIME = /\((?:[A-Z][^()\d]{1,40},\s?)?\d{1,3}\s?(?:m|min|mins|minutes)\.?\)\W{0,2}$/

function styledChildren(
  inside: readonly TitleProbe[],
  parent: TitleProbe,
  top: HeadingClass,
  kind: DocumentKind,
  lines: readonly Line[],
): PlacedTitle[] {
  const bold = inside.filter(
    (p) => p.line.bold && !parent.line.bold && p.opens && titled(p, kind) && !p.bullet,
  )
  if (bold.length > 0 && top.name.startsWith('number:'))
    return bold.map((probe) => ({ probe, number: null, level: 2, rule: 'bold' }))
  const timed = inside.filter(
    (p) =>
      p.timed &&
      p.parts.title !== '' &&
      p.numbers.length === 0 &&
      (p.shape >= 0 || (kind === 'agenda' && p.bullet && ENDS_WITH_TIME.test(p.line.text))) &&
      (kind !== 'minutes' ||
        (top.members.some((m) => m.timed) && p.parts.times.some((t) => t.form === 'duration'))),
  )
  if (timed.length > 0) return timed.map((probe) => ({ probe, number: null, level: 2, rule: 'timed' }))
  const bullets = inside.filter(
    (p) =>
      p.bullet &&
      (p.opens || withoutBullet(p.line.text) !== null) &&
      titled(p, kind) &&
      !isVote(p.parts.title),
  )
  if (bullets.length === 0 || areNames(bullets)) return []
  if (kind === 'minutes') {
    const titles = bullets.filter(
      (p) =>
        capitalShare(p.parts.title) >= 0.7 &&
        wordCount(p.parts.title) >= 2 &&
        (!isLead(p.parts.title) || p.known) &&
        followedByText(p, lines),
    )
    return titles.map((probe) => ({ probe, number: null, level: 2, rule: 'bullet' }))
  }
  // What stands deeper in the list tells of the bullet above it.
  const shallow = Math.min(...bullets.map((p) => p.line.listLevel ?? 0))
  return bullets
    .filter((p) => (p.line.listLevel ?? 0) === shallow && wordCount(p.parts.title) <= 16 && !isRemark(p))
    .map((probe) => ({ probe, number: null, level: 2, rule: 'bullet' }))
}

/** One of a list of titles, unless it plainly is a sentence. */
function isListed(probe: TitleProbe): boolean {
  if (probe.parts.title === '' || /^(?:none|no report|nil|n\/a)\b.{0,12}$/i.test(probe.parts.title))
    return false
  return !/[.]$/.test(probe.line.text) && wordCount(probe.parts.title) <= 40
}

function titled(probe: TitleProbe, kind: DocumentKind): boolean {
  if (probe.parts.title === '' || /^(?:none|no report|nil|n\/a)\b.{0,12}$/i.test(probe.parts.title))
    return false
  if (probe.known || probe.timed) return true
  if (probe.notItem && probe.numbers.length === 0) return false
  if (kind === 'agenda') return probe.shape >= 0 && wordCount(probe.parts.title) <= 60
  return (
    probe.shape >= 0.5 ||
    (probe.shape >= 0 && wordCount(probe.parts.title) <= 14 && !/[.]$/.test(probe.line.text))
  )
}

/** Topics that stand as sub-headings of "Call to order" are items of the meeting like any other. */
function raiseUnderOpening(placed: readonly PlacedTitle[]): PlacedTitle[] {
  const first = placed[0]
  if (
    !first ||
    !/^(?:call to order|opening|welcome)/i.test(first.probe.parts.title) ||
    first.probe.line.headingLevel === null
  )
    return [...placed]
  const children = placed.findIndex((p, i) => i > 0 && p.level === 1)
  const end = children < 0 ? placed.length : children
  if (end < 4) return [...placed]
  return placed.map((p, i) => (i > 0 && i < end ? { ...p, level: 1 } : p))
}
