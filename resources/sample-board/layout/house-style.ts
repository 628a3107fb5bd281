import type { Meeting } from '../meeting-content.ts'
import type { Theme } from '../sheet.ts'

export const COMPANY = 'Merrowgate Networks plc'
export const BODY = 'Board of Directors'

/** Each secretary lays papers out in her own way; the second brought a new look in January 2026. */
export function themeOf(meeting: Meeting): Theme {
  return meeting.date < '2026'
    ? { family: 'serif', colour: '1F3A4D', size: 11 }
    : { family: 'sans', colour: '0B5D5E', size: 10 }
}

export function classificationOf(meeting: Meeting): string {
  return meeting.date < '2026' ? 'Board in confidence' : 'Classification: CONFIDENTIAL – Board'
}
