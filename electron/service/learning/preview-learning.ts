import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { ServiceError } from '../../../shared/contract/errors.ts'
import type { LearnedChange, LearningPreview } from '../../../shared/model/learning.ts'
import type { Measures } from '../../../shared/model/measures.ts'
import type { LearningStore, Taught } from '../../store/learning-store.ts'
import type { LearnElsewhere, LearnOptions } from '../../worker/learn-in-worker.ts'

/** Of the whole; the rest is looking through the meetings. */
const LEARNING_PART = 0.4
/** Labels that go on changing meanwhile. */
const MOST_ATTEMPTS = 3

export interface Previewed {
  readonly preview: LearningPreview
  /** What applying it takes. */
  readonly taught: Taught
}

/**
 * What learning from all labels there are would change; null without labels. Learnt elsewhere, and then looked at
 * meeting by meeting with everything else in between. Begins anew where the labels changed meanwhile. Throws the
 * signal's reason when it is ended.
 */
export async function previewLearning(
  { store, elsewhere }: { store: LearningStore; elsewhere: LearnElsewhere },
  limit: number,
  { signal, onProgress }: LearnOptions,
): Promise<Previewed | null> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const { key, examples } = store.examples()
    const model = await elsewhere.learn(examples, {
      signal,
      onProgress: (done) => onProgress?.(done * LEARNING_PART),
    })
    signal?.throwIfAborted()
    if (model === null) return null
    const look = store.previewer(model)
    const ids = store.meetingsToPreview(model)
    const changes: LearnedChange[] = []
    const measures = new Map<string, Measures>()
    let passages = 0
    let meetings = 0
    for (const [at, id] of ids.entries()) {
      onProgress?.(LEARNING_PART + (1 - LEARNING_PART) * (at / ids.length))
      const found = look(id, limit - changes.length)
      changes.push(...found.changes)
      passages += found.passages
      meetings += Number(found.passages > 0)
      if (found.measures !== null) measures.set(id, found.measures)
      // One after the other, so that calls are answered in between.
      // oxlint-disable-next-line no-await-in-loop
      await yieldToOthers()
      signal?.throwIfAborted()
    }
    if (store.examples().key !== key) continue
    const shares = store.sharesWith(measures)
    return {
      preview: { modelId: model.id, labels: model.labels, passages, meetings, changes, shares },
      taught: { key, model },
    }
  }
  throw new ServiceError('conflict')
}
