import type { DocumentKind } from '../../../model/analysis.ts'
import type { Line } from '../line.ts'
import { draftFrom } from './draft-from-probe.ts'
import type { PlacedTitle } from './find-sub-items.ts'
import type { ItemDraft } from './item-draft.ts'
import { isKnownTitle } from './known-titles.ts'
import { peopleWords, readRunIn } from './run-in-heading.ts'
import type { TitleProbe } from './title-probe.ts'
import { probeLine } from './title-probe.ts'
import { wordCount } from './title-shape.ts'

/** A short agenda may be no more than bullets under the word "Agenda". */
export function bulletItems(
  lines: readonly Line[],
  probes: readonly TitleProbe[],
  kind: DocumentKind,
): ItemDraft[] {
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
export function runInItems(lines: readonly Line[], probes: readonly TitleProbe[]): ItemDraft[] {
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
  return known >= 2 ? withoutOverlap(byIndent(placed).map((p) => draftFrom(p, lines, 'minutes'))) : []
}

/** Points; less is a matter of taste. */
const LEAST_INDENT = 18

/** What stands further in than the first heading belongs to the heading above it. */
function byIndent(placed: readonly PlacedTitle[]): PlacedTitle[] {
  const margin = placed[0]?.probe.line.indent ?? 0
  return placed.map((p, i) =>
    i > 0 && p.probe.line.indent >= margin + LEAST_INDENT ? { ...p, level: 2 } : p,
  )
}

/** A run-together table with lettered sections: letters are the top level, every number below is one under them. */
export function sectionedColumns(probes: readonly TitleProbe[]): PlacedTitle[] {
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
export function withoutOverlap(drafts: readonly ItemDraft[]): ItemDraft[] {
  let end = -1
  return drafts.filter((d) => {
    if (d.at <= end || d.title === '') return false
    end = d.titleEnd
    return true
  })
}
