import type { DocumentKind } from '../../../model/analysis.ts'
import type { Line } from '../line.ts'
import type { HeadingClass } from './heading-class.ts'
import { listFamily, numberedClasses } from './heading-class.ts'
import type { ItemNumber } from './item-number.ts'
import type { TitleProbe } from './title-probe.ts'
import { capitalShare, wordCount } from './title-shape.ts'

export interface PlacedTitle {
  probe: TitleProbe
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
  members.forEach((probe, i) => {
    const number = top.numbers.get(probe.at) ?? null
    placed.push({ probe, number, level: 1, rule: top.name })
    const to = members[i + 1]?.at ?? lines.length
    const inside = between(probes, probe.at, to)
    placed.push(...subItems(inside, probe, number, top, kind, lines))
  })
  return raiseUnderOpening(placed)
}

function between(probes: readonly TitleProbe[], from: number, to: number): TitleProbe[] {
  return probes.filter((p) => p.at > from && p.at < to)
}

function subItems(
  inside: readonly TitleProbe[],
  parent: TitleProbe,
  number: ItemNumber | null,
  top: HeadingClass,
  kind: DocumentKind,
  lines: readonly Line[],
): PlacedTitle[] {
  if (inside.length === 0) return []
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
  const dotted = dottedChildren(inside, number, kind)
  if (dotted.length > 0) return dotted
  const listed = listedChildren(inside, top, kind)
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

/** A list of its own kind that starts at one inside the item. */
function listedChildren(inside: readonly TitleProbe[], top: HeadingClass, kind: DocumentKind): PlacedTitle[] {
  const candidates = numberedClasses(inside, { restarts: false }).filter((c) => {
    const first = c.members[0]
    const number = first ? c.numbers.get(first.at) : undefined
    if (!number || number.values[0] !== 1) return false
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
    .filter((p) => titled(p, kind))
    .map((probe) => ({ probe, number: chosen.numbers.get(probe.at) ?? null, level: 2, rule: chosen.name }))
}

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
  const timed = inside.filter((p) => p.timed && p.parts.title !== '' && p.numbers.length === 0)
  if (timed.length > 0) return timed.map((probe) => ({ probe, number: null, level: 2, rule: 'timed' }))
  const bullets = inside.filter((p) => p.bullet && p.opens && titled(p, kind))
  if (bullets.length === 0) return []
  if (kind === 'minutes') {
    const titles = bullets.filter(
      (p) => capitalShare(p.parts.title) >= 0.7 && wordCount(p.parts.title) >= 2 && followedByText(p, lines),
    )
    return titles.map((probe) => ({ probe, number: null, level: 2, rule: 'bullet' }))
  }
  return bullets
    .filter((p) => wordCount(p.parts.title) <= 16)
    .map((probe) => ({ probe, number: null, level: 2, rule: 'bullet' }))
}

/** A heading among bullets is followed by text that is no bullet. */
function followedByText(probe: TitleProbe, lines: readonly Line[]): boolean {
  const next = lines.slice(probe.at + 1).find((l) => l.block !== probe.line.block)
  return next !== undefined && next.listLevel === null && !/^[•●◦▪■o*–-]\s/.test(next.text)
}

function titled(probe: TitleProbe, kind: DocumentKind): boolean {
  if (probe.parts.title === '' || /^(?:none|no report|nil|n\/a)\b.{0,12}$/i.test(probe.parts.title))
    return false
  if (probe.known || probe.timed) return true
  if (probe.notItem) return false
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
