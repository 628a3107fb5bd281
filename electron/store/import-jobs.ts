import { measureMeeting } from '../../shared/analysis/measure/measure-meeting.ts'
import { REFUSAL_WORDS } from '../../shared/model/import-result.ts'
import type { ImportJob, JobState } from '../../shared/model/library.ts'
import type { JobRow } from './jobs-repository.ts'
import type { Draft, KeepOutcome } from './library-store.ts'
import { layLearned, learnedInUse, restoreMachine } from './lay-learned.ts'
import type { Library } from './library.ts'
import { isLater, otherVersion, settleVersion, tidyMeeting } from './meeting-changes.ts'
import { refreshRollUp } from './read-meeting.ts'

const ENDED: readonly JobState[] = ['kept', 'discarded', 'undone', 'refused', 'cancelled', 'opened']
export const isEnded = (state: JobState) => ENDED.includes(state)

export function duplicateOf(library: Library, sha256: string | null): ImportJob['duplicateOf'] {
  const twin = sha256 === null ? null : library.documents.byOriginal(sha256)
  return twin === null ? null : { documentId: twin.id, name: twin.name, meetingId: twin.meeting_id }
}

/** The meeting a job's document would join, and the version it would replace there. */
export function placeOf(
  library: Library,
  job: JobRow,
): { meetingId: string | null; replaces: ImportJob['wouldReplace'] } {
  const boardId = job.board === null ? null : library.boards.idByName(job.board)
  const meetingId = boardId === null ? null : library.meetings.idByDate(boardId, job.date)
  if (meetingId === null || job.kind === null) return { meetingId, replaces: null }
  const other = otherVersion(library, meetingId, { kind: job.kind, name: job.name })
  if (other === null || !isLater(job.name, other.name)) return { meetingId, replaces: null }
  return { meetingId, replaces: { documentId: other.id, name: other.name } }
}

export function toImportJob(library: Library, row: JobRow): ImportJob {
  const kept = row.document_id === null ? null : library.documents.brief(row.document_id)
  const place = row.state === 'review' ? placeOf(library, row) : null
  return {
    id: row.id,
    name: row.name,
    bytes: row.bytes,
    state: row.state,
    progress: isEnded(row.state) || row.state === 'review' ? 1 : 0,
    addedAt: row.added_at,
    result: row.result,
    code: row.code,
    message: row.message,
    kind: row.kind,
    board: row.board,
    date: row.date,
    pages: row.pages,
    items: row.items,
    passages: row.passages,
    warnings: row.warnings,
    meetingId: kept?.meeting_id ?? place?.meetingId ?? null,
    documentId: kept?.id ?? null,
    duplicateOf: row.state === 'review' || row.code === 'duplicate' ? duplicateOf(library, row.sha256) : null,
    wouldReplace: place?.replaces ?? null,
  }
}

export const readJob = (library: Library, id: string): ImportJob => toImportJob(library, library.jobs.get(id))

/** Stores what was read and opens it for review. */
export function saveDraft(library: Library, id: string, draft: Draft): ImportJob {
  return library.transact(() => {
    const { analysis, document } = draft
    const warnings = analysis.warnings.length > 0 ? analysis.warnings : document.warnings
    library.jobs.putDraft(id, draft)
    library.jobs.update(id, {
      state: 'review',
      result: warnings.length > 0 ? 'imported-with-warning' : 'imported',
      code: null,
      message: null,
      warnings,
      kind: analysis.kind,
      board: analysis.body?.value ?? null,
      date: analysis.date?.value ?? null,
      pages: analysis.pages,
      items: analysis.items.length,
      passages: analysis.passages.length,
    })
    return readJob(library, id)
  })
}

/** The draft with the board, date and kind a person gave it; corrections of its parts are laid over it elsewhere. */
export function readDraft(library: Library, id: string): Draft | null {
  const job = library.jobs.get(id)
  const draft = library.jobs.draft(id)
  if (draft === null) return null
  const said = draft.analysis
  const kind = job.kind ?? said.kind
  const analysis: Draft['analysis'] = {
    ...said,
    kind,
    kindEvidence: kind === said.kind ? said.kindEvidence : null,
    body: job.board === (said.body?.value ?? null) ? said.body : withoutEvidence(job.board),
    date: job.date === (said.date?.value ?? null) ? said.date : withoutEvidence(job.date),
  }
  return {
    document: draft.document,
    analysis: kind === said.kind ? analysis : { ...analysis, measures: measureMeeting([analysis]) },
  }
}

/** A person's word needs no evidence. */
const withoutEvidence = (value: string | null) => (value === null ? null : { value, evidence: null })

/** Stores a job's document whole, joining or making its meeting. Runs inside the caller's transaction. */
export function keepInTransaction(library: Library, id: string): KeepOutcome {
  const job = library.jobs.get(id)
  const draft =
    job.state === 'review' && job.board !== null && job.sha256 !== null ? readDraft(library, id) : null
  if (draft === null || job.board === null || job.sha256 === null)
    return { outcome: 'not-ready', job: readJob(library, id) }
  const twin = duplicateOf(library, job.sha256)
  if (twin !== null) {
    library.jobs.removeDraft(id)
    library.jobs.update(id, {
      state: 'refused',
      result: 'refused',
      code: 'duplicate',
      message: REFUSAL_WORDS.duplicate,
    })
    return { outcome: 'duplicate', job: readJob(library, id), duplicateOf: twin }
  }
  const boardId = library.boards.findOrCreate(job.board)
  const home = job.home_meeting
  const meetingId =
    library.meetings.idByDate(boardId, job.date) ??
    (home !== null && !library.meetings.exists(home)
      ? library.meetings.create(boardId, job.date, home)
      : library.meetings.create(boardId, job.date))
  const documentId = library.documents.insert({
    meetingId,
    name: job.name,
    sha256: job.sha256,
    result: job.result ?? 'imported',
    addedAt: job.added_at,
    draft,
  })
  for (const label of job.labels) library.labels.addMissing(meetingId, label)
  library.corrections.keepWithJob(id, meetingId, { kind: draft.analysis.kind, name: job.name })
  layLearned(library, documentId, learnedInUse(library))
  const replaced = settleVersion(library, meetingId, documentId)
  library.jobs.removeDraft(id)
  library.jobs.update(id, { state: 'kept', document_id: documentId, labels: [], home_meeting: meetingId })
  refreshRollUp(library, meetingId)
  return {
    outcome: 'kept',
    job: readJob(library, id),
    meetingId,
    documentId,
    replaced: replaced === null ? null : { documentId: replaced.id, name: replaced.name },
  }
}

const keepLabel = (count: number) => (count === 1 ? 'Import a file' : `Import ${count} files`)

/** Each document in a transaction of its own, all of them one entry in the history. */
export function keepAll(library: Library, ids: readonly string[]): KeepOutcome[] {
  const kept: string[] = []
  let entry: number | null = null
  return ids.map((id) =>
    library.transact(() => {
      const outcome = keepInTransaction(library, id)
      if (outcome.outcome !== 'kept') return outcome
      kept.push(id)
      const step = { kind: 'keep' as const, jobIds: kept }
      if (entry === null) entry = library.history.add(keepLabel(kept.length), step)
      else library.history.change(entry, keepLabel(kept.length), step)
      return outcome
    }),
  )
}

/** Takes kept documents out again, their drafts and labels as they are now. Inside the caller's transaction. */
export function unkeepInTransaction(library: Library, ids: readonly string[]): string[] {
  const meetings = new Set<string>()
  for (const id of ids) {
    const job = library.jobs.get(id)
    const row = job.document_id === null ? null : library.documents.find(job.document_id)
    if (job.state !== 'kept' || row === null) continue
    // A draft is what the machine reads; learning is laid over it when it is kept.
    restoreMachine(library, row.id)
    const { document, analysis } = library.documents.content(row)
    const meeting = library.meetings.get(row.meeting_id)
    library.jobs.putDraft(id, { document, analysis: { ...analysis, measures: measureMeeting([analysis]) } })
    library.jobs.update(id, {
      state: 'review',
      document_id: null,
      kind: row.kind,
      board: meeting.board,
      date: meeting.date,
      labels: library.labels.ofDocument(row.id),
      home_meeting: row.meeting_id,
    })
    library.documents.remove(row.id)
    library.corrections.takeBackWithJob(id, row.meeting_id)
    if (library.documents.briefOfMeeting(row.meeting_id).length === 0)
      library.corrections.attachToJob(id, row.meeting_id)
    tidyMeeting(library, row.meeting_id, false)
    meetings.add(row.meeting_id)
  }
  return [...meetings]
}
