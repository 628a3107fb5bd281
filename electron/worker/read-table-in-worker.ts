import type { RefusalCode } from '../../shared/model/import-result.ts'
import { AnswerCollector } from './answer-collector.ts'
import { residentMemory } from './resident-memory.ts'
import { nodeWorkerSpawner } from './spawn-node-worker.ts'
import { codeOfDeath, DEFAULT_LIMITS } from './worker-client.ts'
import type { WorkerLimits } from './worker-client.ts'
import { tableOutcomeSchema, workerMessageSchema } from './worker-messages.ts'
import type { TableOutcome } from './worker-messages.ts'
import type { SpawnWorker } from './worker-process.ts'

const WATCH_MILLISECONDS = 200
const SEQUENCE = 0

/** Reads the rows of one untrusted table. Never rejects. */
export type ReadTable = (job: {
  readonly bytes: Uint8Array
  readonly fileName: string
}) => Promise<TableOutcome>

/** Reads tables in a fresh child each, held to the same memory and time as a document. */
export function tableReader(
  spawnWorker: SpawnWorker = nodeWorkerSpawner(),
  given: Partial<WorkerLimits> = {},
): ReadTable {
  const limits = { ...DEFAULT_LIMITS, ...given }
  return ({ bytes, fileName }) =>
    new Promise((resolve) => {
      const child = spawnWorker()
      const collector = new AnswerCollector(limits.answerBytes, (value) => tableOutcomeSchema.parse(value))
      let settled = false
      const settle = (outcome: TableOutcome): void => {
        if (settled) return
        settled = true
        clearTimeout(wall)
        clearInterval(watch)
        child.kill()
        resolve(outcome)
      }
      const refuse = (code: RefusalCode): void => settle({ kind: 'refused', code })
      const wall = setTimeout(() => refuse('timeout'), limits.wallMilliseconds)
      const judgeMemory = (used: number | null): void => {
        if (used !== null && used > limits.residentBytes) refuse('out-of-memory')
      }
      const watch = setInterval(() => {
        if (child.pid !== undefined) void residentMemory(child.pid).then(judgeMemory)
      }, WATCH_MILLISECONDS)
      child.onExit((exit) => refuse(codeOfDeath(exit)))
      child.onMessage((unchecked) => {
        if (settled) return
        const message = workerMessageSchema.safeParse(unchecked).data
        if (message === undefined) return refuse('worker-failed')
        if (message.type === 'memory') return judgeMemory(message.residentBytes)
        if (message.type === 'ready') return
        if (message.type !== 'answer' || message.sequence !== SEQUENCE) return refuse('worker-failed')
        const state = collector.add(message.part, message.last)
        if (state === 'too-large') return refuse('out-of-memory')
        if (state === 'complete') settle(collector.outcome())
      })
      child.send({ type: 'table', sequence: SEQUENCE, bytes, fileName })
    })
}
