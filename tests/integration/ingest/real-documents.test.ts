import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../../shared/model/document.ts'
import { documentSchema } from '../../../shared/model/document.ts'
import { REFUSAL_CODES } from '../../../shared/model/import-result.ts'
import { readDocument } from '../../../electron/ingest/read-document.ts'
import { createWorkerClient } from '../../../electron/worker/worker-client.ts'

const data = process.env['EMPTY_CHAIR_DATA'] ?? resolve(import.meta.dirname, '../../../../shared')
const corpus = join(data, 'corpus')
const badfiles = join(data, 'badfiles')

const hasPoppler = ((): boolean => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

const wordsOf = (text: string): number => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length
const textOf = (document: Document): string =>
  document.blocks
    .map((block) =>
      block.kind === 'text'
        ? block.text
        : block.rows.map((row) => row.cells.map((cell) => cell.text).join('\n')).join('\n'),
    )
    .join('\n')

const everyNth = (files: readonly string[], step: number): string[] =>
  files.toSorted().filter((_, at) => at % step === 0)

describe('real documents', () => {
  test.skipIf(!existsSync(corpus) || !hasPoppler)(
    'words of PDFs agree with poppler within 5 % (skipped without the evaluation data or pdftotext)',
    async () => {
      const files = everyNth(globSync(join(corpus, '*/*.pdf')), 6)
      const apart: string[] = []
      for (const file of files) {
        const expected = wordsOf(
          execFileSync('pdftotext', [file, '-'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
        )
        if (expected === 0) continue
        // One after the other: memory stays small.
        // oxlint-disable-next-line no-await-in-loop
        const document = await readDocument(new Uint8Array(readFileSync(file)), { fileName: file })
        if (Math.abs(wordsOf(textOf(document)) - expected) > 0.05 * expected) apart.push(file)
      }
      expect(files.length).toBeGreaterThan(10)
      expect(apart).toEqual([])
    },
  )

  test.skipIf(!existsSync(corpus))(
    'every Word, OpenDocument, Markdown and text document is read (skipped without the evaluation data)',
    async () => {
      const files = [
        ...globSync(join(corpus, '*/*.{docx,odt}')),
        ...everyNth(globSync(join(corpus, '*/*.{md,txt,rst,org,vtt,srt}')), 10),
      ]
      const wrong: string[] = []
      for (const file of files) {
        // oxlint-disable-next-line no-await-in-loop
        const document = await readDocument(new Uint8Array(readFileSync(file)), { fileName: file })
        if (!documentSchema.safeParse(document).success) wrong.push(file)
        for (const block of document.blocks) {
          if (block.kind !== 'table') continue
          const widths = new Set(block.rows.map((row) => row.cells.reduce((sum, cell) => sum + cell.span, 0)))
          if (widths.size !== 1) wrong.push(`${file}: uneven rows`)
        }
      }
      expect(wrong).toEqual([])
    },
  )

  test.skipIf(!existsSync(badfiles))(
    'a sample of damaged and hostile files: each ends in a known code, in time, and the parent lives (skipped without the evaluation data)',
    async () => {
      const files = everyNth(
        globSync(join(badfiles, '*/**/*'), { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name)),
        24,
      )
      const limit = 30_000
      const client = createWorkerClient({ limits: { wallMilliseconds: limit } })
      const known = new Set<string>(['analysed', ...REFUSAL_CODES])
      const failed: string[] = []
      await Promise.all(
        files.map(async (file) => {
          const outcome = await client.analyseInWorker({
            bytes: new Uint8Array(readFileSync(file)),
            fileName: file.split('/').at(-1) ?? file,
            context: { dateOrder: 'from-documents', customerTerms: null },
          })
          const code = outcome.kind === 'refused' ? outcome.code : 'analysed'
          if (!known.has(code) || code === 'worker-failed') failed.push(`${code} ${file}`)
        }),
      )
      client.close()
      expect(files.length).toBeGreaterThan(20)
      expect(failed).toEqual([])
    },
  )
})
