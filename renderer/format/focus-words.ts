import type { Focus } from '../../shared/model/focus.ts'

/** How each focus is named on screen. */
export const FOCUS_WORDS: Record<Focus, string> = {
  customer: 'Customers',
  'customer-in-numbers': 'Customers in numbers',
  numbers: 'Numbers',
  other: 'Other',
  procedural: 'Procedural',
}

/** The same inside a sentence. */
export const FOCUS_WORDS_LOWER: Record<Focus, string> = {
  customer: 'customers',
  'customer-in-numbers': 'customers in numbers',
  numbers: 'numbers',
  other: 'other',
  procedural: 'procedural',
}

/** One line on what each focus holds. */
export const FOCUS_MEANING: Record<Focus, string> = {
  customer: 'Customers themselves: what they need, say, experience, and why they stay.',
  'customer-in-numbers': 'A figure in which customers appear only as its source, driver or count.',
  numbers: 'Financial or performance figures without customers.',
  other: 'Any other substance: staff, technology, property, law, risk, policy.',
  procedural: 'The running of the meeting itself.',
}

/** The CSS class that paints an area in the focus's colour and texture. */
export const FOCUS_PAINT: Record<Focus, string> = {
  customer: 'paint-customer',
  'customer-in-numbers': 'paint-customer-in-numbers',
  numbers: 'paint-numbers',
  other: 'paint-other',
  procedural: 'paint-procedural',
}
