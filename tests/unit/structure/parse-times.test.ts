import { describe, expect, it } from 'vitest'
import { formatClock, parseTimes } from '../../../shared/analysis/structure/times/parse-times.ts'

/** One line per candidate: "range 10:00-10:05", "clock 19:30", "duration 5-15", "limit 30". */
function said(text: string): string[] {
  return parseTimes(text).map((time) => {
    if (time.form === 'range')
      return `range ${formatClock(time.start.minutes)}-${formatClock(time.end.minutes)}`
    if (time.form === 'clock') return `${time.weak ? 'weak ' : ''}clock ${formatClock(time.clock.minutes)}`
    const length = time.minutes === time.minutesMax ? `${time.minutes}` : `${time.minutes}-${time.minutesMax}`
    return `${time.limit ? 'limit' : 'duration'} ${length}`
  })
}

describe('parseTimes', () => {
  it.each([
    ['Fleet report (15 min) - CEO', ['duration 15']],
    ['Opening (10:00 - 10:05) - 5 min', ['range 10:00-10:05', 'duration 5']],
    ['7:30 pm  Consent agenda', ['clock 19:30']],
    ['10:00 to 17:00 CEST', ['range 10:00-17:00']],
    ['5 - 15 mins', ['duration 5-15']],
    ['1.30pm 4.30 pm', ['range 13:30-16:30']],
    ['14:00 – 14:15', ['range 14:00-14:15']],
    ['17.00 h', ['clock 17:00']],
    ['13:00 HRS', ['clock 13:00']],
    ['9h00 à 10h00', ['range 09:00-10:00']],
    ['7:20-7:35PM', ['range 19:20-19:35']],
    ['7-9 PM', ['range 19:00-21:00']],
    ['11:30-1:00', ['range 11:30-13:00']],
    ['10 am to noon', ['range 10:00-12:00']],
    ['9:00 a.m. – 12:30 p.m.', ['range 09:00-12:30']],
    ['1015-1030', ['range 10:15-10:30']],
    ["(5')", ['duration 5']],
    ['20"', ['duration 20']],
    ['c. 45 mins', ['duration 45']],
    ['1 h 10', ['duration 70']],
    ['1½ hours', ['duration 90']],
    ['1 hour 30 minutes', ['duration 90']],
    ['half an hour', ['duration 30']],
    ['ten minutes', ['duration 10']],
    ['(10__min)', ['duration 10']],
    ['Short (≤30m) talks', ['limit 30']],
    ['3 minutes per speaker', ['limit 3']],
    ['up to 10 minutes', ['limit 10']],
    ['opened at 9.04', ['clock 09:04']],
    ['12 noon', ['clock 12:00']],
  ])('reads %j', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it.each([
    '12.5%',
    'page 10 of 12',
    '£1.30',
    '$15m',
    'items 10-12',
    '2019-20',
    '2019 - 2020',
    '24/7',
    '500 mg twice',
    'bus route 7A',
    'call 555-0142',
    'resolution 1930',
    '1900 members',
    '12 High Street',
    '2019 budget',
    'version 1.2.3.4',
    'section 4.10.2',
    '2016-06-15',
    '10:15:22.500',
    'grew 3m people/year²',
    '1:2:3',
    'ratio of 16:9:1',
    '5 minutesworth',
  ])('finds no time in %j', (text) => {
    expect(said(text).filter((t) => !t.startsWith('weak'))).toEqual([])
  })
})
