import type { DateCandidate } from './parse-dates.ts'
import { monthNumber, parseDates } from './parse-dates.ts'

/**
 * Dates in a file's name: "2024-02-26_…", "TB_02_03_11", "20130523", "101025", "041318", "March 2018".
 * A month without a day comes with day 1 and rule `file-month`: good to support, never to decide.
 */
export function fileNameDates(fileName: string): DateCandidate[] {
  const name = (fileName.split(/[\\/]/).pop() ?? fileName).replace(/\.[a-z0-9]{1,8}$/i, '')
  const spaced = name.replace(/_/g, ' ')
  const found: DateCandidate[] = []
  const add = (
    year: number | null,
    month: number,
    day: number,
    ambiguous: boolean,
    text: string,
    rule: string,
  ) => {
    if (month < 1 || month > 12 || day < 1 || day > 31) return
    if (!found.some((f) => f.year === year && f.month === month && f.day === day)) {
      found.push({
        year,
        month,
        day,
        ambiguous,
        weekday: null,
        shortYear: false,
        index: 0,
        length: text.length,
        text,
        rule,
      })
    }
  }
  for (const m of name.matchAll(/(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g)) {
    add(Number(m[1]), Number(m[2]), Number(m[3]), false, m[0], 'file-iso')
  }
  for (const m of name.matchAll(/(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|[12]\d|3[01])((?:19|20)\d\d)(?!\d)/g)) {
    const a = Number(m[1])
    const b = Number(m[2])
    if (a > 12) add(Number(m[3]), b, a, false, m[0], 'file-numeric')
    else if (b > 12) add(Number(m[3]), a, b, false, m[0], 'file-numeric')
    else add(Number(m[3]), b, a, a !== b, m[0], 'file-numeric')
  }
  for (const date of parseDates(spaced))
    add(date.year, date.month, date.day, date.ambiguous, date.text, `file-${date.rule}`)
  for (const date of parseDates(name.replace(/[_-]/g, ' ')))
    add(date.year, date.month, date.day, date.ambiguous, date.text, `file-${date.rule}`)
  if (found.length === 0) {
    for (const m of name.matchAll(/(?<!\d)(\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g)) {
      add(2000 + Number(m[1]), Number(m[2]), Number(m[3]), false, m[0], 'file-yymmdd')
    }
  }
  if (found.length === 0) {
    const month =
      /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[\s_-]{0,2}((?:19|20)\d\d)?/i.exec(
        name,
      )
    const numeric = /(?<!\d)((?:19|20)\d\d)[-_](0[1-9]|1[0-2])(?!\d)/.exec(name)
    if (month)
      add(month[2] ? Number(month[2]) : null, monthNumber(month[1] ?? ''), 1, false, month[0], 'file-month')
    else if (numeric) add(Number(numeric[1]), Number(numeric[2]), 1, false, numeric[0], 'file-month')
  }
  return found
}
