import { applyTitleRoles, indexTitleRoles } from '../../shared/analysis/boards/title-roles.ts'
import { compareVersions } from '../../shared/analysis/corrections/compare-versions.ts'
import { correctAnalysis } from '../../shared/analysis/corrections/correct-analysis.ts'
import { describeCorrection } from '../../shared/analysis/corrections/describe-correction.ts'
import type { Origin, PlacedCorrection } from '../../shared/analysis/corrections/placed-correction.ts'
import type { AnalysedDocument } from '../../shared/model/analysis.ts'
import type { PreviewCorrections, RemovedPart, VersionDifference } from '../../shared/model/corrections.ts'
import { loadMeeting } from './corrected-meeting.ts'
import type { StoredCorrection } from './corrections-repository.ts'
import { isSamePaper } from './file-versions.ts'
import { placeOf, readDraft } from './import-jobs.ts'
import type { JobRow } from './jobs-repository.ts'
import type { Draft } from './library-store.ts'
import type { Library } from './library.ts'

/** The file's own corrections, and those its meeting already has for this paper or for the meeting as a whole. */
function correctionsFor(
  library: Library,
  job: JobRow,
  kind: AnalysedDocument['kind'],
): { stored: StoredCorrection[]; ofPaper: Set<string> } {
  const own = library.corrections.ofJob(job.id)
  const { meetingId } = placeOf(library, job)
  const there = meetingId === null ? [] : library.corrections.ofMeeting(meetingId)
  const ofPaper = there.filter(
    ({ whole, paper }) => !whole && paper !== null && isSamePaper(paper, { kind, name: job.name }),
  )
  // What was added to the meeting as a whole is not of this paper.
  const ofMeeting = there.filter(
    ({ whole, correction }) => whole && correction.on !== 'new item' && correction.on !== 'new action',
  )
  return {
    stored: [...ofPaper, ...ofMeeting, ...own].toSorted((a, b) => a.number - b.number),
    ofPaper: new Set([...ofPaper, ...own].map(({ id }) => id)),
  }
}

/** The board's own list of titles holds for a paper before it is kept. */
function asItsBoardCounts(library: Library, job: JobRow, { analysis }: Draft): AnalysedDocument {
  const boardId = job.board === null ? null : library.boards.idByName(job.board)
  const roles = indexTitleRoles(boardId === null ? [] : library.boards.titleRoles(boardId))
  return roles.size === 0 ? analysis : { ...analysis, items: applyTitleRoles(analysis.items, roles) }
}

/** A draft with what people corrected laid over it. */
export function previewDraft(library: Library, job: JobRow, draft: Draft) {
  const { stored, ofPaper } = correctionsFor(library, job, draft.analysis.kind)
  const placed = stored.map(({ id, number, correction }): PlacedCorrection => ({
    id,
    number,
    correction,
    documents: [0],
  }))
  const read = asItsBoardCounts(library, job, draft)
  const { analysis, corrected, unapplied } = correctAnalysis(read, placed, read !== draft.analysis)
  return { analysis, corrected, stored, unapplied: unapplied.filter((id) => ofPaper.has(id)) }
}

const refOf = (origin: Origin | undefined, letter: 'i' | 'a'): string =>
  origin === undefined ? '' : 'added' in origin ? origin.added : `${letter}${origin.read}`

/** What keeping the file would store, with what people corrected in it and how it differs from what it replaces. */
export function readPreview(
  library: Library,
  id: string,
): {
  analysis: AnalysedDocument
  corrections: PreviewCorrections
  difference: VersionDifference | null
} | null {
  const draft = readDraft(library, id)
  if (draft === null) return null
  const job = library.jobs.get(id)
  const { analysis, corrected, stored, unapplied } = previewDraft(library, job, draft)
  const gone = new Set(unapplied)
  const removed: RemovedPart[] = [
    ...corrected.removedItems.flatMap((position): RemovedPart[] => {
      const item = draft.analysis.items[position]
      if (item === undefined) return []
      const { number, title, evidence } = item
      return [{ ref: `i${position}`, on: 'item', number, text: title, page: evidence.page }]
    }),
    ...corrected.removedActions.flatMap((position): RemovedPart[] => {
      const action = draft.analysis.actions[position]
      if (action === undefined) return []
      return [
        { ref: `a${position}`, on: 'action', number: null, text: action.text, page: action.evidence.page },
      ]
    }),
  ]
  return {
    analysis,
    corrections: {
      items: corrected.itemOrigins.map((origin, at) => ({
        ref: refOf(origin, 'i'),
        mark: corrected.itemMarks[at] ?? null,
      })),
      actions: corrected.actionOrigins.map((origin, at) => ({
        ref: refOf(origin, 'a'),
        mark: corrected.actionMarks[at] ?? null,
      })),
      window: corrected.windowMark,
      removed,
      unapplied: stored
        .filter((row) => gone.has(row.id))
        .map((row) => describeCorrection(row.id, row.correction)),
    },
    difference: differenceFrom(library, job, analysis),
  }
}

function differenceFrom(library: Library, job: JobRow, analysis: AnalysedDocument): VersionDifference | null {
  const { meetingId, replaces } = placeOf(library, job)
  if (meetingId === null || replaces === null) return null
  const loaded = loadMeeting(library, meetingId, new Map(), true)
  const at = loaded.documents.findIndex(({ row }) => row.id === replaces.documentId)
  const earlier = loaded.corrected.documents[at]?.document
  return earlier === undefined ? null : compareVersions(earlier, analysis)
}
