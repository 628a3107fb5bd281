import { formatDate, monthNumber, weekdayOf } from '../dates/parse-dates.ts'

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const END_OF_MONTH = new RegExp(`^(?:the )?end (?:of )?${MONTH}(?:,? (20\\d\\d))?$`, 'i')
const THIS_MONTH = /^(?:the )?(?:end of (?:the|this) month|month[- ]end|end of month)$/i
const WEEKDAY = /^(?:this |the coming |coming )?(sun|mon|tues|wednes|thurs|fri|satur)day$/i
const SPAN = /^(?:within |in )?(?:the next )?(\d{1,3}|one|two|three|four|six|a) (day|week)s?(?: time)?$/i
const WORDS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, six: 6 }

/**
 * The day that words beside a meeting's date name: "end of May", "Friday", "within two weeks".
 * "Next meeting", "early June", "next month" name no day and stay words: null.
 */
export function relativeDue(dueText: string, meetingDate: string): string | null {
  const plain = dueText
    .trim()
    .replace(/^(?:by|before|on|no later than|until)\s+/i, '')
    .replace(/[.)\]]+$/, '')
  const [year = 0, month = 0, day = 0] = meetingDate.split('-').map(Number)
  const ofMonth = END_OF_MONTH.exec(plain)
  if (ofMonth?.[1]) {
    const named = monthNumber(ofMonth[1])
    const namedYear = ofMonth[2] ? Number(ofMonth[2]) : named < month ? year + 1 : year
    return formatDate(namedYear, named, daysIn(namedYear, named))
  }
  if (THIS_MONTH.test(plain)) return formatDate(year, month, daysIn(year, month))
  const weekday = WEEKDAY.exec(plain)
  if (weekday?.[1]) {
    const wanted = ['sun', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur'].indexOf(weekday[1].toLowerCase())
    const ahead = (wanted - weekdayOf(year, month, day) + 7) % 7
    return daysAfter(year, month, day, ahead === 0 ? 7 : ahead)
  }
  const span = SPAN.exec(plain)
  if (span?.[1] && span[2] && /^(?:within|in|the next)\b/i.test(plain)) {
    const count = WORDS[span[1].toLowerCase()] ?? Number(span[1])
    return daysAfter(year, month, day, span[2].toLowerCase() === 'week' ? count * 7 : count)
  }
  return null
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

function daysAfter(year: number, month: number, day: number, days: number): string {
  let [y, m, d] = [year, month, day + days]
  while (d > daysIn(y, m)) {
    d -= daysIn(y, m)
    m += 1
    if (m > 12) {
      m = 1
      y += 1
    }
  }
  return formatDate(y, m, d)
}
