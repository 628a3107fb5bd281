import { bestChain } from './number-chain.ts'
import type { ChainLink } from './number-chain.ts'
import type { Line } from '../line.ts'
import type { ItemNumber } from './item-number.ts'
import { isKnownTitle } from './known-titles.ts'
import type { TitleProbe } from './title-probe.ts'
import { capitalShare, wordCount } from './title-shape.ts'

/** Lines that look alike and may together be the titles of one level. */
export interface HeadingClass {
  name: string
  /** The number each member was read with; empty map for classes without numbers. */
  members: readonly TitleProbe[]
  numbers: ReadonlyMap<number, ItemNumber>
  score: number
}

/** How much a line speaks for being a title. */
export function titleWeight(probe: TitleProbe): number {
  let weight = probe.shape
  if (probe.known) weight += 2
  if (probe.timed) weight += 1.5
  if (probe.line.headingLevel !== null) weight += 0.6
  else if (probe.line.bold) weight += 0.5
  if (probe.caps) weight += 0.4
  if (probe.notItem && !probe.known) weight -= 1.5
  if (!probe.opens) weight -= 0.2
  return weight
}

function lookOf(probe: TitleProbe, number: ItemNumber): string {
  const { line } = probe
  return [
    line.bold ? 'b' : '',
    probe.caps ? 'c' : '',
    line.headingLevel ?? '',
    number.family.includes(':auto') ? 'a' : '',
    /[.)]$/.exec(number.family)?.[0] ?? '',
    Math.round(line.indent / 12),
  ].join('|')
}

/** Families that are one list however its numbers are punctuated. */
export function listFamily(number: ItemNumber): string {
  const family = number.family
    .replace(/^item:/, '')
    .replace(':auto', '')
    .replace(/[.)]$/, '')
  if (family === 'decimal2' && number.values[1] === 0) return 'decimal1'
  return family
}

/** The likeliest numbered list of each family among `probes`. */
export function numberedClasses(
  probes: readonly TitleProbe[],
  options: { restarts: boolean },
): HeadingClass[] {
  const families = new Map<string, { link: ChainLink; probe: TitleProbe; number: ItemNumber }[]>()
  for (const probe of probes) {
    for (const number of probe.numbers) {
      const deep = number.family.includes(':auto') && (probe.line.listLevel ?? 0) > 0
      const family = deep ? `${listFamily(number)}@${probe.line.listLevel}` : listFamily(number)
      if (family === 'decimal2' || family === 'decimal3' || family === 'decimal4' || family === 'mixed')
        continue
      const entries = families.get(family) ?? []
      entries.push({
        probe,
        number,
        link: {
          at: probe.at,
          value: number.values[0] ?? 0,
          weight: titleWeight(probe),
          look: lookOf(probe, number),
        },
      })
      families.set(family, entries)
    }
  }
  const classes: HeadingClass[] = []
  for (const [family, entries] of families) {
    const chain = bestChain(
      entries.map((e) => e.link),
      options,
    )
    const byLink = new Map(entries.map((e) => [e.link, e]))
    const members: TitleProbe[] = []
    const numbers = new Map<number, ItemNumber>()
    for (const link of withoutStrayRuns(chain.links, byLink)) {
      const entry = byLink.get(link)
      if (!entry) continue
      members.push(entry.probe)
      numbers.set(entry.probe.at, entry.number)
    }
    if (members.length > 0) classes.push({ name: `number:${family}`, members, numbers, score: chain.score })
  }
  return classes
}

/** Runs that start again at one without a single title known from agendas, among others that have some: a list of instructions. */
function withoutStrayRuns(
  links: readonly ChainLink[],
  byLink: ReadonlyMap<ChainLink, { probe: TitleProbe }>,
): ChainLink[] {
  const runs: ChainLink[][] = []
  for (const link of links) {
    const open = runs.at(-1)
    const last = open?.at(-1)
    if (!open || (last && link.value < last.value)) runs.push([link])
    else open.push(link)
  }
  const known = runs.map((run) => run.filter((l) => byLink.get(l)?.probe.known).length)
  const most = Math.max(...known)
  return runs.filter((run, i) => most < 2 || (known[i] ?? 0) > 0 || mean(run) >= 1.2).flat()
}

function mean(run: readonly ChainLink[]): number {
  return run.reduce((sum, l) => sum + l.weight, 0) / Math.max(1, run.length)
}

/** Classes of lines without numbers: by heading level, bold, capitals, a time beside the title, a colon, a bullet. */
export function styledClasses(probes: readonly TitleProbe[], bodySize: number | null): HeadingClass[] {
  const groups = new Map<string, TitleProbe[]>()
  const references = new Map<number, ItemNumber>()
  const add = (name: string, probe: TitleProbe) => {
    const group = groups.get(name) ?? []
    group.push(probe)
    groups.set(name, group)
  }
  for (const probe of probes) {
    if (probe.shape < 0 && !probe.known && !probe.timed) continue
    if (probe.parts.title === '') continue
    const { line } = probe
    const reference = probe.numbers.length === 0 && probe.opens ? referenceOf(line.text) : null
    if (reference) {
      references.set(probe.at, reference)
      add('referenced', { ...probe, known: probe.known || isKnownTitle(reference.rest) })
    }
    const large = bodySize !== null && line.fontSize !== null && line.fontSize > bodySize + 0.9
    if (large && line.headingLevel === null && !probe.bullet && probe.numbers.length === 0)
      add('large', probe)
    const ranged = probe.parts.times.some((t) => t.form !== 'duration')
    if (probe.numbers.length > 0 && !probe.bullet && ranged) add('timed', probe)
    if (line.headingLevel !== null) add(`level:${line.headingLevel}`, probe)
    else if (probe.bullet) {
      if (line.bold) add(`bold-bullet:${line.listLevel ?? 0}`, probe)
      else add(`bullet:${line.listLevel ?? 0}`, probe)
    } else if (probe.numbers.length === 0) {
      if (line.bold && probe.caps) add('bold-caps', probe)
      if (line.bold) add('bold', probe)
      else if (probe.caps) add('caps', probe)
      else if (
        probe.opens &&
        line.lastOfBlock &&
        (probe.known || probe.timed || (probe.shape >= 1.5 && !/:/.test(line.text)))
      )
        add('alone', probe)
      if (probe.timed) add('timed', probe)
      if (/:\s*$/.test(line.text) && !line.bold) {
        add('colon', probe)
        const leadsOn = wordCount(probe.parts.title) > 4 && capitalShare(probe.parts.title) < 0.5
        if (probe.opens && line.lastOfBlock && !leadsOn) add('colon-alone', probe)
      }
    } else if (line.bold && probe.numbers.every((n) => n.style === 'code' || n.style === 'dated'))
      add('bold', probe)
  }
  const classes: HeadingClass[] = []
  for (const [name, members] of groups)
    classes.push({ name, members, numbers: name === 'referenced' ? references : new Map(), score: 0 })
  return classes
}

const REFERENCE =
  /^([A-Z][^()]{2,150}?)\s?\(([A-Z])(?:-(\d{1,2}))?[a-z]?(?:\/[A-Z]-\d{1,2}[a-z]?)?\)(?:\s?\[[^[\]]{1,30}\])?$/

/** "Personnel (G-1)", "Closed Session (B)": the agenda's own number, put behind the title. */
function referenceOf(text: string): ItemNumber | null {
  const match = text.length < 200 ? REFERENCE.exec(text) : null
  if (!match?.[1] || !match[2]) return null
  const values = [match[2].charCodeAt(0) - 64, ...(match[3] ? [Number(match[3])] : [])]
  const number = /\(([^()]{1,12})\)/.exec(text)?.[1] ?? match[2]
  return { text: number, style: 'code', values, family: 'reference', rest: match[1] }
}

/** The size most of the text is set in, or null where the format does not say. */
export function bodySizeOf(lines: readonly Line[]): number | null {
  const letters = new Map<number, number>()
  for (const line of lines) {
    if (line.fontSize !== null)
      letters.set(line.fontSize, (letters.get(line.fontSize) ?? 0) + line.text.length)
  }
  let best: number | null = null
  for (const [size, count] of letters) if (best === null || count > (letters.get(best) ?? 0)) best = size
  return best
}
