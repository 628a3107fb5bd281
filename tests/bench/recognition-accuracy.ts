import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readDocument } from '../../electron/ingest/read-document.ts'
import type { Document } from '../../shared/model/document.ts'
import { makePdf } from '../integration/ingest/make-pdf.ts'

/**
 * `node tests/bench/recognition-accuracy.ts [files] [pages]`: how many words of text PDFs come back when their pages
 * are turned into pictures (200 dots to the inch, JPEG) and recognised. The text layer is the truth. Needs poppler's
 * `pdftoppm` and the evaluation data.
 */
const [files = '20', pages = '2'] = process.argv.slice(2)
const corpus = join(
  process.env['EMPTY_CHAIR_DATA'] ?? resolve(import.meta.dirname, '../../../shared'),
  'corpus',
)
const folder = mkdtempSync(join(tmpdir(), 'empty-chair-recognition-'))

function wordsOf(document: Document, most: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const block of document.blocks) {
    const texts =
      block.kind === 'text'
        ? [block.page <= most ? `${block.marker ?? ''} ${block.text}` : '']
        : block.rows.flatMap((row) => (row.page <= most ? row.cells.map(({ text }) => text) : []))
    for (const [word] of texts
      .join(' ')
      .normalize('NFKC')
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0)
const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`

const all = readdirSync(corpus, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.pdf'))
  .map((entry) => join(entry.parentPath, entry.name))
  .toSorted()
// Spread over the bodies, since files of one stand together.
const step = Math.max(1, Math.floor(all.length / Number(files)))
const totals = { truth: 0, read: 0, same: 0, pages: 0, milliseconds: 0 }
for (const path of all.filter((_, index) => index % step === 0).slice(0, Number(files))) {
  const truth = await readDocument(new Uint8Array(readFileSync(path)), { fileName: 'x' }).catch(() => null)
  if (truth === null) continue
  const most = Math.min(Number(pages), truth.pages.length)
  const expected = wordsOf(truth, most)
  if (sum(expected) < 30) continue
  execFileSync(
    'pdftoppm',
    ['-r', '200', '-jpeg', '-f', '1', '-l', String(most), path, join(folder, 'page')],
    {
      stdio: 'ignore',
    },
  )
  const pictures = readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name))
  const scan = await makePdf(
    (pdf) => {
      pictures.forEach((picture, index) => {
        const { width, height } = truth.pages[index] ?? {}
        const size: [number, number] = [width ?? 595, height ?? 842]
        pdf.addPage({ size, margin: 0 }).image(picture, 0, 0, { width: size[0], height: size[1] })
      })
    },
    { autoFirstPage: false },
  )
  for (const picture of pictures) rmSync(picture)
  const started = performance.now()
  const read = await readDocument(scan, { fileName: 'x', recognition: { milliseconds: 600_000 } })
  const milliseconds = performance.now() - started
  const found = wordsOf(read, most)
  const same = [...expected].reduce((n, [word, count]) => n + Math.min(count, found.get(word) ?? 0), 0)
  totals.truth += sum(expected)
  totals.read += sum(found)
  totals.same += same
  totals.pages += most
  totals.milliseconds += milliseconds
  const name = path.slice(corpus.length + 1)
  console.log(
    `${percent(same, sum(expected))} recall, ${percent(same, sum(found))} precision, ${(milliseconds / most / 1000).toFixed(1)} s a page: ${name}`,
  )
}
rmSync(folder, { recursive: true })
console.log(
  `all: ${percent(totals.same, totals.truth)} recall, ${percent(totals.same, totals.read)} precision of ${totals.truth} words, ` +
    `${(totals.milliseconds / totals.pages / 1000).toFixed(1)} s a page over ${totals.pages} pages`,
)
