import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LogEntry } from '../../../electron/service/log.ts'
import { createReopeningService } from '../../../electron/service/reopening-service.ts'
import { createService } from '../../../electron/service/service.ts'
import type { Service, ServiceOptions } from '../../../electron/service/service.ts'
import { openLibraryStore } from '../../../electron/store/open-library-store.ts'
import { ReadRefusal } from '../../../electron/ingest/read-refusal.ts'
import { readTable } from '../../../electron/ingest/sheets/read-table.ts'
import { createFakeReader } from './fake-analysis.ts'
import type { FakeReader } from './fake-analysis.ts'

export interface TestService {
  readonly service: Service
  readonly reader: FakeReader
  readonly folder: string
  readonly log: LogEntry[]
  /** Closes and opens it again on the same folder, as a restart does. */
  reopen(reader?: FakeReader): Promise<TestService>
  remove(): Promise<void>
}

export function openTestService(
  given: {
    folder?: string
    reader?: FakeReader
    sampleFolder?: string
    bothModels?: ServiceOptions['bothModels']
  } = {},
): TestService {
  const folder = given.folder ?? mkdtempSync(join(tmpdir(), 'empty-chair-contract-'))
  const reader = given.reader ?? createFakeReader()
  const log: LogEntry[] = []
  let now = Date.UTC(2026, 0, 5, 9)
  const clock = (): Date => new Date((now += 1000))
  const service = createReopeningService((reopen) =>
    createService({
      store: openLibraryStore({ folder: join(folder, 'library'), now: clock, appVersion: '9.9.9' }),
      reopen,
      analyse: reader.analyse,
      readTable: async ({ bytes, fileName }) => {
        try {
          return { kind: 'table', sheets: await readTable(bytes, fileName) }
        } catch (error) {
          return { kind: 'refused', code: error instanceof ReadRefusal ? error.code : 'worker-failed' }
        }
      },
      model: () => ({ version: '1', hash: 'abc' }),
      ...(given.bothModels ? { bothModels: given.bothModels } : {}),
      clock,
      log: (entry) => log.push(entry),
      host: 'command line',
      version: '9.9.9',
      sampleFolder: given.sampleFolder ?? join(folder, 'no-sample'),
    }),
  )
  return {
    service,
    reader,
    folder,
    log,
    reopen: async (next) => {
      await service.close()
      return openTestService({ ...given, folder, reader: next ?? createFakeReader() })
    },
    remove: async () => {
      await service.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
