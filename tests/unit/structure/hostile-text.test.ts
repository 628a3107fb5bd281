import { describe, expect, it } from 'vitest'
import { structuredDocumentSchema } from '../../../shared/model/analysis.ts'
import { structureDocument } from '../../../shared/analysis/structure/structure-document.ts'
import { textDocument } from '../../golden/structure/text-document.ts'
import { ATTACK_SEEDS } from './attack-strings.ts'

describe('hostile text', () => {
  it.each(Object.entries(ATTACK_SEEDS))('%s, in one line and in many, is structured', (_, seed) => {
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
