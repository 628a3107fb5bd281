import { describe, expect, test } from 'vitest'
import { liftBreaks } from '../../../shared/analysis/structure/items/lift-breaks.ts'

const levels = (...drafts: [title: string, level: number][]) =>
  liftBreaks(drafts.map(([title, level]) => ({ title, level }))).map(({ level }) => level)

describe('breaks', () => {
  test('stand beside the item they follow', () => {
    expect(levels(['Members’ survey', 1], ['Break', 2], ['Finance report', 1])).toEqual([1, 1, 1])
    expect(levels(['Members’ survey', 1], ['Lunch', 2])).toEqual([1, 1])
  })

  test('stay inside a section that goes on after them', () => {
    expect(levels(['Strategy', 1], ['Break', 2], ['Prices', 2])).toEqual([1, 2, 2])
    expect(levels(['Strategy', 1], ['Prices', 2], ['Break', 2], ['Budget', 1])).toEqual([1, 2, 2, 1])
  })

  test('leave other parts of an item where they are', () => {
    expect(levels(['Finance report', 1], ['Break-even analysis', 2], ['Budget', 1])).toEqual([1, 2, 1])
  })
})
