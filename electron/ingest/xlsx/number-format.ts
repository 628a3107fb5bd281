export type NumberKind = 'general' | 'date' | 'time' | 'date-time' | 'elapsed' | 'percent'

/** The formats that Excel knows by number alone (ECMA-376 part 1, 18.8.30), Japanese and Korean dates among them. */
function builtIn(id: number): NumberKind {
  if (
    (id >= 14 && id <= 17) ||
    (id >= 27 && id <= 31) ||
    id === 36 ||
    (id >= 50 && id <= 54) ||
    (id >= 57 && id <= 58)
  )
    return 'date'
  if ((id >= 18 && id <= 21) || id === 45 || id === 47 || (id >= 32 && id <= 35) || id === 55 || id === 56)
    return 'time'
  if (id === 22) return 'date-time'
  if (id === 46) return 'elapsed'
  return id === 9 || id === 10 ? 'percent' : 'general'
}

/** How a plain number is set: decimals shown, thousands apart. */
export interface NumberLook {
  readonly decimals: number
  readonly isGrouped: boolean
}

const BUILT_IN_LOOKS: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
}

/** The look a format gives; null where it is general or shows something else than digits. */
export function numberLook(id: number, code: string | undefined): NumberLook | null {
  const first = (code ?? BUILT_IN_LOOKS[id] ?? '').slice(0, 500).split(';', 1)[0] ?? ''
  const pattern = first.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  const match = /([#0?,]*[#0?])(?:\.([0#?]+))?/.exec(pattern)
  if (!match || /[a-zA-Z/%]/.test(pattern)) return null
  return { decimals: Math.min(match[2]?.length ?? 0, 10), isGrouped: (match[1] ?? '').includes(',') }
}

function setNumber(value: number, look: NumberLook): string {
  const fixed = value.toFixed(look.decimals)
  if (!look.isGrouped) return fixed
  const [whole = '', rest] = fixed.split('.')
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  return rest === undefined ? grouped : `${grouped}.${rest}`
}

/** What kind of number a format shows, by its code where it has one. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtIn(id)
  // Words in quotes, escaped marks, colours and locales are no part of the pattern.
  const first = code.slice(0, 500).split(';', 1)[0] ?? ''
  if (/\[h{1,4}\]|\[m{1,4}\]|\[s{1,4}\]/i.test(first)) return 'elapsed'
  const pattern = first.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase()
  if (/general|standard/.test(pattern)) return 'general'
  const hasDay = /[dy]|mmm/.test(pattern) || (pattern.includes('m') && !/[hs]/.test(pattern))
  const hasTime = /[hs]/.test(pattern)
  if (hasDay) return hasTime ? 'date-time' : 'date'
  if (hasTime) return 'time'
  return pattern.includes('%') ? 'percent' : 'general'
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const DAY = 86_400_000
const two = (value: number): string => String(value).padStart(2, '0')

/** `12 March 2026`: the same in every country. Excel's 1900 was a leap year; before its March a day is off. */
function dateText(serial: number, since1904: boolean): string {
  const days = Math.floor(serial)
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 61 ? 31 : 30)
  const date = new Date(epoch + days * DAY)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`
}

function clock(serial: number, hoursGoOn: boolean): string {
  const minutes = Math.round((hoursGoOn ? serial : serial - Math.floor(serial)) * 1440)
  const hours = Math.floor(minutes / 60)
  return `${hoursGoOn ? String(hours) : two(hours % 24)}:${two(minutes % 60)}`
}

/** A stored number as a person would read it in the sheet. */
export function numberText(
  stored: string,
  kind: NumberKind,
  since1904: boolean,
  look: NumberLook | null = null,
): string {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored.trim()
  // Serial numbers outside the years 1900 to 9999 are plain numbers.
  const isDay = value >= 1 && value < 2_958_466
  if (kind === 'date' && isDay) return dateText(value, since1904)
  if (kind === 'date-time' && isDay) return `${dateText(value, since1904)} ${clock(value, false)}`
  if ((kind === 'time' || kind === 'date-time') && value >= 0) return clock(value, false)
  if (kind === 'elapsed' && value >= 0 && value < 100_000) return clock(value, true)
  if (kind === 'percent') return `${Number((value * 100).toPrecision(12))}%`
  if (look && Math.abs(value) < 1e15) return setNumber(value, look)
  return String(Number(value.toPrecision(15)))
}
