import { describe, expect, it } from 'vitest'
import { documentDateOrder, settleDate } from '../../../shared/analysis/structure/dates/date-order.ts'
import { fileNameDates } from '../../../shared/analysis/structure/dates/file-name-date.ts'
import { formatDate, parseDates, weekdayOf } from '../../../shared/analysis/structure/dates/parse-dates.ts'
import { structureDocument } from '../../../shared/analysis/structure/structure-document.ts'
import { textDocument } from '../../golden/structure/text-document.ts'

const said = (text: string) =>
  parseDates(text).map((d) => (d.year === null ? `${d.month}-${d.day}` : formatDate(d.year, d.month, d.day)))

describe('parseDates', () => {
  it.each([
    ['2024-05-14', ['2024-05-14']],
    ['14 May 2024', ['2024-05-14']],
    ['14th of May, 2024', ['2024-05-14']],
    ['Tuesday, May 14, 2024', ['2024-05-14']],
    ['May 14th 2024', ['2024-05-14']],
    ['14-May-24', ['2024-05-14']],
    ['25/12/2024', ['2024-12-25']],
    ['12/25/2024', ['2024-12-25']],
    ['14.05.24', ['2024-05-14']],
    ['14 May', ['5-14']],
    ['22/09//2020', ['2020-09-22']],
  ])('reads %j', (text, expected) => expect(said(text)).toEqual(expected))

  it.each([
    '31 February 2024',
    '24/103',
    '1.2.3',
    '10.40',
    '555-01-4242',
    '12/2024',
    'may 40 people',
    '2024/25',
    '99/99/2024',
    '1/2',
  ])('finds no date in %j', (text) => expect(said(text)).toEqual([]))

  it('knows weekdays without a clock', () => {
    expect(weekdayOf(2024, 5, 14)).toBe(2)
    expect(weekdayOf(2000, 2, 29)).toBe(2)
  })
})

function order(text: string, told: 'day-first' | 'month-first' | 'from-documents' = 'from-documents') {
  return documentDateOrder(parseDates(text), told)
}

function dateOf(text: string, fileName = 'input.txt'): string | null {
  return structureDocument(textDocument(text), { fileName, dateOrder: 'from-documents' }).date?.value ?? null
}

describe('date order', () => {
  it('follows a date that can be read one way only, then the weekday, then the board', () => {
    expect(order('03/04/2024 and 25/04/2024')).toBe('day-first')
    expect(order('03/04/2024 and 04/25/2024')).toBe('month-first')
    expect(order('Wednesday 03/04/2024')).toBe('day-first')
    expect(order('Monday 03/04/2024')).toBe('month-first')
    expect(order('03/04/2024', 'month-first')).toBe('month-first')
    const [date] = parseDates('03/04/2024')
    if (!date) throw new Error('no date')
    expect(settleDate(date, 'month-first')).toMatchObject({ month: 3, day: 4 })
    expect(settleDate(date, 'day-first')).toMatchObject({ month: 4, day: 3 })
  })
})

describe('file names', () => {
  it.each([
    ['2024-05-14_minutes.pdf', '2024-05-14'],
    ['minutes_20240514.docx', '2024-05-14'],
    ['Board_05-14-24.pdf', '2024-05-14'],
    ['14052024.txt', '2024-05-14'],
  ])('reads %s', (name, expected) => {
    expect(fileNameDates(name).map((d) => formatDate(d.year ?? 0, d.month, d.day))).toContain(expected)
  })
  it('takes a month alone as support only', () => {
    expect(fileNameDates('minutes-may-2024.txt')[0]).toMatchObject({
      rule: 'file-month',
      month: 5,
      year: 2024,
    })
  })
})

describe('the meeting’s own date', () => {
  it('is not the next meeting’s, nor the previous minutes’', () => {
    expect(
      dateOf(
        'Pier Trust board minutes\n\nHeld on 14 May 2024\n\n1. Minutes of the meeting of 9 April 2024\n\nApproved.\n\nNext meeting: 11 June 2024',
      ),
    ).toBe('2024-05-14')
  })
  it('is unknown where nothing dates it', () => {
    expect(
      dateOf('Pier Trust board minutes\n\n1. Apologies\n\nNone.\n\nNext meeting: 11 June 2024'),
    ).toBeNull()
  })
  it('comes from the name when the text is silent', () => {
    expect(dateOf('Pier Trust board agenda\n\n1. Apologies\n\n2. Close', '2024-05-14-agenda.txt')).toBe(
      '2024-05-14',
    )
  })
  it('takes a missing year from the name', () => {
    expect(
      dateOf('Pier Trust board minutes\n\nMeeting held on 14 May\n\n1. Apologies', 'minutes-may-2024.txt'),
    ).toBe('2024-05-14')
  })
})
