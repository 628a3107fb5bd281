import { describe, expect, test } from 'vitest'
import { meetings } from '../../../resources/sample-board/content/meetings.ts'
import { writtenFocus } from '../../../resources/sample-board/content/item-foci.ts'
import type { ActionNote, Meeting } from '../../../resources/sample-board/meeting-content.ts'
import * as people from '../../../resources/sample-board/people.ts'
import { initials, minutesBetween } from '../../../resources/sample-board/words.ts'

const known = new Set(
  Object.values(people).flatMap((value) =>
    typeof value === 'object' && 'name' in value ? [initials(value.name)] : [],
  ),
)
const actionsOf = (meeting: Meeting): ActionNote[] =>
  meeting.minutes.items
    .flatMap((item) => item.text)
    .filter((part): part is ActionNote => typeof part !== 'string')

/** The part of the topics' planned minutes that was written to be about customers. */
function share(meeting: Meeting): number {
  const topics = meeting.agenda.items.filter((item) => item.role === 'topic' && item.deferredTo === null)
  const minutes = (list: typeof topics): number => list.reduce((sum, item) => sum + (item.minutes ?? 0), 0)
  return minutes(topics.filter((item) => writtenFocus(meeting, item) === 'customer')) / minutes(topics)
}

/** The mean share of the meetings from one date to another. */
function mean(from: string, to: string): number {
  const shares = meetings.filter((meeting) => meeting.date >= from && meeting.date <= to).map(share)
  return shares.reduce((sum, value) => sum + value, 0) / shares.length
}

test('fourteen meetings stand in order and each names the next', () => {
  expect(meetings).toHaveLength(14)
  expect(meetings.slice(0, -1).map((meeting) => meeting.minutes.next)).toEqual(
    meetings.slice(1).map((meeting) => meeting.date),
  )
  for (const meeting of meetings) {
    expect(meeting.minutes.next > meeting.date).toBe(true)
    expect([1, 2, 3, 4, 5]).toContain(new Date(`${meeting.date}T00:00:00Z`).getUTCDay())
  }
})

test('agendas come in many formats and ways of writing time, and four meetings have a pack', () => {
  expect(new Set(meetings.map((meeting) => meeting.agenda.format))).toEqual(
    new Set(['docx', 'pdf', 'odt', 'md', 'txt']),
  )
  expect(new Set(meetings.map((meeting) => meeting.agenda.timing)).size).toBeGreaterThanOrEqual(12)
  expect(meetings.filter((meeting) => meeting.pack !== null)).toHaveLength(4)
})

describe.each(meetings.map((meeting) => ({ date: meeting.date, meeting })))('$date', ({ meeting }) => {
  const { agenda, minutes } = meeting

  test('the minutes of its items fill its window, or fall short where some are untimed', () => {
    const sum = agenda.items.reduce((total, item) => total + (item.minutes ?? 0), 0)
    const window = minutesBetween(meeting.start, meeting.end)
    const timed = agenda.items.every((item) => item.minutes !== null)
    expect({ timed, full: sum === window, over: sum > window }).toEqual({ timed, full: timed, over: false })
  })

  test('its minutes take up every item of its agenda, in order', () => {
    expect(minutes.items.map((item) => item.number)).toEqual(
      agenda.items.filter((item) => item.role !== 'break').map((item) => item.number),
    )
  })

  test('its clock runs forward from opening to close', () => {
    const clocks = [minutes.opened, ...minutes.items.flatMap((item) => item.clock ?? []), minutes.closed]
    expect(clocks).toEqual(clocks.toSorted())
    expect(minutesBetween(minutes.opened, minutes.closed)).toBeGreaterThan(60)
  })

  test('its minutes are as long as real ones', () => {
    const words = minutes.items
      .flatMap((item) => item.text)
      .map((part) => (typeof part === 'string' ? part : part.action))
      .join(' ')
      .split(' ').length
    expect(words).toBeGreaterThanOrEqual(600)
    expect(words).toBeLessThanOrEqual(1100)
  })

  test('its actions belong to people of the company and fall due after it', () => {
    for (const note of [...actionsOf(meeting), ...minutes.log]) expect(known).toContain(note.owner)
    const due = actionsOf(meeting).flatMap((note) => note.due ?? [])
    expect(due.filter((date) => date <= meeting.date)).toEqual([])
  })

  test('its papers serve items of its agenda', () => {
    const items = new Map(agenda.items.map((item) => [item.number, item.title]))
    const papers = meeting.pack ?? []
    expect(papers.map((paper) => items.get(paper.number))).toEqual(papers.map((paper) => paper.title))
  })

  test('who sends apologies is not present', () => {
    const present = minutes.present.map((who) => who.name)
    for (const absent of minutes.apologies) expect(present).not.toContain(absent)
  })
})

test('what an agenda defers comes back at the meeting it names', () => {
  const deferred = meetings.flatMap((meeting) =>
    meeting.agenda.items.filter((item) => item.deferredTo !== null),
  )
  expect(deferred).toHaveLength(1)
  for (const item of deferred) {
    const later = meetings.find((meeting) => meeting.date === item.deferredTo)
    expect(later?.agenda.items.map((candidate) => candidate.title)).toContain(item.title)
  }
})

test('one action is carried, dropped from the log, and found again', () => {
  const mentions = meetings
    .filter((meeting) =>
      [...actionsOf(meeting), ...meeting.minutes.log].some((note) =>
        note.action.includes('programme of customer visits'),
      ),
    )
    .map((meeting) => meeting.date)
  expect(mentions).toEqual(['2025-07-16', '2025-09-17', '2025-10-22', '2026-04-15', '2026-05-20'])
})

test('customers are squeezed out of the planned time and come back', () => {
  expect(mean('2025-05', '2025-08')).toBeGreaterThan(0.3)
  expect(mean('2025-11', '2026-03-31')).toBeLessThan(0.08)
  expect(mean('2026-09', '2026-12')).toBeGreaterThan(0.45)
  expect(mean('2026-06-01', '2026-06-30')).toBeLessThan(mean('2026-05-01', '2026-05-31') - 0.15)
})
