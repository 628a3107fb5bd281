import { crossFit, learnFromLabels } from '../../../shared/analysis/learning/learn-from-labels.ts'
import type { LearnElsewhere } from '../../worker/learn-in-worker.ts'

/** For a service without children: learns in its own process. */
export const learnHere: LearnElsewhere = {
  async learn(examples, { signal, onProgress } = {}) {
    signal?.throwIfAborted()
    return learnFromLabels(examples, undefined, onProgress)
  },
  async crossFit(examples, { signal, onProgress } = {}) {
    signal?.throwIfAborted()
    return crossFit(examples, undefined, onProgress)
  },
}
