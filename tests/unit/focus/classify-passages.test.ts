import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { array, assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadFocusModel, modelInfo, readFocusModel } from '../../../electron/worker/load-focus-model.ts'
import { classifyPassage, classifyPassages } from '../../../shared/analysis/focus/classify-passages.ts'
import { createTextReader } from '../../../shared/analysis/focus/extract-features.ts'
import { createRun, firstPass, readPassage } from '../../../shared/analysis/focus/first-pass.ts'
import { contentHash } from '../../../shared/analysis/focus/content-hash.ts'
import { FocusModelError } from '../../../shared/analysis/focus/focus-model-error.ts'
import { parseFocusModel } from '../../../shared/analysis/focus/focus-model.ts'
import { classificationSchema, classifierInputSchema, FOCI } from '../../../shared/model/focus.ts'
import { GOLDEN_SENTENCES } from './golden-sentences.ts'

const folder = resolve(import.meta.dirname, '../../../resources/model')
const model = loadFocusModel()
const input = (text: string, more: object = {}) => classifierInputSchema.parse({ text, ...more })
const modelJson = (): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, 'focus-model.json'), 'utf8'))
const vectors = () => new Uint8Array(readFileSync(join(folder, 'word-vectors.bin')))
const faultOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof FocusModelError) return error.fault
    throw error
  }
  return 'none'
}

describe('classifyPassages', () => {
  test('at least 36 of 40 clear sentences are right', () => {
    const said = classifyPassages(
      GOLDEN_SENTENCES.map(({ text, item }) => input(text, { item })),
      model,
    )
    const wrong = GOLDEN_SENTENCES.filter(({ focus }, i) => said[i]?.focus !== focus)
    expect(GOLDEN_SENTENCES).toHaveLength(40)
    expect(wrong.length).toBeLessThanOrEqual(4)
  })

  test('each answer keeps to the schema, its probabilities sum to 1, and confidence is that of its focus', () => {
    assert(
      property(string({ unit: 'grapheme' }), string(), array(string()), (text, item, customerTerms) => {
        const answer = classificationSchema.parse(
          classifyPassage(input(text, { item, customerTerms }), model),
        )
        expect(FOCI.reduce((sum, focus) => sum + answer.probabilities[focus], 0)).toBeCloseTo(1, 9)
        expect(answer.confidence).toBe(answer.probabilities[answer.focus])
        expect(answer.confidence).toBe(Math.max(...Object.values(answer.probabilities)))
        expect(answer.fromCustomers && answer.focus !== 'customer').toBe(false)
        for (const { start, end, text: words } of answer.evidence) expect(text.slice(start, end)).toBe(words)
      }),
      { numRuns: 200, seed: 4 },
    )
  })

  test('order is kept, and a passage gets the same answer alone and among others', () => {
    const inputs = GOLDEN_SENTENCES.map(({ text, item }, i) =>
      input(text, {
        item,
        before: GOLDEN_SENTENCES[i - 1]?.text ?? '',
        after: GOLDEN_SENTENCES[i + 1]?.text ?? '',
        customerTerms: i % 2 === 0 ? ['tenant', 'passenger'] : [],
      }),
    )
    expect(classifyPassages(inputs, model)).toEqual(inputs.map((one) => classifyPassage(one, model)))
    expect(classifyPassages(inputs.toReversed(), model).toReversed()).toEqual(classifyPassages(inputs, model))
  })

  test('two loads of the model answer the same', () => {
    const again = readFocusModel(folder)
    const inputs = GOLDEN_SENTENCES.map(({ text, item }) => input(text, { item }))
    expect(classifyPassages(inputs, again)).toEqual(classifyPassages(inputs, model))
  })

  test('the words that decided stand where they are said to, are few, and speak for the focus', () => {
    const text = '• In the café’s survey, tenants complained that nobody rings them back about repairs.'
    const { focus, evidence } = classifyPassage(input(text, { item: 'Complaints' }), model)
    expect(focus).toBe('customer')
    expect(evidence.length).toBeGreaterThan(0)
    expect(evidence.length).toBeLessThanOrEqual(6)
    for (const { start, end, text: words, weight } of evidence) {
      expect(text.slice(start, end)).toBe(words)
      expect(weight).toBeGreaterThan(0)
    }
    expect(evidence.map(({ text: words }) => words).join(' ')).toMatch(/survey|tenants|complained|rings/)
  })

  test('a passage that rests on customers is told from one about them', () => {
    const from = classifyPassage(
      input('Twelve tenants told us at the forum that repairs take too long and asked for evening visits.', {
        item: 'Tenant forum',
      }),
      model,
    )
    const about = classifyPassage(
      input('From April each tenant will have a named officer and repairs will be offered in the evening.', {
        item: 'Service to tenants',
      }),
      model,
    )
    expect([from.focus, from.fromCustomers]).toEqual(['customer', true])
    expect([about.focus, about.fromCustomers]).toEqual(['customer', false])
  })

  test('word vectors projected in advance give the logits of vectors averaged', () => {
    const averaging = { ...model, reader: createTextReader(model.reader.vectors) }
    for (const { text, item } of GOLDEN_SENTENCES) {
      const [projected, averaged] = [model, averaging].map((one) => {
        const run = createRun()
        return firstPass(readPassage(input(text, { item, before: item }), one.reader, run), true, one, run)
      })
      for (let k = 0; k < FOCI.length; k += 1)
        expect(projected?.around.text[k]).toBeCloseTo(averaged?.around.text[k] ?? Infinity, 3)
      expect(projected?.voice).toBeCloseTo(averaged?.voice ?? Infinity, 3)
    }
  })

  test('nothing to go by is not an error', () => {
    expect(classifyPassage(input(''), model).evidence).toEqual([])
    expect(classifyPassages([], model)).toEqual([])
  })
})

describe('the model file', () => {
  test('is refused when it is of another version, damaged, or not a model at all', () => {
    expect(faultOf(() => parseFocusModel({ ...modelJson(), formatVersion: 99 }, vectors()))).toBe(
      'wrong-version',
    )
    expect(faultOf(() => parseFocusModel({ ...modelJson(), voiceThreshold: 'high' }, vectors()))).toBe(
      'corrupt',
    )
    expect(faultOf(() => parseFocusModel({ ...modelJson(), voiceThreshold: 0.11 }, vectors()))).toBe(
      'hash-mismatch',
    )
    expect(faultOf(() => parseFocusModel('a model', vectors()))).toBe('corrupt')
    expect(faultOf(() => readFocusModel(join(folder, 'nowhere')))).toBe('corrupt')
  })

  test('is refused with missing, changed or cut word vectors', () => {
    expect(faultOf(() => parseFocusModel(modelJson(), null))).toBe('vectors-missing')
    const changed = vectors()
    changed[changed.length - 5] = (changed.at(-5) ?? 0) ^ 1
    expect(faultOf(() => parseFocusModel(modelJson(), changed))).toBe('hash-mismatch')
    expect(faultOf(() => parseFocusModel(modelJson(), vectors().subarray(0, 900)))).toBe('hash-mismatch')
  })

  test('takes at most 8 MB and says which it is', () => {
    const bytes = ['focus-model.json', 'word-vectors.bin'].map((name) => statSync(join(folder, name)).size)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(8_000_000)
    expect(modelInfo()).toEqual({ version: model.info.version, hash: model.info.hash })
    expect(modelJson()['features']).toMatchObject({ vectors: contentHash(vectors()) })
  })
})
