import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { ServiceEvent } from '../../../shared/contract/events.ts'
import type { FocusProbabilities } from '../../../shared/model/focus.ts'
import type { LearningAccuracy, LearningPreview } from '../../../shared/model/learning.ts'
import type { LearningStore } from '../../store/learning-store.ts'
import type { StoreChange } from '../../store/library-store.ts'
import type { LearnElsewhere } from '../../worker/learn-in-worker.ts'
import { describeError } from '../log.ts'
import type { Log } from '../log.ts'
import type { Refining } from '../refining.ts'
import type { ServiceEvents } from '../service-events.ts'
import { createPreviews } from './previews.ts'

export interface LearningService {
  /** What learning would change, with its progress told as an event. Asked for twice it is looked at once. */
  preview(limit: number): Promise<{ preview: LearningPreview | null; cancelled: boolean }>
  /** Ends the look under way, which then answers that it was cancelled. */
  cancelPreview(): void
  /** Only what was previewed; a `conflict` where the labels are others by now. */
  apply(modelId: string): Promise<{ change: StoreChange; meetingIds: string[] }>
  accuracy(): Promise<LearningAccuracy>
  /** The shipped models, by name: what was learnt on top of others is learnt anew. */
  machine(): Promise<string>
  /** Takes up what is still to be laid over documents; resolves when nothing is. */
  settle(): Promise<void>
  close(): Promise<void>
}

/**
 * Lays what was learnt over the documents that still want it, a portion at a time so that everything else goes on:
 * after learning was applied, switched or taken back, and anew once another shipped model has settled all labels.
 */
export function createLearningService({
  store,
  elsewhere,
  machine,
  refining,
  events,
  log,
}: {
  store: LearningStore
  elsewhere: LearnElsewhere
  machine: () => Promise<string>
  refining: Pick<Refining, 'state'>
  events: ServiceEvents
  log: Log
}): LearningService {
  const closing = new AbortController()
  let running: Promise<void> | null = null
  let asked = false

  const previews = createPreviews({ store, elsewhere, events, closing: closing.signal })
  /** The same labels are judged once. */
  let judged: { key: string; fitted: FocusProbabilities[] } | null = null

  const portion = async (): Promise<number> => {
    const { meetingIds, left } = store.settle()
    if (meetingIds.length > 0) events.emit({ type: 'library-changed', meetingIds })
    await yieldToOthers()
    return left
  }
  const run = async (): Promise<void> => {
    while (asked && !closing.signal.aborted) {
      asked = false
      const { documentsLeft } = await refining.state()
      const name = await machine()
      if (closing.signal.aborted) return
      const again = documentsLeft === 0 ? store.toRelearn(name) : null
      if (again !== null) {
        const model = await elsewhere.learn(again.examples, { signal: closing.signal })
        store.relearned(again.key, model, name)
      }
      while (!closing.signal.aborted && (await portion()) > 0);
    }
  }
  const settle = (): Promise<void> => {
    if (closing.signal.aborted) return Promise.resolve()
    asked = true
    running ??= run()
      .catch((error: unknown) => {
        if (!closing.signal.aborted)
          log({ level: 'error', event: 'learning-failed', ...describeError(error) })
      })
      .finally(() => {
        running = null
      })
    return running
  }
  const stop = events.subscribe((event: ServiceEvent) => {
    if (event.type === 'library-changed') void settle()
    else if (event.type === 'refining-changed' && event.documentsLeft === 0) void settle()
  })
  return {
    machine,
    settle,
    preview: previews.preview,
    cancelPreview: previews.cancel,
    async apply(modelId) {
      const taught = await previews.taught(modelId)
      return store.apply(taught, await machine())
    },
    async accuracy() {
      const now = store.examples()
      if (judged?.key !== now.key) {
        const fitted = await elsewhere.crossFit(now.examples, { signal: closing.signal })
        judged = { key: now.key, fitted }
        return store.accuracy(now, fitted)
      }
      return store.accuracy(now, judged.fitted)
    },
    async close() {
      closing.abort()
      stop()
      await previews.close()
      await running
    },
  }
}
