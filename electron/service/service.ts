import type { Reply } from '../../shared/contract/client.ts'
import type { ServiceEvent } from '../../shared/contract/events.ts'
import type { ProcedureOutput } from '../../shared/contract/procedures.ts'
import type { Classification, ClassifierInput } from '../../shared/model/focus.ts'
import type { LibraryStore } from '../store/library-store.ts'
import type { LearnElsewhere } from '../worker/learn-in-worker.ts'
import type { ReadTable } from '../worker/read-table-in-worker.ts'
import type { AnswerCache, BothModels } from '../worker/both-models.ts'
import type { AnalyseFile } from './analyse-file.ts'
import { createMentionScan } from './customers/mention-scan.ts'
import type { MentionScan } from './customers/mention-scan.ts'
import { createDispatch } from './dispatch.ts'
import { createHandlers } from './handlers.ts'
import { createImportQueue } from './import-queue.ts'
import type { ImportQueue } from './import-queue-interface.ts'
import { learnHere } from './learning/learn-here.ts'
import { createLearningService } from './learning/learning-service.ts'
import type { LearningService } from './learning/learning-service.ts'
import type { Log } from './log.ts'
import { createRefining } from './refining.ts'
import type { Refining } from './refining.ts'
import { createBoardReread } from './reread-board.ts'
import { readSampleBoard } from './sample-board.ts'
import { addSampleRounds } from './belief/sample-rounds.ts'
import { createLibraryWork } from './safety/library-work.ts'
import type { LibraryWork } from './safety/library-work.ts'
import { createServiceEvents } from './service-events.ts'
import type { ServiceEvents } from './service-events.ts'
import { createUploads } from './uploads.ts'
import type { Uploads } from './uploads.ts'

export interface ServiceOptions {
  /** Owned by the service from here on: closed with it. */
  readonly store: LibraryStore
  readonly analyse: AnalyseFile
  /** Reads tables of customers; without it none can be imported. */
  readonly readTable?: ReadTable
  /** Learning from labels away from this process; here unless told. */
  readonly learn?: LearnElsewhere
  /** Asked for when it is first shown: loading it takes longer than opening a library. */
  readonly model: () => { version: string; hash: string }
  /** Joins the careful model to the fast one, with the library's memory of its answers. */
  readonly bothModels?: (cache: AnswerCache) => BothModels
  /** The fast model, for a few words a person wrote. */
  readonly classifyFast?: (inputs: readonly ClassifierInput[]) => readonly Classification[]
  readonly clock: () => Date
  readonly log: Log
  readonly host: ProcedureOutput<'app.info'>['host']
  readonly version: string
  /** `resources/sample-board`. */
  readonly sampleFolder: string
  readonly concurrency?: number
  /** Closes the library and opens it again, so that what was decided about its files is carried out. */
  readonly reopen: () => Promise<void>
}

export interface Service {
  /** The one door for hosts. Answers with a Reply whatever it is given; never rejects. */
  call(name: unknown, input: unknown): Promise<Reply>
  subscribe(listener: (event: ServiceEvent) => void): () => void
  /** For hosts in the same process that read files themselves. */
  readonly store: LibraryStore
  readonly imports: ImportQueue
  readonly refining: Refining
  readonly mentions: Pick<MentionScan, 'complete'>
  /** Stops what is under way, to be taken up at the next start, and closes the library. */
  close(): Promise<void>
}

export interface ServiceParts {
  readonly options: ServiceOptions
  readonly store: LibraryStore
  readonly imports: ImportQueue
  readonly uploads: Uploads
  readonly events: ServiceEvents
  readonly reread: ReturnType<typeof createBoardReread>
  readonly refining: Refining
  readonly mentions: MentionScan
  readonly learning: LearningService
  readonly models: BothModels | null
  readonly libraryWork: LibraryWork
}

/** The core: one library, its import queue, and the procedures of the contract over both. */
export function createService(options: ServiceOptions): Service {
  const { store, analyse, log } = options
  const events = createServiceEvents(log)
  const reread = createBoardReread({ store, analyse, events, log })
  const settleSample = (): void => {
    const { board } = readSampleBoard(options.sampleFolder)
    const stored = store.boardByName(board.name)
    if (!stored || stored.customerTerms.length > 0 || stored.target !== null) return
    store.updateBoard(stored.id, { customerTerms: board.customerTerms, target: board.target })
    addSampleRounds(store.belief, stored.id, options.sampleFolder)
    events.emit({ type: 'library-changed', meetingIds: [] })
  }
  const models =
    options.bothModels?.({ find: store.refining.answers, keep: store.refining.keepAnswers }) ?? null
  const refining = createRefining({ store: store.refining, models, events, log })
  const imports = createImportQueue({
    store,
    analyse,
    beforeReview: refining.beforeReview,
    events,
    log,
    concurrency: options.concurrency ?? 2,
    onKept: (hints) => {
      if (hints.batch === 'sample') settleSample()
    },
  })
  const uploads = createUploads(store, options.clock)
  const mentions = createMentionScan({ store: store.customers, events, log, clock: options.clock })
  const learning = createLearningService({
    store: store.learning,
    elsewhere: options.learn ?? learnHere,
    machine: async () => (await models?.name()) ?? options.model().hash,
    refining,
    events,
    log,
  })
  const libraryWork = createLibraryWork(events)
  const call = createDispatch(
    createHandlers({
      options,
      store,
      imports,
      uploads,
      events,
      reread,
      refining,
      models,
      mentions,
      learning,
      libraryWork,
    }),
    log,
  )
  imports.resume()
  reread.resume()
  // A command that only reads back would end before it got anywhere.
  if (options.host !== 'command line') refining.resume()
  if (options.host !== 'command line' && !store.isEmpty()) void learning.settle()

  let closed: Promise<void> | null = null
  const close = async (): Promise<void> => {
    models?.client.close()
    await Promise.all([
      mentions.close(),
      learning.close(),
      imports.close(),
      reread.close(),
      refining.close(),
      uploads.close(),
      libraryWork.close(),
    ])
    store.close()
  }
  return {
    call,
    subscribe: events.subscribe,
    store,
    imports,
    refining,
    mentions,
    close: () => (closed ??= close()),
  }
}
