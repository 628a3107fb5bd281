import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createWorkerClient } from '../../electron/worker/worker-client.ts'
import type { WorkerOutcome } from '../../electron/worker/worker-messages.ts'

// Runs every file of the collection of damaged, hostile and odd files through the worker.
// usage: node tests/bench/reading-badfiles.ts [EVERY_NTH] [FOLDER_PREFIX]

const data = process.env['EMPTY_CHAIR_DATA'] ?? resolve(import.meta.dirname, '../../../shared')
const root = join(data, 'badfiles')
const step = Number(process.argv[2] ?? 1)
const prefix = process.argv[3] ?? ''

const files = readFileSync(join(root, 'manifest.tsv'), 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const columns = line.split('\t')
    return { file: columns[0] ?? '', poppler: columns[8] ?? '', pdfjs: columns[9] ?? '' }
  })
  .filter(({ file }) => file.startsWith(prefix))
  .filter((_, at) => at % step === 0)

const client = createWorkerClient({ limits: { wallMilliseconds: 60_000 } })
const counts = new Map<string, number>()
const count = (key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
const lengthOf = (outcome: WorkerOutcome): number =>
  outcome.kind !== 'analysed'
    ? 0
    : outcome.document.blocks.reduce(
        (sum, block) =>
          sum +
          (block.kind === 'text'
            ? block.text.length
            : block.rows.reduce((s, row) => s + row.cells.reduce((c, cell) => c + cell.text.length, 0), 0)),
        0,
      )

let withText = 0
let given = 0
let slowest = 0
await Promise.all(
  files.map(async ({ file, poppler, pdfjs }) => {
    const path = join(root, file)
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return count('missing')
    let from = 0
    const bytes = new Uint8Array(readFileSync(path))
    const outcome = await client.analyseInWorker({
      bytes,
      fileName: file.split('/').at(-1) ?? file,
      context: { dateOrder: 'from-documents', customerTerms: null },
      entries: {
        depth: 0,
        part: () => Promise.resolve(),
        refused: (_, code) => Promise.resolve(count(`entry ${code}`)),
      },
      onProgress: () => {
        from ||= performance.now()
      },
    })
    const took = from === 0 ? 0 : performance.now() - from
    slowest = Math.max(slowest, took)
    const code = outcome.kind === 'refused' ? outcome.code : outcome.kind
    count(`${file.split('/')[0] ?? ''} ${code}`)
    if (['worker-failed', 'timeout', 'out-of-memory'].includes(code))
      console.log(code, file, Math.round(took))
    const characters = Number(/chars=(\d+)/.exec(poppler)?.[1] ?? 0)
    if (/\.pdf$/i.test(file) && characters >= 20) {
      withText += 1
      if (lengthOf(outcome) > 0) given += 1
      else console.log('no text', code, file, characters, pdfjs)
    }
    if (pdfjs.includes('PasswordException') && code !== 'encrypted')
      console.log('not said encrypted', code, file)
    return undefined
  }),
)
client.close()
console.log(Object.fromEntries([...counts].toSorted()))
console.log(
  `PDFs with text by poppler: ${withText}, with text here: ${given}, slowest ${Math.round(slowest)} ms`,
)
