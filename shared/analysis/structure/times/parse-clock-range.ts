import { CLOCK_SOURCE, readClock } from './parse-clock.ts'
import type { Clock, RangeCandidate } from './time-candidate.ts'

// "7-9 PM" writes the first hour bare, which is only a time because of what follows.
const BARE_HOUR = '(?:1[0-2]|0?[1-9])'
const JOINED = '(?:\\s?(?:[-–—−‐‑]|to|until|till|à|and)\\s?'
const RANGE = new RegExp(`(${CLOCK_SOURCE})()${JOINED}|\\s)(${CLOCK_SOURCE})`, 'gi')
const BARE_RANGE = new RegExp(`()\\b(${BARE_HOUR})${JOINED})(${CLOCK_SOURCE})`, 'gi')
const SEPARATOR = /[-–—−‐‑]|\bto\b|until|till|à/i

/** Forms 2, 9, 11, 12, 14, 15, 22, 24, 26: two clock times, with a dash, "to", "à", or nothing between. */
export function parseClockRanges(text: string): RangeCandidate[] {
  const found: RangeCandidate[] = []
  if (!/\d/.test(text)) return found
  for (const match of [...text.matchAll(RANGE), ...text.matchAll(BARE_RANGE)]) {
    if (found.some((f) => match.index < f.index + f.length && f.index < match.index + match[0].length))
      continue
    const before = text.slice(Math.max(0, match.index - 2), match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 3)
    if (/[\d£$€#.,:/a-z–-]$/i.test(before) || /^(?:[%\d]|[.,:/]\d|[a-z])/i.test(after)) continue
    const endText = match[3] ?? ''
    const startText = match[1] || match[2] || ''
    const middle = match[0].slice(startText.length, match[0].length - endText.length)
    const separated = SEPARATOR.test(middle)
    if (/and/i.test(middle) && !/between\s*$/i.test(text.slice(Math.max(0, match.index - 9), match.index)))
      continue
    const startSuffix = /[ap]\.?\s?m|noon/i.test(startText)
    const endSuffix = /[ap]\.?\s?m|noon/i.test(endText)
    if (match[2] !== '' && !(separated && endSuffix)) continue
    // Without a dash both times must be unmistakable: "1.30pm 4.30 pm".
    if (!separated && !(startSuffix && endSuffix) && !(startText.includes(':') && endText.includes(':')))
      continue
    // "2019-2020" and "1500-1600 members" are not times; "0900-1000" is.
    if (/^\d{4}$/.test(startText) && /^\d{4}$/.test(endText) && !startText.startsWith('0')) {
      if (
        !/(?:time|from)\s*:?\s*$/i.test(text.slice(Math.max(0, match.index - 8), match.index)) &&
        !/^\s*$/.test(text.replace(match[0], ''))
      )
        continue
      if (/^(?:19|20)\d\d$/.test(startText)) continue
    }
    const start =
      match[2] === ''
        ? readClock(startText)
        : readClock(`${startText}${/[ap]\.?\s?m\.?$/i.exec(endText)?.[0] ?? ''}`)
    const end = readClock(endText)
    if (!start || !end) continue
    const range = settleRange(start, end)
    if (!range) continue
    found.push({
      form: 'range',
      ...range,
      index: match.index,
      length: match[0].length,
      text: match[0],
      rule: 'clock-range',
    })
  }
  return found
}

/** "7:20-7:35PM": the half of the day said once holds for both, as far as time then goes forward. */
function settleRange(start: Clock, end: Clock): { start: Clock; end: Clock } | null {
  let from = start
  let to = end
  if (from.half === 'am' && to.half === 'am' && from.minutes > to.minutes) return null
  if (from.half === 'unknown' && (to.half === 'pm' || to.half === 'am')) {
    const asEnd = half(from, to.half)
    from = asEnd.minutes < to.minutes ? asEnd : half(from, to.half === 'pm' ? 'am' : 'pm')
  } else if (from.half === 'unknown' && to.half === 'known' && to.minutes >= 720) {
    const later = half(from, 'pm')
    from =
      later.minutes < to.minutes && from.minutes < 420
        ? later
        : { ...from, half: from.minutes < 420 ? 'unknown' : 'known' }
  }
  if (to.half === 'unknown' && (from.half === 'pm' || from.half === 'am')) {
    const same = half(to, from.half)
    to = same.minutes > from.minutes ? same : half(to, from.half === 'pm' ? 'am' : 'pm')
  } else if (to.half === 'unknown' && from.half === 'known') {
    to = to.minutes > from.minutes ? { ...to, half: 'known' } : half(to, 'pm')
  } else if (to.half === 'unknown' && from.half === 'unknown' && to.minutes <= from.minutes) {
    // 11:30 - 1:00 passes noon.
    from = half(from, 'am')
    to = half(to, 'pm')
  }
  const length = to.minutes - from.minutes
  if (length <= 0 || length > 16 * 60) return null
  return { start: from, end: to }
}

export function half(clock: Clock, which: 'am' | 'pm'): Clock {
  const base = clock.minutes % 720
  return { minutes: which === 'pm' ? base + 720 : base, half: which }
}
