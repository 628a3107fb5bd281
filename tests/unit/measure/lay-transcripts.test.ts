import { expect, test } from 'vitest'
import { layTranscripts } from '../../../shared/analysis/measure/lay-transcripts.ts'
import type { MeasuredDocument, MeasuredItem } from '../../../shared/analysis/measure/measured-document.ts'
import { settledOn } from '../../../shared/analysis/measure/measured-document.ts'

const item = (number: string, title: string, role: MeasuredItem['role'] = 'topic'): MeasuredItem => ({
  number,
  title,
  level: 1,
  parent: null,
  lead: null,
  purpose: null,
  role,
  deferred: false,
  planned: null,
  recorded: null,
  pages: null,
  titleClassification: { probabilities: settledOn('other') },
})

const agenda: MeasuredDocument = {
  kind: 'agenda',
  pages: null,
  window: { planned: null, recorded: null },
  items: [
    item('1', 'Welcome', 'procedural'),
    item('2', 'Ferry punctuality survey'),
    item('3', 'Budget forecast'),
    item('4', 'Harbour lease'),
    item('5', 'Close', 'procedural'),
  ],
  passages: [],
}

/** Each entry is said at its second and lasts until its end. */
function transcript(entries: readonly (readonly [number, number, string])[]): MeasuredDocument {
  return {
    kind: 'transcript',
    pages: null,
    window: { planned: null, recorded: null },
    items: [],
    passages: entries.map(([, , text]) => ({
      text,
      page: 1,
      item: null,
      probabilities: settledOn('other'),
    })),
    talk: entries.map(([from, to], passage) => ({ passage, from, to })),
  }
}

const laid = (entries: readonly (readonly [number, number, string])[]) => {
  const [, own] = layTranscripts([agenda, transcript(entries)])
  return {
    items: own?.items.map((one) => [one.title, one.recorded?.minutes ?? null]),
    under: own?.passages.map((passage) => (passage.item === null ? null : own.items[passage.item]?.title)),
    document: own,
  }
}

test('talk from one announced item to the next belongs to the first', () => {
  const { items, under } = laid([
    [0, 60, 'Good evening, everybody.'],
    [60, 120, 'Let us move on to item 2, the ferry punctuality survey.'],
    [120, 660, 'People told us that the early boat is late.'],
    [660, 700, 'Next is the budget forecast.'],
    [700, 1_260, 'We expect to end the year level.'],
    [1_260, 1_300, 'Item four, please.'],
    [1_300, 1_500, 'The lease runs for nine years.'],
  ])
  expect(items).toEqual([
    ['Ferry punctuality survey', 10],
    ['Budget forecast', 10],
    ['Harbour lease', null],
  ])
  expect(under).toEqual([
    null,
    'Ferry punctuality survey',
    'Ferry punctuality survey',
    'Budget forecast',
    'Budget forecast',
    null,
    null,
  ])
})

test('an item that was not heard of leaves the one before it unknown too', () => {
  const { items, under } = laid([
    [0, 60, 'We turn to item 2, the ferry punctuality survey.'],
    [60, 900, 'The early boat is late.'],
    [900, 960, 'Item 4 is the harbour lease.'],
    [960, 1_500, 'Nine years.'],
  ])
  expect(items).toEqual([
    ['Ferry punctuality survey', null],
    ['Harbour lease', null],
  ])
  expect(under).toEqual([null, null, null, null])
})

test('silence and breaks belong to no item', () => {
  const { items, under } = laid([
    [0, 60, 'We turn to item 2, the ferry punctuality survey.'],
    [60, 300, 'Let us take a short break.'],
    [310, 800, 'Mind the coffee.'],
    [1_500, 1_560, 'Welcome back everyone.'],
    [1_860, 1_920, 'The boats again.'],
    [1_920, 1_980, 'On to item 3, the budget forecast.'],
    [1_980, 2_040, 'Level.'],
  ])
  expect(items?.[0]).toEqual(['Ferry punctuality survey', 7])
  expect(under?.[2]).toBeNull()
  expect(under?.[3]).toBe('Ferry punctuality survey')
})

test.each([
  'We should have looked at items 2 and 3 together.',
  'I liked the ferry punctuality survey.',
  'We will go back to item 2, the ferry punctuality survey.',
  'Item 3 was withdrawn at the request of its sponsor.',
  'It is agenda-setting work, 2 of 3 boats.',
])('what only mentions an item announces none: %s', (text) => {
  const { document } = laid([
    [0, 60, text],
    [60, 120, text],
    [120, 180, 'Thank you.'],
  ])
  expect(document?.items).toEqual([])
})

test('without time stamps the talk is laid out, and minutes stay unknown', () => {
  const [, own] = layTranscripts([
    agenda,
    {
      ...transcript([
        [0, 1, 'Next item 2, the ferry punctuality survey.'],
        [1, 2, 'Late.'],
        [2, 3, 'Next item 3, the budget forecast.'],
      ]),
      talk: [],
    },
  ])
  expect(own?.items.map((one) => one.recorded)).toEqual([null, null])
  expect(own?.passages.map((passage) => passage.item)).toEqual([0, 0, null])
})

test('a meeting without an agenda leaves its transcript as it is', () => {
  const alone = transcript([[0, 60, 'Next item 2, the ferry punctuality survey.']])
  expect(layTranscripts([alone])).toEqual([alone])
})
