import { describe, expect, it } from 'vitest'
import type { Block, Document } from '../../../shared/model/document.ts'
import { structureDocument } from '../../../shared/analysis/structure/structure-document.ts'

const STYLE = { fontSize: null, bold: false, italic: false, headingLevel: null, listLevel: null }

function text(page: number, value: string): Block {
  return { kind: 'text', page, text: value, marker: null, box: null, style: STYLE, furniture: null }
}

function rows(page: number, ...cells: readonly (readonly string[])[]): Block {
  return {
    kind: 'table',
    page,
    box: null,
    ruled: true,
    rows: cells.map((row) => ({
      page,
      marker: null,
      cells: row.map((value) => ({ text: value, span: 1, bold: false, box: null })),
    })),
  }
}

function pack(pages: readonly (readonly Block[])[]): Document {
  return {
    format: 'pdf',
    paged: true,
    pages: pages.map((_, i) => ({ number: i + 1, width: 595, height: 842, hasText: true })),
    blocks: pages.flat(),
    outline: [],
    properties: { title: null },
    warnings: [],
  }
}

const prose = 'The team set out how the work had gone since the spring and what it would cost to go on.'

function boardPack(agenda: readonly Block[]): Document {
  return pack([
    [text(1, 'Board pack'), text(1, 'Agenda'), text(1, 'Wednesday 22 April 2026, 09:00'), ...agenda],
    [
      text(2, '1. Minutes of the last meeting'),
      text(2, 'Minutes of the Board held on 11 March 2026'),
      text(2, 'The meeting opened at 09:05.'),
      text(2, 'ACTION: Dana Holm to mend the gate by 30 March.'),
    ],
    [
      text(3, '2. Roof of the mill'),
      rows(
        3,
        ['Agenda item', '2'],
        ['Author', 'Piet Arens'],
        ['Executive lead', 'Vera Lund'],
        ['Purpose', 'For decision'],
      ),
      text(3, prose),
    ],
    [
      text(4, '3. Visitors in the summer'),
      text(4, 'Author: Omar Sayed\nRecommendation: The board is asked to note the report.'),
      text(4, prose),
    ],
    [
      text(5, '4. Parking'),
      rows(5, ['Purpose', '☐ Decision ☒ Information'], ['Author', '12 pages']),
      text(5, `The lead: ${prose}`),
    ],
  ])
}

const context = { fileName: 'board-pack.pdf', dateOrder: 'day-first' } as const

describe('a pack without bookmarks', () => {
  const said = structureDocument(
    boardPack([
      rows(
        1,
        ['No', 'Item', 'Time', 'Page'],
        ['1', 'Minutes of the last meeting', '5 min', '2'],
        ['2', 'Roof of the mill', '20 min', '3'],
        ['3', 'Visitors in the summer', '15 min', '4'],
        ['4', 'Parking', '10 min', '5'],
      ),
    ]),
    context,
  )

  it('ends its agenda where the printed page numbers say that papers begin', () => {
    expect(said.kind).toBe('pack')
    expect(said.items.map((item) => [item.number, item.pages])).toEqual([
      ['1', [2, 2]],
      ['2', [3, 3]],
      ['3', [4, 4]],
      ['4', [5, 5]],
    ])
  })

  it('takes lead and purpose from the cover sheets: a lead before an author, a purpose before a recommendation', () => {
    expect(said.items.map((item) => [item.lead, item.purpose])).toEqual([
      [null, null],
      ['Vera Lund', 'decision'],
      ['Omar Sayed', 'noting'],
      [null, null],
    ])
  })

  it('does not take the actions of the minutes it brings for its own', () => {
    expect(said.actions).toEqual([])
    expect(said.window.recorded).toBeNull()
    expect(said.date?.value).toBe('2026-04-22')
  })
})

describe('a pack whose agenda prints no pages', () => {
  it('ends its agenda at the first cover line', () => {
    const said = structureDocument(
      boardPack([
        text(1, '1. Minutes of the last meeting (5 minutes)'),
        text(1, '2. Roof of the mill (Jo Marsh, 20 minutes)'),
        text(1, '3. Visitors in the summer (15 minutes)'),
        text(1, '4. Parking (10 minutes)'),
      ]),
      context,
    )
    expect(said.items.map((item) => item.number)).toEqual(['1', '2', '3', '4'])
    expect(said.items[1]).toMatchObject({ lead: 'Jo Marsh', purpose: 'decision', pages: [3, 3] })
  })
})

describe('an adjournment told in an annex', () => {
  it('is not this meeting’s', () => {
    const annex = Array.from({ length: 500 }, (_, i) =>
      text(1, `Row ${i + 1} of the annex has its own figures.`),
    )
    const said = structureDocument(
      pack([
        [
          text(1, 'Minutes of the Board, 22 April 2026'),
          text(1, '1. Call to order\nThe meeting was called to order at 18:00.'),
          text(1, '2. Adjournment\nThe meeting was adjourned at 21:19.'),
          ...annex,
          text(1, 'The meeting was adjourned at 16:22.'),
        ],
      ]),
      { fileName: 'minutes.pdf', dateOrder: 'day-first' },
    )
    expect(said.window.recorded).toMatchObject({ start: '18:00', end: '21:19' })
  })
})
