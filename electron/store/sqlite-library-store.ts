import { ServiceError } from '../../shared/contract/errors.ts'
import { measureTrend } from '../../shared/analysis/measure/measure-trend.ts'
import type { BoardTrend, DocumentPage } from '../../shared/model/library.ts'
import { createAnnotationStore } from './annotation-store.ts'
import { createBackupStore } from './backup/backup-store.ts'
import { createBoardSettingsStore } from './board-settings-store.ts'
import { createBeliefStore } from './belief-repository.ts'
import { createActionStore } from './action-threads-repository.ts'
import { correctedTitles } from './corrected-titles.ts'
import { createCorrectionsStore } from './corrections-store.ts'
import { createCustomersStore } from './customers-store.ts'
import { asServiceError } from './driver.ts'
import {
  duplicateOf,
  isEnded,
  keepAll,
  readDraft,
  readJob,
  saveDraft,
  toImportJob,
  unkeepInTransaction,
} from './import-jobs.ts'
import { relabel, stepHistory } from './label-changes.ts'
import type { LibraryStore } from './library-store.ts'
import type { Library } from './library.ts'
import { briefDocument, moveMeeting, purgeDocuments } from './meeting-changes.ts'
import { layLearned, learnedInUse } from './lay-learned.ts'
import { createLearningStore } from './learning-store.ts'
import { createPlansStore } from './plans-repository.ts'
import { readMeeting, refreshRollUp } from './read-meeting.ts'
import { createRefiningStore } from './refining-store.ts'
import { partId } from './store-ids.ts'
import { verifyLibrary } from './verify-library.ts'

function readPage(library: Library, id: string, page: number): DocumentPage {
  const row = library.documents.find(id)
  if (row === null) throw new ServiceError('not-found')
  const { document } = row.head
  const pages = Math.max(1, document.pages.length)
  if (page > pages) throw new ServiceError('not-found')
  const content = library.documents.page(id, page)
  return {
    documentId: id,
    name: row.name,
    kind: row.kind,
    page,
    pages,
    paged: document.paged,
    blocks: content.blocks.map((block) => ({ index: block.position, block: block.content })),
    passages: content.passages.map((passage) => ({
      id: partId(id, 'p', passage.position),
      block: passage.block,
    })),
  }
}

function readTrend(library: Library, boardId: string, lens: BoardTrend['lens']): BoardTrend {
  const board = library.boards.get(boardId)
  const meetings: BoardTrend['meetings'] = []
  const absent: BoardTrend['absent'] = []
  for (const { id, date, measure } of library.meetings.trendRows(boardId, lens)) {
    if (date === null || measure === null) absent.push({ id, date })
    else {
      const { total, unknown, untimedItems, shares, sharesOfAll } = measure
      meetings.push({ id, date, total, unknown, untimedItems, shares, sharesOfAll })
    }
  }
  const points = meetings.map((point) => ({ date: point.date, share: point.shares.customer.mid }))
  return {
    boardId,
    board: board.name,
    lens,
    target: board.target,
    meetings,
    absent,
    trend: measureTrend(points),
  }
}

function read<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asServiceError(error)
  }
}

const discardable = (state: string) => ['waiting', 'review', 'refused', 'cancelled'].includes(state)

/** Joins the parts of the store behind its interface; what SQLite throws becomes a `ServiceError`. */
export function createLibraryStore(
  library: Library,
  folder: string,
  release: () => void,
  appVersion = '',
): LibraryStore {
  let isOpen = true

  return {
    folder,
    isEmpty: () => read(() => library.documents.allIds().length === 0),

    boards: () => read(() => library.boards.all()),
    board: (id) => read(() => library.boards.get(id)),
    boardByName: (name) =>
      read(() => {
        const id = library.boards.idByName(name)
        return id === null ? null : library.boards.get(id)
      }),
    updateBoard: (id, patch) =>
      library.transact(() => {
        library.boards.update(id, patch)
        return library.boards.get(id)
      }),

    meetings: (filter) => read(() => library.meetings.list(filter?.boardId ?? null)),
    meeting: (id) => read(() => readMeeting(library, id)),
    updateMeeting: (id, patch) => moveMeeting(library, id, patch),
    async removeMeeting(id) {
      library.meetings.get(id)
      await purgeDocuments(library, id, library.documents.briefOfMeeting(id))
    },
    async removeDocument(id) {
      const document = briefDocument(library, id)
      const isGone = await purgeDocuments(library, document.meeting_id, [document])
      return { meetingId: isGone ? null : document.meeting_id }
    },
    documentPage: (id, page) => read(() => readPage(library, id, page)),
    trend: (boardId, lens) => read(() => readTrend(library, boardId, lens)),
    search: (request) => read(() => library.search.search(request, (ids) => correctedTitles(library, ids))),

    documentsOf: (boardId) =>
      read(() =>
        library.meetings
          .list(boardId)
          .flatMap((meeting) =>
            library.documents
              .briefOfMeeting(meeting.id)
              .map(({ id, name, sha256 }) => ({ id, name, sha256, meetingId: meeting.id })),
          ),
      ),
    documentOriginal: (id) => read(() => briefDocument(library, id).sha256),
    replaceAnalysis: (documentId, draft) =>
      library.transact(() => {
        const { meeting_id: meetingId, result, kind } = briefDocument(library, documentId)
        const before = library.labels.ofDocument(documentId)
        library.documents.replaceContent(
          documentId,
          { ...draft, analysis: { ...draft.analysis, kind } },
          result,
        )
        library.labels.carryOver(meetingId, before, library.documents.passages(documentId))
        library.labels.clearOrphans(meetingId)
        layLearned(library, documentId, learnedInUse(library))
        refreshRollUp(library, meetingId)
        return { meetingId }
      }),

    relabel: (ids, label) => relabel(library, ids, label),
    historyState: () =>
      read(() => ({
        undo: library.history.nextUndo()?.label ?? null,
        redo: library.history.nextRedo()?.label ?? null,
      })),
    undo: () => stepHistory(library, 'undo'),
    redo: () => stepHistory(library, 'redo'),

    storeOriginal: (path) => library.originals.copyIn(path),
    writeOriginal: () => library.originals.write(),
    originalPath: (sha256) => library.originals.pathOf(sha256),
    dropOriginal: (sha256) => {
      library.originals.settle(sha256)
      library.dropOriginals([sha256])
    },
    duplicateOf: (sha256) => read(() => duplicateOf(library, sha256)),

    jobs: () => read(() => library.jobs.all().map((row) => toImportJob(library, row))),
    job: (id) => read(() => readJob(library, id)),
    jobOriginal: (id) => read(() => library.jobs.get(id).sha256),
    addJob: (job) => {
      const added = library.transact(() =>
        readJob(library, library.jobs.add(job, library.now().toISOString())),
      )
      if (job.sha256 !== null) library.originals.settle(job.sha256)
      return added
    },
    updateJob: (id, patch) =>
      library.transact(() => {
        library.jobs.update(id, patch)
        return readJob(library, id)
      }),
    saveDraft: (id, draft) => saveDraft(library, id, draft),
    draft: (id) => read(() => readDraft(library, id)),
    correctJobs: (ids, correction) =>
      library.transact(() =>
        ids.map((id) => {
          if (library.jobs.get(id).state === 'review') library.jobs.update(id, correction)
          return readJob(library, id)
        }),
      ),
    keepJob(id) {
      const [outcome] = keepAll(library, [id])
      return outcome ?? { outcome: 'not-ready', job: readJob(library, id) }
    },
    keepJobs: (ids) => keepAll(library, ids),
    async undoKeep(ids) {
      const meetingIds = library.transact(() => {
        const touched = unkeepInTransaction(library, ids)
        library.history.forget({ jobIds: new Set(ids) })
        return touched
      })
      return { jobs: ids.map((id) => readJob(library, id)), meetingIds }
    },
    async discardJobs(ids) {
      const hashes: string[] = []
      library.transact(() => {
        for (const id of ids) {
          const job = library.jobs.get(id)
          if (!discardable(job.state)) continue
          if (job.sha256 !== null) hashes.push(job.sha256)
          if (job.state === 'review') library.askForPurge()
          library.jobs.removeDraft(id)
          library.corrections.removeOfJob(id)
          library.history.forgetCorrections((row) => row.jobId === id && row.meetingId === null)
          library.jobs.update(id, { state: 'discarded', sha256: null, labels: [] })
        }
      })
      await library.purgeDeleted()
      library.dropOriginals(hashes.filter((hash) => !library.originals.isFresh(hash)))
      return read(() => ids.map((id) => readJob(library, id)))
    },
    async clearEndedJobs() {
      const hashes: string[] = []
      library.transact(() => {
        const ended = library.jobs.all().filter((job) => isEnded(job.state))
        for (const job of ended) {
          if (job.sha256 !== null) hashes.push(job.sha256)
          library.jobs.removeDraft(job.id)
          library.jobs.remove(job.id)
        }
        const gone = new Set(ended.map((job) => job.id))
        library.history.forget({ jobIds: gone })
        library.history.forgetCorrections(
          ({ id, jobId }) => jobId !== null && gone.has(jobId) && library.corrections.find(id) === null,
        )
      })
      library.db.pragma('wal_checkpoint(TRUNCATE)')
      library.dropOriginals(hashes.filter((hash) => !library.originals.isFresh(hash)))
      return read(() => library.jobs.all().map((row) => toImportJob(library, row)))
    },
    resumeJobs: () =>
      library.transact(() => {
        library.jobs.resume()
        return library.jobs
          .all()
          .filter((row) => row.state === 'waiting')
          .map((row) => toImportJob(library, row))
      }),

    refining: createRefiningStore(library),
    learning: createLearningStore(library),
    actions: createActionStore(library),
    annotations: createAnnotationStore(library),
    boardSettings: createBoardSettingsStore(library),
    belief: createBeliefStore(library),
    corrections: createCorrectionsStore(library),
    plans: createPlansStore(library),
    customers: createCustomersStore(library),

    setting: (key) => read(() => library.settings.get(key)),
    setSetting: (key, value) => library.transact(() => void library.settings.set(key, value)),

    backups: createBackupStore(library, folder, appVersion),
    verify: () => verifyLibrary(library),
    close() {
      if (!isOpen) return
      isOpen = false
      library.db.pragma('wal_checkpoint(TRUNCATE)')
      release()
    },
  }
}
