import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openService } from '../../electron/service/open-service.ts'

/**
 * A library that holds the sample board with all its labels settled, in a folder of one's own. The first to ask in a
 * run reads the papers, into `prepared`; all others get a copy of that. The caller removes what it was given.
 */
export async function copySample(prepared: string): Promise<string> {
  const ready = join(prepared, 'sample')
  if (!existsSync(ready)) await prepareSample(prepared, ready)
  const own = mkdtempSync(join(tmpdir(), 'empty-chair-e2e-'))
  cpSync(ready, own, { recursive: true })
  return own
}

async function prepareSample(prepared: string, ready: string): Promise<void> {
  const folder = mkdtempSync(join(prepared, 'unready-'))
  const service = openService({
    folder,
    host: 'command line',
    log: (entry) => {
      if (entry.level === 'error') console.error(JSON.stringify(entry))
    },
    clock: () => new Date(),
  })
  try {
    const reply = await service.call('sample.import', {})
    if (!reply.ok) throw new Error(reply.failure.message)
    await Promise.all(service.imports.list().map(({ id }) => service.imports.settled(id)))
    await service.refining.settled()
    const jobs = service.imports.list()
    const lost = jobs.filter(({ state }) => state !== 'kept')
    if (jobs.length === 0 || lost.length > 0)
      throw new Error(`Of ${jobs.length} papers of the sample board ${lost.length} were not kept.`)
  } finally {
    await service.close()
  }
  try {
    renameSync(folder, ready)
  } catch (error) {
    // Whoever was first has it ready by now; one is as good as the other.
    if (!existsSync(ready)) throw error
    rmSync(folder, { recursive: true, force: true })
  }
}
