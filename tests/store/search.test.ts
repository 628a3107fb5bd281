import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildMatchQuery } from '../../electron/store/search-repository.ts'
import { searchHitSchema } from '../../shared/model/library.ts'
import { keep, withStore } from './library-fixture.ts'
import type { FixtureDocument } from './library-fixture.ts'

const MINUTES: FixtureDocument = {
  items: [
    {
      title: 'Service',
      passages: [
        ['Riders waited nine minutes; the riders’ panel called it too long.', 'customer'],
        ['Café takings rose by 4% near the station.', 'numbers'],
        ['"NEAR" and AND are words too, said C++ -- *the* engineer.', 'other'],
      ],
    },
  ],
}

const search = (text: string, more: object = {}) =>
  withStore(async (store, root) => {
    await keep(store, root, 'minutes.pdf', MINUTES)
    return store.search({ text, limit: 50, ...more })
  })

describe('search', () => {
  test('finds words, beginnings of the last word, phrases, and says where they stand', async () => {
    const { hits, total } = await search('WAITED rid')
    expect(total).toBe(1)
    const [hit] = hits
    searchHitSchema.parse(hit)
    expect(hit?.marks.map((mark) => hit.text.slice(mark.start, mark.end))).toEqual([
      'Riders',
      'waited',
      'riders',
    ])
    expect((await search('cafe takings')).hits[0]?.text).toContain('Café takings')
    expect((await search('"nine minutes"')).total).toBe(1)
    expect((await search('"minutes nine"')).total).toBe(0)
    expect((await search('wait ')).total).toBe(1)
    expect((await search('wait.')).total).toBe(0)
  })

  test('gives each hit its own words', () =>
    withStore(async (store, root) => {
      const texts = ['Riders waited nine minutes.', 'Riders paid more.', 'No riders spoke.', 'Riders left.']
      await keep(store, root, 'minutes.pdf', {
        items: [{ title: 'Service', passages: texts.map((text) => [text, 'customer']) }],
      })
      const { hits } = store.search({ text: 'riders', limit: 50 })
      expect(hits.map((hit) => hit.text).toSorted()).toEqual(texts.toSorted())
    }))

  test('keeps to board, dates and focus', async () => {
    expect((await search('riders', { focus: 'numbers' })).total).toBe(0)
    expect((await search('riders', { focus: 'customer' })).total).toBe(1)
    expect((await search('riders', { from: '2025-01-15' })).total).toBe(0)
    expect((await search('riders', { from: '2025-01-14', to: '2025-01-14' })).total).toBe(1)
    expect((await search('riders', { boardId: '0123456789abcdef' })).total).toBe(0)
  })

  test('takes nothing the user writes for an operator', async () => {
    for (const text of [
      'near',
      'NEAR(riders, 2)',
      'AND',
      '"',
      '""',
      '"near',
      '* OR',
      'text:riders',
      '{text}:x',
    ])
      await search(text)
    expect((await search('engineer -- *the*')).total).toBe(1)
    expect((await search('riders NOT waited')).total).toBe(0)
    expect((await search('NEAR')).total).toBe(2)
    for (const text of ['🚲', '-', '*', "'; DROP TABLE passages; --", '\u0000', '^', '()'])
      expect(await search(text)).toEqual({ hits: [], total: 0, more: false })
  })

  test('no text makes a query that SQLite refuses', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'minutes.pdf', MINUTES)
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
          const { hits, total } = store.search({ text, limit: 10 })
          expect(hits.length).toBe(total)
        }),
        { numRuns: 400 },
      )
    }))

  test('a document cannot forge marks', () =>
    withStore(async (store, root) => {
      const text = 'A \u0001000000000000< forged \u0001000000000000> mark and <b>forged</b> riders'
      await keep(store, root, 'a.pdf', { items: [{ title: 'X', passages: [[text, 'other']] }] })
      const [hit] = store.search({ text: 'riders', limit: 5 }).hits
      expect(hit?.text).toBe(text)
      expect(hit?.marks).toEqual([{ start: text.length - 6, end: text.length }])
    }))

  test('does not show a version that was replaced', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'draft.pdf', MINUTES)
      await keep(store, root, 'final.pdf', {
        items: [{ title: 'Service', passages: [['Nothing.', 'other']] }],
      })
      expect(store.search({ text: 'riders', limit: 5 }).total).toBe(0)
    }))

  test('shows the titles, boards and dates that people corrected, and titles as read once that is undone', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'minutes.pdf', {
        items: [
          { title: 'Welcome', passages: [['Riders were welcomed.', 'procedural']] },
          { title: 'Sevrice', passages: [['Riders waited.', 'customer']] },
        ],
      })
      const meetingId = store.meetings()[0]?.id ?? ''
      const shown = (text: string) => {
        const [hit] = store.search({ text, limit: 5 }).hits
        return [hit?.board, hit?.date, hit?.item]
      }
      const refOf = (title: string) =>
        store.meeting(meetingId).items.find((item) => item.title === title)?.id ?? ''
      expect(shown('waited')).toEqual(['Harbour Board', '2025-01-14', 'Sevrice'])
      store.corrections.correct(
        { meetingId },
        { on: 'item', ref: refOf('Sevrice'), set: { title: 'Service' }, titleClassification: null },
      )
      store.corrections.remove({ meetingId }, { on: 'item', ref: refOf('Welcome') })
      expect(shown('waited')).toEqual(['Harbour Board', '2025-01-14', 'Service'])
      expect(shown('welcomed')).toEqual(['Harbour Board', '2025-01-14', null])
      store.updateMeeting(meetingId, { board: 'Quay Board', date: '2025-02-11' })
      expect(shown('waited')).toEqual(['Quay Board', '2025-02-11', 'Service'])
      expect(store.search({ text: 'waited', limit: 5, to: '2025-01-31' }).total).toBe(0)
      store.undo()
      store.undo()
      expect(shown('waited')).toEqual(['Quay Board', '2025-02-11', 'Sevrice'])
      expect(shown('welcomed')).toEqual(['Quay Board', '2025-02-11', 'Welcome'])
    }))

  test('a query has no more words than it can carry', () => {
    expect(buildMatchQuery('x '.repeat(5000))?.split(' AND ')).toHaveLength(24)
  })
})
