import { applyTitleRoles, indexTitleRoles } from '../../shared/analysis/boards/title-roles.ts'
import { applyCorrections } from '../../shared/analysis/corrections/apply-corrections.ts'
import { describeCorrection } from '../../shared/analysis/corrections/describe-correction.ts'
import { windowValuesOf } from '../../shared/analysis/corrections/correct-window.ts'
import { itemValuesOf } from '../../shared/analysis/corrections/correct-item.ts'
import type {
  Corrected,
  CorrectableDocument,
  PlacedCorrection,
} from '../../shared/analysis/corrections/placed-correction.ts'
import { meetingWindow } from '../../shared/analysis/measure/meeting-window.ts'
import { mergeItems } from '../../shared/analysis/measure/merge-items.ts'
import type { MergedMeeting } from '../../shared/analysis/measure/merge-items.ts'
import type { MeasuredPassage } from '../../shared/analysis/measure/measured-document.ts'
import { WINDOW_FIELDS } from '../../shared/model/corrections.ts'
import type { ItemMark, MeetingCorrections, RemovedPart, WindowMark } from '../../shared/model/corrections.ts'
import type { StoredCorrection } from './corrections-repository.ts'
import type { DocumentRow, PassageRow } from './documents-repository.ts'
import { isSamePaper } from './file-versions.ts'
import type { StoredLabel } from './labels-repository.ts'
import type { Repositories } from './repositories.ts'
import { partId } from './store-ids.ts'

export interface StoredDocument extends CorrectableDocument {
  passages: MeasuredPassage[]
}

export interface LoadedDocument {
  row: DocumentRow
  passages: PassageRow[]
  asRead: StoredDocument
}

/** The live documents of a meeting as they were read, with what people corrected laid over them. */
export interface LoadedMeeting {
  documents: LoadedDocument[]
  stored: StoredCorrection[]
  corrected: Corrected<StoredDocument>
}

function loadDocument(
  repositories: Repositories,
  row: DocumentRow,
  labels: ReadonlyMap<string, StoredLabel>,
  roles: ReturnType<typeof indexTitleRoles>,
  withActions: boolean,
): LoadedDocument {
  const passages = repositories.documents.passages(row.id)
  return {
    row,
    passages,
    asRead: {
      kind: row.kind,
      pages: row.head.analysis.pages,
      window: row.head.analysis.window,
      items: applyTitleRoles(repositories.documents.items(row.id), roles),
      passages: passages.map((passage) => ({
        text: passage.text,
        page: passage.page,
        item: passage.item,
        probabilities: passage.classification.probabilities,
        human: labels.get(passage.label_key)?.focus ?? null,
      })),
      talk: row.head.analysis.talk,
      actions: withActions ? repositories.documents.actions(row.id) : [],
    },
  }
}

/** Which of these documents each correction may touch. */
export function placeCorrections(
  stored: readonly StoredCorrection[],
  documents: readonly { kind: DocumentRow['kind']; name: string }[],
): PlacedCorrection[] {
  return stored.map(({ id, number, whole, paper, correction }) => ({
    id,
    number,
    correction,
    documents: whole
      ? null
      : documents.flatMap((document, index) =>
          paper !== null && isSamePaper(paper, document) ? [index] : [],
        ),
  }))
}

export function loadMeeting(
  repositories: Repositories,
  meetingId: string,
  labels: ReadonlyMap<string, StoredLabel>,
  /** Measuring needs no actions. */
  withActions = false,
): LoadedMeeting {
  const { board_id: boardId } = repositories.meetings.get(meetingId)
  const roles = indexTitleRoles(repositories.boards.titleRoles(boardId))
  const documents = repositories.documents
    .liveOfMeeting(meetingId)
    .map((row) => loadDocument(repositories, row, labels, roles, withActions))
  const stored = repositories.corrections.ofMeeting(meetingId)
  const placed = placeCorrections(
    stored,
    documents.map(({ row }) => ({ kind: row.kind, name: row.name })),
  )
  return {
    documents,
    stored,
    corrected: applyCorrections(
      documents.map(({ asRead }) => asRead),
      placed,
    ),
  }
}

/** The same item over all documents, as it was before anyone corrected it. */
function mergedAsRead({ documents, stored }: LoadedMeeting): MergedMeeting | null {
  return stored.length === 0 ? null : mergeItems(documents.map(({ asRead }) => asRead))
}

/** What people changed of each merged item; all null where nobody did. */
export function marksOfItems(loaded: LoadedMeeting, merged: MergedMeeting): (ItemMark | null)[] {
  const before = mergedAsRead(loaded)
  return merged.items.map((item): ItemMark | null => {
    const fields = new Set<ItemMark['fields'][number]>()
    let asRead: ItemMark['asRead'] = null
    let isMarked = false
    for (const source of item.sources) {
      const document = loaded.corrected.documents[source.document]
      const mark = document?.itemMarks[source.item] ?? null
      if (mark === null) continue
      isMarked = true
      for (const field of mark.fields) fields.add(field)
      const origin = document?.itemOrigins[source.item]
      const at =
        origin === undefined || !('read' in origin)
          ? undefined
          : before?.itemOf[source.document]?.[origin.read]
      const read = at === undefined ? undefined : before?.items[at]
      if (read !== undefined) asRead ??= itemValuesOf(read)
    }
    return isMarked ? { fields: [...fields], asRead } : null
  })
}

function removedParts(loaded: LoadedMeeting): RemovedPart[] {
  const before = mergedAsRead(loaded)
  const seen = new Set<number>()
  const removed: RemovedPart[] = []
  loaded.corrected.documents.forEach((document, index) => {
    const read = loaded.documents[index]
    if (read === undefined) return
    for (const position of document.removedItems) {
      const merged = before?.itemOf[index]?.[position]
      const item = read.asRead.items[position]
      if (item === undefined || (merged !== undefined && seen.has(merged))) continue
      if (merged !== undefined) seen.add(merged)
      removed.push({
        ref: partId(read.row.id, 'i', position),
        on: 'item',
        number: item.number,
        text: item.title,
        page: item.evidence.page,
      })
    }
    for (const position of document.removedActions) {
      const action = read.asRead.actions[position]
      if (action === undefined) continue
      removed.push({
        ref: partId(read.row.id, 'a', position),
        on: 'action',
        number: null,
        text: action.text,
        page: action.evidence.page,
      })
    }
  })
  return removed
}

/** The meeting's window, as corrected, with what a person changed of it. */
export function correctedWindow(loaded: LoadedMeeting) {
  const documents = loaded.corrected.documents.map(({ document }) => document)
  const asRead = loaded.documents.map((document) => document.asRead)
  const before = { planned: meetingWindow(asRead, 'planned'), recorded: meetingWindow(asRead, 'recorded') }
  const window = {
    planned: meetingWindow(documents, 'planned'),
    recorded: meetingWindow(documents, 'recorded'),
  }
  const fields = WINDOW_FIELDS.filter((field) =>
    loaded.corrected.documents.some((document) => document.windowMark?.fields.includes(field)),
  )
  const mark: WindowMark | null = fields.length === 0 ? null : { fields, asRead: windowValuesOf(before) }
  return { window, mark }
}

export function meetingCorrections(loaded: LoadedMeeting, window: WindowMark | null): MeetingCorrections {
  const unapplied = new Set(loaded.corrected.unapplied)
  return {
    window,
    removed: removedParts(loaded),
    unapplied: loaded.stored
      .filter(({ id }) => unapplied.has(id))
      .map(({ id, correction }) => describeCorrection(id, correction)),
  }
}
