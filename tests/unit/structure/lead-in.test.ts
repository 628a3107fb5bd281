import { describe, expect, it } from 'vitest'
import { ParagraphInProgress } from '../../../electron/ingest/flow/flow-content.ts'
import { boldStart } from '../../../electron/ingest/markdown/inline-text.ts'
import { readDocument } from '../../../electron/ingest/read-document.ts'
import { readRunIn } from '../../../shared/analysis/structure/items/run-in-heading.ts'
import { documentLines } from '../../../shared/analysis/structure/document-lines.ts'

const words = (text: string) => new TextEncoder().encode(text)

describe('words set in bold at the start of a paragraph', () => {
  it.each([
    ['**Dam.** The lake is full.', 'Dam. The lake is full.', 4],
    ['__Gate__ – closed', 'Gate – closed', 4],
    ['**All of it**', 'All of it', 0],
    ['Plain **then bold**', 'Plain then bold', 0],
  ])('%s', (source, text, count) => {
    expect(boldStart(source, text)).toBe(count)
  })

  it('are counted in a Word or OpenDocument paragraph', () => {
    const paragraph = new ParagraphInProgress({}, { rendered: 0, explicit: 0 })
    paragraph.add("Treasurer's report", { bold: true })
    paragraph.add('.  The treasurer said that all is well.', {})
    expect(paragraph.finish(null, null)).toMatchObject({ leadIn: 18, bold: false })
  })

  it('stand in from the margin by the tabs before them and the indent of their paragraph', () => {
    const paragraph = new ParagraphInProgress({ indent: 9 }, { rendered: 0, explicit: 0 })
    paragraph.add('\tProps', { bold: true })
    paragraph.add(' – still to be built\tin May', {})
    expect(paragraph.finish(null, null).indent).toBe(45)
    paragraph.indent = 36
    expect(paragraph.finish(null, null).indent).toBe(72)
  })

  it('are none where the whole paragraph is bold, or begins plain', () => {
    const bold = new ParagraphInProgress({ bold: true }, { rendered: 0, explicit: 0 })
    bold.add('A heading', {})
    expect(bold.finish(null, null)).toMatchObject({ leadIn: 0, bold: true })
    const later = new ParagraphInProgress({}, { rendered: 0, explicit: 0 })
    later.add('We thank ', {})
    later.add('Robin', { bold: true })
    expect(later.finish(null, null).leadIn).toBe(0)
  })

  it('are a run-in heading with its own text and lead', async () => {
    const document = await readDocument(
      words(
        '# Minutes\n\n**Website** by Robin Marsh. The pages are ready.\n\n**Sale of plants** – all sold.\n',
      ),
      { fileName: 'minutes.md' },
    )
    const found = documentLines(document).map((line) => readRunIn(line, new Set()))
    expect(found.slice(1)).toEqual([
      { title: 'Website', lead: 'Robin Marsh', body: 'The pages are ready.', styled: true },
      { title: 'Sale of plants', lead: null, body: 'all sold.', styled: true },
    ])
  })
})
