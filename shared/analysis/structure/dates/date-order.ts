import type { DateOrder } from '../../../model/library.ts'
import type { DateCandidate } from './parse-dates.ts'
import { swapped, weekdayOf } from './parse-dates.ts'

/**
 * Which of day and month stands first in "03/04/2024": by dates of the same document that allow one reading
 * only, by weekdays written beside a date, by how the document writes dates in words; else what the board says.
 */
export function documentDateOrder(
  dates: readonly DateCandidate[],
  told: DateOrder,
): 'day-first' | 'month-first' {
  let dayFirst = 0
  let monthFirst = 0
  for (const date of dates) {
    if (date.rule === 'numeric') {
      if (!date.ambiguous) {
        const first = Number(/^\d{1,2}/.exec(date.text)?.[0] ?? 0)
        if (date.day !== date.month) {
          if (first === date.day) dayFirst += 3
          else monthFirst += 3
        }
      } else if (date.weekday !== null && date.year !== null) {
        const asRead = weekdayOf(date.year, date.month, date.day) === date.weekday
        const other = weekdayOf(date.year, date.day, date.month) === date.weekday
        if (asRead && !other) dayFirst += 4
        if (other && !asRead) monthFirst += 4
      }
    }
  }
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? 'day-first' : 'month-first'
  if (told !== 'from-documents') return told
  const words = (rule: string) => dates.filter((d) => d.rule === rule && d.year !== null).length
  return words('month-name-day') > words('day-month-name') ? 'month-first' : 'day-first'
}

/** Numeric dates are proposed day first; this settles the doubtful ones. */
export function settleDate(date: DateCandidate, order: 'day-first' | 'month-first'): DateCandidate {
  if (!date.ambiguous) return date
  if (date.weekday !== null && date.year !== null) {
    const asRead = weekdayOf(date.year, date.month, date.day) === date.weekday
    const other = weekdayOf(date.year, date.day, date.month) === date.weekday
    if (asRead !== other) return asRead ? date : swapped(date)
  }
  return order === 'month-first' ? swapped(date) : date
}
