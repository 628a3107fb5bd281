import { createHash } from 'node:crypto'

export interface CalendarEvent {
  readonly summary: string
  readonly location: string
  /** Lines, shown under each other. */
  readonly description: readonly string[]
  /** YYYY-MM-DD and HH:MM, local to wherever the board meets. */
  readonly date: string
  readonly start: string
  readonly minutes: number
}

const LONGEST_LINE = 75

// eslint-disable-next-line no-control-regex -- RFC 5545 allows none in a text.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/g

/** RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(CONTROL, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
}

/** RFC 5545, 3.1: no line over 75 octets, and never inside a character. */
function folded(line: string): string {
  let out = ''
  let octets = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > LONGEST_LINE) {
      out += '\r\n '
      octets = 1
    }
    out += sign
    octets += size
  }
  return out
}

const stamp = (date: Date): string => date.toISOString().replace(/[-:]|\.\d{3}/g, '')
/** Local time without a zone: it is as long after nine in the morning wherever the calendar is opened. */
const floating = (date: Date): string => stamp(date).slice(0, -1)

/** One event as an iCalendar file (RFC 5545) in floating local time. */
export function writeCalendar(event: CalendarEvent, now: Date): Uint8Array {
  const start = new Date(`${event.date}T${event.start}:00Z`)
  const end = new Date(start.getTime() + event.minutes * 60_000)
  const id = createHash('sha256')
    .update(`${event.summary}\n${event.date}\n${event.start}`)
    .digest('hex')
    .slice(0, 32)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Empty Chair//Agenda planner//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@empty-chair.invalid`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${floating(start)}`,
    `DTEND:${floating(end)}`,
    `SUMMARY:${escapeText(event.summary.replace(/\s+/gu, ' '))}`,
    ...(event.location.trim() === '' ? [] : [`LOCATION:${escapeText(event.location.replace(/\s+/gu, ' '))}`]),
    `DESCRIPTION:${escapeText(event.description.map((line) => line.replace(/\s+/gu, ' ')).join('\n'))}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return new TextEncoder().encode(`${lines.map(folded).join('\r\n')}\r\n`)
}
