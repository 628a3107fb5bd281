import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openService } from '../../electron/service/open-service.ts'

/**
 * Imports one file whole, as a host does: taken in, read, structured, classified, measured, looked at, kept.
 * usage: import-whole.ts FILE
 * Prints {firstProgressMs, keptMs, passages, items}; milliseconds since the file was handed over.
 */
const path = process.argv[2] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'empty-chair-bench-'))
const service = openService({
  folder,
  host: 'command line',
  log: () => undefined,
  clock: () => new Date(),
})
try {
  const handedOver = performance.now()
  let firstProgress: number | null = null
  service.subscribe((event) => {
    if (event.type === 'import-changed' && event.job.progress > 0) firstProgress ??= performance.now()
  })
  const original = await service.store.storeOriginal(path)
  const job = service.imports.add(basename(path), original, { board: 'Benchmark board' })
  const settled = await service.imports.settled(job.id)
  const [outcome] = service.imports.keep([settled.id])
  const kept = performance.now()
  if (outcome?.outcome !== 'kept') throw new Error(`not kept: ${outcome?.outcome} ${settled.code}`)
  const meeting = service.store.meeting(outcome.meetingId)
  const bytes = statSync(path).size
  const stored = service.store.originalPath(original.sha256)
  const same = stored !== null && sha256(stored) === sha256(path)
  if (!same || original.bytes !== bytes) throw new Error('the stored original differs from the file')
  console.log(
    JSON.stringify({
      firstProgressMs: Math.round((firstProgress ?? kept) - handedOver),
      keptMs: Math.round(kept - handedOver),
      items: meeting.items.length,
      passages: meeting.passages.length,
    }),
  )
} finally {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
