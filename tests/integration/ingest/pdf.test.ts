import { describe, expect, test } from 'vitest'
import type { Document } from '../../../shared/model/document.ts'
import { documentSchema } from '../../../shared/model/document.ts'
import { readDocument } from '../../../electron/ingest/read-document.ts'
import type { ReadOptions } from '../../../electron/ingest/document-reader.ts'
import { shortDocument } from '../../unit/ingest/blocks-text.ts'
import { makePdf } from './make-pdf.ts'

const read = async (bytes: Uint8Array, options: Partial<ReadOptions> = {}): Promise<Document> =>
  documentSchema.parse(await readDocument(bytes, { fileName: 'x', ...options }))

const codeOf = async (bytes: Uint8Array, options: Partial<ReadOptions> = {}): Promise<string> =>
  read(bytes, options).then(
    () => 'read',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown'),
  )

const words: Parameters<typeof makePdf>[0] = (pdf) => {
  pdf.text('Secret minutes')
}

const picture = (pdf: PDFKit.PDFDocument): void => {
  pdf.rect(100, 100, 200, 200).fill('#888')
}

describe('PDF', () => {
  test('a ruled agenda: rows by their borders, title wrapped, looks, furniture', async () => {
    const bytes = await makePdf((pdf) => {
      pdf.font('Helvetica-Bold').fontSize(16).text('Board agenda', 60, 80)
      pdf.font('Helvetica').fontSize(11)
      const rows: [string, string, string][] = [
        ['9:00', 'Opening', 'Chair'],
        ['9:05', 'What tenants told us during our visits\nof the spring and summer', 'A. North'],
        ['9:40', 'Forecast', 'B. South'],
      ]
      const xs = [60, 120, 380, 500]
      rows.forEach(([time, title, lead], at) => {
        const top = 120 + 40 * at
        pdf.text(time, xs[0] ?? 0, top + 14, { lineBreak: false, indent: 4 })
        title
          .split('\n')
          .forEach((line, index) => pdf.text(line, 124, top + 5 + 14 * index, { lineBreak: false }))
        pdf.text(lead, 384, top + 18, { lineBreak: false })
      })
      for (let at = 0; at <= 3; at += 1)
        pdf
          .moveTo(60, 120 + 40 * at)
          .lineTo(500, 120 + 40 * at)
          .stroke()
      for (const x of xs) pdf.moveTo(x, 120).lineTo(x, 240).stroke()
      pdf.fontSize(9).text('Page 1 of 1', 60, 770, { lineBreak: false })
    })
    const document = await read(bytes)
    expect(shortDocument(document)).toEqual([
      'Board agenda',
      [
        ['9:00', 'Opening', 'Chair'],
        ['9:05', 'What tenants told us during our visits of the spring and summer', 'A. North'],
        ['9:40', 'Forecast', 'B. South'],
      ],
      '[page-number] Page 1 of 1',
    ])
    const [title] = document.blocks
    expect(title?.kind === 'text' ? title.style : null).toMatchObject({
      fontSize: 16,
      bold: true,
      italic: false,
    })
    expect(document.pages[0]).toMatchObject({ number: 1, hasText: true })
  })

  test('bookmarks with their pages, headers and footers over pages, progress that never falls', async () => {
    const bytes = await makePdf((pdf) => {
      for (let page = 1; page <= 5; page += 1) {
        if (page > 1) pdf.addPage()
        pdf.outline.addItem(`Paper ${page}`)
        pdf.fontSize(9).text('Water Board, open session', 60, 30, { lineBreak: false })
        pdf.fontSize(11).text(`Words of paper number ${'i'.repeat(page)}.`, 60, 120)
        pdf.fontSize(9).text(String(page), 290, 780, { lineBreak: false })
      }
    })
    const steps: number[] = []
    const document = await read(bytes, { onProgress: (fraction) => steps.push(fraction) })
    expect(document.outline.map(({ title, page }) => [title, page])).toEqual(
      [1, 2, 3, 4, 5].map((page) => [`Paper ${page}`, page]),
    )
    const marks = document.blocks.map((block) => (block.kind === 'text' ? block.furniture : 'table'))
    expect(marks).toEqual(Array.from({ length: 5 }, () => ['header', null, 'page-number']).flat())
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    expect(steps.at(-1)).toBe(1)
  })

  test('what was typed into form fields is read where it stands', async () => {
    const bytes = await makePdf((pdf) => {
      pdf.font('Helvetica').initForm()
      pdf.fontSize(11).text('Name:', 60, 100, { lineBreak: false })
      pdf.formText('name', 110, 96, 200, 16, { value: 'Ada North' })
      pdf.text('Reason:', 60, 130, { lineBreak: false })
    })
    const text = shortDocument(await read(bytes))
      .flat(2)
      .join('\n')
    expect(text).toMatch(/Name:\s+Ada North/)
    expect(text.indexOf('Ada North')).toBeLessThan(text.indexOf('Reason'))
  })

  test('no text at all needs OCR; some pages without text are a warning', async () => {
    expect(await codeOf(await makePdf(picture))).toBe('no-text-needs-ocr')
    const mixed = await read(
      await makePdf((pdf) => {
        picture(pdf)
        pdf.addPage().fillColor('#000').text('Minutes')
      }),
    )
    expect(mixed.warnings).toEqual([
      { code: 'pages-without-text', message: '1 page holds no text that can be read.', page: 1 },
    ])
    expect(mixed.pages.map((page) => page.hasText)).toEqual([false, true])
  })

  test('a password is asked for, a file that opens without one is read', async () => {
    expect(await codeOf(await makePdf(words, { userPassword: 'x', pdfVersion: '1.7' }))).toBe('encrypted')
    expect(await codeOf(await makePdf(words, { ownerPassword: 'x', pdfVersion: '1.7' }))).toBe('read')
  })

  test('an aborted signal stops between pages', async () => {
    const stop = new AbortController()
    const bytes = await makePdf((pdf) => {
      for (let page = 1; page < 40; page += 1) pdf.text('words').addPage()
      pdf.text('end')
    })
    let last = 0
    const code = await codeOf(bytes, {
      signal: stop.signal,
      onProgress: (fraction) => {
        last = fraction
        if (fraction > 0.2) stop.abort()
      },
    })
    expect(code).toBe('cancelled')
    expect(last).toBeLessThan(0.5)
  })

  test('the bytes handed in stay as they are', async () => {
    const bytes = await makePdf((pdf) => {
      pdf.text('Minutes')
    })
    const copy = bytes.slice()
    await read(bytes)
    expect(bytes).toEqual(copy)
  })
})
