import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { readDocument } from '../../electron/ingest/read-document.ts'
import { structureDocument } from '../../shared/analysis/structure/structure-document.ts'
import { focusSchema } from '../../shared/model/focus.ts'

/**
 * Joins the labels of other public documents to their texts, which are not ours to keep here.
 * usage: node resources/model/collect-public-passages.ts DOCUMENTS OUT.jsonl
 *   DOCUMENTS/<body>/ holds the documents of a body of public-bodies.tsv, from where that file says.
 *   Then EMPTY_CHAIR_PUBLIC_PASSAGES=OUT.jsonl npm run train learns from them too.
 */
const [documents, out] = process.argv.slice(2)
if (documents === undefined || out === undefined) {
  throw new Error('usage: node resources/model/collect-public-passages.ts DOCUMENTS OUT.jsonl')
}
const training = join(import.meta.dirname, '..', 'training')

/** The lines of a table with a head, as tuples. */
const tableOf = <T>(name: string, line: z.ZodType<T>): T[] =>
  readFileSync(join(training, name), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((text) => line.parse(text.split('\t')))

const bodies = tableOf('other-public-bodies.tsv', z.tuple([z.string(), z.string(), z.string()]))
const labels = tableOf(
  'other-public-labels.tsv',
  z.tuple([z.string(), z.string(), focusSchema, z.enum(['y', 'n']), z.coerce.number()]),
)
const labelOf = new Map(labels.map((label) => [`${label[0]} ${label[1]}`, label]))
const found = new Map<string, object>()

for (const [org, , terms] of bodies) {
  const folder = join(documents, org)
  if (!existsSync(folder)) continue
  const customerTerms = terms.split(', ').filter(Boolean)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const path = join(folder, name)
    if (!statSync(path).isFile()) continue
    const fileName = basename(path)
    const bytes = new Uint8Array(readFileSync(path))
    const document = await readDocument(bytes, { fileName }).catch(() => null)
    if (document === null) continue
    const { items, passages } = structureDocument(document, { fileName, dateOrder: 'from-documents' })
    passages.forEach(({ text, item }, at) => {
      const title = item === null ? '' : (items[item]?.title ?? '')
      const before = passages[at - 1]?.text ?? ''
      const id = createHash('sha1')
        .update(org + text + title + before)
        .digest('hex')
        .slice(0, 12)
      const label = labelOf.get(`${org} ${id}`)
      if (label === undefined || found.has(id)) return
      const [, , focus, voice, sure] = label
      const after = passages[at + 1]?.text ?? ''
      const labelled = { focus, fromCustomers: voice === 'y', sure }
      found.set(id, {
        id,
        doc: `${org}/${name}`,
        org,
        customerTerms,
        item: title,
        before,
        text,
        after,
        ...labelled,
      })
    })
  }
}
writeFileSync(out, [...found.values()].map((passage) => `${JSON.stringify(passage)}\n`).join(''))
console.log(`${found.size} of ${labels.length} labelled passages found in ${documents}`)
