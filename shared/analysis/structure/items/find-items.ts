import type { DocumentKind } from '../../../model/analysis.ts'
import { parseDates } from '../dates/parse-dates.ts'
import type { Line } from '../line.ts'
import { agendaTableItems } from './agenda-table.ts'
import type { HeadingClass } from './heading-class.ts'
import { bodySizeOf, numberedClasses, styledClasses } from './heading-class.ts'
import type { ItemDraft } from './item-draft.ts'
import { timeLedItems } from './time-led-rows.ts'
import { draftFrom } from './draft-from-probe.ts'
import { findSubItems } from './find-sub-items.ts'
import type { TitleProbe } from './title-probe.ts'
import { probeLine, probeTitle } from './title-probe.ts'
import type { PlacedTitle } from './find-sub-items.ts'
import { peopleWords, readRunIn } from './run-in-heading.ts'
import { isAttendance, isKnownTitle, itemRole } from './known-titles.ts'
import { titleLikeness, wordCount } from './title-shape.ts'

export interface FoundItems {
  drafts: ItemDraft[]
  /** Lines that an agenda table took: not passages of their own. */
  tableRows: Set<number>
}

const LEAST_SCORE = 6

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
  const agenda = agendaSection(probes)
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
function agendaSection(probes: readonly TitleProbe[]): { from: number; to: number } | null {
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
    if (inside.length >= 3 || (inside.length === 2 && inside.some((p) => p.known)))
      return { from: probe.at, to }
  }
  return null
}

/** A short agenda may be no more than bullets under the word "Agenda". */
function bulletItems(lines: readonly Line[], probes: readonly TitleProbe[], kind: DocumentKind): ItemDraft[] {
  const head = probes.find((p) => p.container)
  if (!head) return []
  const end = probes.find(
    (p) =>
      p.at > head.at &&
      !p.bullet &&
      p.numbers.length === 0 &&
      (p.line.headingLevel !== null || p.line.bold || p.line.text.endsWith(':')),
  )
  const placed = probes
    .filter(
      (p) =>
        p.at > head.at &&
        p.at < (end?.at ?? lines.length) &&
        p.bullet &&
        (p.line.listLevel ?? 0) === 0 &&
        p.parts.title !== '',
    )
    .map((probe): PlacedTitle => ({ probe, number: null, level: 1, rule: 'agenda-bullet' }))
  return placed.length >= 2 ? withoutOverlap(placed.map((p) => draftFrom(p, lines, kind))) : []
}

/** Minutes whose items are only the first words of their paragraphs; bold lines among them count too. */
function runInItems(lines: readonly Line[], probes: readonly TitleProbe[]): ItemDraft[] {
  const people = peopleWords(lines, 12)
  const placed: PlacedTitle[] = []
  let known = 0
  const byLine = new Map(probes.map((p) => [p.at, p]))
  lines.forEach((line, at) => {
    if (at < 3) return
    const probe = byLine.get(at)
    const runIn = line.listLevel === null || line.leadIn > 0 ? readRunIn(line, people) : null
    if (runIn && wordCount(runIn.title) <= 7) {
      if (isKnownTitle(runIn.title)) known += 1
      placed.push({ probe: probeLine(line, at), runIn, number: null, level: 1, rule: 'run-in' })
    } else if (probe && line.bold && probe.shape >= 0 && !probe.notItem) {
      if (probe.known) known += 1
      placed.push({ probe, number: null, level: 1, rule: 'bold' })
    }
  })
  return known >= 2 ? withoutOverlap(placed.map((p) => draftFrom(p, lines, 'minutes'))) : []
}

/** A run-together table with lettered sections: letters are the top level, every number below is one under them. */
function sectionedColumns(probes: readonly TitleProbe[]): PlacedTitle[] {
  const running = probes.filter((p) => p.line.columns && p.parts.title !== '')
  const placed: PlacedTitle[] = []
  let sections = 0
  for (const probe of running) {
    const letter = probe.numbers.find((n) => n.style === 'alpha-upper')
    const number = probe.numbers.find((n) => n.style === 'decimal')
    if (letter && letter.values[0] === sections + 1) {
      sections += 1
      placed.push({ probe, number: letter, level: 1, rule: 'column-section' })
    } else if (number && sections > 0) placed.push({ probe, number, level: 2, rule: 'column-row' })
    else if (probe.timed && probe.known && probe.numbers.length === 0 && sections > 0)
      placed.push({ probe, number: null, level: 1, rule: 'column-row' })
  }
  return sections >= 2 ? placed : []
}

/** The second line of a wrapped title is no title of its own. */
function withoutOverlap(drafts: readonly ItemDraft[]): ItemDraft[] {
  let end = -1
  return drafts.filter((d) => {
    if (d.at <= end || d.title === '') return false
    end = d.titleEnd
    return true
  })
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

function topClass(
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
  if (!best || bestScore < LEAST_SCORE) return null
  return { candidate: enclosingLevel(best, classes) ?? best, score: bestScore }
}

/** Headings one level up that hold the chosen ones, when they are titles themselves: "Old business" over "Pond". */
function enclosingLevel(best: HeadingClass, classes: readonly HeadingClass[]): HeadingClass | null {
  const level = Number(/^level:(\d)$/.exec(best.name)?.[1] ?? 0)
  if (level < 2) return null
  const above = classes.find((c) => c.name === `level:${level - 1}`)
  const own = (above?.members ?? []).filter((p) => !p.container && !p.notItem && p.shape >= 0)
  const first = own[0]
  if (!above || own.length < 3 || !first || own.filter((p) => p.known).length < 1) return null
  return best.members.every((p) => p.at > first.at || p.known) ? above : null
}

/** Known titles and times speak for a class; prose, lists of names and a late beginning against it. */
export function scoreClass(candidate: HeadingClass, kind: DocumentKind): number {
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
  else if (candidate.name.startsWith('bullet')) score -= 3 + other * 0.4
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
function topMembers(
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
  if (!numbered && !underAgenda) {
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
