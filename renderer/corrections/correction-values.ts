import type {
  ActionField,
  ActionValues,
  ItemAsRead,
  ItemField,
  ItemValues,
  WindowField,
} from '../../shared/model/corrections.ts'
import { wholeNumber } from '../format/numbers.ts'

/** What came of words typed into a field. */
export type Parsed<T> = { readonly set: T } | { readonly wrong: string }

export const ITEM_FIELD_WORDS: Record<ItemField, string> = {
  number: 'Number',
  title: 'Title',
  lead: 'Lead',
  purpose: 'Purpose',
  role: 'Kind of item',
  deferred: 'Deferred',
  plannedStart: 'Planned start',
  plannedMinutes: 'Planned minutes',
  recordedStart: 'Recorded start',
  recordedMinutes: 'Recorded minutes',
}

export const ACTION_FIELD_WORDS: Record<ActionField, string> = {
  text: 'Action',
  owner: 'Owner',
  due: 'Due',
  status: 'Status',
}

export const WINDOW_FIELD_WORDS: Record<WindowField, string> = {
  plannedStart: 'Planned start',
  plannedEnd: 'Planned end',
  recordedStart: 'Recorded start',
  recordedEnd: 'Recorded end',
}

export const ROLE_WORDS: Record<ItemValues['role'], string> = {
  topic: 'Topic',
  procedural: 'Procedural',
  break: 'Break',
}

export const STATUS_WORDS: Record<ActionValues['status'], string> = {
  open: 'Open',
  done: 'Done',
  unknown: 'Not stated',
}

/** "10:40, 20 min"; "" where neither is known. */
export function timeText(start: string | null, minutes: number | null, most: number | null = null): string {
  const length =
    minutes === null
      ? null
      : most !== null && most !== minutes
        ? `${wholeNumber(minutes)}–${wholeNumber(most)} min`
        : `${wholeNumber(minutes)} min`
  return [start, length].filter((part) => part !== null).join(', ')
}

/** "9.05" and "09:05" as "09:05"; null when it is no time of day. */
export function clockOf(text: string): string | null {
  const match = /^(\d{1,2})[:.h](\d{2})$/.exec(text)
  const [hours, minutes] = [Number(match?.[1] ?? 99), Number(match?.[2] ?? 99)]
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

const UNKNOWN = new Set(['', '-', '–', '?', 'unknown', 'none'])
const UNITS = new Set(['min', 'mins', 'minute', 'minutes', 'm'])

/** Reads "10:40, 20 min", "20", "10.40" or nothing at all (unknown). */
export function parseTime(text: string): Parsed<{ start: string | null; minutes: number | null }> {
  const whole = text.trim().toLowerCase()
  if (UNKNOWN.has(whole)) return { set: { start: null, minutes: null } }
  let start: string | null = null
  let minutes: number | null = null
  for (const word of whole.split(/[\s,;]+/)) {
    if (word === '' || UNITS.has(word)) continue
    const clock = clockOf(word)
    const count = /^(\d{1,4})(?:mins?|m)?$/.exec(word)
    if (clock !== null && start === null) start = clock
    else if (count !== null && minutes === null && Number(count[1]) > 0 && Number(count[1]) <= 1440)
      minutes = Number(count[1])
    else return { wrong: 'Write a start and minutes, such as 10:40, 20, or leave it empty.' }
  }
  return { set: { start, minutes } }
}

export function parseWords(text: string, most: number): Parsed<string | null> {
  const said = text.replaceAll(/\s+/g, ' ').trim()
  if (said.length > most) return { wrong: `No more than ${most} characters fit here.` }
  return { set: said === '' ? null : said }
}

/** One value in words, for "As read: …". */
export function itemValueText(field: ItemField, values: ItemAsRead): string {
  const value = values[field]
  if (field === 'role') return ROLE_WORDS[values.role]
  if (value === null || value === '') return 'not stated'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? `${wholeNumber(value)} min` : value
}
