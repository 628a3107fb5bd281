import { describe, expect, test } from 'vitest'
import { findMentions } from '../../../shared/analysis/customers/find-mentions.ts'
import { indexNames } from '../../../shared/analysis/customers/name-patterns.ts'
import { parseAmountCell, parseDateCell } from '../../../shared/analysis/customers/table/parse-cells.ts'
import { scoreMentions } from './mention-score.ts'

describe('finding customers by name', () => {
  test('is right and complete enough on passages written before it', () => {
    const score = scoreMentions()
    expect(score.passages).toBeGreaterThanOrEqual(300)
    expect(score.precision).toBeGreaterThanOrEqual(0.97)
    expect(score.recall).toBeGreaterThanOrEqual(0.9)
    expect(score.insideWords).toEqual([])
  })

  test('holds a register of ten thousand, whatever its names', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      id: `c${at}`,
      name: `Zorbal ${at} Mills`,
      aliases: [],
    }))
    const odd = ['__proto__', 'constructor', '=cmd()', '', '&', '...', 'مياه الشمال'].map((name, at) => ({
      id: `o${at}`,
      name,
      aliases: [],
    }))
    const index = indexNames([...many, ...odd])
    const found = findMentions('We saw Zorbal 9999 Mills and مياه الشمال, and the constructor left.', index)
    expect(found.filter(({ certainty }) => certainty === 'sure').map(({ customer }) => customer)).toEqual([
      'c9999',
      'o6',
    ])
  })

  test.each([' ', '-', "'", 'A. ', 'Marl-', 'Marl & ', '\u0301', '\u202e', 'St. ', ',.'])(
    'stands up to a long text of %j',
    (piece) => {
      const index = indexNames([{ id: 'm', name: 'Marl & Marl & St Marl', aliases: ['Marl'] }])
      expect(Array.isArray(findMentions(piece.repeat(50_000 / piece.length), index))).toBe(true)
    },
  )
})

describe('cells of a table', () => {
  test.each([
    ['3 March 2026', null, { value: '2026-03-03' }],
    ['2026-02-29', null, { fault: 'impossible-date' }],
    ['31/04/2026', null, { fault: 'impossible-date' }],
    ['03/04/2026', null, { fault: 'ambiguous-date' }],
    ['03/04/2026', 'month-first', { value: '2026-03-04' }],
    ['03/04/26', 'day-first', { value: '2026-04-03' }],
    ['tbc', null, { value: null }],
    ['soon', null, { fault: 'not-a-date' }],
  ] as const)('the date %j, %s', (text, order, wanted) => {
    expect(parseDateCell(text, order)).toEqual(wanted)
  })

  test.each([
    ['£1.2m', { value: { amount: 1_200_000, currency: '£' } }],
    ['1,250,000', { value: { amount: 1_250_000, currency: null } }],
    ['EUR 40.000,50', { value: { amount: 40_000.5, currency: 'EUR' } }],
    ['1.250', { fault: 'ambiguous-number' }],
    ['(300)', { fault: 'negative-number' }],
    ['lots', { fault: 'not-a-number' }],
    ['unknown', { value: null }],
  ] as const)('the sum %j', (text, wanted) => {
    expect(parseAmountCell(text)).toEqual(wanted)
  })
})
