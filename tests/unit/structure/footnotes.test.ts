import { describe, expect, it } from 'vitest'
import type { Block, Document } from '../../../shared/model/document.ts'
import { documentLines } from '../../../shared/analysis/structure/document-lines.ts'

function text(value: string, fontSize: number, y: number): Block {
  return {
    kind: 'text',
    page: 1,
    text: value,
    marker: null,
    box: { x: 60, y, width: 400, height: fontSize },
    style: { fontSize, bold: false, italic: false, headingLevel: null, listLevel: null },
    furniture: null,
  }
}

function linesOf(...blocks: Block[]): string[] {
  const document: Document = {
    format: 'pdf',
    paged: true,
    pages: [{ number: 1, width: 595, height: 842, hasText: true }],
    blocks,
    outline: [],
    properties: { title: null },
    warnings: [],
  }
  return documentLines(document).map((line) => line.text)
}

const body = text('The team set out how the work had gone since the spring and what it would cost.', 11, 100)

describe('footnotes', () => {
  it.each([
    '1 The draft was sent out in March.',
    '2. See the report of the harbour office.',
    '* Not yet audited.',
    '³Sites north of the river.',
  ])('%s', (note) => {
    expect(linesOf(body, text(note, 7.5, 770))).toHaveLength(1)
  })

  it('go on in small type without a mark', () => {
    const notes = [text('1 The draft was sent', 7.5, 760), text('out in March.', 7.5, 770)]
    expect(linesOf(body, ...notes)).toHaveLength(1)
  })

  it.each([
    ['at the usual size', text('1 Any other business', 11, 770)],
    ['in small type high on the page', text('1 The draft was sent out.', 7.5, 200)],
    ['a telephone number', text('535-1260 is the number to call.', 7.5, 770)],
    ['a row of figures', text('737,877 and 431,560', 7.5, 770)],
    ['a notice', text('Members may ask for large print.', 7.5, 770)],
  ])('are not: %s', (_, block) => {
    expect(linesOf(body, block)).toHaveLength(2)
  })

  it('are not: a page set in small type throughout', () => {
    expect(
      linesOf(text('1 The first rule of the club.', 7.5, 500), text('2 The second rule.', 7.5, 600)),
    ).toHaveLength(2)
  })
})
