import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { scorePredictions } from '../../../shared/analysis/focus/score-predictions.ts'
import type { ScoredPassage } from '../../../shared/analysis/focus/score-predictions.ts'
import { FOCI } from '../../../shared/model/focus.ts'
import type { Focus } from '../../../shared/model/focus.ts'

function passage(
  focus: Focus,
  said: Focus,
  confidence: number,
  more: Partial<ScoredPassage> = {},
): ScoredPassage {
  const rest = (1 - confidence) / 4
  const of = (one: Focus) => (one === said ? confidence : rest)
  return {
    doc: 'a.pdf',
    set: 'whole',
    text: 'four words of text',
    focus,
    fromCustomers: false,
    predicted: {
      focus: said,
      confidence,
      probabilities: {
        customer: of('customer'),
        'customer-in-numbers': of('customer-in-numbers'),
        numbers: of('numbers'),
        other: of('other'),
        procedural: of('procedural'),
      },
      fromCustomers: false,
    },
    ...more,
  }
}

const voiced = (fromCustomers: boolean, said: boolean): ScoredPassage => {
  const one = passage('customer', 'customer', 1)
  return { ...one, fromCustomers, predicted: { ...one.predicted, fromCustomers: said } }
}

test('a small case by hand', () => {
  const scores = scorePredictions([
    passage('customer', 'customer', 1),
    passage('customer', 'other', 0.6),
    passage('numbers', 'numbers', 1),
    passage('other', 'other', 1),
  ])
  // customer: P 1, R 1/2; numbers 1; other: P 1/2, R 1; the two absent foci score 0.
  expect(scores.byFocus.customer).toEqual({ precision: 1, recall: 0.5, f1: 0.667, real: 2, said: 1 })
  expect(scores.byFocus.other.f1).toBe(0.667)
  expect(scores.macroF1).toBe(0.467)
  expect(scores.accuracy).toBe(0.75)
  // chance = (2*1 + 1*1 + 1*2) / 16 = 5/16; kappa = (12/16 - 5/16) / (11/16)
  expect(scores.kappa).toBe(0.636)
  // one of four at 0.6 and wrong: 0.25 * 0.6
  expect(scores.ece).toBe(0.15)
  expect(scores.coverageAt95).toBe(0.75)
  // substantive mass: 4 words each; real customer 50 %; said (1 + 0.1) / (4 - 0.1)
  expect(scores.shareErrors).toEqual([
    { doc: 'a.pdf', real: 50, said: 28.205, error: 21.795, inNumbersError: 2.564 },
  ])
  expect(scores.fromCustomersF1).toBe(0)
})

test('voice counts only among customer passages', () => {
  const scores = scorePredictions([
    voiced(true, true),
    voiced(true, false),
    voiced(false, true),
    { ...voiced(false, true), focus: 'other' },
  ])
  expect(scores.fromCustomersF1).toBe(0.5)
})

test('no passages give no figures, and no error', () => {
  expect(scorePredictions([])).toMatchObject({ passages: 0, accuracy: 0, macroF1: 0, fromCustomersF1: null })
})

const folder = process.env['EMPTY_CHAIR_DATA'] ?? resolve(import.meta.dirname, '../../../../shared')
const script = join(folder, 'gold', 'score.mjs')

test.skipIf(!existsSync(script))('the same figures as the evaluation data’s own scorer', () => {
  const passages = Array.from({ length: 60 }, (_, i) => {
    const focus = FOCI[(i * 7) % 5] ?? 'other'
    const said = FOCI[(i * 7 + (i % 3 === 0 ? i : 0)) % 5] ?? 'other'
    const one = passage(focus, said, 0.35 + ((i * 13) % 60) / 100, {
      doc: `${i % 4}.pdf`,
      set: i % 5 === 0 ? 'sample' : 'whole',
      text: 'word '.repeat((i % 9) + 1),
      fromCustomers: i % 2 === 0,
    })
    return { id: `${i}`, ...one, predicted: { ...one.predicted, fromCustomers: i % 3 === 0 } }
  })
  const temporary = mkdtempSync(join(tmpdir(), 'score-'))
  const gold = join(temporary, 'gold.jsonl')
  const predictions = join(temporary, 'predictions.jsonl')
  writeFileSync(gold, passages.map((one) => JSON.stringify({ ...one, predicted: undefined })).join('\n'))
  writeFileSync(
    predictions,
    passages.map(({ id, predicted }) => JSON.stringify({ id, ...predicted })).join('\n'),
  )
  const { stdout } = spawnSync(process.execPath, [script, gold, predictions, '--json'], { encoding: 'utf8' })
  rmSync(temporary, { recursive: true })
  const theirs: unknown = JSON.parse(stdout)
  const ours = scorePredictions(passages)
  // They average F1s already rounded to three decimals, so the mean may differ in the last.
  expect(theirs).toMatchObject({ ...ours, macroF1: expect.closeTo(ours.macroF1, 3) })
})
