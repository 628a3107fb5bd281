/* oxlint-disable unicorn/consistent-function-scoping -- builders stand beside the cases they serve */
import { describe, expect, test } from 'vitest'
import { matchItems } from '../../../shared/analysis/measure/match-items.ts'
import { mergeItems } from '../../../shared/analysis/measure/merge-items.ts'
import { titleSimilarity, titleWords } from '../../../shared/analysis/measure/title-similarity.ts'
import { document, item } from './measured-fixture.ts'

const list = (...titles: string[]) =>
  titles.map((title) => {
    const [, number = null, rest = title] = /^([\d.]+) (.*)$/.exec(title) ?? []
    return { number, title: rest, level: 1 }
  })
const pairs = (left: string[], right: string[]) =>
  [...matchItems(list(...left), list(...right))]
    .toSorted(([a], [b]) => a - b)
    .map(([r, l]) => [right[r], left[l]])

describe('matching items', () => {
  test('by equal and by like titles, whatever their numbers and order', () => {
    expect(
      pairs(
        ['1 Apologies', '2 Financial report', '3 Customer satisfaction survey', '4 Fleet'],
        [
          '1 Apologies for absence',
          '4 Survey of customer satisfaction',
          '3 Finance Report',
          '7 Any other business',
        ],
      ),
    ).toEqual([
      ['1 Apologies for absence', '1 Apologies'],
      ['4 Survey of customer satisfaction', '3 Customer satisfaction survey'],
      ['3 Finance Report', '2 Financial report'],
    ])
  })
  test('renamed between the same neighbours with the same number', () => {
    expect(pairs(['1 Fleet', '2 Depot', '3 Pay'], ['1 Fleet', '2 Garage move', '3 Pay'])).toContainEqual([
      '2 Garage move',
      '2 Depot',
    ])
  })
  test('repeated heads keep their order, one to one', () => {
    expect(pairs(['Report', 'Report', 'Report'], ['Report', 'Report'])).toEqual([
      ['Report', 'Report'],
      ['Report', 'Report'],
    ])
    expect(matchItems(list('Report', 'Report'), list('Report', 'Report'))).toEqual(
      new Map([
        [0, 0],
        [1, 1],
      ]),
    )
  })
  test('what must not match', () => {
    for (const [left, right] of [
      ['Treasurer’s report', 'Membership report'],
      ['Customer complaints', 'Customer revenue forecast'],
      ['Approval of minutes', 'Approval of budget'],
      ['Audit committee', 'Pay committee'],
      ['', 'Fleet'],
    ] as const)
      expect(pairs([left], [right]), `${left} / ${right}`).toEqual([])
  })
  test('takes little time over lists made to pair everything with everything', () => {
    const many = (word: string) => Array.from({ length: 4000 }, (_, index) => `Report ${word} ${index}`)
    const start = performance.now()
    pairs(many('alpha'), many('beta'))
    expect(performance.now() - start).toBeLessThan(3000)
  })
  test('similarity is symmetric and between 0 and 1', () => {
    const titles = ['Customer survey', 'Survey', 'The of', 'Report', 'Customer report'].map(titleWords)
    for (const left of titles)
      for (const right of titles) {
        const alike = titleSimilarity(left, right)
        expect(alike).toBe(titleSimilarity(right, left))
        expect(alike).toBeGreaterThanOrEqual(0)
        expect(alike).toBeLessThanOrEqual(1)
      }
  })
})

describe('merging documents', () => {
  test('keeps the agenda’s order, puts in what only the minutes have, and tells the sources', () => {
    const merged = mergeItems([
      document({
        kind: 'minutes',
        items: [
          item({ number: '1', title: 'Welcome', role: 'procedural' }),
          item({ number: '2', title: 'Fleet', recorded: 12 }),
          item({ number: '2.1', title: 'Fire at the depot', level: 2, parent: 1 }),
          item({ number: '3', title: 'Pensions', deferred: true }),
        ],
      }),
      document({
        items: [
          item({ number: 'A', title: 'Welcome', role: 'procedural' }),
          item({ number: 'B', title: 'Pensions', planned: 20 }),
          item({ number: 'C', title: 'Fleet', planned: 10, lead: 'CEO' }),
          item({ number: 'D', title: 'Website', planned: 5 }),
        ],
      }),
    ])
    expect(merged.items.map((each) => [each.number, each.title, each.level, each.parent])).toEqual([
      ['A', 'Welcome', 1, null],
      ['B', 'Pensions', 1, null],
      ['C', 'Fleet', 1, null],
      ['2.1', 'Fire at the depot', 2, 2],
      ['D', 'Website', 1, null],
    ])
    expect(merged.itemOf).toEqual([
      [0, 2, 3, 1],
      [0, 1, 2, 4],
    ])
    expect(merged.items[1]).toMatchObject({ deferred: true, planned: { minutes: 20 } })
    expect(merged.items[2]).toMatchObject({ recorded: { minutes: 12 }, lead: 'CEO' })
    expect(merged.items[2]?.sources).toEqual([
      { document: 1, item: 2 },
      { document: 0, item: 1 },
    ])
  })
  test('a parent that is no earlier item is no parent', () => {
    const merged = mergeItems([
      document({ items: [item({ title: 'A', parent: 1 }), item({ title: 'B', parent: 1 })] }),
    ])
    expect(merged.items.map((each) => each.parent)).toEqual([null, null])
  })
})
