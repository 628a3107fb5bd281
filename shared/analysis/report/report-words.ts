import { MONTH_NAMES } from '../months.ts'
import type { Focus } from '../../model/focus.ts'
import type { Lens, ShareRange } from '../../model/measures.ts'

/** Completes "Customers had 9 % of …". */
export const OF_THE_BOARD: Record<Lens, string> = {
  planned: 'the board’s planned time',
  recorded: 'the board’s recorded time',
  record: 'the words in the board’s minutes',
  pack: 'the pages of the board’s papers',
}

export const LENS_NAMES: Record<Lens, string> = {
  planned: 'Planned minutes',
  recorded: 'Recorded minutes',
  record: 'Words in the minutes',
  pack: 'Pages of papers',
}

export const FOCUS_NAMES: Record<Focus, string> = {
  customer: 'Customers',
  'customer-in-numbers': 'Customers in numbers',
  numbers: 'Numbers',
  other: 'Other',
  procedural: 'Procedural',
}

/** `2026-10-21` as "21 October 2026". */
export function dateWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day)} ${MONTH_NAMES[Number(month) - 1] ?? ''} ${year}`
}

const NARROW = '\u202f'
/** Below this width (in share) a range is shown as one value. */
const EXACT_WITHIN = 0.015

/** 0 to 1 as "9 %"; a share that is there but rounds to nothing is "under 1 %". */
export function percentWords(share: number): string {
  return share > 0 && share < 0.005 ? `under 1${NARROW}%` : `${Math.round(share * 100)}${NARROW}%`
}

/** The range where some of the time is not stated, else the estimate. */
export function shareWords(share: ShareRange, untimedItems: number): string {
  return untimedItems === 0 || share.high - share.low < EXACT_WITHIN
    ? percentWords(share.mid)
    : `between ${percentWords(share.low)} and ${percentWords(share.high)}`
}

/** The estimate with its band: "50 % (38–63)", or "5–31 %" where time is missing. */
export function bandWords(share: ShareRange, untimedItems: number): string {
  const ends = `${Math.round(share.low * 100)}–${Math.round(share.high * 100)}`
  if (share.high - share.low < EXACT_WITHIN) return percentWords(share.mid)
  return untimedItems === 0 ? `${percentWords(share.mid)} (${ends})` : `${ends}${NARROW}%`
}

export function counted(count: number, what: string): string {
  return `${count} ${count === 1 ? what : `${what}s`}`
}
