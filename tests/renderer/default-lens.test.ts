import { describe, expect, it } from 'vitest'
import { defaultLens } from '../../renderer/navigation/default-lens.ts'
import type { Lens, Measures } from '../../shared/model/measures.ts'
import { fakeMeetings } from './fake-board.ts'

const measure = fakeMeetings()[0]?.measures.planned ?? null
const having = (...lenses: Lens[]): { measures: Measures } => ({
  measures: {
    planned: lenses.includes('planned') ? measure : null,
    recorded: lenses.includes('recorded') ? measure : null,
    record: lenses.includes('record') ? measure : null,
    pack: lenses.includes('pack') ? measure : null,
  },
})

describe('the lens shown first', () => {
  it('is planned minutes where a third of the meetings state them', () => {
    expect(defaultLens([having('planned', 'record'), having('record'), having('record')])).toBe('planned')
  })
  it('is the words in the minutes where hardly a meeting states times', () => {
    const words = Array.from({ length: 6 }, () => having('record'))
    expect(defaultLens([having('planned'), ...words])).toBe('record')
  })
  it('is the one most meetings have where none is common, and planned where there is none', () => {
    const bare = Array.from({ length: 9 }, () => having())
    expect(defaultLens([having('pack'), having('pack'), having('planned'), ...bare])).toBe('pack')
    expect(defaultLens([])).toBe('planned')
  })
})
