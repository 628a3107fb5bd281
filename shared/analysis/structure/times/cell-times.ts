import { parseClocks } from './parse-clock.ts'
import { parseClockRanges } from './parse-clock-range.ts'
import { parseTimes } from './parse-times.ts'
import type { TimeCandidate } from './time-candidate.ts'

const OFFSETS = /^(\d{1,3})\s?(?:to|[-–—])\s?(\d{1,3})$/i

/** Form 19: minutes from the start, each row beginning where the one above ends. */
export function areOffsets(column: readonly string[]): boolean {
  const pairs = column.map((c) => OFFSETS.exec(c.trim())).filter((m) => m !== null)
  let joined = 0
  pairs.forEach((pair, i) => {
    if (i > 0 && pairs[i - 1]?.[2] === pair[1]) joined += 1
  })
  return pairs.length >= 2 && joined >= pairs.length - 2 && joined >= 1
}

function offsetTimes(cell: string): TimeCandidate[] | null {
  const match = OFFSETS.exec(cell.trim())
  if (!match) return null
  const minutes = Number(match[2]) - Number(match[1])
  if (minutes <= 0) return null
  return [
    {
      form: 'duration',
      minutes,
      minutesMax: minutes,
      limit: false,
      index: 0,
      length: cell.length,
      text: cell,
      rule: 'minute-offsets',
    },
  ]
}

/** Forms 3, 6, 18–21: what the time and duration cells say. */
export function cellTimes(timeCell: string, durationCell: string, columns: TimeColumns): TimeCandidate[] {
  const times: TimeCandidate[] = []
  const time = timeCell.replace(/\n/g, ' ').trim()
  const duration = durationCell.replace(/\n/g, ' ').trim()
  if (columns.offsets) {
    const offset = offsetTimes(duration || time)
    if (offset) return offset
  }
  if (time) {
    if (parseClockRanges(time).length > 0 || /min|\bm\b|hour|hr|['′’"]/i.test(time))
      times.push(...parseTimes(time))
    else times.push(...parseClocks(time).map((c) => ({ ...c, weak: false })))
  }
  if (duration) times.push(...durationCellTimes(duration, columns.minutesHead, columns.durations))
  return times
}

/** What the whole of a table's time and duration columns says about single cells. */
export interface TimeColumns {
  minutesHead: boolean
  durations: readonly string[]
  offsets: boolean
}

function durationCellTimes(text: string, minutesHead: boolean, column: readonly string[]): TimeCandidate[] {
  const make = (minutes: number, minutesMax: number, rule: string): TimeCandidate[] =>
    minutes > 0 && minutesMax <= 960
      ? [{ form: 'duration', minutes, minutesMax, limit: false, index: 0, length: text.length, text, rule }]
      : []
  const clocklike = /^(\d{1,2}):(\d{2})$/.exec(text)
  // In a column of durations 1:00 is an hour; the clock can't say so by itself.
  if (clocklike)
    return make(
      Number(clocklike[1]) * 60 + Number(clocklike[2]),
      Number(clocklike[1]) * 60 + Number(clocklike[2]),
      'duration-column-hours',
    )
  const bare = /^(\d{1,3})(?:\s?[-–]\s?(\d{1,3}))?$/.exec(text)
  if (bare) {
    const said =
      minutesHead ||
      column.some((c) => /min|^\d{1,2}:\d{2}$|hour/i.test(c)) ||
      column.filter((c) => /^\d{1,3}$/.test(c.trim())).length >= 2
    return said ? make(Number(bare[1]), Number(bare[2] ?? bare[1]), 'duration-column-minutes') : []
  }
  return parseTimes(text).filter((t) => !(t.form === 'duration' && t.limit))
}
