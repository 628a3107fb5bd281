import type { RowFault, TableDateOrder } from '../../../model/customers.ts'
import { parseDates } from '../../structure/dates/parse-dates.ts'

export type Parsed<T> = { value: T } | { fault: RowFault['code'] }

/** What people write for "not known". */
const UNKNOWN =
  /^(?:|[-–—.?]+|n\/?a|n\.a\.|nil known|none|not known|unknown|tbc|tbd|not (?:yet )?(?:set|planned|arranged)|never|#n\/a|null)$/i

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const two = (value: number): string => String(value).padStart(2, '0')

function calendarDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > (DAYS[month - 1] ?? 0)) return null
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return null
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

const NUMERIC =
  /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[ T,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?: ?[ap]m)?)?$/i
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?Z?)?$/
/** Two figures for a year: those up to here are of this century. */
const LAST_SHORT_YEAR = 69
const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) <= LAST_SHORT_YEAR ? 2000 : 1900)

/** Which part of "3/5/2026" is the day, as far as one cell tells: a part over 12 can only be a day. */
export function orderOfDate(text: string): TableDateOrder | null {
  const match = NUMERIC.exec(text.trim())
  if (match === null) return null
  const [first, second] = [Number(match[1]), Number(match[2])]
  if (first > 12 && first <= 31 && second <= 12) return 'day-first'
  if (second > 12 && second <= 31 && first <= 12) return 'month-first'
  return null
}

/** A date as people type it; null for what means "not known". */
export function parseDateCell(text: string, order: TableDateOrder | null): Parsed<string | null> {
  const trimmed = text.trim()
  if (UNKNOWN.test(trimmed)) return { value: null }
  const iso = ISO.exec(trimmed)
  if (iso !== null) {
    const date = calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    return date === null ? { fault: 'impossible-date' } : { value: date }
  }
  const numeric = NUMERIC.exec(trimmed)
  if (numeric !== null) {
    const [first, second, year] = [Number(numeric[1]), Number(numeric[2]), fullYear(numeric[3] ?? '')]
    if (first > 12 && second > 12) return { fault: 'impossible-date' }
    const told = orderOfDate(trimmed)
    if (told === null && first !== second && order === null) return { fault: 'ambiguous-date' }
    const dayFirst = (told ?? order ?? 'day-first') === 'day-first'
    const date = dayFirst ? calendarDate(year, second, first) : calendarDate(year, first, second)
    return date === null ? { fault: 'impossible-date' } : { value: date }
  }
  const [found, ...more] = parseDates(trimmed)
  if (found === undefined || more.length > 0 || found.length < trimmed.length - 12) {
    const impossible = /^\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{2,4}$/i.test(trimmed)
    return { fault: impossible ? 'impossible-date' : 'not-a-date' }
  }
  if (found.year === null) return { fault: 'not-a-date' }
  const date = calendarDate(found.year, found.month, found.day)
  return date === null ? { fault: 'impossible-date' } : { value: date }
}

const SIGN =
  /^(?:([£$€¥₹]|[A-Za-z]{1,3}[$£€]|[A-Z]{3}|kr|zł|CHF)\s?)?(-?[\d.,'’\s\u00a0\u202f]*\d)\s?(k|m|mn|bn|million|thousand|billion)?\s?([£$€¥₹]|[A-Z]{3}|kr|zł)?$/
const SCALE: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
}

export interface Amount {
  amount: number
  currency: string | null
}

/** Which mark parts the decimals; null where a lone mark before three figures could be either. */
function plainNumber(written: string): number | 'ambiguous' | null {
  const text = written.replace(/['’\s\u00a0\u202f]/g, '')
  if (/^-?\d+$/.test(text)) return Number(text)
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''))
  if (/^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(text) || /^-?\d{1,3}(?:\.\d{3}){2,}$/.test(text))
    return Number(text.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d{1,3}\.\d{3}$/.test(text)) return 'ambiguous'
  if (/^-?\d+\.\d+$/.test(text)) return Number(text)
  if (/^-?\d+,\d{1,2}$/.test(text)) return Number(text.replace(',', '.'))
  return null
}

/** A sum as people type it: "£1.2m", "1,250,000", "EUR 40.000,50"; null for what means "not known". */
export function parseAmountCell(text: string): Parsed<Amount | null> {
  const trimmed = text.trim()
  if (UNKNOWN.test(trimmed)) return { value: null }
  if (trimmed.length > 60) return { fault: 'not-a-number' }
  const inBrackets = /^\(.+\)$/.test(trimmed)
  const match = SIGN.exec(inBrackets ? trimmed.slice(1, -1).trim() : trimmed)
  if (match === null) return { fault: 'not-a-number' }
  const number = plainNumber(match[2] ?? '')
  if (number === 'ambiguous' && match[3] === undefined) return { fault: 'ambiguous-number' }
  const plain = number === 'ambiguous' ? Number((match[2] ?? '').replace(/\s/g, '')) : number
  if (plain === null || !Number.isFinite(plain)) return { fault: 'not-a-number' }
  const amount = plain * (SCALE[(match[3] ?? '').toLowerCase()] ?? 1)
  if (amount < 0 || inBrackets) return { fault: 'negative-number' }
  if (amount > 1e15) return { fault: 'not-a-number' }
  return { value: { amount: Math.round(amount * 100) / 100, currency: match[1] ?? match[4] ?? null } }
}
