import type { DocumentKind, TimeWindow } from '../../model/analysis.ts'
import type { Basis } from '../../model/evidence.ts'
import type { LensMeasure, Measures } from '../../model/measures.ts'
import { allotTime } from './allot-time.ts'
import type { Minutes } from './allot-time.ts'
import { countWords } from './count-words.ts'
import { partOf, readMixes } from './item-mix.ts'
import type { MixReader } from './item-mix.ts'
import type { MeasuredDocument } from './measured-document.ts'
import { mergeItems } from './merge-items.ts'
import type { MergedItem, MergedMeeting } from './merge-items.ts'
import { sharesOfUnits } from './share-ranges.ts'
import type { ShareUnit } from './share-ranges.ts'

const DAY = 24 * 60
const PLANNED_KINDS: readonly DocumentKind[] = ['agenda', 'pack', 'paper', 'minutes', 'transcript']
const RECORDED_KINDS: readonly DocumentKind[] = ['minutes', 'transcript']

const minutesOfDay = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** Minutes from start to end, over midnight when the end is the earlier; null when either is unknown. */
export function windowMinutes(window: TimeWindow | null): number | null {
  if (window === null || window.start === null || window.end === null) return null
  const minutes = (minutesOfDay(window.end) - minutesOfDay(window.start) + DAY) % DAY
  return minutes > 0 ? minutes : null
}

interface TimeLens {
  kinds: readonly DocumentKind[]
  minutesOf: (item: Pick<MergedItem, 'planned' | 'recorded'>) => Minutes | null
  basisOf: (item: Pick<MergedItem, 'planned' | 'recorded'>) => Basis | null
  which: 'planned' | 'recorded'
}

const PLANNED: TimeLens = {
  kinds: PLANNED_KINDS,
  minutesOf: ({ planned }) => {
    if (planned === null || planned.minutes === null) return null
    const other = planned.minutesMax ?? planned.minutes
    return { min: Math.min(planned.minutes, other), max: Math.max(planned.minutes, other) }
  },
  basisOf: ({ planned }) => planned?.basis ?? null,
  which: 'planned',
}

const RECORDED: TimeLens = {
  kinds: RECORDED_KINDS,
  minutesOf: ({ recorded }) =>
    recorded === null || recorded.minutes === null ? null : { min: recorded.minutes, max: recorded.minutes },
  basisOf: ({ recorded }) => recorded?.basis ?? null,
  which: 'recorded',
}

function measureTime(
  documents: readonly MeasuredDocument[],
  meeting: MergedMeeting,
  mixes: MixReader,
  lens: TimeLens,
): LensMeasure | null {
  const kind = lens.kinds.find((candidate) =>
    documents.some(
      (document) =>
        document.kind === candidate && document.items.some((item) => lens.minutesOf(item) !== null),
    ),
  )
  // What a person timed counts, whichever document the item stands in.
  const timedByPerson = (index: number) => {
    const item = meeting.items[index]
    return item !== undefined && lens.basisOf(item) === 'human' && lens.minutesOf(item) !== null
  }
  if (kind === undefined && !meeting.items.some((_, index) => timedByPerson(index))) return null
  const among = kind ?? lens.kinds.find((each) => documents.some((document) => document.kind === each))
  const holds = (index: number) =>
    timedByPerson(index) ||
    (among !== undefined &&
      meeting.items[index]?.sources.some((source) => documents[source.document]?.kind === among) === true)
  const allotment = allotTime(
    meeting.items,
    (index) => {
      const item = meeting.items[index]
      return item === undefined || !holds(index) ? null : lens.minutesOf(item)
    },
    holds,
  )
  const said = documents.find((document) => document.windowByPerson?.[lens.which] === true)
  const window = [
    ...(said === undefined ? [] : [said]),
    ...lens.kinds.flatMap((each) => documents.filter((document) => document.kind === each)),
  ]
    .map((document) => windowMinutes(document.window[lens.which]))
    .find((minutes) => minutes !== null)

  const least = allotment.timed.reduce((sum, unit) => sum + unit.min, 0) + allotment.outside
  const middle = allotment.timed.reduce((sum, unit) => sum + (unit.min + unit.max) / 2, 0) + allotment.outside
  // A window shorter than the times in it bounds nothing; a sitting on one date still ends within the day.
  const bounded = window !== undefined && window >= least
  const atMost = Math.max(0, (bounded ? window : DAY) - least)
  const untimedTopics = allotment.untimed.filter((unit) => !unit.procedural).length
  const units = allotment.timed.map((unit): ShareUnit => ({
    min: unit.min,
    max: unit.max,
    parts: mixes.mixOf(unit.members).parts,
  }))
  const shares = sharesOfUnits(units, {
    substantive: untimedTopics > 0 ? atMost : 0,
    all: allotment.untimed.length > 0 ? atMost : 0,
  })
  if (shares === null) return null
  return {
    ...shares,
    unknown: bounded ? Math.max(0, window - middle) : allotment.untimed.length > 0 ? null : 0,
    untimedItems: untimedTopics,
  }
}

const counted = (units: ShareUnit[]): LensMeasure | null => {
  const shares = sharesOfUnits(units, { substantive: 0, all: 0 })
  return shares === null ? null : { ...shares, unknown: 0, untimedItems: 0 }
}

/** Words of the minutes; each passage by its own probabilities, whatever the item it stands under. */
function measureRecord(documents: readonly MeasuredDocument[]): LensMeasure | null {
  const units: ShareUnit[] = []
  for (const document of documents) {
    if (document.kind !== 'minutes') continue
    for (const passage of document.passages) {
      const words = countWords(passage.text)
      if (words > 0) units.push({ min: words, max: words, parts: [partOf(passage, 1, false)] })
    }
  }
  return counted(units)
}

/** Pages of packs and papers, each shared out by the words on it; a page without words is not measured. */
function measurePack(documents: readonly MeasuredDocument[], meeting: MergedMeeting): LensMeasure | null {
  const units: ShareUnit[] = []
  documents.forEach((document, index) => {
    if (document.pages === null || (document.kind !== 'pack' && document.kind !== 'paper')) return
    const pages = new Map<number, ShareUnit>()
    for (const passage of document.passages) {
      const words = countWords(passage.text)
      if (words === 0) continue
      const item = passage.item === null ? undefined : meeting.itemOf[index]?.[passage.item]
      const role = item === undefined ? 'topic' : meeting.items[item]?.role
      const page = pages.get(passage.page) ?? { min: 1, max: 1, parts: [] }
      page.parts.push(partOf(passage, words, role !== 'topic'))
      pages.set(passage.page, page)
    }
    for (const page of pages.values()) {
      const words = page.parts.reduce((sum, part) => sum + part.weight, 0)
      units.push({ ...page, parts: page.parts.map((part) => ({ ...part, weight: part.weight / words })) })
    }
  })
  return counted(units)
}

/**
 * The four lenses of one meeting from all its documents (replaced ones left out by the caller): planned and
 * recorded minutes, words in the minutes, pages of papers. A lens on which no document says anything is null.
 * How each number is computed, and why: docs/method.md.
 */
export function measureMeeting(documents: readonly MeasuredDocument[], merged?: MergedMeeting): Measures {
  const meeting = merged ?? mergeItems(documents)
  const mixes = readMixes(documents, meeting)
  return {
    planned: measureTime(documents, meeting, mixes, PLANNED),
    recorded: measureTime(documents, meeting, mixes, RECORDED),
    record: measureRecord(documents),
    pack: measurePack(documents, meeting),
  }
}
