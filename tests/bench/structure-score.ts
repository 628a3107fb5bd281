import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { readDocument } from '../../electron/ingest/read-document.ts'
import { structureDocument } from '../../shared/analysis/structure/structure-document.ts'

/**
 * Scores the structure of whole documents against hand-made keys.
 * usage: structure-score.ts [KEY.jsonl]   (EMPTY_CHAIR_DATA, else ../shared, holds corpus/ and gold/)
 */
const data = resolve(process.env['EMPTY_CHAIR_DATA'] ?? '../shared')
const key = process.argv[2] ?? join(data, 'gold/dev-structure.jsonl')
if (!existsSync(key)) {
  console.error(`No key at ${key}: nothing to score.`)
  process.exit(2)
}
const keyLine = z.object({ doc: z.string() })
const documents = readFileSync(key, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => keyLine.parse(JSON.parse(line)).doc)

const answers: string[] = []
let slowest = 0
for (const doc of documents) {
  try {
    const bytes = new Uint8Array(readFileSync(join(data, 'corpus', doc)))
    const document = await readDocument(bytes, { fileName: doc })
    const started = performance.now()
    const structured = structureDocument(document, { fileName: doc, dateOrder: 'from-documents' })
    slowest = Math.max(slowest, performance.now() - started)
    const { planned, recorded } = structured.window
    answers.push(
      JSON.stringify({
        file: doc,
        result: 'imported',
        kind: structured.kind,
        meeting: {
          body: structured.body?.value ?? null,
          date: structured.date?.value ?? null,
          start: recorded?.start ?? planned?.start ?? null,
          end: recorded?.end ?? planned?.end ?? null,
          window: { planned, recorded },
        },
        items: structured.items,
        actions: structured.actions,
      }),
    )
  } catch (error) {
    answers.push(JSON.stringify({ file: doc, result: 'refused', code: String(error) }))
  }
}
const folder = mkdtempSync(join(tmpdir(), 'structure-score-'))
const said = join(folder, 'analyses.jsonl')
writeFileSync(said, `${answers.join('\n')}\n`)
const scorer = join(data, 'gold/score-structure.mjs')
const run = spawnSync(process.execPath, [scorer, key, said, ...process.argv.slice(3)], { encoding: 'utf8' })
rmSync(folder, { recursive: true })
console.log(run.stdout)
console.error(run.stderr)
console.log(`slowest document structured in ${slowest.toFixed(0)} ms`)
