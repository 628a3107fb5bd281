import { assert, constantFrom, float, property, record, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadFocusModel } from '../../../electron/worker/load-focus-model.ts'
import { classifyPassage } from '../../../shared/analysis/focus/classify-passages.ts'
import { createExplanations } from '../../../shared/analysis/focus/explain-focus.ts'
import {
  mixProbabilities,
  refineClassification,
} from '../../../shared/analysis/focus/refine-classification.ts'
import { classificationSchema, classifierInputSchema, FOCI } from '../../../shared/model/focus.ts'
import type { Focus, FocusProbabilities } from '../../../shared/model/focus.ts'

const model = loadFocusModel()
const explain = createExplanations(model)
const options = { voiceThreshold: 0.3, explain }
const input = classifierInputSchema.parse({
  text: 'Members told us that the answer comes late, and revenue fell 4% as fewer homes joined.',
  customerTerms: ['members'],
})
const fast = classifyPassage(input, model)

function sure(focus: Focus, part = 0.96): FocusProbabilities {
  const rest = (1 - part) / 4
  return {
    customer: rest,
    'customer-in-numbers': rest,
    numbers: rest,
    other: rest,
    procedural: rest,
    [focus]: part,
  }
}
const sum = (given: FocusProbabilities) => FOCI.reduce((total, focus) => total + given[focus], 0)
const share = float({ min: 0, max: 1, noNaN: true })
const anyProbabilities = tuple(share, share, share, share, share).map(([a, b, c, d, e]) => {
  const total = a + b + c + d + e
  const of = (value: number) => (total === 0 ? 0.2 : value / total)
  return { customer: of(a), 'customer-in-numbers': of(b), numbers: of(c), other: of(d), procedural: of(e) }
})

describe('two opinions as one', () => {
  test('sum to one and stay probabilities, whatever is mixed', () => {
    assert(
      property(anyProbabilities, anyProbabilities, share, (one, other, weight) => {
        const mixed = mixProbabilities(one, other, weight)
        expect(sum(mixed)).toBeCloseTo(1, 9)
        for (const focus of FOCI) expect(mixed[focus]).toBeGreaterThan(0)
      }),
    )
  })

  test('agree with what both say, and lean to the careful one', () => {
    expect(mixProbabilities(sure('other'), sure('other')).other).toBeCloseTo(0.96, 6)
    const mixed = mixProbabilities(sure('numbers'), sure('customer'))
    expect(mixed.customer).toBeGreaterThan(mixed.numbers)
  })

  test('a zero of one model does not veto the other', () => {
    const never = { ...sure('numbers', 1) }
    expect(mixProbabilities(never, sure('customer')).customer).toBeGreaterThan(0.5)
  })
})

describe('a refined classification', () => {
  test('has the shape of every classification, for any answer', () => {
    assert(
      property(
        record({ probabilities: anyProbabilities, fromCustomers: share }),
        constantFrom('a', 'Members told us so.'),
        (careful, text) => {
          const asked = { ...input, text }
          const refined = refineClassification(asked, classifyPassage(asked, model), careful, options)
          expect(classificationSchema.safeParse(refined).success).toBe(true)
          expect(refined.confidence).toBe(Math.max(...FOCI.map((focus) => refined.probabilities[focus])))
          expect(refined.fromCustomers && refined.focus !== 'customer').toBe(false)
        },
      ),
    )
  })

  test('keeps words and topics where the focus stays, and finds those of the new one where it goes', () => {
    const same = refineClassification(
      input,
      fast,
      { probabilities: sure(fast.focus), fromCustomers: 0 },
      options,
    )
    expect(same).toMatchObject({ focus: fast.focus, evidence: fast.evidence, topics: fast.topics })
    const moved = refineClassification(
      input,
      fast,
      { probabilities: sure('customer-in-numbers', 0.998), fromCustomers: 1 },
      options,
    )
    expect(moved.focus).toBe('customer-in-numbers')
    expect(moved.fromCustomers).toBe(false)
    expect(moved.evidence).toEqual(explain(input, 'customer-in-numbers', 'customer').evidence)
    expect(moved.evidence.length).toBeGreaterThan(0)
    for (const { start, end, text } of moved.evidence) expect(input.text.slice(start, end)).toBe(text)
    const off = refineClassification(
      input,
      fast,
      { probabilities: sure('procedural', 0.9999), fromCustomers: 0 },
      options,
    )
    expect(off).toMatchObject({ focus: 'procedural', topics: [] })
  })

  test('rests on customers by the careful model’s word and threshold', () => {
    const said = [0.3, 0.29].map((fromCustomers) =>
      refineClassification(input, fast, { probabilities: sure('customer'), fromCustomers }, options),
    )
    expect(said.map((one) => one.fromCustomers)).toEqual([true, false])
  })

  test('explains what the fast model chose in its own words', () => {
    const order = FOCI.toSorted((a, b) => fast.probabilities[b] - fast.probabilities[a])
    expect(explain(input, order[0] ?? 'other', order[1] ?? 'other')).toEqual({
      topics: fast.topics,
      evidence: fast.evidence,
    })
  })
})
