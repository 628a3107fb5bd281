import { ServiceError } from '../../../shared/contract/errors.ts'
import type { LearningStore, Taught } from '../../store/learning-store.ts'
import type { LearnElsewhere } from '../../worker/learn-in-worker.ts'
import type { ServiceEvents } from '../service-events.ts'
import type { LearningService } from './learning-service.ts'
import { previewLearning } from './preview-learning.ts'
import type { Previewed } from './preview-learning.ts'

export interface Previews {
  preview: LearningService['preview']
  cancel(): void
  /** What was learnt for the preview of that name; learnt anew after a restart. Throws a `conflict` where it is another. */
  taught(modelId: string): Promise<Taught>
  close(): Promise<void>
}

const STEP = 0.02

/** Looks at what learning would change: one at a time, told as it goes, cancelled by name or by closing. */
export function createPreviews({
  store,
  elsewhere,
  events,
  closing,
}: {
  store: LearningStore
  elsewhere: LearnElsewhere
  events: ServiceEvents
  closing: AbortSignal
}): Previews {
  type Look = { limit: number; stop: AbortController; answer: ReturnType<LearningService['preview']> }
  let look: Look | null = null
  let last: Taught | null = null

  const tell = (progress: number | null): void => events.emit({ type: 'learning-progress', progress })

  const run = async (limit: number, stop: AbortController): ReturnType<LearningService['preview']> => {
    const signal = AbortSignal.any([closing, stop.signal])
    let told = 0
    const onProgress = (progress: number): void => {
      if (signal.aborted || progress - told < STEP) return
      told = progress
      tell(progress)
    }
    try {
      tell(0)
      const found: Previewed | null = await previewLearning({ store, elsewhere }, limit, {
        signal,
        onProgress,
      })
      last = found?.taught ?? last
      return { preview: found?.preview ?? null, cancelled: false }
    } catch (error) {
      if (!signal.aborted) throw error
      return { preview: null, cancelled: true }
    } finally {
      if (look?.stop === stop) {
        look = null
        if (!closing.aborted) tell(null)
      }
    }
  }

  return {
    preview(limit) {
      if (look?.limit === limit && !look.stop.signal.aborted) return look.answer
      look?.stop.abort()
      const stop = new AbortController()
      const next: Look = { limit, stop, answer: Promise.resolve({ preview: null, cancelled: true }) }
      look = next
      next.answer = run(limit, stop)
      return next.answer
    },
    cancel: () => look?.stop.abort(),
    async taught(modelId) {
      if (last?.model.id === modelId) return last
      const { key, examples } = store.examples()
      const model = await elsewhere.learn(examples, { signal: closing })
      if (model?.id !== modelId) throw new ServiceError('conflict')
      last = { key, model }
      return last
    },
    async close() {
      await look?.answer.catch(() => undefined)
    },
  }
}
