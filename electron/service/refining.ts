import type { ServiceEvent } from '../../shared/contract/events.ts'
import type { ProcedureOutput } from '../../shared/contract/procedures.ts'
import { passageInputs, refineAnalysis } from '../../shared/analysis/refine-analysis.ts'
import type { AnalysedDocument } from '../../shared/model/analysis.ts'
import type { Id, ImportJob } from '../../shared/model/library.ts'
import type { RefiningStore } from '../store/refining-store.ts'
import type { BothModels } from '../worker/both-models.ts'
import { describeError } from './log.ts'
import type { Log } from './log.ts'
import type { ServiceEvents } from './service-events.ts'

export type RefiningState = ProcedureOutput<'refining.state'>

export interface RefiningOptions {
  readonly store: RefiningStore
  /** Null where the fast model is alone. */
  readonly models: BothModels | null
  readonly events: ServiceEvents
  readonly log: Log
  /** How long the review of one short file may wait for the careful model. */
  readonly waitMilliseconds?: number
}

export interface Refining {
  state(): Promise<RefiningState>
  /** A short file's labels settled before it is shown; the analysis as it is where that would keep a person waiting. */
  beforeReview(
    analysis: AnalysedDocument,
    customerTerms: readonly string[] | null,
    signal: AbortSignal,
  ): Promise<AnalysedDocument>
  /** Takes up what an earlier run left. */
  resume(): void
  /** Resolves when nothing is left to refine, or nothing can be. */
  settled(onProgress?: (state: RefiningState) => void): Promise<void>
  close(): Promise<void>
}

const UNSETTLED = new Set<ImportJob['state']>(['waiting', 'reading', 'structuring', 'classifying'])
/** Refined before review: a second's work. */
const SHORT_PASSAGES = 150
/** In a larger batch the files come first and their labels are settled afterwards. */
const FEW_FILES = 4
const WAIT_MILLISECONDS = 6_000
/** Before a document is left to the fast model until the next start. */
const MOST_ATTEMPTS = 2
const NOTHING_LEFT: RefiningState = { passagesLeft: 0, documentsLeft: 0 }

/**
 * Settles the labels of stored documents with the careful model: one at a time, after all imports, going on after a
 * restart and beginning anew after an upgrade of either model. Whatever fails leaves the fast model's labels.
 */
export function createRefining({ store, models, events, log, waitMilliseconds }: RefiningOptions): Refining {
  const importing = new Set<Id>()
  /** How often a document could not be refined in this run. */
  const failures = new Map<Id, number>()
  const isGivenUp = (id: Id): boolean => (failures.get(id) ?? 0) >= MOST_ATTEMPTS
  const fail = (id: Id): void => void failures.set(id, (failures.get(id) ?? 0) + 1)
  const closing = new AbortController()
  const waiters = new Set<() => void>()
  let running: Promise<void> | null = null
  let asked = false
  let pause: AbortController | null = null
  /** Passages done of the document under way. */
  let underWay: { id: Id; share: number } | null = null
  let told = ''

  const state = async (): Promise<RefiningState> => {
    const by = (await models?.name()) ?? null
    if (by === null || closing.signal.aborted) return NOTHING_LEFT
    const left = store.unrefined(by).filter(({ id }) => !isGivenUp(id))
    const passages = left.reduce((sum, one) => {
      const done = underWay?.id === one.id ? underWay.share : 0
      return sum + Math.round(one.passages * (1 - done))
    }, 0)
    return { passagesLeft: passages, documentsLeft: left.length }
  }

  const tell = async (): Promise<void> => {
    const now = await state().catch(() => null)
    if (now === null || closing.signal.aborted) return
    const words = JSON.stringify(now)
    if (words === told || (told === '' && now.documentsLeft === 0)) return
    told = words
    events.emit({ type: 'refining-changed', ...now })
  }

  const refineOne = async (id: Id, by: string, both: BothModels, signal: AbortSignal): Promise<void> => {
    const read = store.read(id)
    if (read === null) return
    underWay = { id, share: 0 }
    const inputs = passageInputs(read.analysis, read.customerTerms)
    const classified = await both.classify(inputs, {
      signal,
      onProgress: (done) => {
        underWay = { id, share: done / Math.max(1, inputs.length) }
        void tell()
      },
    })
    underWay = null
    if (signal.aborted) return
    if (classified === null) {
      fail(id)
      return
    }
    const saved = store.save(id, read.contentHash, refineAnalysis(read.analysis, classified), by)
    if (saved?.changed) events.emit({ type: 'library-changed', meetingIds: [saved.meetingId] })
  }

  const isFree = (): boolean => !closing.signal.aborted && importing.size === 0

  const run = async (both: BothModels): Promise<void> => {
    while (isFree()) {
      const by = await both.name()
      const next = by === null ? undefined : store.unrefined(by).find(({ id }) => !isGivenUp(id))
      if (by === null || next === undefined) return
      await tell()
      pause = new AbortController()
      const signal = AbortSignal.any([closing.signal, pause.signal])
      try {
        await refineOne(next.id, by, both, signal)
      } catch (error) {
        fail(next.id)
        log({ level: 'error', event: 'refining-failed', ...describeError(error) })
      }
      underWay = null
      await tell()
    }
  }

  const isBusy = (): boolean =>
    models !== null && !closing.signal.aborted && (running !== null || importing.size > 0)
  const wakeWaiters = (): void => {
    for (const waiter of waiters) waiter()
    waiters.clear()
  }

  const wake = (): void => {
    if (models === null || closing.signal.aborted) return
    asked = true
    if (running) return
    running = (async () => {
      while (asked && !closing.signal.aborted) {
        asked = false
        await tell()
        await run(models)
      }
    })()
      .catch((error: unknown) => log({ level: 'error', event: 'refining-lost', ...describeError(error) }))
      .finally(() => {
        running = null
        wakeWaiters()
      })
  }

  const hear = (event: ServiceEvent): void => {
    if (event.type === 'import-changed') {
      const { id, state: now } = event.job
      const before = importing.size
      if (UNSETTLED.has(now)) importing.add(id)
      else importing.delete(id)
      if (before === 0 && importing.size > 0) pause?.abort()
      if (before > 0 && importing.size === 0) wake()
    } else if (event.type === 'library-changed') wake()
  }
  const stopHearing = models ? events.subscribe(hear) : () => undefined

  return {
    state,
    async beforeReview(analysis, customerTerms, signal) {
      if (models === null || analysis.passages.length > SHORT_PASSAGES || importing.size > FEW_FILES)
        return analysis
      const enough = AbortSignal.timeout(waitMilliseconds ?? WAIT_MILLISECONDS)
      try {
        const inputs = passageInputs(analysis, customerTerms)
        const classified = await models.classify(inputs, {
          signal: AbortSignal.any([signal, closing.signal, enough]),
        })
        return classified === null ? analysis : refineAnalysis(analysis, classified)
      } catch (error) {
        log({ level: 'error', event: 'refining-failed', ...describeError(error) })
        return analysis
      }
    },
    resume: wake,
    async settled(onProgress) {
      const stop = events.subscribe((event) => {
        if (event.type === 'refining-changed') onProgress?.(event)
      })
      wake()
      while (isBusy()) await new Promise<void>((resolve) => waiters.add(resolve))
      stop()
    },
    async close() {
      stopHearing()
      closing.abort()
      await running
      wakeWaiters()
    },
  }
}
