import type { AnalysedDocument, DocumentKind } from '../../shared/model/analysis.ts'
import type { Document } from '../../shared/model/document.ts'
import type { Warning } from '../../shared/model/evidence.ts'
import type { Focus } from '../../shared/model/focus.ts'
import type { RefusalCode } from '../../shared/model/import-result.ts'
import type {
  Board,
  BoardTrend,
  DateOrder,
  DocumentPage,
  HumanLabel,
  Id,
  ImportJob,
  JobState,
  MeetingDetail,
  MeetingSummary,
  SearchHit,
} from '../../shared/model/library.ts'
import type { Lens } from '../../shared/model/measures.ts'
import type { AnnotationStore } from './annotation-store.ts'
import type { BackupStore } from './backup/backup-store.ts'
import type { BeliefStore } from './belief-repository.ts'
import type { ActionStore } from './action-store.ts'
import type { CorrectionsStore } from './corrections-store.ts'
import type { BoardSettingsStore } from './board-settings-store.ts'
import type { PlansStore } from './plans-repository.ts'
import type { CustomersStore } from './customers-store.ts'
import type { LearningStore } from './learning-store.ts'
import type { RefiningStore } from './refining-store.ts'

/** What a change left behind so that it can be taken back; the contract's `Change`. */
export interface StoreChange {
  label: string
  canUndo: boolean
  canRedo: boolean
}

/** The result of taking a change back or making it again; the meetings whose figures it touched. */
export interface HistoryStep {
  change: StoreChange
  meetingIds: Id[]
  /** Jobs whose state it changed (a keep undone, or kept again). */
  jobs: ImportJob[]
  /** Boards whose documents are to be read again: their words or dates are read otherwise. */
  reread: Id[]
}

/** An original in the library: named by its SHA-256 (hex), byte for byte what was given. */
export interface StoredOriginal {
  sha256: string
  bytes: number
}

/** Receives an upload piece by piece, in order; nothing is visible before `finish`. */
export interface OriginalWriter {
  /** Bytes received so far: where the next piece must start. */
  readonly received: number
  append(bytes: Uint8Array): Promise<void>
  /** Flushes, hashes and moves the bytes into place; a twin already there is left untouched. */
  finish(): Promise<StoredOriginal>
  /** Leaves nothing behind; safe after `finish`. */
  discard(): Promise<void>
}

/** What a file was read as, waiting to be kept. */
export interface Draft {
  document: Document
  analysis: AnalysedDocument
}

export interface NewJob {
  name: string
  bytes: number
  /** Null where the bytes never reached the library (refused before reading). */
  sha256: string | null
}

/** Each field given is written; each left out stays. Progress is not stored: it is the service's to tell. */
export interface JobPatch {
  state?: JobState
  result?: ImportJob['result']
  code?: RefusalCode | null
  message?: string | null
  warnings?: Warning[]
}

export interface JobCorrection {
  board?: string
  date?: string | null
  kind?: DocumentKind
}

export type KeepOutcome =
  | {
      outcome: 'kept'
      job: ImportJob
      meetingId: Id
      documentId: Id
      replaced: { documentId: Id; name: string } | null
    }
  /** The bytes are in the library; the job is now `refused` with code `duplicate`. */
  | { outcome: 'duplicate'; job: ImportJob; duplicateOf: NonNullable<ImportJob['duplicateOf']> }
  /** Not in review, or no board known: nothing was changed. */
  | { outcome: 'not-ready'; job: ImportJob }

export interface SearchRequest {
  text: string
  boardId?: Id
  from?: string
  to?: string
  focus?: Focus
  limit: number
}

/** One thing that is not as it was stored; never document text. */
export interface VerifyProblem {
  kind: 'database' | 'document' | 'original' | 'roll-up'
  /** The meeting and document it is in, where known. */
  meetingId: Id | null
  documentId: Id | null
  message: string
}

export interface VerifyReport {
  documents: number
  originals: number
  problems: VerifyProblem[]
}

export interface OpenOptions {
  /** The library's own folder; made (0700) when missing. */
  folder: string
  /** The store has no clock of its own. */
  now: () => Date
  /** Run SQLite's quick_check before anything else (about a second for a large library). */
  check?: boolean
  /** Written into backups. */
  appVersion?: string
}

/**
 * The library of one organisation: the only owner of its database and originals.
 * All calls are synchronous but those that move files. Failures are `ServiceError`s:
 * `not-found` for an id that is gone, `conflict`, `disk-full`, `library-damaged`, else `internal`;
 * nothing half is ever stored. Open it with `openLibraryStore` (open-library-store.ts), which also throws
 * `library-busy` (another process owns it), `library-too-new` and `library-damaged`.
 */
export interface LibraryStore {
  readonly folder: string
  /** True until a document was kept. */
  isEmpty(): boolean

  boards(): Board[]
  board(id: Id): Board
  /** The board of this name after normalising case, punctuation and space; null when there is none. */
  boardByName(name: string): Board | null
  /** Set by the program itself, not to be undone. A new name equal to another board's is a `conflict`. */
  updateBoard(
    id: Id,
    patch: {
      name?: string
      customerTerms?: string[]
      target?: number | null
      dateOrder?: DateOrder
    },
  ): Board

  /** Oldest first; undated last. */
  meetings(filter?: { boardId?: Id }): MeetingSummary[]
  meeting(id: Id): MeetingDetail
  /** Joins the meeting already there under that board and date, if one is; answers the id that remains. */
  updateMeeting(id: Id, patch: { board?: string; date?: string }): { id: Id }
  /** Removes it with its documents, labels, index rows and originals, without a trace. */
  removeMeeting(id: Id): Promise<void>
  /** The meeting goes with its last document; `meetingId` is null then. A version it had replaced comes back. */
  removeDocument(id: Id): Promise<{ meetingId: Id | null }>
  documentPage(id: Id, page: number): DocumentPage
  trend(boardId: Id, lens: Lens): BoardTrend
  search(request: SearchRequest): { hits: SearchHit[]; total: number; more: boolean }

  /** Documents of a board with their original, to be read again after its customer words changed. */
  documentsOf(boardId: Id): { id: Id; name: string; sha256: string; meetingId: Id }[]
  /** The hash of a document's original. */
  documentOriginal(id: Id): string
  /** Puts a fresh reading of the same original in place; human labels stay on equal passages. */
  replaceAnalysis(documentId: Id, draft: Draft): { meetingId: Id }

  /** Null clears. Ids that are gone are a `not-found`, and nothing is changed. */
  relabel(passageIds: Id[], label: HumanLabel | null): { change: StoreChange; meetingIds: Id[] }
  historyState(): { undo: string | null; redo: string | null }
  undo(): HistoryStep | null
  redo(): HistoryStep | null

  /** Copies a file in (opened for reading only) under its hash; see `StoredOriginal`. */
  storeOriginal(path: string): Promise<StoredOriginal>
  writeOriginal(): Promise<OriginalWriter>
  /** Where the bytes are; null when they are not in the library. */
  originalPath(sha256: string): string | null
  /** Lets go of bytes that were written and that no document and no job needs. */
  dropOriginal(sha256: string): void
  /** The stored document with these bytes. */
  duplicateOf(sha256: string): ImportJob['duplicateOf']

  /** Oldest first; every job not cleared. `progress` is 0, or 1 once ended. */
  jobs(): ImportJob[]
  job(id: Id): ImportJob
  /** The hash of the job's original; null where there is none. */
  jobOriginal(id: Id): string | null
  addJob(job: NewJob): ImportJob
  updateJob(id: Id, patch: JobPatch): ImportJob
  /** Stores what was read and moves the job to `review`, with its board, date, kind and result. */
  saveDraft(id: Id, draft: Draft): ImportJob
  /** The draft with the board, date and kind the user gave it; `corrections.preview` shows its parts corrected. */
  draft(id: Id): Draft | null
  /** Only jobs in review change; the others come back unchanged. */
  correctJobs(ids: Id[], correction: JobCorrection): ImportJob[]
  /** Stores the document whole, in one transaction; on return it is on the disk. */
  keepJob(id: Id): KeepOutcome
  /** One entry in the history for all that were kept. */
  keepJobs(ids: Id[]): KeepOutcome[]
  /** Takes kept documents out again: their jobs are back in review, with their labels remembered. */
  undoKeep(ids: Id[]): Promise<{ jobs: ImportJob[]; meetingIds: Id[] }>
  /** The job ends as `discarded`; its draft, and its original when nothing else needs it, are gone. */
  discardJobs(ids: Id[]): Promise<ImportJob[]>
  /** Forgets every ended job (kept, discarded, undone, refused, cancelled). */
  clearEndedJobs(): Promise<ImportJob[]>
  /** After a start: jobs that were under way are `waiting` again. Answers all that wait. */
  resumeJobs(): ImportJob[]

  /** For settling the labels of what is stored with a slower model. */
  readonly refining: RefiningStore
  /** What is learnt from human labels. */
  readonly learning: LearningStore
  /** What people correct of items, actions and times. */
  readonly corrections: CorrectionsStore

  /** Actions over the meetings of a board, and what people decided on them. */
  readonly actions: ActionStore

  /** Questionnaires by round, and what may be known of their answers. */
  readonly belief: BeliefStore
  /** Agendas that were planned and saved. */
  readonly plans: PlansStore
  readonly annotations: AnnotationStore
  /** What people set of a board, to be taken back. */
  readonly boardSettings: BoardSettingsStore
  /** The register of customers and where they are named. */
  readonly customers: CustomersStore

  setting(key: string): string | null
  setSetting(key: string, value: string | null): void

  /** Copies of the library, made and put back. */
  readonly backups: BackupStore

  /** Compares every stored document and original with its hash, and every roll-up with a recomputation. */
  verify(): Promise<VerifyReport>
  /** Checkpoints and frees the library; safe to call twice. */
  close(): void
}
