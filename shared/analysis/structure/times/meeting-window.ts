import type { TimeWindow } from '../../../model/analysis.ts'
import type { Line } from '../line.ts'
import { evidenceAt } from '../line.ts'
import { parseDates } from '../dates/parse-dates.ts'
import { half } from './parse-clock-range.ts'
import { formatClock, parseTimes } from './parse-times.ts'
import type { Clock } from './time-candidate.ts'

const OPENING =
  /\b(?:call(?:ed|s)?(?: \w+){0,9} to order|to order(?: by [^.]{1,60})?|order was called|opened(?: the)?(?: \w+)? ?(?:meeting|session)?|meeting (?:was )?(?:opened|started|began|begun|commenced|convened|opens|starts|begins)|(?:convened|commenced|started|began)|brought to order|start(?:ed)? (?:at|time))\b/i
const CLOSING =
  /\b(?:adjourn(?:ed|ment|s|ing)?|(?:meeting|session|business)(?: \w+){0,3} (?:closed|ended|concluded|finished|terminated|completed|closes|ends)|(?:closed|ended|concluded) (?:the )?(?:meeting|session)|declared (?:the )?meeting closed|closed at|ended at|concluded at|finished at|end(?:ed)? time|meeting close|meeting closed|meeting ended|there being no (?:further|other|more) business)\b/i
const NOT_THIS =
  /\b(?:next|previous|last|future|following) (?:\w+ ){0,3}(?:meeting|session)|will (?:be held|meet|take place)|joined|arrived|left (?:the )?(?:meeting|at)|departed|closed session|executive session|recess|session (?:began|adjourned to)|broadcast|registration|rally|office hours|deadline/i

export interface MeetingWindow {
  planned: TimeWindow | null
  recorded: TimeWindow | null
}

interface Found {
  minutes: Clock
  line: Line
}

/** The meeting's own times: those announced in the head, and those recorded when it opened and closed. */
/** Lines; an adjournment told longer after the last one stands in an annex, of another meeting. */
const LONGEST_GAP = 400

export function findWindow(lines: readonly Line[], firstItem: number, lastIsMinutes: boolean): MeetingWindow {
  const planned = plannedWindow(lines, firstItem)
  let opened: Found | null = null
  let closed: Found | null = null
  let closedAt = Number.POSITIVE_INFINITY
  lines.forEach((line, at) => {
    if (!/\d|noon|midnight/.test(line.text)) return
    // A sentence wrapped over lines is looked at with the lines around it.
    const joined = joinAround(lines, at)
    for (const sentence of joined) {
      if (!opened && OPENING.test(sentence) && !CLOSING.test(sentence) && !NOT_THIS.test(sentence)) {
        const time = timeAfter(sentence, OPENING)
        if (time && (lastIsMinutes || /called|opened/i.test(sentence))) opened = { minutes: time, line }
      }
      if (
        CLOSING.test(sentence) &&
        !/\b(?:next|will)\b.{0,30}\b(?:meet|adjourn)/i.test(sentence) &&
        !/adjourn(?:ed)? (?:in)?to (?:a |an )?(?:closed|executive)|(?:closed|executive) session/i.test(
          sentence,
        )
      ) {
        const time = timeAfter(sentence, CLOSING)
        if (time && at - closedAt <= LONGEST_GAP) {
          closed = { minutes: time, line }
          closedAt = at
        }
      }
    }
  })
  const recorded = settle(opened, closed, planned)
  return { planned, recorded: lastIsMinutes || recorded === null ? recorded : null }
}

function joinAround(lines: readonly Line[], at: number): string[] {
  const line = lines[at]
  if (!line) return []
  const before = lines[at - 1]
  const after = lines[at + 1]
  let text = line.text
  if (before && before.block === line.block && !line.cells) text = `${before.text.slice(-160)} ${text}`
  if (after && after.block === line.block && !line.cells) text = `${text} ${after.text.slice(0, 60)}`
  if (text.length > 20_000) text = text.slice(0, 20_000)
  const sentences = text.split(/(?<=[a-z)\d]\.)\s+(?=[A-Z])|[\t]/)
  return sentences.filter((s) => /\d|noon|midnight/.test(s)).map((s) => s.slice(0, 600))
}

function timeAfter(sentence: string, verb: RegExp): Clock | null {
  const match = verb.exec(sentence)
  if (!match) return null
  const times = parseTimes(sentence).filter((t) => t.form !== 'duration')
  const after = times.find((t) => t.index >= match.index) ?? times.at(-1)
  if (!after) return null
  if (after.form === 'range') return verb === CLOSING ? after.end : after.start
  return after.form === 'clock' ? after.clock : null
}

function settle(opened: Found | null, closed: Found | null, planned: TimeWindow | null): TimeWindow | null {
  if (!opened && !closed) return null
  const plannedStart = planned?.start ? toMinutes(planned.start) : null
  const start = opened ? near(opened.minutes, plannedStart) : null
  const end = closed ? laterThan(closed.minutes, start ?? plannedStart) : null
  const line = opened?.line ?? closed?.line
  // A session that "opened" after the meeting closed was another one's.
  if (start !== null && end !== null && start >= end)
    return {
      start: null,
      end: formatClock(end),
      evidence: closed ? evidenceAt(closed.line, closed.line.text, 'recorded-window') : null,
    }
  return {
    start: start === null ? null : formatClock(start),
    end: end === null ? null : formatClock(end),
    evidence: line
      ? evidenceAt(
          line,
          opened && closed && opened.line !== closed.line
            ? `${opened.line.text.slice(0, 110)} … ${closed.line.text.slice(0, 110)}`
            : line.text,
          'recorded-window',
        )
      : null,
  }
}

function near(clock: Clock, planned: number | null): number {
  if (clock.half !== 'unknown') return clock.minutes
  if (planned === null) return clock.minutes < 7 * 60 ? half(clock, 'pm').minutes : clock.minutes
  const morning = half(clock, 'am').minutes
  const evening = half(clock, 'pm').minutes
  return Math.abs(morning - planned) <= Math.abs(evening - planned) ? morning : evening
}

function laterThan(clock: Clock, start: number | null): number {
  if (clock.half !== 'unknown') return clock.minutes
  const morning = half(clock, 'am').minutes
  const evening = half(clock, 'pm').minutes
  if (start === null) return morning < 8 * 60 ? evening : morning
  return morning > start ? morning : evening
}

function toMinutes(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))
}

const HEAD_LINES = 45

/** The time the head announces: "Time: 3:30pm – 4:30pm", or a time beside the date. */
function plannedWindow(lines: readonly Line[], firstItem: number): TimeWindow | null {
  const limit = Math.min(lines.length, firstItem >= 0 ? Math.max(firstItem, 1) : HEAD_LINES, 90)
  let best: { start: Clock; end: Clock | null; line: Line; score: number } | null = null
  let labelledEnd: Clock | null = null
  for (let at = 0; at < limit; at += 1) {
    const line = lines[at]
    if (!line || !/\d|noon/.test(line.text)) continue
    const text = line.text.slice(0, 500)
    if (/^(?:end|finish|close)(?:\s?time)?\s*:/i.test(text)) {
      const end = parseTimes(text).find((t) => t.form === 'clock')
      if (end?.form === 'clock') labelledEnd = end.clock
      continue
    }
    const ending =
      /\b(?:expected|scheduled|due|planned|aims?|intended) to (?:end|finish|close|conclude|adjourn) (?:at|by) (?:about |around |approximately )?/i.exec(
        text,
      )
    if (ending) {
      const after = ending.index + ending[0].length
      const end = parseTimes(text).find((t) => t.form === 'clock' && t.index >= after - 1)
      if (end?.form === 'clock') labelledEnd = end.clock
      continue
    }
    if (CLOSING.test(text) && !/\btime\b/i.test(text)) continue
    const times = parseTimes(text)
    for (const time of times) {
      if (time.form === 'duration') continue
      const around = text.slice(Math.max(0, time.index - 60), time.index + time.length + 30)
      if (
        /next meeting|joined|arrived|left|broadcast|deadline|hours|\bby\s*$|until\s*$|before\s*$/i.test(
          around,
        )
      )
        continue
      let score = 4 - at * 0.05
      if (time.form === 'range') score += 2.5
      if (
        /(?:time|start|when|held|commencing|starting|begin\w*|convene[sd]?|at|from|@)\s*[:|-]?\s*$/i.test(
          text.slice(0, time.index),
        )
      )
        score += 2
      if (/\btime\b/i.test(text)) score += 1.5
      if (parseDates(text).length > 0) score += 1
      if (text.split(' ').length > 45) score -= 2
      if (time.form === 'clock' && time.weak && text.length > 40) score -= 2
      if (line.cells) score -= 0.5
      if (best === null || score > best.score + 0.001) {
        best =
          time.form === 'range'
            ? { start: time.start, end: time.end, line, score }
            : { start: time.clock, end: null, line, score }
      }
    }
  }
  if (!best || best.score < 2.5) return null
  const start =
    best.start.half === 'unknown' && best.start.minutes < 7 * 60
      ? half(best.start, 'pm').minutes
      : best.start.minutes
  const endClock = best.end ?? labelledEnd
  const end = endClock === null ? null : laterThan(endClock, start)
  return {
    start: formatClock(start),
    end: end === null ? null : formatClock(end),
    evidence: evidenceAt(best.line, best.line.text, 'planned-window'),
  }
}
