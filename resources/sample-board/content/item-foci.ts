import type { Meeting } from '../meeting-content.ts'

export type WrittenFocus = 'customer' | 'customer-in-numbers' | 'numbers' | 'other' | 'procedural'

type Numbers = Partial<Record<'customer' | 'customer-in-numbers' | 'numbers', string[]>>

/** What each item was written to be mostly about, by its number; topics named nowhere are `other`. */
const written: Record<string, Numbers> = {
  '2025-05-14': { customer: ['5', '6'], numbers: ['7', '10'] },
  '2025-06-18': { customer: ['4', '5', '9'], numbers: ['6'] },
  '2025-07-16': { customer: ['5', '6'], numbers: ['4'] },
  '2025-09-17': { customer: ['7'], 'customer-in-numbers': ['5'], numbers: ['4', '6'] },
  '2025-10-22': { customer: ['7'], 'customer-in-numbers': ['4'], numbers: ['3', '5', '6'] },
  '2025-11-19': { customer: ['8'], 'customer-in-numbers': ['5'], numbers: ['4', '6'] },
  '2025-12-17': { customer: ['9'], 'customer-in-numbers': ['6'], numbers: ['4', '5'] },
  '2026-01-21': { customer: ['8'], 'customer-in-numbers': ['7'], numbers: ['4', '5', '6'] },
  '2026-03-04': { customer: ['9'], 'customer-in-numbers': ['7'], numbers: ['4', '5', '6'] },
  '2026-04-15': { customer: ['5', '6', '9'], numbers: ['4', '7'] },
  '2026-05-20': { customer: ['3', '4', '6'], numbers: ['7', '8'] },
  '2026-06-24': { customer: ['3', '8'], 'customer-in-numbers': ['7'], numbers: ['5', '6'] },
  '2026-09-16': { customer: ['3', '4', '5'], numbers: ['7'] },
  '2026-10-21': { customer: ['3', '4', '5'], numbers: ['6', '7'] },
}

/** The focus an item was written to have; null for a break. */
export function writtenFocus(
  meeting: Meeting,
  item: Meeting['agenda']['items'][number],
): WrittenFocus | null {
  if (item.role === 'break') return null
  if (item.role === 'procedural' || item.number === null) return 'procedural'
  const numbers = written[meeting.date]
  for (const focus of ['customer', 'customer-in-numbers', 'numbers'] as const) {
    if (numbers?.[focus]?.includes(item.number) === true) return focus
  }
  return 'other'
}
