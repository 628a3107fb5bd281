import type { ShareRange } from '../../shared/model/measures.ts'

/** Keeps a figure and its sign on one line. */
export const NARROW_SPACE = '\u202f'
/** Below this width (in share) a range is shown as one value. */
const EXACT_WITHIN = 0.015

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

export function wholeNumber(value: number): string {
  return whole.format(Math.round(value))
}

/** 0 to 1 as "9 %"; a share that is there but rounds to nothing is "under 1 %". */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return `under 1${NARROW_SPACE}%`
  return `${whole.format(share * 100)}${NARROW_SPACE}%`
}

/** The same without the sign, for columns whose head says "%". */
export function percentNumber(share: number): string {
  if (share > 0 && share < 0.005) return '<1'
  return whole.format(share * 100)
}

export function isExact(range: ShareRange): boolean {
  return range.high - range.low < EXACT_WITHIN
}

/**
 * A share as shown: the estimate with its band where all time is known ("9 %", "6–12"), and nothing but the range
 * ("5–31 %") where some of it is not.
 */
export function shareFigure(range: ShareRange, untimedItems: number): { main: string; band: string | null } {
  const ends = `${whole.format(range.low * 100)}–${whole.format(range.high * 100)}`
  if (isExact(range)) return { main: percent(range.mid), band: null }
  return untimedItems === 0
    ? { main: percent(range.mid), band: ends }
    : { main: `${ends}${NARROW_SPACE}%`, band: null }
}

/** The same in one string: "9 % (6–12)", "5–31 %". */
export function shareInShort(range: ShareRange, untimedItems: number): string {
  const { main, band } = shareFigure(range, untimedItems)
  return band === null ? main : `${main} (${band})`
}

/** "9 %", or "between 5 % and 14 %". */
export function rangeInWords(range: ShareRange): string {
  if (isExact(range)) return percent(range.mid)
  return `between ${percent(range.low)} and ${percent(range.high)}`
}

/** A difference of shares in percentage points, with its sign: "+3 points", "−1 point", "no change". */
export function pointsInWords(difference: number): string {
  const points = Math.round(difference * 100)
  if (points === 0) return 'no change'
  const sign = points > 0 ? '+' : '−'
  const size = Math.abs(points)
  return `${sign}${size}\u00a0${size === 1 ? 'point' : 'points'}`
}

/** Bytes as people read them: "840 kB", "12 MB". */
export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${whole.format(bytes / 1000)} kB`
  return `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(bytes / 1_000_000)} MB`
}

/** "1 item", "3 items". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${wholeNumber(count)} ${count === 1 ? one : many}`
}
