import { leadingFocus, mixesOfItems } from '../../shared/analysis/measure/item-mix.ts'
import type { MeasuredDocument } from '../../shared/analysis/measure/measured-document.ts'
import { measureMeeting } from '../../shared/analysis/measure/measure-meeting.ts'
import { mergeItems } from '../../shared/analysis/measure/merge-items.ts'
import type { DocumentKind, TimeWindow } from '../../shared/model/analysis.ts'
import type { MeetingDetail, MeetingItem, PassageView } from '../../shared/model/library.ts'
import type { Measures } from '../../shared/model/measures.ts'
import type { DocumentRow, PassageRow } from './documents-repository.ts'
import type { StoredLabel } from './labels-repository.ts'
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

interface LoadedDocument {
  row: DocumentRow
  passages: PassageRow[]
  measured: MeasuredDocument
}

function loadLive(repositories: Repositories, meetingId: string, labels: Map<string, StoredLabel>) {
  return repositories.documents.liveOfMeeting(meetingId).map((row): LoadedDocument => {
    const passages = repositories.documents.passages(row.id)
    return {
      row,
      passages,
      measured: {
        kind: row.kind,
        pages: row.head.analysis.pages,
        window: row.head.analysis.window,
        items: repositories.documents.items(row.id),
        passages: passages.map((passage) => ({
          text: passage.text,
          page: passage.page,
          item: passage.item,
          probabilities: passage.classification.probabilities,
          human: labels.get(passage.label_key)?.focus ?? null,
        })),
      },
    }
  })
}

export interface RollUp {
  measures: Measures
  passages: number
  settled: number
}

/** A meeting's measures from all its live documents, human labels counting as certain. */
export function computeRollUp(repositories: Repositories, meetingId: string): RollUp {
  const labels = repositories.labels.ofMeeting(meetingId)
  const documents = loadLive(repositories, meetingId, labels)
  const passages = documents.flatMap((document) => document.measured.passages)
  return {
    measures: measureMeeting(documents.map((document) => document.measured)),
    passages: passages.length,
    settled: passages.filter((passage) => (passage.human ?? null) !== null).length,
  }
}

export function refreshRollUp(repositories: Repositories, meetingId: string): void {
  const { measures, passages, settled } = computeRollUp(repositories, meetingId)
  repositories.meetings.storeRollUp(meetingId, measures, { passages, settled })
}

function windowOf(documents: readonly LoadedDocument[], which: 'planned' | 'recorded'): TimeWindow | null {
  const kinds: DocumentKind[] =
    which === 'planned' ? ['agenda', 'pack', 'paper', 'minutes', 'transcript'] : ['minutes', 'transcript']
  const found = kinds
    .flatMap((kind) => documents.filter((document) => document.row.kind === kind))
    .map((document) => document.measured.window[which])
    .filter((window) => window !== null)
  return found.find((window) => window.start !== null && window.end !== null) ?? found[0] ?? null
}

/** One meeting as shown: its items over all documents, with every passage and action. */
export function readMeeting(repositories: Repositories, meetingId: string): MeetingDetail {
  const { passages: _passages, ...summary } = repositories.meetings.summaryOf(meetingId)
  const labels = repositories.labels.ofMeeting(meetingId)
  const documents = loadLive(repositories, meetingId, labels)
  const measured = documents.map((document) => document.measured)
  const merged = mergeItems(measured)
  const mixes = mixesOfItems(measured, merged)

  const itemIds = merged.items.map((item) => {
    const source = item.sources[0]
    return partId(documents[source?.document ?? 0]?.row.id ?? '', 'i', source?.item ?? 0)
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
    for (const passage of document.passages) {
      const id = partId(documentId, 'p', passage.position)
      const meetingItemId = idOf(index, passage.item)
      const label = labels.get(passage.label_key)
      passages.push({
        id,
        documentId,
        meetingItemId,
        text: passage.text,
        page: passage.page,
        ...passage.classification,
        human: label === undefined ? null : { focus: label.focus, fromCustomers: label.fromCustomers },
      })
      if (meetingItemId === null) continue
      const list = passagesOfItem.get(meetingItemId)
      if (list === undefined) passagesOfItem.set(meetingItemId, [id])
      else list.push(id)
    }
    repositories.documents.actions(documentId).forEach((action, position) =>
      actions.push({
        id: partId(documentId, 'a', position),
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
      }),
    )
    const { analysis } = document.row.head
    analysis.decisions.forEach(({ item, evidence: read, ...decision }, position) =>
      decisions.push({
        ...decision,
        id: partId(documentId, 'd', position),
        documentId,
        meetingItemId: idOf(index, item),
        page: read.page,
        quote: read.quote,
      }),
    )
    for (const { evidence: read, ...attendee } of analysis.attendance)
      attendance.push({ ...attendee, documentId, page: read.page })
  }

  const evidence = documents.map((document) => repositories.documents.items(document.row.id))
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
        const stated = evidence[source.document]?.[source.item]
        const documentId = documents[source.document]?.row.id
        if (stated === undefined || documentId === undefined) return []
        return [{ documentId, page: stated.evidence.page, pages: stated.pages, quote: stated.evidence.quote }]
      }),
      focus: leadingFocus(shares),
      shares,
      mixBasis: mix?.basis ?? 'title',
      passages: passagesOfItem.get(id) ?? [],
    }
  })

  return {
    ...summary,
    window: { planned: windowOf(documents, 'planned'), recorded: windowOf(documents, 'recorded') },
    items,
    passages,
    actions,
    decisions,
    attendance,
  }
}

const rank = (documents: readonly LoadedDocument[], index: number): number =>
  READING_ORDER.indexOf(documents[index]?.row.kind ?? 'action log')
