const long = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const middle = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const monthYear = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
const monthShort = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })

/** A calendar date has no time zone, so all is reckoned in UTC. */
function at(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}

function said(date: string | null, format: Intl.DateTimeFormat): string {
  if (date === null) return 'no date'
  const value = at(date)
  return Number.isNaN(value.getTime()) ? date : format.format(value)
}

/** "14 October 2026". */
export const dateLong = (date: string | null): string => said(date, long)
/** "14 Oct 2026". */
export const dateMiddle = (date: string | null): string => said(date, middle)
/** "14 Oct". */
export const dateDayMonth = (date: string | null): string => said(date, dayMonth)
/** "October 2026". */
export const dateMonthYear = (date: string | null): string => said(date, monthYear)
/** "October". */
export const dateMonth = (date: string | null): string => said(date, month)
/** "Oct". */
export const dateMonthShort = (date: string | null): string => said(date, monthShort)

/** The same day a number of months earlier, as a date that sorts right. */
export function monthsBefore(date: string, months: number): string {
  const value = at(date)
  value.setUTCMonth(value.getUTCMonth() - months)
  return value.toISOString().slice(0, 10)
}

/** "09:05" as minutes since midnight. */
export function clockMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

export function clockText(minutes: number): string {
  const inDay = ((Math.round(minutes) % 1440) + 1440) % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
