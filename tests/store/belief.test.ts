import Database from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { LibraryStore } from '../../electron/store/library-store.ts'
import { filesHolding, keep, withStore } from './library-fixture.ts'

const start = (store: LibraryStore, name = 'The round of spring') =>
  store.belief.start({
    boardId: store.boards()[0]?.id ?? '',
    name,
    askedOn: '2025-06-01',
    from: '2025-01-01',
    to: '2025-12-31',
    lens: 'record',
    discipline: null,
  })

/** All rows of the answers' table as the file holds them, in the order SQLite gives them. */
function storedAnswers(root: string): Record<string, unknown>[] {
  const folder = join(root, 'library')
  const name = readdirSync(folder).find((file) => file.endsWith('.sqlite')) ?? ''
  const database = new Database(join(folder, name), { readonly: true })
  try {
    return database.prepare<[], Record<string, unknown>>('SELECT * FROM belief_answers').all()
  } finally {
    database.close()
  }
}

describe('answers to a round', () => {
  test('are kept without time, name or the order in which they came', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'a.pdf', { items: [{ title: 'Opening' }] })
      const { id } = start(store)
      const given = Array.from({ length: 21 }, (_, index) => index * 5)
      for (const customerShare of given) store.belief.answer(id, { role: 'board', answer: { customerShare } })
      const rows = storedAnswers(root)
      expect(rows).toHaveLength(given.length)
      for (const row of rows) {
        expect(Object.keys(row).toSorted()).toEqual(['answer', 'key', 'role', 'round_id'])
        expect(row['key']).toMatch(/^[0-9a-f]{32}$/)
      }
      expect(() => store.belief.answers(id)).toThrow(expect.objectContaining({ code: 'conflict' }))
      store.belief.close(id)
      const shares = store.belief.answers(id).map(({ answer }) => answer.customerShare)
      expect(shares.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(given)
      expect(shares).not.toEqual(given)
      expect(() => store.belief.answer(id, { role: 'board', answer: {} })).toThrow(
        expect.objectContaining({ code: 'conflict' }),
      )
      expect(store.historyState().undo).not.toContain('answer')
    }))

  test('go with their round without a trace, and others stay', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'a.pdf', { items: [{ title: 'Opening' }] })
      const gone = start(store, 'A round nobody shall know of')
      const stays = start(store)
      store.belief.answer(gone.id, { role: 'owner', answer: { customerShare: 85, lastVisit: 'never' } })
      store.belief.answer(stays.id, { role: 'board', answer: { customerShare: 10 } })
      expect(filesHolding(root, 'nobody shall know')).not.toEqual([])
      await store.belief.remove(gone.id)
      expect(filesHolding(root, 'nobody shall know')).toEqual([])
      expect(filesHolding(root, '"lastVisit":"never"')).toEqual([])
      expect(store.belief.rounds()).toMatchObject([{ id: stays.id, answers: 1 }])
      expect(storedAnswers(root)).toHaveLength(1)
      expect(() => store.belief.round(gone.id)).toThrow(expect.objectContaining({ code: 'not-found' }))
    }))

  test('outlive their board, which is then unknown', () =>
    withStore(async (store, root) => {
      const { meetingId } = await keep(store, root, 'a.pdf', { items: [{ title: 'Opening' }] })
      const { id } = start(store)
      store.belief.answer(id, { role: 'board', answer: { customerShare: 10 } })
      await store.removeMeeting(meetingId)
      expect(store.boards()).toEqual([])
      expect(store.belief.rounds()).toMatchObject([{ id, boardId: null, answers: 1 }])
      expect(store.belief.close(id)).toMatchObject({ closed: true, boardId: null })
      expect(store.belief.answers(id)).toHaveLength(1)
    }))
})
