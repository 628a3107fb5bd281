import type { HumanExample } from '../../shared/analysis/learning/learn-from-labels.ts'
import type { FocusProbabilities } from '../../shared/model/focus.ts'
import type { LearnedModel } from '../../shared/model/learning.ts'
import { askOneChild } from './ask-one-child.ts'
import { nodeWorkerSpawner } from './spawn-node-worker.ts'
import { DEFAULT_LIMITS } from './worker-client.ts'
import type { WorkerLimits } from './worker-client.ts'
import { learnOutcomeSchema } from './worker-messages.ts'
import type { LearnMessage, LearnOutcome } from './worker-messages.ts'
import type { SpawnWorker } from './worker-process.ts'

export interface LearnOptions {
  /** Ends it: the call then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** 0 to 1. */
  readonly onProgress?: ((fraction: number) => void) | undefined
}

/** Learning away from the process that answers the page: seconds of work where people labelled much. */
export interface LearnElsewhere {
  /** Null where there is no example. */
  learn(examples: readonly HumanExample[], options?: LearnOptions): Promise<LearnedModel | null>
  /** What the others teach of each example, in order. */
  crossFit(examples: readonly HumanExample[], options?: LearnOptions): Promise<FocusProbabilities[]>
}

/** Thousands of labels take minutes on a slow machine. */
const WALL_MILLISECONDS = 150_000

/** Learns in a fresh child each time, held to the same memory as a document. Throws where the child fails. */
export function learnerInWorker(
  spawnWorker: SpawnWorker = nodeWorkerSpawner(),
  given: Partial<WorkerLimits> = {},
): LearnElsewhere {
  const limits = { ...DEFAULT_LIMITS, wallMilliseconds: WALL_MILLISECONDS, ...given }
  const ask = async (
    work: LearnMessage['work'],
    examples: readonly HumanExample[],
    { signal, onProgress }: LearnOptions = {},
  ): Promise<Exclude<LearnOutcome, { kind: 'refused' }>> => {
    const outcome = await askOneChild({
      spawnWorker,
      limits,
      message: { type: 'learn', work, examples: [...examples] },
      parse: (value) => learnOutcomeSchema.parse(value),
      signal,
      onProgress,
    })
    signal?.throwIfAborted()
    if (outcome.kind === 'refused') throw new Error(`Learning ended: ${outcome.code}`)
    return outcome
  }
  return {
    async learn(examples, options) {
      if (examples.length === 0) return null
      const outcome = await ask('model', examples, options)
      if (outcome.kind !== 'learned') throw new Error('The answer is to another question.')
      return outcome.model
    },
    async crossFit(examples, options) {
      if (examples.length === 0) return []
      const outcome = await ask('cross-fit', examples, options)
      if (outcome.kind !== 'fitted' || outcome.probabilities.length !== examples.length)
        throw new Error('The answer is to another question.')
      return outcome.probabilities
    },
  }
}
