import type { DocumentKind, MixBasis } from '../../model/analysis.ts'
import { FOCI } from '../../model/focus.ts'
import type { FocusProbabilities } from '../../model/focus.ts'
import { countWords } from './count-words.ts'
import { settledOn } from './measured-document.ts'
import type { MeasuredDocument, MeasuredPassage } from './measured-document.ts'
import type { MergedMeeting } from './merge-items.ts'

/** One passage's part in a mix; `settled` when nothing about it is uncertain. */
export interface MixPart {
  weight: number
  probabilities: FocusProbabilities
  settled: boolean
}

export interface ItemMix {
  /** Over all five foci; sums to 1. */
  shares: FocusProbabilities
  basis: MixBasis
  /** What the shares were made of; the weights sum to 1. */
  parts: MixPart[]
}

type Source = 'minutes' | 'papers' | 'agenda'
const SOURCE_OF: Record<DocumentKind, Source | null> = {
  minutes: 'minutes',
  transcript: 'minutes',
  pack: 'papers',
  paper: 'papers',
  agenda: 'agenda',
  'action log': null,
}

/**
 * What a passage counts as: settled by a person, 1 to that focus; else its calibrated probabilities.
 * `underProcedure` says that it stands under a procedural item, which only a person can overrule.
 */
export function partOf(passage: MeasuredPassage, weight: number, underProcedure: boolean): MixPart {
  const human = passage.human ?? null
  if (human !== null) return { weight, probabilities: settledOn(human), settled: true }
  if (underProcedure) return { weight, probabilities: settledOn('procedural'), settled: true }
  return { weight, probabilities: passage.probabilities, settled: false }
}

/** The weighted mean of the parts; its shares sum to 1. */
export function mixOfParts(parts: readonly MixPart[]): FocusProbabilities {
  const mix = { ...settledOn('other'), other: 0 }
  let weight = 0
  for (const part of parts) {
    const sum = FOCI.reduce((total, focus) => total + part.probabilities[focus], 0)
    if (part.weight <= 0 || sum <= 0) continue
    weight += part.weight
    for (const focus of FOCI) mix[focus] += (part.weight * part.probabilities[focus]) / sum
  }
  if (weight === 0) return settledOn('other')
  for (const focus of FOCI) mix[focus] /= weight
  return mix
}

interface Found {
  part: MixPart
  human: boolean
}

function mixOfFound(entries: readonly Found[], basis: MixBasis): ItemMix {
  const parts = entries.map((entry) => entry.part)
  const weight = parts.reduce((sum, part) => sum + part.weight, 0)
  return {
    shares: mixOfParts(parts),
    basis: entries.length > 0 && entries.every((entry) => entry.human) ? 'human' : basis,
    parts: parts.map((part) => ({ ...part, weight: part.weight / weight })),
  }
}

/** Finds items' mixes in one meeting; made once per meeting, so that each passage is counted once. */
export interface MixReader {
  /** The mix of some items taken together (an item with its children, each named once). */
  mixOf(members: readonly number[]): ItemMix
}

/**
 * An item's mix over the five foci (DESIGN: docs/method.md): word-weighted over its minutes' passages, else its
 * papers', else what its title alone says, unless people settled passages of its agenda, which then stand for it.
 */
export function readMixes(documents: readonly MeasuredDocument[], meeting: MergedMeeting): MixReader {
  const found: Record<Source, Map<number, Found[]>> = {
    minutes: new Map(),
    papers: new Map(),
    agenda: new Map(),
  }
  documents.forEach((document, index) => {
    const source = SOURCE_OF[document.kind]
    if (source === null) return
    for (const passage of document.passages) {
      const item = passage.item === null ? undefined : meeting.itemOf[index]?.[passage.item]
      const words = countWords(passage.text)
      if (item === undefined || words === 0) continue
      const human = (passage.human ?? null) !== null
      if (source === 'agenda' && !human) continue
      const procedural = meeting.items[item]?.role !== 'topic'
      const entry = { part: partOf(passage, words, procedural), human }
      const list = found[source].get(item)
      if (list === undefined) found[source].set(item, [entry])
      else list.push(entry)
    }
  })

  const titles = (members: readonly number[]): Found[] => {
    const parents = new Set(members.map((member) => meeting.items[member]?.parent ?? null))
    const leaves = members.filter((member) => !parents.has(member))
    return leaves.flatMap((member) => {
      const item = meeting.items[member]
      const source = item?.sources[0]
      const title = source && documents[source.document]?.items[source.item]
      if (item === undefined || title === undefined) return []
      const part: MixPart =
        item.role === 'topic'
          ? { weight: 1, probabilities: title.titleClassification.probabilities, settled: false }
          : { weight: 1, probabilities: settledOn('procedural'), settled: true }
      return [{ part, human: false }]
    })
  }

  return {
    mixOf(members) {
      const collect = (source: Source) => members.flatMap((member) => found[source].get(member) ?? [])
      const minutes = collect('minutes')
      if (minutes.length > 0) return mixOfFound(minutes, 'minutes')
      const papers = collect('papers')
      if (papers.length > 0) return mixOfFound(papers, 'papers')
      const agenda = collect('agenda')
      return mixOfFound(agenda.length > 0 ? agenda : titles(members), 'title')
    },
  }
}

/** The focus with the largest share; the first of FOCI when equal. */
export function leadingFocus(shares: FocusProbabilities): (typeof FOCI)[number] {
  let best: (typeof FOCI)[number] = 'customer'
  for (const focus of FOCI) if (shares[focus] > shares[best]) best = focus
  return best
}

/** For each item, itself and all that stands below it, breaks and deferred items left out. */
export function membersOf(meeting: MergedMeeting): number[][] {
  const members: number[][] = meeting.items.map((_, index) => [index])
  for (let index = meeting.items.length - 1; index >= 0; index -= 1) {
    const item = meeting.items[index]
    if (item === undefined || item.parent === null || item.deferred || item.role === 'break') continue
    const above = members[item.parent]
    for (const member of members[index] ?? []) above?.push(member)
  }
  return members
}

/** Every merged item's mix, in order; a parent's covers its own passages and its children's. */
export function mixesOfItems(documents: readonly MeasuredDocument[], meeting: MergedMeeting): ItemMix[] {
  const reader = readMixes(documents, meeting)
  return membersOf(meeting).map((members) => reader.mixOf(members))
}
