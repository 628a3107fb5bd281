import { ServiceError } from '../../shared/contract/errors.ts'
import type { DocumentKind } from '../../shared/model/analysis.ts'
import { splitMentionKey } from './action-marks-repository.ts'
import { forgetGoneTitles } from './board-settings-store.ts'
import type { BriefDocument } from './documents-repository.ts'
import { loadMeeting } from './corrected-meeting.ts'
import { isSamePaper, versionRank } from './file-versions.ts'
import { layLearned, learnedInUse } from './lay-learned.ts'
import { forgetLearned } from './learning-store.ts'
import type { Library } from './library.ts'
import { mentionDigest, mentionsOfMeeting } from './mention-digest.ts'
import { forgetInPlans } from './plans-repository.ts'
import { refreshRollUp } from './read-meeting.ts'

/** The live document of a meeting that is another version of this paper. */
export function otherVersion(
  library: Library,
  meetingId: string,
  paper: { kind: DocumentKind; name: string },
  except: string | null = null,
): BriefDocument | null {
  return (
    library.documents
      .briefOfMeeting(meetingId)
      .findLast((other) => other.replaced_by === null && other.id !== except && isSamePaper(other, paper)) ??
    null
  )
}

/** True when the newcomer takes the place of the other: imported later, unless its name says it is earlier. */
export function isLater(newcomer: string, other: string): boolean {
  return versionRank(newcomer) >= versionRank(other)
}

/** Lets the later version stand and carries the human labels of the earlier to equal words of it. */
export function settleVersion(library: Library, meetingId: string, documentId: string): BriefDocument | null {
  const document = library.documents
    .briefOfMeeting(meetingId)
    .find((candidate) => candidate.id === documentId && candidate.replaced_by === null)
  if (document === undefined) return null
  const other = otherVersion(library, meetingId, document, documentId)
  if (other === null) return null
  const later = isLater(document.name, other.name)
  const [kept, replaced] = later ? [document, other] : [other, document]
  library.documents.setReplacedBy(replaced.id, kept.id)
  library.labels.carryOver(
    meetingId,
    library.labels.ofDocument(replaced.id),
    library.documents.passages(kept.id),
  )
  return later ? other : null
}

/** The digests of all mentions of actions that a meeting holds, those added by hand among them. */
function mentionsStanding(library: Library, meetingId: string): Set<string> {
  const mentions = mentionsOfMeeting(library, meetingId)
  const { documents, corrected } = loadMeeting(library, meetingId, new Map(), true)
  corrected.documents.forEach(({ document, actionOrigins }, index) => {
    const kind = documents[index]?.row.kind
    if (kind === undefined) return
    document.actions.forEach(({ text }, at) => {
      const origin = actionOrigins[at]
      if (origin !== undefined && 'added' in origin) mentions.add(mentionDigest(kind, text))
    })
  })
  return mentions
}

/** Of mentions that were deleted for good nothing is kept, nor in the history. */
function forgetGoneMentions(library: Library, meetingId: string, standing: ReadonlySet<string>): void {
  library.actionMarks.clearOrphans(meetingId, standing)
  library.history.forgetMentions((key) => {
    const { meetingId: of, mention } = splitMentionKey(key)
    return of === meetingId && !standing.has(mention)
  })
}

/** After documents left: the meeting goes with its last one; `purge` lets an unused board go whatever its settings. */
export function tidyMeeting(library: Library, meetingId: string, purge: boolean): boolean {
  if (library.documents.briefOfMeeting(meetingId).length > 0) {
    library.labels.clearOrphans(meetingId)
    if (purge) forgetGoneMentions(library, meetingId, mentionsStanding(library, meetingId))
    refreshRollUp(library, meetingId)
    return false
  }
  const { board_id: boardId } = library.meetings.get(meetingId)
  if (purge) forgetGoneMentions(library, meetingId, new Set())
  library.meetings.remove(meetingId)
  if (purge) {
    library.history.forget({ meetingId })
    library.boards.removeIfEmpty(boardId)
  } else library.boards.removeIfUnused(boardId)
  return true
}

/** Ids of the meeting's corrections that have something to stand on. */
function correctionsStanding(library: Library, meetingId: string): Set<string> {
  const { stored, corrected } = loadMeeting(library, meetingId, new Map(), true)
  const unapplied = new Set(corrected.unapplied)
  return new Set(stored.flatMap(({ id }) => (unapplied.has(id) ? [] : [id])))
}

/**
 * After a purge: corrections that stood on what was purged, and only there, quote it and go with it, and so does
 * what the history holds of them. With the last document all of the meeting's go.
 */
function purgeCorrections(
  library: Library,
  meetingId: string,
  jobs: ReadonlySet<string>,
  standing: ReadonlySet<string>,
): void {
  const isLast = library.documents.briefOfMeeting(meetingId).length === 0
  const still = isLast ? new Set<string>() : correctionsStanding(library, meetingId)
  const left = new Set<string>()
  const removed = new Set<string>()
  for (const { id } of library.corrections.ofMeeting(meetingId)) {
    if (isLast || (standing.has(id) && !still.has(id))) {
      library.corrections.remove(id)
      removed.add(id)
    } else left.add(id)
  }
  library.history.forgetCorrections(({ id, meetingId: of, jobId }) => {
    if (left.has(id)) return false
    return removed.has(id) || of === meetingId || (jobId !== null && jobs.has(jobId))
  })
}

/** Takes documents out with all that speaks of them: jobs, drafts, history, index, and then their originals. */
export async function purgeDocuments(
  library: Library,
  meetingId: string,
  documents: readonly BriefDocument[],
): Promise<boolean> {
  const gone = library.transact(() => {
    library.askForPurge()
    const standing = correctionsStanding(library, meetingId)
    const jobs = new Set<string>()
    for (const document of documents) {
      const ended = library.jobs
        .ofOriginal(document.sha256)
        .filter((job) => job.document_id === document.id || job.code === 'duplicate')
      for (const job of [...library.jobs.ofDocument(document.id), ...ended]) {
        library.jobs.removeDraft(job.id)
        library.jobs.remove(job.id)
        jobs.add(job.id)
      }
      library.documents.remove(document.id)
    }
    forgetInPlans(library.db, new Set(documents.map(({ id }) => id)))
    library.history.forget({ jobIds: jobs })
    purgeCorrections(library, meetingId, jobs, standing)
    const isGone = tidyMeeting(library, meetingId, true)
    forgetLearned(library)
    forgetGoneTitles(library)
    return isGone
  })
  await library.purgeDeleted()
  library.dropOriginals(documents.map((document) => document.sha256))
  return gone
}

/** What was learnt of one board speaks otherwise of another. */
function layAgain(library: Library, meetingId: string): void {
  const model = learnedInUse(library)
  for (const { id } of library.documents.briefOfMeeting(meetingId)) layLearned(library, id, model)
  refreshRollUp(library, meetingId)
}

/** Corrects a meeting's board or date; it joins the meeting already there, whose id then remains. */
export function moveMeeting(
  library: Library,
  id: string,
  patch: { board?: string; date?: string },
): { id: string } {
  return library.transact(() => {
    const meeting = library.meetings.get(id)
    const boardId = patch.board === undefined ? meeting.board_id : library.boards.findOrCreate(patch.board)
    const date = patch.date ?? meeting.date
    const target = library.meetings.idByDate(boardId, date)
    if (target === id) return { id }
    if (target === null) {
      library.meetings.move(id, boardId, date)
      layAgain(library, id)
      library.boards.removeIfUnused(meeting.board_id)
      return { id }
    }
    for (const label of library.labels.ofMeeting(id).values()) library.labels.set(target, label)
    const moved = library.documents.briefOfMeeting(id)
    for (const document of moved) library.documents.setMeeting(document.id, target)
    for (const document of moved) settleVersion(library, target, document.id)
    library.actionMarks.moveMeeting(id, target)
    library.corrections.moveMeeting(id, target)
    library.history.moveMeeting(id, target)
    library.meetings.remove(id)
    library.boards.removeIfUnused(meeting.board_id)
    layAgain(library, target)
    return { id: target }
  })
}

export function briefDocument(library: Library, id: string): BriefDocument {
  const document = library.documents.brief(id)
  if (document === null) throw new ServiceError('not-found')
  return document
}
