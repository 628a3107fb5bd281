// A process that imports without end, acknowledges each document once it is kept, and waits to be killed.
import { writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openLibraryStore } from '../../electron/store/open-library-store.ts'
import { NOW, makeDraft } from './library-fixture.ts'

const [root = '', run = ''] = process.argv.slice(2)
const store = openLibraryStore({ folder: join(root, 'library'), now: NOW })
store.resumeJobs()
writeSync(1, 'OPEN\n')
for (let count = 0; ; count += 1) {
  const name = `run ${run} paper ${count}.pdf`
  const path = join(root, 'source')
  writeFileSync(path, `${name}\n`.repeat(2000))
  const { sha256, bytes } = await store.storeOriginal(path)
  const job = store.addJob({ name, bytes, sha256 })
  const passages = Array.from({ length: 40 }, (_, index): [string, 'customer'] => [
    `Members of ${name} said ${index} things.`,
    'customer',
  ])
  store.saveDraft(job.id, makeDraft({ kind: 'paper', items: [{ title: 'Members', passages }] }))
  const outcome = store.keepJob(job.id)
  if (outcome.outcome === 'kept') writeSync(1, `ACK ${outcome.documentId} ${sha256}\n`)
  if (count % 5 === 4 && outcome.outcome === 'kept') {
    writeSync(1, `DROP ${outcome.documentId} ${sha256}\n`)
    await store.removeDocument(outcome.documentId)
    writeSync(1, `GONE ${outcome.documentId} ${sha256}\n`)
  }
}
