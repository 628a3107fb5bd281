import { describe, expect, test } from 'vitest'
import type { LibraryStore } from '../../electron/store/library-store.ts'
import type { TitleRole } from '../../shared/model/board-settings.ts'
import { filesHolding, keep, review, withStore } from './library-fixture.ts'
import type { FixtureDocument } from './library-fixture.ts'

const TITLE = 'Harbour master’s round-up'

const minutes = (date: string, title: string): FixtureDocument => ({
  kind: 'minutes',
  date,
  items: [
    { title, minutes: 30, passages: [['The master went through the month.', 'other']] },
    { title: 'Berth holders', minutes: 30, passages: [['Berth holders asked for lights.', 'customer']] },
  ],
})

async function twoMeetings(store: LibraryStore, root: string) {
  const first = await keep(store, root, 'a.pdf', minutes('2025-01-14', `${TITLE} for January 2025`))
  const second = await keep(store, root, 'b.pdf', minutes('2025-02-14', `${TITLE} for February 2025`))
  const [board] = store.boards()
  if (board === undefined) throw new Error('no board')
  return { first, second, boardId: board.id }
}

const rule: TitleRole[] = [{ title: `${TITLE.toUpperCase()} for March`, role: 'procedural' }]
const shareOf = (store: LibraryStore, meetingId: string): number =>
  store.meeting(meetingId).measures.recorded?.shares.customer.mid ?? -1
const verified = async (store: LibraryStore) => expect((await store.verify()).problems).toEqual([])

describe('what a board counts as procedure', () => {
  test('its titles are listed once each, whatever their month and figures', () =>
    withStore(async (store, root) => {
      const { boardId } = await twoMeetings(store, root)
      const titles = store.boardSettings.titles(boardId)
      expect(titles).toHaveLength(2)
      expect(titles.find(({ title }) => title.startsWith(TITLE))).toMatchObject({
        items: 2,
        meetings: 2,
        role: 'topic',
        usual: 'topic',
      })
    }))

  test('what would change is what is stored then; undo and redo put it back exactly', () =>
    withStore(async (store, root) => {
      const { first, second, boardId } = await twoMeetings(store, root)
      const before = [first, second].map(({ meetingId }) => store.meeting(meetingId))
      const settings = store.boardSettings
      const { meetingIds, items } = settings.titlesAtStake(boardId, rule)
      expect(items).toBe(2)
      expect(meetingIds.toSorted()).toEqual([first.meetingId, second.meetingId].toSorted())
      const measures = new Map(
        meetingIds.flatMap((id) => {
          const now = settings.measuresWith(boardId, id, rule)
          return now === null ? [] : [[id, now] as const]
        }),
      )
      const share = settings.sharesWith(boardId, measures).find(({ lens }) => lens === 'recorded')
      expect([first, second].map(({ meetingId }) => store.meeting(meetingId))).toEqual(before)

      const { change } = settings.setTitles(boardId, rule)
      expect(change).toMatchObject({ label: 'Change what counts as procedure', canUndo: true })
      for (const [id, now] of measures) expect(store.meeting(id).measures).toEqual(now)
      expect(share?.after).toBeGreaterThan(share?.before ?? 1)
      expect(store.meeting(first.meetingId).items[0]).toMatchObject({
        role: 'procedural',
        focus: 'procedural',
      })
      expect(settings.titles(boardId).find(({ title }) => title.startsWith(TITLE))).toMatchObject({
        role: 'procedural',
        usual: 'topic',
      })
      await verified(store)
      const changed = store.meeting(first.meetingId)

      expect(store.undo()?.meetingIds).toHaveLength(2)
      expect([first, second].map(({ meetingId }) => store.meeting(meetingId))).toEqual(before)
      store.redo()
      expect(store.meeting(first.meetingId)).toEqual(changed)
      await verified(store)
    }))

  test('it holds for papers kept later, and in that board only', () =>
    withStore(async (store, root) => {
      const { boardId } = await twoMeetings(store, root)
      store.boardSettings.setTitles(boardId, rule)
      const later = await keep(store, root, 'c.pdf', minutes('2025-03-14', TITLE))
      const months = { ...minutes('2025-03-14', `${TITLE} for April`), board: 'Pier Committee' }
      const other = await keep(store, root, 'd.pdf', months)
      const own = await keep(store, root, 'e.pdf', minutes('2025-04-14', `${TITLE} for April`))
      expect(store.meeting(own.meetingId).items[0]?.role).toBe('procedural')
      expect(store.meeting(later.meetingId).items[0]?.role).toBe('topic')
      expect(store.meeting(other.meetingId).items[0]?.role).toBe('topic')
      // A meeting that turns out to be another board's counts by that board's list.
      store.updateMeeting(other.meetingId, { board: 'Harbour Board', date: '2025-05-14' })
      expect(store.meeting(other.meetingId).items[0]?.role).toBe('procedural')
      await verified(store)
    }))

  test('a file under review shows what keeping it stores', () =>
    withStore(async (store, root) => {
      const { boardId } = await twoMeetings(store, root)
      store.boardSettings.setTitles(boardId, rule)
      const jobId = await review(store, root, 'g.pdf', minutes('2025-07-14', `${TITLE} for July`))
      const shown = store.corrections.preview(jobId)?.analysis
      expect(shown?.items[0]).toMatchObject({ role: 'procedural', focus: 'procedural' })
      const kept = store.keepJob(jobId)
      if (kept.outcome !== 'kept') throw new Error('not kept')
      expect(store.meeting(kept.meetingId).measures).toEqual(shown?.measures)
    }))

  test('a person’s word on one item stands above the list', () =>
    withStore(async (store, root) => {
      const { first, boardId } = await twoMeetings(store, root)
      const share = shareOf(store, first.meetingId)
      store.boardSettings.setTitles(boardId, rule)
      expect(shareOf(store, first.meetingId)).not.toBe(share)
      const [item] = store.meeting(first.meetingId).items
      store.corrections.correct(
        { meetingId: first.meetingId },
        { on: 'item', ref: item?.id ?? '', set: { role: 'topic' }, titleClassification: null },
      )
      expect(store.meeting(first.meetingId).items[0]).toMatchObject({ role: 'topic' })
      expect(shareOf(store, first.meetingId)).toBe(share)
      await verified(store)
    }))

  test('titles that are gone for good are kept nowhere', () =>
    withStore(async (store, root) => {
      const { first, second, boardId } = await twoMeetings(store, root)
      store.boardSettings.setTitles(boardId, rule)
      await store.removeMeeting(first.meetingId)
      expect(store.boardSettings.titles(boardId)[0]?.usual).toBe('topic')
      expect(filesHolding(store.folder, 'HARBOUR MASTER')).not.toEqual([])
      await keep(store, root, 'f.pdf', {
        date: '2025-06-14',
        items: [{ title: 'Lights', passages: [['New lights were bought.', 'other']] }],
      })
      await store.removeMeeting(second.meetingId)
      expect(filesHolding(store.folder, 'HARBOUR MASTER')).toEqual([])
      store.undo()
      await verified(store)
    }))
})

describe('a board’s settings', () => {
  test('are undone and redone, and say which papers are to be read again', () =>
    withStore(async (store, root) => {
      const { boardId } = await twoMeetings(store, root)
      const before = store.board(boardId)
      const patch = { name: ' Port Board ', customerTerms: ['berth holders'], target: 0.25 }
      const { board, change } = store.boardSettings.update(boardId, patch)
      expect(board).toMatchObject({ name: 'Port Board', customerTerms: ['berth holders'], target: 0.25 })
      expect(change?.label).toBe('Change the settings of Harbour Board')
      expect(store.undo()?.reread).toEqual([boardId])
      expect(store.board(boardId)).toEqual(before)
      expect(store.redo()?.reread).toEqual([boardId])
      expect(store.board(boardId)).toEqual(board)
      expect(store.boardSettings.update(boardId, { target: 0.25 }).change).toBeNull()
      store.boardSettings.update(boardId, { target: 0.3 })
      expect(store.undo()?.reread).toEqual([])
    }))

  test('a name that another board has is refused, and nothing is changed', () =>
    withStore(async (store, root) => {
      const { boardId } = await twoMeetings(store, root)
      await keep(store, root, 'z.pdf', { ...minutes('2025-03-14', TITLE), board: 'Pier Committee' })
      expect(() => store.boardSettings.update(boardId, { name: 'PIER COMMITTEE', target: 0.5 })).toThrow(
        'It was changed in the meantime.',
      )
      expect(store.board(boardId)).toMatchObject({ name: 'Harbour Board', target: null })
    }))

  test('a word is dismissed until that is undone', () =>
    withStore(async (store, root) => {
      const { boardId } = await twoMeetings(store, root)
      expect(store.boardSettings.dismiss(boardId, 'sailors', true).label).toBe('Dismiss a word')
      expect(store.boardSettings.dismissed(boardId)).toEqual(['sailors'])
      store.undo()
      expect(store.boardSettings.dismissed(boardId)).toEqual([])
    }))
})
