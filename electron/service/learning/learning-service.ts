import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { ServiceEvent } from '../../../shared/contract/events.ts'
import type { LearningStore } from '../../store/learning-store.ts'
import { describeError } from '../log.ts'
import type { Log } from '../log.ts'
import type { Refining } from '../refining.ts'
import type { ServiceEvents } from '../service-events.ts'

export interface LearningService {
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
  machine,
  refining,
  events,
  log,
}: {
  store: LearningStore
  machine: () => Promise<string>
  refining: Pick<Refining, 'state'>
  events: ServiceEvents
  log: Log
}): LearningService {
  const closing = new AbortController()
  let running: Promise<void> | null = null
  let asked = false

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
      if (documentsLeft === 0) store.relearn(name)
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
    async close() {
      closing.abort()
      stop()
      await running
    },
  }
}
