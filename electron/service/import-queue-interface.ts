import type { RefusalCode, RefusalHint } from '../../shared/model/import-result.ts'
import type { Id, ImportJob } from '../../shared/model/library.ts'
import type { JobCorrection, KeepOutcome, LibraryStore, StoredOriginal } from '../store/library-store.ts'
import type { AnalyseFile } from './analyse-file.ts'
import type { ImportHints } from './import-hints.ts'
import type { Log } from './log.ts'
import type { Refining } from './refining.ts'
import type { ServiceEvents } from './service-events.ts'

export interface ImportQueueOptions {
  readonly store: LibraryStore
  readonly analyse: AnalyseFile
  /** Settles what was read before a person sees it, where that is quick. */
  readonly beforeReview?: Refining['beforeReview']
  readonly events: ServiceEvents
  readonly log: Log
  /** Files read at the same time; 2 unless told. */
  readonly concurrency?: number
  /** Called after files that ask to be kept without review were kept. */
  readonly onKept?: (hints: ImportHints) => void
}

export interface ImportQueue {
  add(name: string, original: StoredOriginal, hints?: Partial<ImportHints>): ImportJob
  /** A job that already waits, is read or is in review with these bytes. */
  live(sha256: string): ImportJob | null
  /** Makes a job of an earlier run part of this one, and reads it again; what a person said of it stays. */
  adopt(id: Id, hints: Partial<ImportHints>): ImportJob
  /** A file that could not even be taken in still gets its line. */
  addRefused(name: string, code: RefusalCode, hint?: RefusalHint | null): ImportJob
  /** The jobs of the files that were found in this one, in their order. */
  entriesOf(id: Id): Id[]
  list(): ImportJob[]
  job(id: Id): ImportJob
  /** Resolves once the job waits for nobody but the user. */
  settled(id: Id): Promise<ImportJob>
  correct(ids: readonly Id[], correction: JobCorrection): ImportJob[]
  keep(ids: readonly Id[]): KeepOutcome[]
  discard(ids: readonly Id[]): Promise<ImportJob[]>
  cancel(ids: readonly Id[]): ImportJob[]
  retry(ids: readonly Id[]): ImportJob[]
  /** Reads a protected file with this password, which is forgotten when that ends. Throws `conflict` for others. */
  unlock(id: Id, password: string): ImportJob
  undo(ids: readonly Id[]): Promise<ImportJob[]>
  clear(): Promise<ImportJob[]>
  /** Takes up what an earlier run left waiting or under way. */
  resume(): void
  /** Stops reading; what was under way waits for the next start. */
  close(): Promise<void>
}
