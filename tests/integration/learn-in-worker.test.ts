import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createPreviews } from '../../electron/service/learning/previews.ts'
import { createServiceEvents } from '../../electron/service/service-events.ts'
import { learnerInWorker } from '../../electron/worker/learn-in-worker.ts'
import type { LearnElsewhere } from '../../electron/worker/learn-in-worker.ts'
import type { WorkerProcess } from '../../electron/worker/worker-process.ts'
import { crossFit, learnFromLabels } from '../../shared/analysis/learning/learn-from-labels.ts'
import type { HumanExample } from '../../shared/analysis/learning/learn-from-labels.ts'
import type { ServiceEvent } from '../../shared/contract/events.ts'
import { FOCI } from '../../shared/model/focus.ts'
import { withStore, keep } from '../store/library-fixture.ts'

const even = { customer: 0.2, 'customer-in-numbers': 0.2, numbers: 0.2, other: 0.2, procedural: 0.2 }
const WORDS = ['ferry', 'lantern', 'ballot', 'roof', 'pier']
const examples: HumanExample[] = FOCI.flatMap((focus, at) =>
  Array.from({ length: 5 }, (_, number) => ({
    text: `The ${WORDS[at]} came up ${'once more '.repeat(number)}`,
    item: 'Report',
    board: 'board0001',
    probabilities: even,
    focus,
    fromCustomers: false,
  })),
)

/** Takes a job and never says a word; or ends at once. */
function silentChild(dies: boolean): WorkerProcess & { killed: () => boolean } {
  let killed = false
  let onExit: ((exit: { code: number | null; signal: string | null }) => void) | null = null
  return {
    pid: undefined,
    send: () => {
      if (dies) setImmediate(() => onExit?.({ code: 1, signal: null }))
    },
    onMessage: () => undefined,
    onExit: (listener) => {
      onExit = listener
    },
    kill: () => {
      killed = true
    },
    killed: () => killed,
  }
}

describe('learning in a child', () => {
  test('gives what learning here gives, and says how far it is', async () => {
    const told: number[] = []
    const learner = learnerInWorker()
    const model = await learner.learn(examples, { onProgress: (done) => told.push(done) })
    expect(model).toEqual(learnFromLabels(examples))
    expect(told.length).toBeGreaterThan(2)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(await learner.crossFit(examples)).toEqual(crossFit(examples))
    expect(await learner.learn([])).toBeNull()
  })

  test('ends the child when it is told to', async () => {
    const child = silentChild(false)
    const stop = new AbortController()
    const learning = learnerInWorker(() => child).learn(examples, { signal: stop.signal })
    stop.abort()
    await expect(learning).rejects.toThrow('aborted')
    expect(child.killed()).toBe(true)
  })

  test('fails where the child dies, without a word of the passages', async () => {
    const learning = learnerInWorker(() => silentChild(true)).learn(examples)
    await expect(learning).rejects.toThrow(/^Learning ended: /)
  })
})

describe('a look at what learning would change', () => {
  test('is one for all who ask, is told, and can be cancelled', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'a.pdf', { items: [{ title: 'Ferry', passages: [['The ferry.', 'other']] }] })
      const told: ServiceEvent[] = []
      const events = createServiceEvents(() => undefined)
      events.subscribe((event) => told.push(event))
      let asked = 0
      const elsewhere: LearnElsewhere = {
        learn: (_examples, { signal, onProgress } = {}) =>
          new Promise((_resolve, reject) => {
            asked += 1
            onProgress?.(0.5)
            signal?.addEventListener('abort', () => reject(new Error('ended')))
          }),
        crossFit: async () => [],
      }
      const closing = new AbortController()
      const previews = createPreviews({ store: store.learning, elsewhere, events, closing: closing.signal })
      const looks = [previews.preview(10), previews.preview(10)]
      await wait(1)
      previews.cancel()
      for (const look of looks) expect(await look).toEqual({ preview: null, cancelled: true })
      expect(asked).toBe(1)
      expect(told).toEqual([0, 0.2, null].map((progress) => ({ type: 'learning-progress', progress })))
      const last = previews.preview(10)
      closing.abort()
      expect(await last).toEqual({ preview: null, cancelled: true })
      await previews.close()
    }))
})
