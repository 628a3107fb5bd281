import { afterAll, describe, expect, test } from 'vitest'
import type { ReadOptions } from '../../../electron/ingest/document-reader.ts'
import { RecognitionNeeded } from '../../../electron/ingest/read-refusal.ts'
import { readDocument } from '../../../electron/ingest/read-document.ts'
import { createWorkerClient } from '../../../electron/worker/worker-client.ts'
import type { Recognising } from '../../../electron/worker/worker-messages.ts'
import { documentSchema } from '../../../shared/model/document.ts'
import type { Document } from '../../../shared/model/document.ts'
import { drawSheet, makeScan } from '../support/make-scan.ts'

const MINUTES = [
  '# Minutes of the Larkmoor Water board',
  'Held on Tuesday 4 March 2025 at 10:00 in the pump house',
  '1. Welcome and apologies',
  'The chair opened the meeting and welcomed everybody.',
  '2. What households told us in the winter survey',
  'Households said that they waited eleven days for a repair.',
  'The board agreed to visit ten households before the summer.',
  '3. Forecast for the year',
  'Revenue is forecast at four million pounds, as in the budget.',
]
const AGENDA = ['# Agenda', '9:00|Opening|Chair', '9:05|Household survey|A. North', '9:40|Forecast|B. South']

const worker = createWorkerClient()
afterAll(() => worker.close())

const read = async (bytes: Uint8Array, more: Partial<ReadOptions> = {}): Promise<Document> =>
  documentSchema.parse(
    await readDocument(bytes, { fileName: 'x', recognition: { milliseconds: 300_000 }, ...more }),
  )

const textOf = (document: Document): string =>
  document.blocks
    .map((block) =>
      block.kind === 'text'
        ? block.text
        : block.rows.map((row) => row.cells.map(({ text }) => text).join(' | ')).join('\n'),
    )
    .join('\n')

const codes = (document: Document): string[] => document.warnings.map(({ code }) => code)
const bytesOf = (picture: Buffer): Uint8Array => new Uint8Array(picture)

describe('pages that are pictures', () => {
  test('a scan gives its lines with places, and says so', async () => {
    const document = await read(await makeScan([drawSheet(MINUTES)]))
    for (const line of MINUTES) expect(textOf(document)).toContain(line.replace('# ', ''))
    expect(codes(document)).toEqual(['read-by-ocr'])
    expect(document.pages[0]?.recognition?.confidence).toBeGreaterThan(0.85)
    const heading = document.blocks[0]
    if (heading?.kind !== 'text') throw new Error('No heading')
    expect(heading.style.bold).toBe(true)
    expect(heading.confidence).toBeGreaterThan(0.8)
    // Drawn at 60, 80 with 16 points.
    expect(heading.box?.x).toBeGreaterThan(56)
    expect(heading.box?.x).toBeLessThan(64)
    expect(heading.box?.y).toBeGreaterThan(62)
    expect(heading.box?.y).toBeLessThan(80)
    const second = document.blocks[1]
    expect(second?.kind === 'text' && second.style.bold).toBe(false)
  })

  test.each([1, 2, 3])(
    'one that lay wrong by %i quarter turns is read, and its boxes lie as it does',
    async (turns) => {
      const sheet = drawSheet(MINUTES, { turns })
      const document = await read(bytesOf(sheet))
      expect(textOf(document)).toContain('waited eleven days for a repair')
      expect(document.pages[0]?.recognition?.turns).toBe((4 - turns) % 4)
      const width = document.pages[0]?.width ?? 0
      const height = document.pages[0]?.height ?? 0
      const { x = 0, y = 0 } = document.blocks[0]?.box ?? {}
      // The heading stands near the edge that the turn brought round.
      const fromEdge = { 1: width - x, 2: height - y, 3: x }[turns]
      expect(fromEdge).toBeLessThan(90)
    },
  )

  test('one that lay a little askew keeps its lines together', async () => {
    const document = await read(await makeScan([drawSheet(AGENDA, { askew: 1.2 })]))
    expect(textOf(document)).toContain('9:05 | Household survey | A. North')
  })

  test('in a document with text, only they are recognised, and one without words is said', async () => {
    const bytes = await makeScan([MINUTES, drawSheet(AGENDA, { type: 'image/jpeg' }), drawSheet([])])
    const document = await read(bytes)
    expect(document.pages.map(({ recognition }) => recognition !== undefined)).toEqual([false, true, false])
    expect(document.pages.map(({ hasText }) => hasText)).toEqual([true, true, false])
    expect(codes(document)).toEqual(['pages-without-text', 'read-by-ocr'])
    expect(document.warnings[1]?.message).toMatch(/^Page 2 is a picture/)
    expect(textOf(document)).toContain('Household survey')
  })

  test('a stamp on a scan is not taken for its text', async () => {
    const { makePdf } = await import('./make-pdf.ts')
    const bytes = await makePdf((pdf) => {
      pdf.image(drawSheet(MINUTES), 0, 0, { width: 595, height: 842 })
      pdf.fontSize(8).text('Received 5 March', 400, 20)
    })
    const document = await read(bytes)
    expect(textOf(document)).toContain('waited eleven days for a repair')
    expect(textOf(document)).toContain('Received 5 March')
  })

  test.each(['image/png', 'image/jpeg', 'image/webp'] as const)('a picture of a page: %s', async (type) => {
    const document = await read(bytesOf(drawSheet(MINUTES, { type })))
    expect(document.format).toBe('image')
    expect(textOf(document)).toContain('Tuesday 4 March 2025 at 10:00')
  })

  test('a picture without words, and one that is cut off, are refused', async () => {
    await expect(read(bytesOf(drawSheet([])))).rejects.toMatchObject({ code: 'no-text-needs-ocr' })
    const cut = bytesOf(drawSheet(MINUTES)).subarray(0, 60)
    await expect(read(cut)).rejects.toMatchObject({ code: 'damaged' })
  })

  test('a picture too large to hold is refused before it is unpacked', async () => {
    const bytes = bytesOf(drawSheet([]))
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(16, 60_000)
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(20, 60_000)
    await expect(read(bytes)).rejects.toMatchObject({ code: 'too-large' })
  })

  test('the time for it is asked for, and what is over it is left out and said', async () => {
    const bytes = await makeScan([MINUTES, drawSheet(AGENDA)])
    await expect(read(bytes, { recognition: 'ask' })).rejects.toThrow(RecognitionNeeded)
    const document = await read(bytes, { recognition: { milliseconds: -1 } })
    expect(codes(document)).toContain('ocr-stopped')
    const text = await makeScan([MINUTES, ['Annex']])
    expect((await read(text, { recognition: 'ask' })).warnings).toEqual([])
  })
})

describe('in the child', () => {
  const context = { dateOrder: 'from-documents', customerTerms: null } as const

  test('a scan is read in a child of its own, page by page', async () => {
    const told: Recognising[] = []
    const outcome = await worker.analyseInWorker({
      bytes: await makeScan([drawSheet(MINUTES), drawSheet(AGENDA)]),
      fileName: 'scan.pdf',
      context,
      onProgress: (_stage, _fraction, recognising) => {
        if (recognising) told.push(recognising)
      },
    })
    if (outcome.kind !== 'analysed') throw new Error(outcome.kind)
    expect(outcome.analysis.date?.value).toBe('2025-03-04')
    const said = outcome.analysis.passages.map(({ text }) => text).join(' ')
    expect(said).toContain('waited eleven days for a repair')
    expect(outcome.analysis.warnings.map(({ code }) => code)).toContain('read-by-ocr')
    expect(told).toEqual([
      { page: 1, pages: 2 },
      { page: 2, pages: 2 },
    ])
  })

  test('it stops between pages when it is cancelled', async () => {
    const stop = new AbortController()
    const outcome = await worker.analyseInWorker({
      bytes: await makeScan([drawSheet(MINUTES), drawSheet(AGENDA), drawSheet(MINUTES)]),
      fileName: 'scan.pdf',
      context,
      signal: stop.signal,
      onProgress: (_stage, _fraction, recognising) => {
        if (recognising?.page === 1) stop.abort()
      },
    })
    expect(outcome).toEqual({ kind: 'refused', code: 'cancelled' })
  })
})
