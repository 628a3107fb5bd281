import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { readDocument } from '../../electron/ingest/read-document.ts'
import { ReadRefusal } from '../../electron/ingest/read-refusal.ts'
import { structureDocument } from '../../shared/analysis/structure/structure-document.ts'
import { documentKindSchema } from '../../shared/model/analysis.ts'

/**
 * Reads every file of the corpus and lays kind and date beside its manifest, which is itself imperfect: every
 * disagreement is printed with the words our date was read from, to be judged by eye.
 * usage: corpus-dates.ts [PART OF A PATH]   (EMPTY_CHAIR_DATA, else ../shared, holds corpus/)
 */
const corpus = join(resolve(process.env['EMPTY_CHAIR_DATA'] ?? '../shared'), 'corpus')
const manifest = join(corpus, 'manifest.tsv')
if (!existsSync(manifest)) {
  console.error(`No manifest at ${manifest}: nothing to compare.`)
  process.exit(2)
}
const rowShape = z.object({ id: z.string(), kind: z.string(), meeting_date: z.string() })
const [head = '', ...body] = readFileSync(manifest, 'utf8').split('\n')
const names = head.split('\t')
const rows = body
  .filter((line) => line.trim() !== '')
  .map((line) => rowShape.parse(Object.fromEntries(line.split('\t').map((value, i) => [names[i], value]))))
  .filter((row) => row.id.includes(process.argv[2] ?? ''))

const results = new Map<string, number>()
const dates = { agreed: 0, dated: 0, withDate: 0 }
const kinds = { agreed: 0, comparable: 0 }
const disagreements: string[] = []
const count = (what: string) => results.set(what, (results.get(what) ?? 0) + 1)

for (const row of rows) {
  try {
    const document = await readDocument(new Uint8Array(readFileSync(join(corpus, row.id))), {
      fileName: row.id,
    })
    const said = structureDocument(document, { fileName: row.id, dateOrder: 'from-documents' })
    count(said.warnings.length + document.warnings.length > 0 ? 'imported-with-warning' : 'imported')
    const expected = documentKindSchema.safeParse(row.kind)
    if (expected.success) {
      kinds.comparable += 1
      if (expected.data === said.kind) kinds.agreed += 1
      else disagreements.push(`kind\t${row.id}\tmanifest ${row.kind}\tread ${said.kind}`)
    }
    const date = said.date?.value ?? null
    if (date !== null) dates.withDate += 1
    if (!/^\d{4}-\d{2}-\d{2}$/.test(row.meeting_date)) continue
    dates.dated += 1
    if (date === row.meeting_date) dates.agreed += 1
    else {
      const from = said.date?.evidence ? `${said.date.evidence.rule}: ${said.date.evidence.quote}` : ''
      disagreements.push(
        `date\t${row.id}\tmanifest ${row.meeting_date}\tread ${date ?? 'nothing'}\t${from.slice(0, 120)}`,
      )
    }
  } catch (error) {
    const code = error instanceof ReadRefusal ? error.code : 'failed'
    count(`refused: ${code}`)
    disagreements.push(`refused\t${row.id}\t${code}`)
  }
}
console.log(disagreements.toSorted().join('\n'))
console.log({ files: rows.length, results: Object.fromEntries(results), dates, kinds })
