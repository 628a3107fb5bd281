import { describe, expect, test } from 'vitest'
import { applyTitleRoles, indexTitleRoles, titleKey } from '../../../shared/analysis/boards/title-roles.ts'

describe('item titles of a board', () => {
  test('are known by their words, whatever case, figures, month and accents', () => {
    expect(titleKey('4.2 Minutes of 3 May 2024')).toBe(titleKey('MINUTES OF 14 JUNE 2025'))
    expect(titleKey('Café round-up')).toBe(titleKey('cafe round up'))
    expect(titleKey('Budget')).not.toBe(titleKey('Budget report'))
    expect(titleKey('12.3.')).toBeNull()
  })

  test('count as the board says; breaks and all other titles stay', () => {
    const roles = indexTitleRoles([
      { title: 'Round-up', role: 'topic' },
      { title: 'ROUND-UP 7', role: 'procedural' },
      { title: 'Tea', role: 'topic' },
    ])
    const items = [
      { title: 'Round-up for March', role: 'topic' as const },
      { title: 'Round up', role: 'topic' as const },
      { title: 'Tea', role: 'break' as const },
    ]
    expect(applyTitleRoles(items, roles).map(({ role }) => role)).toEqual(['topic', 'procedural', 'break'])
    expect(applyTitleRoles(items, indexTitleRoles([]))).toEqual(items)
  })
})
