import { leadingFocus, mixesOfItems } from '../../shared/analysis/measure/item-mix.ts'
import { layTranscripts } from '../../shared/analysis/measure/lay-transcripts.ts'
import { measureMeeting } from '../../shared/analysis/measure/measure-meeting.ts'
import { mergeItems } from '../../shared/analysis/measure/merge-items.ts'
import type { DocumentKind } from '../../shared/model/analysis.ts'
import type { LearnedMark } from '../../shared/model/learned-mark.ts'
import type { MeetingDetail, MeetingItem, PassageView } from '../../shared/model/library.ts'
import type { Measures } from '../../shared/model/measures.ts'
import { correctedWindow, loadMeeting, marksOfItems, meetingCorrections } from './corrected-meeting.ts'
import type { LoadedDocument } from './corrected-meeting.ts'
import type { Repositories } from './repositories.ts'
import { partId } from './store-ids.ts'

/** Minutes first: what was said comes before what was prepared. */
const READING_ORDER: readonly DocumentKind[] = [
  'minutes',
  'transcript',
  'agenda',
  'pack',
  'paper',
  'action log',
]

export interface RollUp {
  measures: Measures
  passages: number
  settled: number
}

/** A meeting's measures from all its live documents, as corrected, human labels counting as certain. */
export function computeRollUp(repositories: Repositories, meetingId: string): RollUp {
  const labels = repositories.labels.ofMeeting(meetingId)
  const documents = layTranscripts(
    loadMeeting(repositories, meetingId, labels).corrected.documents.map(({ document }) => document),
  )
  const passages = documents.flatMap((document) => document.passages)
  return {
    measures: measureMeeting(documents),
    passages: passages.length,
    settled: passages.filter((passage) => (passage.human ?? null) !== null).length,
  }
}

export function refreshRollUp(repositories: Repositories, meetingId: string): void {
  const { measures, passages, settled } = computeRollUp(repositories, meetingId)
  repositories.meetings.storeRollUp(meetingId, measures, { passages, settled })
}

/** One meeting as shown: its items over all documents, with every passage and action. */
export function readMeeting(repositories: Repositories, meetingId: string): MeetingDetail {
  const { passages: _passages, ...summary } = repositories.meetings.summaryOf(meetingId)
  const labels = repositories.labels.ofMeeting(meetingId)
  const loaded = loadMeeting(repositories, meetingId, labels, true)
  const { documents } = loaded
  const { documents: corrected } = loaded.corrected
  const stored = corrected.map(({ document }) => document)
  const measured = layTranscripts(stored)
  const merged = mergeItems(measured)
  const mixes = mixesOfItems(measured, merged)
  const marks = marksOfItems(loaded, merged)

  const itemIds = merged.items.map((item) => {
    const source = item.sources[0]
    const origin = corrected[source?.document ?? 0]?.itemOrigins[source?.item ?? 0]
    if (origin !== undefined && 'added' in origin) return origin.added
    return partId(documents[source?.document ?? 0]?.row.id ?? '', 'i', origin?.read ?? 0)
  })
  const idOf = (document: number, item: number | null): string | null => {
    const index = item === null ? undefined : merged.itemOf[document]?.[item]
    return index === undefined ? null : (itemIds[index] ?? null)
  }

  const passagesOfItem = new Map<string, string[]>()
  const passages: PassageView[] = []
  const actions: MeetingDetail['actions'] = []
  const decisions: MeetingDetail['decisions'] = []
  const attendance: MeetingDetail['attendance'] = []
  const order = documents
    .map((_, index) => index)
    .toSorted((a, b) => rank(documents, a) - rank(documents, b) || a - b)
  for (const index of order) {
    const document = documents[index]
    if (document === undefined) continue
    const documentId = document.row.id
    const learned = learnedMarks(repositories, documentId)
    for (const [at, passage] of document.passages.entries()) {
      const id = partId(documentId, 'p', passage.position)
      const meetingItemId = idOf(index, measured[index]?.passages[at]?.item ?? null)
      const label = labels.get(passage.label_key)
      passages.push({
        id,
        documentId,
        meetingItemId,
        text: passage.text,
        page: passage.page,
        ...passage.classification,
        human: label === undefined ? null : { focus: label.focus, fromCustomers: label.fromCustomers },
        learned: learned.get(passage.position) ?? null,
      })
      if (meetingItemId === null) continue
      const list = passagesOfItem.get(meetingItemId)
      if (list === undefined) passagesOfItem.set(meetingItemId, [id])
      else list.push(id)
    }
    const own = corrected[index]
    own?.document.actions.forEach((action, at) => {
      const origin = own.actionOrigins[at]
      if (origin === undefined) return
      actions.push({
        id: 'added' in origin ? origin.added : partId(documentId, 'a', origin.read),
        documentId,
        meetingItemId: idOf(index, action.item),
        text: action.text,
        owner: action.owner,
        ownerName: action.ownerName,
        due: action.due,
        dueText: action.dueText,
        status: action.status,
        focus: action.focus,
        page: action.evidence.page,
        quote: action.evidence.quote,
        human: own.actionMarks[at] ?? null,
      })
    })
    const { analysis } = document.row.head
    analysis.decisions.forEach(({ item, evidence: read, ...decision }, position) =>
      decisions.push({
        ...decision,
        id: partId(documentId, 'd', position),
        documentId,
        meetingItemId: idOf(index, own?.placeOf(item) ?? null),
        page: read.page,
        quote: read.quote,
      }),
    )
    for (const { evidence: read, ...attendee } of analysis.attendance)
      attendance.push({ ...attendee, documentId, page: read.page })
  }

  const items = merged.items.map((item, index): MeetingItem => {
    const mix = mixes[index]
    const id = itemIds[index] ?? ''
    const shares = mix?.shares ?? {
      customer: 0,
      'customer-in-numbers': 0,
      numbers: 0,
      other: 1,
      procedural: 0,
    }
    return {
      id,
      number: item.number,
      title: item.title,
      level: item.level,
      parent: item.parent === null ? null : (itemIds[item.parent] ?? null),
      lead: item.lead,
      purpose: item.purpose,
      role: item.role,
      deferred: item.deferred,
      planned: item.planned,
      recorded: item.recorded,
      sources: item.sources.flatMap((source) => {
        const stated = stored[source.document]?.items[source.item]
        const origin = corrected[source.document]?.itemOrigins[source.item]
        const documentId = documents[source.document]?.row.id
        // What a person added stands on no page.
        if (stated === undefined || documentId === undefined || origin === undefined || 'added' in origin)
          return []
        return [{ documentId, page: stated.evidence.page, pages: stated.pages, quote: stated.evidence.quote }]
      }),
      focus: leadingFocus(shares),
      shares,
      mixBasis: mix?.basis ?? 'title',
      passages: passagesOfItem.get(id) ?? [],
      human: marks[index] ?? null,
    }
  })

  const { window, mark } = correctedWindow(loaded)
  return {
    ...summary,
    window,
    corrections: meetingCorrections(loaded, mark),
    items,
    passages,
    actions,
    decisions,
    attendance,
  }
}

/** By position: what the shipped model alone said, where learning changed it. */
function learnedMarks(repositories: Repositories, documentId: string): Map<number, LearnedMark> {
  return new Map(
    repositories.learning.parts(documentId).flatMap((part): [number, LearnedMark][] => {
      if (part.part !== 'p') return []
      const { focus: machine, probabilities: machineProbabilities } = part.content
      return [[part.position, { machine, machineProbabilities, sameWords: part.same_words === 1 }]]
    }),
  )
}

const rank = (documents: readonly LoadedDocument[], index: number): number =>
  READING_ORDER.indexOf(documents[index]?.row.kind ?? 'action log')
