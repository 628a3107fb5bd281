import { describe, expect, it } from 'vitest'
import { structuredDocumentSchema } from '../../../shared/model/analysis.ts'
import { structureDocument } from '../../../shared/analysis/structure/structure-document.ts'
import { textDocument } from '../../golden/structure/text-document.ts'

const SEEDS: Record<string, string> = {
  spaces: ' ',
  tabs: 'a\t',
  dashes: '-',
  'long dashes': '–',
  dots: '.',
  'spaced dots': '. ',
  digits: '1',
  'digit groups': '1.',
  colons: '1:',
  slashes: '1/',
  'open brackets': '(',
  'bracket pairs': '()',
  'bracketed times': '(10:00 ',
  quotes: '"\'’“',
  stars: '**',
  underscores: '_',
  capitals: 'A',
  words: 'word ',
  'capital words': 'Word ',
  moved: 'Moved by ',
  action: 'ACTION: ',
  'action owner': 'Action – AB to ',
  minutes: '5 min ',
  ranges: '10:00-',
  'month names': 'May ',
  dates: '1/1/',
  by: ' by A',
  romans: 'IVX. ',
  bullets: ' • ',
  links: '[a](b',
  'numbered run': '1. A 2. B ',
  'name pairs': 'Ann Bell, ',
  apologies: 'Apologies ',
  'of the': 'of the ',
  tags: '<v a',
  html: '<!-- ',
}

describe('hostile text', () => {
  it.each(Object.entries(SEEDS))('%s, in one line and in many, is structured', (_, seed) => {
    for (const size of [125_000, 250_000]) {
      const line = seed.repeat(Math.ceil(size / seed.length)).slice(0, size)
      const lines = `Board minutes\n\n${line.replace(/(.{400})/g, '$1\n')}`
      for (const text of [line, lines]) {
        const said = structureDocument(textDocument(text), {
          fileName: 'input.txt',
          dateOrder: 'from-documents',
        })
        expect(structuredDocumentSchema.safeParse(said).success).toBe(true)
        for (const item of said.items) expect(item.planned?.minutes ?? 1).toBeGreaterThan(0)
      }
    }
  })

  it('an empty document says nothing', () => {
    const said = structureDocument(textDocument(''), { fileName: '', dateOrder: 'from-documents' })
    expect(said).toMatchObject({
      kind: 'paper',
      body: null,
      date: null,
      items: [],
      passages: [],
      actions: [],
    })
  })
})
