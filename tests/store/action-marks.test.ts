import { describe, expect, test } from 'vitest'
import { buildThreads } from '../../shared/analysis/actions/build-threads.ts'
import type { ActionThreadDetail } from '../../shared/model/actions-over-meetings.ts'
import type { ActionMark } from '../../electron/store/action-store.ts'
import type { LibraryStore } from '../../electron/store/library-store.ts'
import { filesHolding, keep, makeDraft, withStore } from './library-fixture.ts'
import type { FixtureDocument } from './library-fixture.ts'

const GATE = 'Mend the gate by the quay'
const TENANTS = 'Survey the tenants on noise at night'
const minutes = (date: string, ...actions: string[]): FixtureDocument => ({
  date,
  items: [{ title: 'The harbour', minutes: 20 }],
  actions: actions.map((text) => ({ text, owner: 'A. Bell', item: 0 })),
})
const SET: ActionMark = {
  separate: false,
  joinedTo: null,
  setting: { state: 'done', measure: 'shut by May' },
}

const threadsOf = (store: LibraryStore): ActionThreadDetail[] =>
  store.actions.read().flatMap((board) => buildThreads(board, '2026-01-01').threads)
function threadOf(store: LibraryStore, text: string): ActionThreadDetail {
  const found = threadsOf(store).find((thread) => thread.text === text)
  if (found === undefined) throw new Error(`no action ${text}`)
  return found
}
const setGate = (store: LibraryStore): string => {
  const { id } = threadOf(store, GATE)
  store.actions.mark(new Map([[id, SET]]), 'Set the state of an action')
  return id
}
const stateOf = (store: LibraryStore, text: string) => threadOf(store, text).state

describe('what people decided on actions', () => {
  test('is one change, taken back and put back, and tells that the library changed', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'a.pdf', minutes('2025-01-14', GATE))
      const before = store.actions.changes()
      setGate(store)
      expect(store.actions.changes()).not.toBe(before)
      expect(stateOf(store, GATE)).toEqual({ value: 'done', basis: 'human' })
      expect(threadOf(store, GATE).measure.value?.text).toBe('shut by May')
      expect(store.undo()?.change.label).toBe('Set the state of an action')
      expect(stateOf(store, GATE).basis).toBe('record')
      store.redo()
      expect(stateOf(store, GATE).basis).toBe('human')
      const still = store.actions.changes()
      threadsOf(store)
      expect(store.actions.changes()).toBe(still)
      expect((await store.verify()).problems).toEqual([])
    }))

  test('joins and separates over meetings', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'a.pdf', minutes('2025-01-14', GATE))
      await keep(store, root, 'b.pdf', minutes('2025-02-11', TENANTS))
      const [gate, tenants] = [threadOf(store, GATE).id, threadOf(store, TENANTS).id]
      const joined = { separate: false, joinedTo: gate, setting: null }
      store.actions.mark(new Map([[tenants, joined]]), 'Join 2 actions')
      expect(threadsOf(store)).toMatchObject([{ id: gate, mentions: 2 }])
      expect(store.actions.markOf(tenants)).toEqual(joined)
      store.undo()
      expect(threadsOf(store)).toHaveLength(2)
      expect(store.actions.markOf(tenants)).toBeNull()
    }))

  test('outlives a new reading that finds the action at another place', () =>
    withStore(async (store, root) => {
      const { documentId } = await keep(store, root, 'a.pdf', minutes('2025-01-14', GATE))
      setGate(store)
      store.replaceAnalysis(documentId, makeDraft(minutes('2025-01-14', TENANTS, `  ${GATE}`)))
      expect(threadsOf(store)).toHaveLength(2)
      expect(stateOf(store, `  ${GATE}`)).toEqual({ value: 'done', basis: 'human' })
      expect(stateOf(store, TENANTS).basis).toBe('record')
    }))

  test('outlives taking the document out again and keeping it once more', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'other.pdf', { ...minutes('2025-01-14', TENANTS), kind: 'action log' })
      const { job } = await keep(store, root, 'a.pdf', minutes('2025-01-14', GATE))
      setGate(store)
      await store.undoKeep([job.id])
      expect(threadsOf(store).map(({ text }) => text)).toEqual([TENANTS])
      store.keepJob(job.id)
      expect(stateOf(store, GATE)).toEqual({ value: 'done', basis: 'human' })
    }))

  test('goes along when its meeting gets another date, and when it joins another meeting', () =>
    withStore(async (store, root) => {
      const { meetingId } = await keep(store, root, 'a.pdf', minutes('2025-01-14', GATE))
      const other = await keep(store, root, 'b.pdf', {
        ...minutes('2025-02-11', TENANTS),
        kind: 'action log',
      })
      setGate(store)
      const tenants = threadOf(store, TENANTS).id
      const joined = { separate: false, joinedTo: threadOf(store, GATE).id, setting: null }
      store.actions.mark(new Map([[tenants, joined]]), 'Join 2 actions')
      store.updateMeeting(meetingId, { date: '2025-01-21' })
      expect(threadsOf(store)).toMatchObject([{ text: GATE, mentions: 2, state: { basis: 'human' } }])
      expect(store.updateMeeting(meetingId, { date: '2025-02-11' }).id).toBe(other.meetingId)
      expect(threadsOf(store)).toMatchObject([{ mentions: 2, state: { value: 'done', basis: 'human' } }])
      store.undo()
      expect(threadsOf(store)).toHaveLength(2)
      expect(stateOf(store, GATE).basis).toBe('human')
    }))

  test('leaves no trace when its meeting is deleted', () =>
    withStore(async (store, root) => {
      const { meetingId } = await keep(store, root, 'a.pdf', minutes('2025-01-14', GATE))
      await keep(store, root, 'b.pdf', minutes('2025-02-11', TENANTS))
      const id = setGate(store)
      const joined = { separate: false, joinedTo: id, setting: null }
      store.actions.mark(new Map([[threadOf(store, TENANTS).id, joined]]), 'Join 2 actions')
      const digest = id.slice(id.indexOf('-') + 1)
      expect(filesHolding(root, digest)).not.toEqual([])
      await store.removeMeeting(meetingId)
      expect(filesHolding(root, digest)).toEqual([])
      expect(filesHolding(root, 'shut by May')).toEqual([])
      expect(threadsOf(store)).toHaveLength(1)
      expect(() => store.actions.boardOf(id)).toThrow(expect.objectContaining({ code: 'not-found' }))
    }))

  test('leaves no trace when its document is deleted and the meeting stays', () =>
    withStore(async (store, root) => {
      const { documentId } = await keep(store, root, 'a.pdf', minutes('2025-01-14', GATE))
      await keep(store, root, 'log.pdf', { ...minutes('2025-01-14', TENANTS), kind: 'action log' })
      const id = setGate(store)
      const joined = { separate: false, joinedTo: id, setting: null }
      const tenants = threadOf(store, TENANTS).id
      store.actions.mark(new Map([[tenants, joined]]), 'Join 2 actions')
      const digest = id.slice(id.indexOf('-') + 1)
      await store.removeDocument(documentId)
      expect(filesHolding(root, digest)).toEqual([])
      expect(filesHolding(root, 'shut by May')).toEqual([])
    }))
})
