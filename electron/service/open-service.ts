import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { classifyPassages } from '../../shared/analysis/focus/classify-passages.ts'
import { openLibraryStore } from '../store/open-library-store.ts'
import { createBothModels } from '../worker/both-models.ts'
import { createCarefulClient } from '../worker/careful-client.ts'
import { learnerInWorker } from '../worker/learn-in-worker.ts'
import { loadFocusModel, modelInfo } from '../worker/load-focus-model.ts'
import { tableReader } from '../worker/read-table-in-worker.ts'
import { createWorkerClient } from '../worker/worker-client.ts'
import type { SpawnWorker } from '../worker/worker-process.ts'
import type { Log } from './log.ts'
import { programFolder } from './project-folders.ts'
import { createReopeningService } from './reopening-service.ts'
import { createService } from './service.ts'
import type { Service, ServiceOptions } from './service.ts'

export interface OpenServiceOptions {
  /** The library's folder. */
  readonly folder: string
  readonly host: ServiceOptions['host']
  readonly log: Log
  readonly clock: () => Date
  /** How this host starts the reader's child processes; Node's way unless told. */
  readonly spawnWorker?: SpawnWorker
  /** The same for the child that holds the careful model. */
  readonly spawnCareful?: SpawnWorker
}

/**
 * Opens a library with everything it needs: store, reader, model. Throws the store's `ServiceError` when the library
 * is busy, damaged or too new.
 */
export function openService(options: OpenServiceOptions): Service {
  return createReopeningService((reopen) => openOnce(options, reopen))
}

function openOnce(options: OpenServiceOptions, reopen: () => Promise<void>): Service {
  const program = programFolder(import.meta.dirname)
  const appVersion = programVersion(program)
  const store = openLibraryStore({ folder: options.folder, now: options.clock, check: true, appVersion })
  const worker = createWorkerClient(options.spawnWorker ? { spawnWorker: options.spawnWorker } : {})
  const { spawnCareful } = options
  const service = createService({
    store,
    analyse: worker.analyseInWorker,
    readTable: tableReader(options.spawnWorker),
    learn: learnerInWorker(options.spawnWorker),
    model: modelInfo,
    bothModels: (cache) =>
      createBothModels({
        client: createCarefulClient(spawnCareful ? { spawnWorker: spawnCareful } : {}),
        fast: loadFocusModel,
        cache,
      }),
    classifyFast: (inputs) => classifyPassages(inputs, loadFocusModel()),
    clock: options.clock,
    log: options.log,
    host: options.host,
    version: appVersion,
    reopen,
    sampleFolder: join(program, 'resources/sample-board'),
  })
  return {
    ...service,
    close: async () => {
      await service.close()
      worker.close()
    },
  }
}

/** The version in the program's package.json. */
export function programVersion(folder: string): string {
  return z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).version
}
