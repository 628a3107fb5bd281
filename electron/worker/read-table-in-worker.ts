import { askOneChild } from './ask-one-child.ts'
import { nodeWorkerSpawner } from './spawn-node-worker.ts'
import { DEFAULT_LIMITS } from './worker-client.ts'
import type { WorkerLimits } from './worker-client.ts'
import { tableOutcomeSchema } from './worker-messages.ts'
import type { TableOutcome } from './worker-messages.ts'
import type { SpawnWorker } from './worker-process.ts'

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
    askOneChild({
      spawnWorker,
      limits,
      message: { type: 'table', bytes, fileName },
      parse: (value) => tableOutcomeSchema.parse(value),
    })
}
