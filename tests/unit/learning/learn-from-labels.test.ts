import { assert, constantFrom, array, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementOf } from '../../../shared/analysis/learning/agreement.ts'
import {
  applyLearned,
  indexLearned,
  learnedClassification,
} from '../../../shared/analysis/learning/apply-learned.ts'
import { crossFit, learnFromLabels } from '../../../shared/analysis/learning/learn-from-labels.ts'
import type { HumanExample } from '../../../shared/analysis/learning/learn-from-labels.ts'
import { wordsKey } from '../../../shared/analysis/learning/learning-features.ts'
import { FOCI } from '../../../shared/model/focus.ts'
import type { Focus, FocusProbabilities } from '../../../shared/model/focus.ts'
import { learnedModelSchema } from '../../../shared/model/learning.ts'

const says = (focus: Focus, confidence = 0.7): FocusProbabilities => {
  const rest = (1 - confidence) / 4
  return {
    customer: rest,
    'customer-in-numbers': rest,
    numbers: rest,
    other: rest,
    procedural: rest,
    [focus]: confidence,
  }
}
const passage = (text: string, machine: Focus = 'other', item = '') => ({
  text,
  item,
  board: 'b1',
  probabilities: says(machine),
})
const example = (text: string, focus: Focus, machine: Focus = 'other', item = ''): HumanExample => ({
  ...passage(text, machine, item),
  focus,
  fromCustomers: false,
})
const leading = (probabilities: FocusProbabilities): Focus | undefined =>
  FOCI.toSorted((a, b) => probabilities[b] - probabilities[a])[0]
const learned = (...examples: HumanExample[]) => {
  const model = learnFromLabels(examples)
  if (model === null) throw new Error('nothing learnt')
  return indexLearned(model)
}

describe('learning from labels', () => {
  test('without labels there is nothing', () => {
    expect(learnFromLabels([])).toBeNull()
  })

  test('after one correction the same words are never wrong again, whatever their case and figures', () => {
    const index = learned(example('Tenant voice, March 2024', 'customer'))
    for (const text of ['Tenant voice, March 2024', 'TENANT VOICE,  June 2025'])
      for (const machine of FOCI) {
        const answer = applyLearned(index, passage(text, machine))?.probabilities ?? says(machine)
        expect(leading(answer)).toBe('customer')
      }
  })

  test('the same words labelled in two ways are certain of nothing', () => {
    const model = learnFromLabels([
      example('Noted with thanks', 'customer', 'other', 'Residents'),
      example('Noted with thanks', 'procedural', 'other', 'Minutes'),
    ])
    expect(model?.exact).toEqual([])
  })

  test('like words lean towards the label, strange ones hardly at all', () => {
    const index = learned(example('Readers told us the branch opening hours are wrong', 'customer'))
    const alike = applyLearned(index, passage('Readers told us the parking is wrong'))
    const strange = applyLearned(index, passage('Depreciation policy reviewed by auditors'))
    expect(alike?.probabilities.customer ?? 0).toBeGreaterThan(says('other').customer + 0.1)
    expect(
      Math.abs((strange?.probabilities.customer ?? says('other').customer) - says('other').customer),
    ).toBeLessThan(0.06)
  })

  test('labels of one focus alone do not turn everything into it', () => {
    const words = ['ferry', 'timber', 'harbour', 'lantern', 'orchard', 'copper', 'meadow', 'granite']
    const index = learned(
      ...words.map((word) => example(`${word} visitors asked for ${word} signs`, 'customer')),
    )
    const said = applyLearned(index, passage('Insurance premiums for the warehouse rose'))?.probabilities
    expect(leading(said ?? says('other'))).toBe('other')
  })

  test('probabilities sum to one, the model has its schema and no words', () => {
    const text = fcText()
    assert(
      property(
        array(record({ text, item: text, focus: constantFrom(...FOCI), machine: constantFrom(...FOCI) }), {
          maxLength: 12,
        }),
        text,
        (given, asked) => {
          const model = learnFromLabels(
            given.map((one) => example(one.text, one.focus, one.machine, one.item)),
          )
          if (model === null) return
          expect(learnedModelSchema.parse(JSON.parse(JSON.stringify(model)))).toEqual(model)
          expect(JSON.stringify(model)).not.toMatch(/harbour|lantern/)
          const said = applyLearned(indexLearned(model), passage(asked))?.probabilities
          if (said === undefined) return
          expect(FOCI.reduce((sum, focus) => sum + said[focus], 0)).toBeCloseTo(1, 9)
        },
      ),
      { numRuns: 30 },
    )
  })

  test('the order of the labels is of no account', () => {
    const list = [
      example('Members asked for longer hours', 'customer'),
      example('Income of £3m against a plan of £2m', 'numbers', 'customer-in-numbers'),
      example('The minutes were approved', 'procedural'),
    ]
    expect(learnFromLabels(list.toReversed())).toEqual(learnFromLabels(list))
  })

  test('cross-fitting never judges a label by equal words', () => {
    const twins = [example('Harbour dues', 'numbers'), example('HARBOUR DUES', 'numbers')]
    expect(crossFit(twins).map(leading)).toEqual(['other', 'other'])
  })

  test('who spoke is taken from equal words only, and only for customers', () => {
    const machine = {
      focus: 'other' as const,
      confidence: 0.7,
      probabilities: says('other'),
      fromCustomers: false,
      topics: [],
      evidence: [],
    }
    const index = learned({ ...example('The survey says hours are short', 'customer'), fromCustomers: true })
    expect(learnedClassification(index, passage('the survey says hours are short'), machine)).toMatchObject({
      sameWords: true,
      classification: { focus: 'customer', fromCustomers: true },
    })
  })

  test('figures alone are no words', () => {
    expect(wordsKey('3.5 % 2024')).toBeNull()
    expect(wordsKey('Report 2024')).toBe(wordsKey('report  2025'))
  })
})

test('Wilson’s interval', () => {
  const half = agreementOf(5, 10)
  expect(half.low).toBeCloseTo(0.2366, 3)
  expect(half.high).toBeCloseTo(0.7634, 3)
  expect(agreementOf(0, 0)).toEqual({ agreed: 0, low: 0, high: 1 })
  expect(agreementOf(10, 10).high).toBeCloseTo(1, 9)
})

function fcText() {
  return constantFrom(
    '',
    'harbour lantern',
    'Lantern £4m',
    '12 %',
    'the harbour was closed to members',
    'Members asked',
    '\u0000 <b>x</b>',
  )
}
