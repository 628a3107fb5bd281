import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { analyseDocument } from '../../../shared/analysis/analyse-document.ts'
import { classifyPassages } from '../../../shared/analysis/focus/classify-passages.ts'
import { passageInputs, refineAnalysis } from '../../../shared/analysis/refine-analysis.ts'
import { parseFocusModel } from '../../../shared/analysis/focus/focus-model.ts'
import { analysedDocumentSchema } from '../../../shared/model/analysis.ts'
import type { Document } from '../../../shared/model/document.ts'
import { FOCI } from '../../../shared/model/focus.ts'

const resources = join(import.meta.dirname, '../../../resources/model')
const model = parseFocusModel(
  JSON.parse(readFileSync(join(resources, 'focus-model.json'), 'utf8')),
  new Uint8Array(readFileSync(join(resources, 'word-vectors.bin'))),
)

const LINES: [text: string, heading: number | null][] = [
  ['Minutes of the Board of Larkspur Buses', 1],
  ['Date: 14 January 2025', null],
  ['1. Apologies', 2],
  ['Apologies were received from two directors.', null],
  ['2. Rider complaints', 2],
  ['Riders told the panel that buses on route 9 come late and that nobody answers their letters.', null],
  ['The satisfaction survey shows that riders want the waiting room opened earlier.', null],
  ['ACTION: The operations director to answer every letter within a week by 28 February 2025.', null],
  ['3. Finance report', 2],
  ['Operating cost was 4% over budget and cash stood at two million.', null],
]

const document: Document = {
  format: 'markdown',
  paged: false,
  pages: [{ number: 1, width: null, height: null, hasText: true }],
  blocks: LINES.map(([text, headingLevel]) => ({
    kind: 'text',
    page: 1,
    text,
    marker: null,
    box: null,
    style: { fontSize: null, bold: false, italic: false, headingLevel, listLevel: null },
    furniture: null,
  })),
  outline: [],
  properties: { title: null },
  warnings: [],
}

const analyse = (onStage?: (stage: string, fraction: number) => void) =>
  analyseDocument(document, {
    fileName: 'minutes-2025-01-14.md',
    dateOrder: 'day-first',
    customerTerms: ['riders'],
    model,
    ...(onStage === undefined ? {} : { onStage }),
  })

test('a document comes out structured, classified and measured, and as the schema says', () => {
  const analysed = analysedDocumentSchema.parse(analyse())
  expect(analysed).toMatchObject({ kind: 'minutes', date: { value: '2025-01-14' }, pages: null })
  const titled = (title: string) => analysed.items.find((item) => item.title.endsWith(title))
  expect(titled('Rider complaints')).toMatchObject({ focus: 'customer', mixBasis: 'minutes' })
  expect(titled('Finance report')).toMatchObject({ focus: 'numbers', mixBasis: 'minutes' })
  for (const item of analysed.items)
    expect(FOCI.reduce((sum, focus) => sum + item.shares[focus], 0)).toBeCloseTo(1, 9)
  expect(analysed.actions.length).toBeGreaterThan(0)
  // Minutes without times and pages: only the record can be measured.
  expect(analysed.measures).toMatchObject({ planned: null, recorded: null, pack: null })
  expect(analysed.measures.record?.shares.customer.mid).toBeGreaterThan(0.4)
})

test('the same input gives the same answer, and progress only goes up', () => {
  const told: [string, number][] = []
  expect(analyse((stage, fraction) => told.push([stage, fraction]))).toEqual(analyse())
  expect(told.map(([stage]) => stage)).toEqual(['structuring', 'structuring', 'classifying', 'classifying'])
  expect(told.at(-1)).toEqual(['classifying', 1])
  for (const [, fraction] of told) expect(fraction >= 0 && fraction <= 1).toBe(true)
})

test('other labels on the same document: items, actions and measures follow', () => {
  const analysed = analyse()
  const inputs = passageInputs(analysed, ['riders'])
  expect(inputs).toHaveLength(analysed.passages.length + analysed.items.length + analysed.actions.length)
  // The same labels give the same document, to the last figure.
  expect(refineAnalysis(analysed, classifyPassages(inputs, model))).toEqual(analysed)

  const [first] = classifyPassages(inputs, model)
  if (first === undefined) throw new Error('nothing classified')
  const probabilities = { customer: 0, 'customer-in-numbers': 0, numbers: 0, other: 1, procedural: 0 }
  const said = { ...first, focus: 'other' as const, probabilities }
  const refined = refineAnalysis(
    analysed,
    inputs.map(() => said),
  )
  expect(analysedDocumentSchema.safeParse(refined).success).toBe(true)
  expect(refined.measures.record?.shares.other.mid).toBeCloseTo(1, 9)
  expect(analysed.measures.record?.shares.other.mid).toBeLessThan(0.9)
  expect(refined.items.every((item) => item.titleClassification.focus === 'other')).toBe(true)
  expect(refined.items.find((item) => item.title.endsWith('Rider complaints'))?.focus).toBe('other')
  expect(refined.actions.map((action) => action.focus)).toEqual(analysed.actions.map(() => 'other'))
  expect(refined.passages.map(({ text, page, item }) => ({ text, page, item }))).toEqual(
    analysed.passages.map(({ text, page, item }) => ({ text, page, item })),
  )
  expect(() => refineAnalysis(analysed, [])).toThrow('left a passage out')
})

test('without the board’s own words, the document’s are asked with', () => {
  const analysed = { ...analyse(), customerTerms: ['passengers'] }
  expect(passageInputs(analysed, [])[0]?.customerTerms).toEqual(['passengers'])
  expect(passageInputs(analysed, null)[0]?.customerTerms).toEqual(['passengers'])
  expect(passageInputs(analysed, ['riders'])[0]?.customerTerms).toEqual(['riders'])
})
