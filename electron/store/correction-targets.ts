import { ServiceError } from '../../shared/contract/errors.ts'
import { mergedNames, namesOf } from '../../shared/analysis/corrections/apply-corrections.ts'
import { itemValuesOf } from '../../shared/analysis/corrections/correct-item.ts'
import { windowValuesOf } from '../../shared/analysis/corrections/correct-window.ts'
import { actionAnchorOf, anchorOf } from '../../shared/analysis/corrections/match-anchors.ts'
import { mergeItems } from '../../shared/analysis/measure/merge-items.ts'
import { meetingWindow } from '../../shared/analysis/measure/meeting-window.ts'
import type {
  ActionAnchor,
  ActionAsRead,
  ItemAnchor,
  ItemAsRead,
  WindowAsRead,
} from '../../shared/model/corrections.ts'
import { loadMeeting } from './corrected-meeting.ts'
import type { StoredCorrection } from './corrections-repository.ts'
import { readDraft } from './import-jobs.ts'
import type { Library } from './library.ts'
import { previewDraft } from './preview-draft.ts'
import { parsePartId } from './store-ids.ts'

/** Whose figures a person corrects: a stored meeting's, or those of a file under review. */
export type CorrectionOwner = { meetingId: string } | { jobId: string }

/** What a correction stands on: as read, with the corrections that touch it already, the earlier first. */
export type Target =
  | { on: 'item'; anchor: ItemAnchor; asRead: ItemAsRead; touching: StoredCorrection[] }
  | { on: 'action'; anchor: ActionAnchor; asRead: ActionAsRead; touching: StoredCorrection[] }
  | { on: 'window'; asRead: WindowAsRead; touching: StoredCorrection[] }
  /** Added by a person: it is its own correction. */
  | { on: 'added'; row: StoredCorrection }

const DRAFT_REF = /^([ia])(\d{1,6})$/

const gone = (): never => {
  throw new ServiceError('not-found')
}

function added(library: Library, ref: string, isIn: (row: StoredCorrection) => boolean): Target | null {
  const row = library.corrections.find(ref)
  if (row === null || !isIn(row)) return null
  return row.correction.on === 'new item' || row.correction.on === 'new action' ? { on: 'added', row } : null
}

const rowsOf = (
  stored: readonly StoredCorrection[],
  placed: readonly { id: string }[] | undefined,
): StoredCorrection[] => {
  const ids = new Set(placed?.map(({ id }) => id))
  return stored.filter(({ id }) => ids.has(id))
}

function findInMeeting(
  library: Library,
  meetingId: string,
  on: 'item' | 'action' | 'window',
  ref: string,
): Target {
  library.meetings.get(meetingId)
  const own = added(library, ref, (row) => row.meetingId === meetingId)
  if (own !== null) return own
  const { documents, stored, corrected } = loadMeeting(library, meetingId, new Map(), true)
  const asRead = documents.map((document) => document.asRead)
  if (on === 'window')
    return {
      on,
      asRead: windowValuesOf({
        planned: meetingWindow(asRead, 'planned'),
        recorded: meetingWindow(asRead, 'recorded'),
      }),
      touching: stored.filter(({ correction }) => correction.on === 'window'),
    }
  const part = parsePartId(ref) ?? gone()
  const document = documents.findIndex(({ row }) => row.id === part.documentId)
  if (on === 'item') {
    const merged = mergeItems(asRead)
    const at = merged.itemOf[document]?.[part.position]
    const item = at === undefined ? undefined : merged.items[at]
    const anchor = at === undefined ? null : anchorOf(mergedNames(asRead), at)
    if (item === undefined || anchor === null) return gone()
    const placed = item.sources.flatMap(
      (source) => corrected.documents[source.document]?.itemCorrections.get(source.item) ?? [],
    )
    return { on, anchor, asRead: itemValuesOf(item), touching: rowsOf(stored, placed) }
  }
  const actions = asRead[document]?.actions ?? []
  const action = actions[part.position]
  const texts = actions.map(({ text }) => text)
  const anchor = actionAnchorOf(texts, part.position)
  if (action === undefined || anchor === null) return gone()
  const placed = corrected.documents[document]?.actionCorrections.get(part.position)
  return { on, anchor, asRead: action, touching: rowsOf(stored, placed) }
}

function findInDraft(library: Library, jobId: string, on: 'item' | 'action' | 'window', ref: string): Target {
  const job = library.jobs.get(jobId)
  if (job.state !== 'review') throw new ServiceError('conflict')
  const own = added(library, ref, (row) => row.jobId === jobId)
  if (own !== null) return own
  const draft = readDraft(library, jobId) ?? gone()
  const { corrected, stored } = previewDraft(library, job, draft)
  const { analysis } = draft
  if (on === 'window')
    return {
      on,
      asRead: windowValuesOf(analysis.window),
      touching: stored.filter(({ correction }) => correction.on === 'window'),
    }
  const match = DRAFT_REF.exec(ref)
  const position = Number(match?.[2] ?? -1)
  if (match?.[1] !== (on === 'item' ? 'i' : 'a')) return gone()
  if (on === 'item') {
    const item = analysis.items[position]
    const anchor = anchorOf(namesOf(analysis), position)
    if (item === undefined || anchor === null) return gone()
    const touching = rowsOf(stored, corrected.itemCorrections.get(position))
    return { on, anchor, asRead: itemValuesOf(item), touching }
  }
  const action = analysis.actions[position]
  const texts = analysis.actions.map(({ text }) => text)
  const anchor = actionAnchorOf(texts, position)
  if (action === undefined || anchor === null) return gone()
  return { on, anchor, asRead: action, touching: rowsOf(stored, corrected.actionCorrections.get(position)) }
}

/** What a reference names, as it was read; `not-found` when it is gone. */
export function findTarget(
  library: Library,
  owner: CorrectionOwner,
  on: 'item' | 'action' | 'window',
  ref: string,
): Target {
  return 'meetingId' in owner
    ? findInMeeting(library, owner.meetingId, on, ref)
    : findInDraft(library, owner.jobId, on, ref)
}
