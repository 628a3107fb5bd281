import { MONTH_WORDS } from '../../months.ts'
/** A date as written. `month`/`day` hold one reading; `ambiguous` says that they could be swapped. */
export interface DateCandidate {
  year: number | null
  month: number
  day: number
  ambiguous: boolean
  /** 0 is Sunday, when a weekday is written beside it. */
  weekday: number | null
  /** The year had only two digits. */
  shortYear: boolean
  index: number
  length: number
  text: string
  rule: string
}

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const WEEKDAY_BEFORE = /\b(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\.?,?\s*(?:the\s*)?$/i
const YEAR = "((?:19|20)\\d\\d|['’]?\\d\\d(?![\\d:.]\\d|\\d|\\s?(?:am|pm|a\\.m|p\\.m|mins?|h)\\b))"

export function monthNumber(word: string): number {
  return MONTH_WORDS.findIndex((m) => m.startsWith(word.toLowerCase().slice(0, 3))) + 1
}

interface DateForm {
  rule: string
  pattern: RegExp
  read: (
    match: RegExpMatchArray,
  ) => { year: string | undefined; month: number; day: number; ambiguous?: boolean } | null
}

const FORMS: readonly DateForm[] = [
  {
    rule: 'iso',
    pattern: /(?<!\d)((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])(?!\d)/g,
    read: (m) => ({ year: m[1], month: Number(m[2]), day: Number(m[3]) }),
  },
  {
    rule: 'day-month-name',
    pattern: new RegExp(
      `(?<![\\d:.£$])(\\d{1,2})\\s?(?:st|nd|rd|th)?(?:\\s?\\(?[-,]?\\s?|\\sday\\sof\\s|\\sof\\s)${MONTH}\\b[.,]?(?:[\\s,-]{1,3}${YEAR})?`,
      'gi',
    ),
    read: (m) => ({ year: m[3], month: monthNumber(m[2] ?? ''), day: Number(m[1]) }),
  },
  {
    rule: 'month-name-day',
    pattern: new RegExp(
      `\\b${MONTH}\\b[.,]?[\\s-]{0,3}(?:the\\s)?(\\d{1,2})(?:\\s?(?:st|nd|rd|th))?\\b(?!\\s?[:.]\\d\\d)(?:[\\s,.\\-]{1,4}(?:\\(?(?:mon|tues|wednes|thurs|fri|satur|sun)day\\)?,?\\s)?${YEAR})?`,
      'gi',
    ),
    read: (m) => ({ year: m[3], month: monthNumber(m[1] ?? ''), day: Number(m[2]) }),
  },
  {
    rule: 'numeric',
    pattern: /(?<![\d/.£$-])(\d{1,2})\s?([-/.])\s?\/?(\d{1,2})\s?\2\/?\s?((?:19|20)?\d\d)(?![\d/-]|\.\d)/g,
    read: (m) => {
      const first = Number(m[1])
      const second = Number(m[3])
      if (first > 31 || second > 31 || (first > 12 && second > 12)) return null
      if (first > 12) return { year: m[4], month: second, day: first }
      if (second > 12) return { year: m[4], month: first, day: second }
      return { year: m[4], month: second, day: first, ambiguous: first !== second }
    },
  },
]

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Every calendar date written in `text`, in order. The year may be missing. */
export function parseDates(text: string): DateCandidate[] {
  const found: DateCandidate[] = []
  if (!/\d/.test(text)) return found
  for (const form of FORMS) {
    for (const match of text.matchAll(form.pattern)) {
      const end = match.index + match[0].length
      if (found.some((f) => match.index < f.index + f.length && f.index < end)) continue
      const value = form.read(match)
      if (!value || value.month < 1 || value.month > 12 || value.day < 1) continue
      if (value.day > (DAYS_IN_MONTH[value.month - 1] ?? 31)) continue
      // "July 29, July 30": two days of a table's head, not the 29th of July '30.
      if (form.rule === 'day-month-name' && /^\d{1,2}\s?,/.test(match[0]) && !/\d{4}/.test(match[0])) continue
      const year = readYear(value.year)
      const weekday = WEEKDAY_BEFORE.exec(text.slice(Math.max(0, match.index - 16), match.index))
      found.push({
        year,
        month: value.month,
        day: value.day,
        ambiguous: value.ambiguous ?? false,
        weekday: weekday ? WEEKDAYS.indexOf((weekday[1] ?? '').toLowerCase().slice(0, 3)) : null,
        shortYear: value.year !== undefined && !/^\d{4}$/.test(value.year),
        index: match.index,
        length: match[0].length,
        text: match[0].trim(),
        rule: form.rule,
      })
    }
  }
  return found.toSorted((a, b) => a.index - b.index)
}

function readYear(text: string | undefined): number | null {
  if (!text) return null
  const digits = text.replace(/\D/g, '')
  if (digits.length === 4) return Number(digits)
  const short = Number(digits)
  return short > 70 ? 1900 + short : 2000 + short
}

export function swapped(date: DateCandidate): DateCandidate {
  return { ...date, month: date.day, day: date.month }
}

/** 0 is Sunday. Zeller's congruence, so that no clock or time zone is involved. */
export function weekdayOf(year: number, month: number, day: number): number {
  const m = month < 3 ? month + 12 : month
  const y = month < 3 ? year - 1 : year
  const h =
    (day +
      Math.floor((13 * (m + 1)) / 5) +
      y +
      Math.floor(y / 4) -
      Math.floor(y / 100) +
      Math.floor(y / 400)) %
    7
  return (h + 6) % 7
}

export function formatDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
