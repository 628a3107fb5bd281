import type { DurationCandidate } from './time-candidate.ts'

const MINUTE_WORD = '(?:minutes?|mins?)\\b\\.?'
const WORD_NUMBERS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  'twenty-five': 25,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
}
const FRACTIONS: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75 }

/** One written form: what it looks like, and its minutes (and upper bound). */
interface DurationForm {
  rule: string
  pattern: RegExp
  read: (match: RegExpExecArray | RegExpMatchArray) => [number, number] | null
}

const same = (minutes: number): [number, number] => [minutes, minutes]

/** Longer forms first: an earlier form's match hides later ones inside it. */
const FORMS: readonly DurationForm[] = [
  {
    rule: 'duration-range',
    pattern: new RegExp(
      `(\\d{1,3})\\s?(?:${MINUTE_WORD}\\s?)?(?:[-–—]|to)\\s?(\\d{1,3})[\\s_]{0,4}(?:${MINUTE_WORD}|m\\b|['′’])`,
      'gi',
    ),
    read: (m) => {
      const low = Number(m[1])
      const high = Number(m[2])
      return low > 0 && high > low ? [low, high] : null
    },
  },
  {
    rule: 'hours-and-minutes',
    pattern: new RegExp(
      `(\\d{1,2})\\s?(?:h|hrs?|hours?)\\.?(?:\\s?(?:and|,)\\s|\\s?)(\\d{1,2})(?:\\s?(?:${MINUTE_WORD}|m\\b))?(?![\\d:])`,
      'gi',
    ),
    read: (m) =>
      Number(m[2]) < 60 && Number(m[1]) < 13 && !(/^\d{1,2}h\d{2}$/i.test(m[0]) && Number(m[1]) > 4)
        ? same(Number(m[1]) * 60 + Number(m[2]))
        : null,
  },
  {
    rule: 'hours',
    pattern: /(\d{1,2})(?:([½¼¾])|\s([13])\/([24])|\.(\d{1,2}))?\s?-?(?:hours?\b|hrs?\b\.?|h\b)/gi,
    read: (m) => {
      const fraction = m[2]
        ? (FRACTIONS[m[2]] ?? 0)
        : m[3]
          ? Number(m[3]) / Number(m[4])
          : m[5]
            ? Number(`0.${m[5]}`)
            : 0
      // "17.00 h" is a clock time, "10 h" in a list of openings may be too.
      if (m[5]?.length === 2 || Number(m[1]) > 12 || (/^\d{1,2}\s?h$/i.test(m[0]) && Number(m[1]) > 8))
        return null
      return same((Number(m[1]) + fraction) * 60)
    },
  },
  { rule: 'half-hour', pattern: /(?:½|half)\s?(?:an\s)?-?hour\b/gi, read: () => same(30) },
  { rule: 'quarter-hours', pattern: /three[\s-]quarters\sof\san\shour\b/gi, read: () => same(45) },
  { rule: 'quarter-hour', pattern: /(?:a\s)?quarter\sof\san\shour\b/gi, read: () => same(15) },
  {
    rule: 'hour-words',
    pattern: /\b(one|two|three|four|an)\s(?:and\sa\shalf\s)?hours?\b/gi,
    read: (m) =>
      same(
        ((m[1] ?? '').toLowerCase() === 'an' ? 1 : (WORD_NUMBERS[(m[1] ?? '').toLowerCase()] ?? 0)) * 60 +
          (/half/i.test(m[0]) ? 30 : 0),
      ),
  },
  {
    rule: 'minutes',
    pattern: new RegExp(`(\\d{1,3})(?:\\.(\\d))?[\\s_]{0,4}-?${MINUTE_WORD}`, 'gi'),
    read: (m) => same(Number(`${m[1]}.${m[2] ?? 0}`)),
  },
  {
    rule: 'minutes-m',
    pattern: /(\d{1,3})\s?m\b(?!\s?[²2³/]|\s(?!on\b|for\b|each\b|max\b)[a-z])/g,
    read: (m) => same(Number(m[1])),
  },
  // Secretaries write 20" as well as 20' and mean minutes by both.
  { rule: 'minutes-prime', pattern: /(\d{1,3})\s?(?:["′″”’']|'')(?![\w])/g, read: (m) => same(Number(m[1])) },
  {
    rule: 'minute-words',
    pattern: new RegExp(`\\b(${Object.keys(WORD_NUMBERS).join('|')})\\s${MINUTE_WORD}`, 'gi'),
    read: (m) => same(WORD_NUMBERS[(m[1] ?? '').toLowerCase()] ?? 0),
  },
]

const LIMIT_BEFORE =
  /(?:≤|<|<=|up to|no more than|not more than|at most|limit(?:ed)?(?: (?:to|of))?|within|under|max(?:imum|\.)?(?: of)?|less than)\s*$/i
const LIMIT_AFTER = /^\s*(?:max\b|maximum|per\b|each\b|limit|or less|apiece)/i
const NUMBER_BEFORE = /[\d£$€.,:/#]$/

/** Forms 1, 2, 5–8, 10, 16, 17, 27: how long something takes, in minutes. */
export function parseDurations(text: string): DurationCandidate[] {
  const found: DurationCandidate[] = []
  if (!/\d|hour|minute|\bmins?\b/i.test(text)) return found
  for (const form of FORMS) {
    for (const match of text.matchAll(form.pattern)) {
      const end = match.index + match[0].length
      if (found.some((f) => match.index < f.index + f.length && f.index < end)) continue
      const before = text.slice(Math.max(0, match.index - 24), match.index)
      if (NUMBER_BEFORE.test(before) || /[a-z]$/i.test(before)) continue
      const value = form.read(match)
      if (!value || value[0] <= 0 || value[1] > 16 * 60) continue
      const limit = LIMIT_BEFORE.test(before) || LIMIT_AFTER.test(text.slice(end, end + 14))
      found.push({
        form: 'duration',
        minutes: value[0],
        minutesMax: value[1],
        limit,
        index: match.index,
        length: match[0].length,
        text: match[0],
        rule: form.rule,
      })
    }
  }
  return found
}
