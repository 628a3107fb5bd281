import type { DocumentKind } from '../../../model/analysis.ts'
import { parseDates } from '../dates/parse-dates.ts'
import type { Line } from '../line.ts'
import { agendaTableItems } from './agenda-table.ts'
import { bodySizeOf } from './heading-class.ts'
import type { ItemDraft } from './item-draft.ts'
import { timeLedItems } from './time-led-rows.ts'
import { draftFrom } from './draft-from-probe.ts'
import { findSubItems } from './find-sub-items.ts'
import { bulletItems, runInItems, sectionedColumns, withoutOverlap } from './plain-lists.ts'
import { topClass, topMembers } from './top-class.ts'
import type { TitleProbe } from './title-probe.ts'
import { probeTitle } from './title-probe.ts'
import { isAttendance, isKnownTitle } from './known-titles.ts'
import { titleLikeness } from './title-shape.ts'

export interface FoundItems {
  drafts: ItemDraft[]
  /** Lines that an agenda table took: not passages of their own. */
  tableRows: Set<number>
}

/**
 * The agenda items of a document. Rows of an agenda table win; else the class of lines (one numbering, one heading
 * level, one look) that holds most of the titles boards everywhere use and most of the times becomes the top
 * level, and what stands between its members is searched for sub-items.
 */
export function findItems(lines: readonly Line[], kind: DocumentKind): FoundItems {
  if (kind === 'paper' || kind === 'transcript' || kind === 'action log')
    return { drafts: [], tableRows: new Set() }
  const table = agendaTableItems(lines)
  const probes: TitleProbe[] = []
  lines.forEach((line, at) => {
    const probe = probeTitle(line, at, kind)
    if (probe && !isOnlyDate(probe)) probes.push(probe)
  })
  const agenda = agendaSection(probes, kind)
  const usable = agenda
    ? probes.filter((p) => (p.at > agenda.from && p.at < agenda.to) || (p.at >= agenda.to && isMeetingEnd(p)))
    : probes
  const best = topClass(usable, kind, bodySizeOf(lines))
  const fromTable = tableScore(table.drafts)
  if (fromTable >= 4 && fromTable >= (best?.score ?? 0) * 0.8)
    return { drafts: table.drafts, tableRows: table.rows }
  const sections = sectionedColumns(probes)
  if (sections.length > 0)
    return { drafts: withoutOverlap(sections.map((p) => draftFrom(p, lines, kind))), tableRows: new Set() }
  const timeLed = kind === 'minutes' ? { drafts: [], taken: new Set<number>() } : timeLedItems(lines)
  if (tableScore(timeLed.drafts) > (best?.score ?? 0) * 0.8)
    return { drafts: timeLed.drafts, tableRows: timeLed.taken }
  if (!best && kind !== 'minutes') return { drafts: bulletItems(lines, probes, kind), tableRows: new Set() }
  if (!best) return { drafts: kind === 'minutes' ? runInItems(lines, probes) : [], tableRows: new Set() }
  const top = best.candidate
  const members = topMembers(top, kind, usable, agenda !== null)
  const placed = findSubItems(lines, usable, top, members, kind)
  const drafts = withoutOverlap(placed.map((p) => draftFrom(p, lines, kind)))
  return { drafts: withoutFirstList(drafts), tableRows: new Set() }
}

/** Minutes written below their own agenda name every item twice: the second time is the record. */
function withoutFirstList(drafts: readonly ItemDraft[]): ItemDraft[] {
  const top = drafts.filter((d) => d.level === 1)
  const keys = top.map((d) => d.title.toLowerCase())
  const turn = keys.findIndex((key, i) => i >= 3 && keys.indexOf(key) < Math.min(3, i))
  const start = top[turn]
  if (!start) return [...drafts]
  const second = new Set(keys.slice(turn))
  const before = top.slice(0, turn)
  const named = before.filter((d) => second.has(d.title.toLowerCase())).length
  if (named < 3 || named < before.length * 0.7 || before.some((d) => d.times.length > 0)) return [...drafts]
  return drafts.filter((d) => d.at >= start.at)
}

/** A date by itself heads a page or a sitting; it is no item. */
function isOnlyDate(probe: TitleProbe): boolean {
  const { title } = probe.parts
  const date = title.length < 60 && probe.numbers.length === 0 ? parseDates(title)[0] : undefined
  if (!date || date.year === null) return false
  const rest = `${title.slice(0, date.index)}${title.slice(date.index + date.length)}`
  return /^(?:[\s,.–—-]|mon|tues|wednes|thurs|fri|satur|sun|day)*$/i.test(rest)
}

/** A heading that ends the meeting may stand beside the container of its items. */
function isMeetingEnd(probe: TitleProbe): boolean {
  return (
    probe.line.headingLevel !== null &&
    /^(?:adjourn|clos(?:e|ing)\b|(?:date of )?next meeting|any other business)/i.test(probe.parts.title)
  )
}

/** Under a heading "Agenda" or "Meeting" that holds other headings, only those are items: the rest is annex. */
function agendaSection(
  probes: readonly TitleProbe[],
  kind: DocumentKind,
): { from: number; to: number } | null {
  let looked = 0
  for (const probe of probes) {
    const level = probe.line.headingLevel
    if (looked > 8) return null
    if (level === null || !probe.container || /contents|index/i.test(probe.parts.title)) continue
    looked += 1
    const next = probes.find(
      (p) => p.at > probe.at && p.line.headingLevel !== null && p.line.headingLevel <= level,
    )
    const to = next?.at ?? Number.POSITIVE_INFINITY
    const inside = probes.filter(
      (p) => p.at > probe.at && p.at < to && p.line.headingLevel !== null && !p.notItem,
    )
    if (kind === 'minutes' && isToldAfter(probes, inside, to))
      return { from: to - 1, to: Number.POSITIVE_INFINITY }
    if (inside.length >= 3 || (inside.length === 2 && inside.some((p) => p.known)))
      return { from: probe.at, to }
  }
  return null
}

const MOST_AGENDA_HEADINGS = 60

/** The agenda's headings come again after it, now with what was said: the record is there. */
function isToldAfter(probes: readonly TitleProbe[], inside: readonly TitleProbe[], to: number): boolean {
  const after = probes.filter((p) => p.at >= to && p.line.headingLevel !== null && !p.notItem)
  if (inside.length > MOST_AGENDA_HEADINGS) return false
  const again = inside.filter((p) => {
    const title = p.parts.title.toLowerCase()
    return after.some(({ parts }) => parts.title.length > 4 && title.startsWith(parts.title.toLowerCase()))
  })
  return inside.length >= 2 && again.length >= inside.length * 0.7 && after.length >= inside.length * 2
}

function tableScore(drafts: readonly ItemDraft[]): number {
  const known = drafts.filter((d) => isKnownTitle(d.title) && !isAttendance(d.title)).length
  const timed = drafts.filter((d) => d.times.length > 0).length
  const junk = drafts.filter(
    (d) =>
      titleLikeness(d.title) < 0 ||
      isAttendance(d.title) ||
      /^[\d$£.,%\s-]*$/.test(d.title) ||
      (d.number !== null && /^\d{2,}\.\d|^\d+\.\d{2}$/.test(d.number)),
  ).length
  if (drafts.length < 2 || junk > drafts.length * 0.4) return 0
  return known * 3 + timed * 2.2 + Math.min(drafts.length, 12) * 0.4 - junk
}
