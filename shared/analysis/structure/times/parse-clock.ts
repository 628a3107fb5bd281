import type { Clock, ClockCandidate } from './time-candidate.ts'

/** One clock time as written; used alone and, twice, in ranges. All parts are bounded. */
export const CLOCK_SOURCE =
  '(?:(?:[01]?\\d|2[0-4])\\s?[:.]\\s?[0-5]\\d(?:\\s?(?:[ap]\\.?\\s?m\\b\\.?|hrs?\\b|hours\\b|h\\b))?|(?:[01]?\\d|2[0-4])h(?:[0-5]\\d)?|(?:[01]\\d|2[0-3])[0-5]\\d(?:\\s?(?:hrs?|hours|h|[ap]\\.?m\\.?)\\b)?|(?:1[0-2]|0?[1-9])\\s?[ap]\\.?\\s?m\\b\\.?|(?:12\\s)?noon\\b|midday\\b|(?:12\\s)?midnight\\b)'

const PARTS = /^(\d{1,2}?)(?:\s?([:.h])\s?)?(\d{2})?\s?(a\.?\s?m\.?|p\.?\s?m\.?|hrs?|hours|h)?$/i

/** The value of a piece of text that matched CLOCK_SOURCE. */
export function readClock(text: string): Clock | null {
  const plain = text.trim().toLowerCase()
  if (/noon$|^midday$/.test(plain)) return { minutes: 720, half: 'known' }
  if (plain.endsWith('midnight')) return { minutes: 1440, half: 'known' }
  const parts = PARTS.exec(plain)
  if (!parts) return null
  const hour = Number(parts[1])
  const minute = parts[3] ? Number(parts[3]) : 0
  const suffix = (parts[4] ?? '').replace(/[.\s]/g, '')
  if (hour > 24 || minute > 59) return null
  if (suffix === 'am' || suffix === 'pm') {
    if (hour > 12) return { minutes: hour * 60 + minute, half: 'known' }
    const base = hour % 12
    return { minutes: (suffix === 'pm' ? base + 12 : base) * 60 + minute, half: suffix }
  }
  const certain =
    hour > 12 ||
    hour === 0 ||
    plain.startsWith('0') ||
    suffix !== '' ||
    parts[2] === 'h' ||
    parts[2] === undefined
  return { minutes: hour * 60 + minute, half: certain ? 'known' : 'unknown' }
}

const CLOCK = new RegExp(CLOCK_SOURCE, 'gi')
const MONEY_OR_NUMBER_BEFORE = /[\d£$€#.,:/]$/
const NUMBER_AFTER =
  /^(?:[%\d]|[.,:/]\d|\s?(?:%|million|billion|bn\b|m\b|k\b|kg|mg|ml|km|miles|per cent|percent))/i
const TIME_WORD_BEFORE =
  /(?:\bat|\bfrom|\buntil|\btill|\bto|\bby|@|\btime|\bsince|\bstart(?:s|ed|ing)?|\bend(?:s|ed)?|\bopened|\bclosed)\s*:?\s*$/i

/** Form 13, 4, 28: single clock times. "9.30" with nothing around it comes out `weak`. */
export function parseClocks(text: string): ClockCandidate[] {
  const found: ClockCandidate[] = []
  if (!/\d|noon|midnight|midday/i.test(text)) return found
  for (const match of text.matchAll(CLOCK)) {
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 12)
    if (MONEY_OR_NUMBER_BEFORE.test(before) || NUMBER_AFTER.test(after) || /^[a-z]/i.test(after)) continue
    if (/[a-z]$/i.test(before)) continue
    const clock = readClock(match[0])
    if (!clock) continue
    const bare = !/[a-z]/i.test(match[0])
    const timeWord = TIME_WORD_BEFORE.test(before)
    const dotted = bare && match[0].includes('.')
    const fourDigits = bare && /^\d{4}$/.test(match[0])
    const spaced = bare && /\s/.test(match[0])
    // "0.50" is an amount, "+0700" a time zone.
    if (dotted && /^0\.\d/.test(match[0])) continue
    if (fourDigits && /\s[+-]$/.test(before)) continue
    if (spaced) continue
    // "0900" is a clock where its zero says so; "1900" is a year unless a word like "at" stands before it.
    if (fourDigits && !timeWord && !match[0].startsWith('0')) continue
    if (fourDigits && /^(?:19|20)\d\d$/.test(match[0]) && !/\bat\s*$/i.test(before)) continue
    const weak = (dotted && !timeWord) || (fourDigits && !timeWord)
    found.push({
      form: 'clock',
      clock,
      weak,
      index: match.index,
      length: match[0].length,
      text: match[0],
      rule: 'clock',
    })
  }
  return found
}
