import type { ItemPurpose } from '../../../shared/model/analysis.ts'
import type { PlanContent, PlanItem } from '../../../shared/model/planner.ts'
import { clockTimes } from '../../../shared/analysis/planner/agenda-clock.ts'
import type { WrittenBlock, WrittenDocument } from '../writing/written-document.ts'
import type { CalendarEvent } from './write-calendar.ts'

const PURPOSE_WORDS: Record<ItemPurpose, string> = {
  decision: 'Decision',
  discussion: 'Discussion',
  information: 'Information',
  noting: 'Noting',
}

const LONG_DATE = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** "Wednesday 9 December 2026". */
export function dateWithWeekday(date: string): string {
  const value = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(value.getTime()) ? date : LONG_DATE.format(value).replace(',', '')
}

/** Breaks carry no number; all else is numbered through. */
export function agendaNumbers(items: readonly PlanItem[]): string[] {
  let number = 0
  return items.map(({ role }) => (role === 'break' ? '' : String((number += 1))))
}

function whenAndWhere({ settings }: PlanContent, end: string | null): string[] {
  const date = settings.date === null ? null : dateWithWeekday(settings.date)
  const time = settings.start === null || end === null ? null : `${settings.start} to ${end}`
  return [
    ...(date === null && time === null
      ? []
      : [`Meeting${date === null ? '' : ` on ${date}`}${time === null ? '' : `, ${time}`}`]),
    ...(settings.place.trim() === '' ? [] : [`Place: ${settings.place}`]),
  ]
}

function linesBelow({ group, parts }: PlanItem): string[] {
  return [...(group === null ? [] : [`Part of: ${group}`]), ...parts.map((part) => `– ${part}`)]
}

/** A proper agenda: heading, when and where, and the table of items with clock times where a start is known. */
export function agendaDocument(board: string, content: PlanContent): WrittenDocument {
  const { items, settings } = content
  const { starts, end } = clockTimes(settings.start, items)
  const numbers = agendaNumbers(items)
  const timed = settings.start !== null
  const blocks: WrittenBlock[] = [
    { kind: 'heading', level: 1, text: board },
    { kind: 'paragraph', text: 'Agenda', look: 'strong' },
    ...whenAndWhere(content, end).map((text): WrittenBlock => ({ kind: 'paragraph', text })),
    {
      kind: 'table',
      columns: [
        { head: 'No.', width: 7 },
        ...(timed ? [{ head: 'Time', width: 10 }] : []),
        { head: 'Item', width: timed ? 42 : 52 },
        { head: 'Lead', width: 18 },
        { head: 'Purpose', width: 13 },
        { head: 'Minutes', width: 10, align: 'right' },
      ],
      rows: items.map((item, index) => [
        { text: numbers[index] ?? '' },
        ...(timed ? [{ text: starts[index] ?? '' }] : []),
        { text: item.title, below: linesBelow(item) },
        { text: item.lead ?? '' },
        { text: item.purpose === null ? '' : PURPOSE_WORDS[item.purpose] },
        { text: String(item.minutes) },
      ]),
    },
  ]
  return { title: `${board}: agenda`, blocks }
}

/** The meeting as a calendar event with its agenda; null where date or start are not set. */
export function agendaEvent(board: string, { items, settings }: PlanContent): CalendarEvent | null {
  if (settings.date === null || settings.start === null) return null
  const { starts } = clockTimes(settings.start, items)
  const numbers = agendaNumbers(items)
  return {
    summary: `${board}: meeting`,
    location: settings.place,
    date: settings.date,
    start: settings.start,
    minutes: items.reduce((sum, item) => sum + item.minutes, 0),
    description: [
      'Agenda',
      ...items.map((item, index) => {
        const number = numbers[index] === '' ? '' : `${numbers[index]}. `
        const lead = item.lead === null ? '' : `, ${item.lead}`
        return `${starts[index] ?? ''} ${number}${item.title} (${item.minutes} min${lead})`.trim()
      }),
    ],
  }
}
