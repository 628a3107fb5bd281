import { readFile } from 'node:fs/promises'
import { ServiceError } from '../../shared/contract/errors.ts'
import type { RefusalCode, RefusalHint } from '../../shared/model/import-result.ts'
import type { ImportJob } from '../../shared/model/library.ts'
import type { LibraryStore } from '../store/library-store.ts'
import type { EntrySink } from '../worker/worker-client.ts'
import type { Recognising, WorkerStage } from '../worker/worker-messages.ts'
import type { AnalyseFile, AnalyseOutcome, FileContext } from './analyse-file.ts'
import { sameContext } from './board-assignment.ts'
import type { BoardAssignment } from './board-assignment.ts'
import { createEntryIntake } from './entry-intake.ts'
import type { EntryIntake, TakenEntry } from './entry-intake.ts'
import type { ImportHints } from './import-hints.ts'
import type { JobBoard } from './job-board.ts'
import type { Refining } from './refining.ts'

export interface ReadJobRequest {
  readonly job: ImportJob
  readonly hints: ImportHints
  readonly signal: AbortSignal
  readonly store: LibraryStore
  readonly boards: BoardAssignment
  readonly board: JobBoard
  readonly analyse: AnalyseFile
  readonly beforeReview?: Refining['beforeReview'] | undefined
  /** Given by a person for this reading, and for it only. */
  readonly password?: string | undefined
}

export type ReadJobOutcome =
  /** In review; the files it came with follow it. */
  | { readonly kind: 'read'; readonly entries: readonly TakenEntry[] }
  /** An archive: nothing but the files in it. */
  | { readonly kind: 'opened'; readonly entries: readonly TakenEntry[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly hint?: RefusalHint | undefined }

/**
 * Takes one job from `waiting` to `review`: reads its original in a worker and stores the draft with what a person
 * already said of it. Read a second time only where the text shows it belongs to a board with other customer words.
 */
export async function readJob(request: ReadJobRequest): Promise<ReadJobOutcome> {
  const intake = createEntryIntake(request.store, request.hints.depth)
  const outcome = await readWithEntries(request, intake).catch(async (error: unknown) => {
    await intake.discard()
    throw error
  })
  if (outcome.kind === 'refused') await intake.discard()
  return outcome
}

async function readWithEntries(request: ReadJobRequest, intake: EntryIntake): Promise<ReadJobOutcome> {
  const { job, hints, signal, store, boards, board } = request
  const sha256 = store.jobOriginal(job.id)
  const path = sha256 === null ? null : store.originalPath(sha256)
  if (path === null) return { kind: 'refused', code: 'not-found' }
  board.patch(job.id, { state: 'reading' })

  const bytes = await readFile(path)
  if (signal.aborted) return { kind: 'refused', code: 'cancelled' }
  let state: ImportJob['state'] = 'reading'
  const onProgress = (stage: WorkerStage, fraction: number, recognising?: Recognising): void => {
    if (signal.aborted) return
    // A file that is read a second time does not go back in what is shown.
    if (stage !== state && !(state === 'classifying' || stage === 'reading')) {
      state = stage
      board.patch(job.id, { state })
    }
    board.progress(job.id, stage, fraction, recognising)
  }
  const read = (context: FileContext, entries?: EntrySink): Promise<AnalyseOutcome> =>
    request.analyse({
      bytes: new Uint8Array(bytes),
      fileName: job.name,
      context,
      entries,
      signal,
      onProgress,
      password: request.password,
    })

  const context = boards.contextFor(hints.board ?? job.board, hints)
  let outcome = await read(context, intake.sink)
  if (signal.aborted) return { kind: 'refused', code: 'cancelled' }
  if (outcome.kind === 'refused') return outcome
  if (outcome.kind === 'opened') return { kind: 'opened', entries: intake.entries }

  boards.learn(job.id, outcome.analysis, hints)
  const found = hints.board ?? boards.resolve(hints.batch).get(job.id)?.board ?? null
  const fitting = boards.contextFor(found, hints)
  if (!sameContext(context, fitting)) {
    outcome = await read(fitting)
    if (signal.aborted) return { kind: 'refused', code: 'cancelled' }
    if (outcome.kind === 'refused') return outcome
    if (outcome.kind === 'opened') return { kind: 'refused', code: 'worker-failed' }
  }

  const { document } = outcome
  const analysis =
    (await request.beforeReview?.(outcome.analysis, fitting.customerTerms, signal)) ?? outcome.analysis
  if (signal.aborted) return { kind: 'refused', code: 'cancelled' }

  board.progress(job.id, 'storing', 0)
  try {
    store.saveDraft(job.id, { document, analysis })
    store.correctJobs([job.id], {
      ...(found === null ? {} : { board: found }),
      ...(hints.date === undefined ? {} : { date: hints.date }),
      ...(hints.kind === undefined ? {} : { kind: hints.kind }),
    })
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'disk-full')
      return { kind: 'refused', code: 'disk-full' }
    throw error
  }
  return { kind: 'read', entries: intake.entries }
}
