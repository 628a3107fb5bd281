import { ServiceError } from '../../shared/contract/errors.ts'
import type { HumanLabel } from '../../shared/model/library.ts'
import { applyBoardChanges } from './board-settings-store.ts'
import { changeNow } from './change-now.ts'
import { applyCorrectionChanges } from './correction-changes.ts'
import { applyAnnotations } from './annotation-store.ts'
import { splitMentionKey } from './action-marks-repository.ts'
import { applyCustomers, applyVerdicts } from './customer-changes.ts'
import type { LabelChange } from './history-repository.ts'
import { keepInTransaction, readJob, unkeepInTransaction } from './import-jobs.ts'
import { putInUse } from './learning-store.ts'
import type { HistoryStep, StoreChange } from './library-store.ts'
import type { Library } from './library.ts'
import { refreshRollUp } from './read-meeting.ts'
import { parsePartId } from './store-ids.ts'

/** Where the passages stand and what they are labelled by; an id that is gone is a `not-found`. */
function resolve(library: Library, ids: readonly string[]): Map<string, Omit<LabelChange, 'after'>> {
  const wanted = new Map<string, Set<number>>()
  for (const id of ids) {
    const part = parsePartId(id)
    if (part === null || part.part !== 'p') throw new ServiceError('not-found')
    const positions = wanted.get(part.documentId)
    if (positions === undefined) wanted.set(part.documentId, new Set([part.position]))
    else positions.add(part.position)
  }
  const found = new Map<string, Omit<LabelChange, 'after'>>()
  for (const [documentId, positions] of wanted) {
    const document = library.documents.brief(documentId)
    if (document === null) throw new ServiceError('not-found')
    for (const passage of library.documents.passages(documentId)) {
      if (!positions.delete(passage.position)) continue
      found.set(`${document.meeting_id} ${passage.label_key}`, {
        meetingId: document.meeting_id,
        labelKey: passage.label_key,
        textKey: passage.text_key,
        before: library.labels.find(document.meeting_id, passage.label_key),
      })
    }
    if (positions.size > 0) throw new ServiceError('not-found')
  }
  return found
}

function apply(library: Library, changes: readonly LabelChange[], to: 'before' | 'after'): string[] {
  const meetings = new Set<string>()
  for (const change of changes) {
    if (!library.meetings.exists(change.meetingId)) continue
    const label = change[to]
    if (label === null) library.labels.clear(change.meetingId, change.labelKey)
    else
      library.labels.set(change.meetingId, { labelKey: change.labelKey, textKey: change.textKey, ...label })
    meetings.add(change.meetingId)
  }
  for (const meetingId of meetings) refreshRollUp(library, meetingId)
  return [...meetings]
}

/** Settles passages (and their twins: the same words under the same item of that meeting), or opens them again. */
export function relabel(
  library: Library,
  ids: readonly string[],
  label: HumanLabel | null,
): { change: StoreChange; meetingIds: string[] } {
  return library.transact(() => {
    const after =
      label === null
        ? null
        : { focus: label.focus, fromCustomers: label.focus === 'customer' && label.fromCustomers }
    const changes = [...resolve(library, ids).values()].map((found): LabelChange => ({ ...found, after }))
    const meetingIds = apply(library, changes, 'after')
    const words = after === null ? 'Clear the label of' : 'Relabel'
    const text = changes.length === 1 ? `${words} a passage` : `${words} ${changes.length} passages`
    library.history.add(text, { kind: 'relabel', changes })
    return { change: changeNow(library, text), meetingIds }
  })
}

/** Takes the last change back (`undo`), or makes it again; null when there is none. */
export function stepHistory(library: Library, direction: 'undo' | 'redo'): HistoryStep | null {
  return library.transact(() => {
    const entry = direction === 'undo' ? library.history.nextUndo() : library.history.nextRedo()
    if (entry === null) return null
    let meetingIds: string[] = []
    let jobIds: string[] = []
    let reread: string[] = []
    const side = direction === 'undo' ? 'before' : 'after'
    if (entry.step.kind === 'relabel') {
      meetingIds = apply(library, entry.step.changes, direction === 'undo' ? 'before' : 'after')
    } else if (entry.step.kind === 'actions') {
      for (const change of entry.step.changes) {
        if (!library.meetings.exists(splitMentionKey(change.key).meetingId)) continue
        library.actionMarks.set(change.key, direction === 'undo' ? change.before : change.after)
      }
      meetingIds = []
    } else if (entry.step.kind === 'annotate') {
      applyAnnotations(library, entry.step.changes, direction === 'undo' ? 'before' : 'after')
      meetingIds = []
    } else if (entry.step.kind === 'correct') {
      const touched = applyCorrectionChanges(
        library,
        entry.step.changes,
        direction === 'undo' ? 'before' : 'after',
      )
      meetingIds = touched.meetingIds
      jobIds = touched.jobIds
    } else if (entry.step.kind === 'learning') {
      meetingIds = entry.step.changes.flatMap((change) => putInUse(library, change[side]))
    } else if (entry.step.kind === 'board') {
      ;({ meetingIds, reread } = applyBoardChanges(library, entry.step.changes, side))
    } else if (entry.step.kind === 'customers') {
      applyCustomers(library, entry.step.changes, side)
    } else if (entry.step.kind === 'mention-verdicts') {
      applyVerdicts(library, entry.step.changes, side)
    } else {
      jobIds = entry.step.jobIds
      meetingIds =
        direction === 'undo'
          ? unkeepInTransaction(library, jobIds)
          : jobIds.flatMap((id) => {
              const outcome = keepInTransaction(library, id)
              return outcome.outcome === 'kept' ? [outcome.meetingId] : []
            })
    }
    library.history.mark(entry.number, direction === 'undo')
    return {
      change: changeNow(library, entry.label),
      meetingIds: [...new Set(meetingIds)],
      jobs: jobIds.map((id) => readJob(library, id)),
      reread,
    }
  })
}
