import type { RefusalCode } from '../../shared/model/import-result.ts'
import { AnswerCollector } from './answer-collector.ts'
import type { Refused } from './answer-collector.ts'
import { residentMemory } from './resident-memory.ts'
import { codeOfDeath } from './worker-client.ts'
import type { WorkerLimits } from './worker-client.ts'
import { workerMessageSchema } from './worker-messages.ts'
import type { LearnMessage, TableMessage } from './worker-messages.ts'
import type { SpawnWorker } from './worker-process.ts'

const WATCH_MILLISECONDS = 200
const SEQUENCE = 0

export interface ChildQuestion<T> {
  readonly spawnWorker: SpawnWorker
  readonly limits: WorkerLimits
  readonly message:
    | { readonly type: TableMessage['type']; readonly bytes: Uint8Array; readonly fileName: string }
    | Omit<LearnMessage, 'sequence'>
  /** Throws for what is no answer to this. */
  readonly parse: (value: unknown) => T
  readonly signal?: AbortSignal | undefined
  /** 0 to 1. */
  readonly onProgress?: ((fraction: number) => void) | undefined
}

/** Gives one job to a fresh child, held to memory and time, and ends it. Never rejects; cancelled is a refusal. */
export function askOneChild<T>(question: ChildQuestion<T>): Promise<T | Refused> {
  const { limits, signal, onProgress } = question
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve({ kind: 'refused', code: 'cancelled' })
    const child = question.spawnWorker()
    const collector = new AnswerCollector(limits.answerBytes, question.parse)
    let settled = false
    const settle = (outcome: T | Refused): void => {
      if (settled) return
      settled = true
      clearTimeout(wall)
      clearInterval(watch)
      signal?.removeEventListener('abort', cancel)
      child.kill()
      resolve(outcome)
    }
    const refuse = (code: RefusalCode): void => settle({ kind: 'refused', code })
    const cancel = (): void => refuse('cancelled')
    const wall = setTimeout(() => refuse('timeout'), limits.wallMilliseconds)
    const judgeMemory = (used: number | null): void => {
      if (used !== null && used > limits.residentBytes) refuse('out-of-memory')
    }
    const watch = setInterval(() => {
      if (child.pid !== undefined) void residentMemory(child.pid).then(judgeMemory)
    }, WATCH_MILLISECONDS)
    signal?.addEventListener('abort', cancel, { once: true })
    child.onExit((exit) => refuse(codeOfDeath(exit)))
    child.onMessage((unchecked) => {
      if (settled) return
      const message = workerMessageSchema.safeParse(unchecked).data
      if (message === undefined) return refuse('worker-failed')
      if (message.type === 'memory') return judgeMemory(message.residentBytes)
      if (message.type === 'ready') return
      if (message.type === 'progress') return onProgress?.(message.fraction)
      if (message.type !== 'answer' || message.sequence !== SEQUENCE) return refuse('worker-failed')
      const state = collector.add(message.part, message.last)
      if (state === 'too-large') return refuse('out-of-memory')
      if (state === 'complete') settle(collector.outcome())
    })
    child.send({ ...question.message, sequence: SEQUENCE })
  })
}
