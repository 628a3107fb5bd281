import { describe, expect, test } from 'vitest'
import type { LibraryStore } from '../../electron/store/library-store.ts'
import { partId } from '../../electron/store/store-ids.ts'
import { solvePlan } from '../../shared/analysis/planner/make-plan.ts'
import type { PlanContent, PlanEvidence } from '../../shared/model/planner.ts'
import { generatePlan } from '../unit/planner/generate-plan.ts'
import { filesHolding, keep, withStore } from './library-fixture.ts'

const WORDS = 'Members waited forty minutes at the pontoon.'

/** A solved plan whose first proposal quotes a passage of a meeting. */
function planOn(evidence: PlanEvidence): PlanContent {
  const content = generatePlan(7, { items: 5, proposals: 2, small: true })
  return solvePlan({
    ...content,
    source: { kind: 'meeting', meetingId: evidence.meetingId ?? '', date: evidence.date, times: 'planned' },
    proposals: content.proposals.map((proposal, index) => ({
      ...proposal,
      evidence: index === 0 ? [evidence] : [],
    })),
  })
}

const evidenceOf = (meetingId: string, documentId: string): PlanEvidence => ({
  meetingId,
  date: '2025-01-14',
  documentId,
  passageId: partId(documentId, 'p', 0),
  page: 1,
  quote: WORDS,
})

async function keepMinutes(store: LibraryStore, root: string, board = 'Harbour Board') {
  const { meetingId, documentId } = await keep(store, root, `${board}.pdf`, {
    board,
    items: [{ title: 'Waiting', passages: [[WORDS, 'customer']] }],
  })
  const { boardId } = store.meeting(meetingId)
  if (boardId === null) throw new Error('kept without a board')
  return { boardId, meetingId, documentId }
}

describe('saved plans', () => {
  test('are saved, listed latest first, renamed and saved again under the same id', () =>
    withStore(async (store, root) => {
      const { boardId, meetingId, documentId } = await keepMinutes(store, root)
      const content = planOn(evidenceOf(meetingId, documentId))
      const first = store.plans.save({ boardId, id: null, name: 'Spring', content })
      const second = store.plans.save({ boardId, id: null, name: 'Autumn', content })
      expect(store.plans.list(boardId).map(({ name }) => name)).toEqual(['Autumn', 'Spring'])
      expect(store.plans.get(first.id)).toEqual(first)
      expect(first).toMatchObject({
        boardId,
        content,
        total: content.outcome.total,
        share: content.outcome.share,
      })
      const changed = { ...content, settings: { ...content.settings, place: "Pier'); DROP TABLE plans; --" } }
      const renamed = store.plans.save({
        boardId,
        id: first.id,
        name: '=cmd() \u202Egnirps',
        content: changed,
      })
      expect(renamed.id).toBe(first.id)
      expect(store.plans.get(first.id)).toMatchObject({ name: '=cmd() \u202Egnirps', content: changed })
      expect(store.plans.list(boardId)).toHaveLength(2)
      expect(store.plans.get(second.id).content).toEqual(content)
    }))

  test('are removed without a trace in any file of the library', () =>
    withStore(async (store, root) => {
      const { boardId, meetingId, documentId } = await keepMinutes(store, root)
      const plan = planOn(evidenceOf(meetingId, documentId))
      const content = { ...plan, settings: { ...plan.settings, place: 'Quarrelsome Heron Inn' } }
      const { id } = store.plans.save({ boardId, id: null, name: 'Quiet otters', content })
      expect(filesHolding(root, 'Quarrelsome Heron Inn')).not.toEqual([])
      await store.plans.remove(id)
      expect(filesHolding(root, 'Quarrelsome Heron Inn')).toEqual([])
      expect(filesHolding(root, 'Quiet otters')).toEqual([])
      expect(store.plans.list(boardId)).toEqual([])
      expect(() => store.plans.get(id)).toThrow(expect.objectContaining({ code: 'not-found' }))
      await expect(store.plans.remove(id)).rejects.toMatchObject({ code: 'not-found' })
    }))

  test('are refused for a board or a plan that is not there', () =>
    withStore(async (store, root) => {
      const { boardId, meetingId, documentId } = await keepMinutes(store, root)
      const other = await keepMinutes(store, root, 'Ferry Trust')
      const content = planOn(evidenceOf(meetingId, documentId))
      const { id } = store.plans.save({ boardId, id: null, name: 'Spring', content })
      const gone = expect.objectContaining({ code: 'not-found' })
      expect(() => store.plans.save({ boardId: 'no-such-board', id: null, name: 'x', content })).toThrow(gone)
      expect(() => store.plans.save({ boardId, id: 'no-such-plan', name: 'x', content })).toThrow(gone)
      expect(() => store.plans.save({ boardId: other.boardId, id, name: 'x', content })).toThrow(gone)
      expect(store.plans.list(other.boardId)).toEqual([])
      expect(store.plans.get(id).name).toBe('Spring')
    }))

  test('keep their agenda, and nothing that was said, when their meeting is removed', () =>
    withStore(async (store, root) => {
      const { boardId, meetingId, documentId } = await keepMinutes(store, root)
      const content = planOn(evidenceOf(meetingId, documentId))
      const { id } = store.plans.save({ boardId, id: null, name: 'Spring', content })
      await store.removeMeeting(meetingId)
      expect(filesHolding(root, WORDS)).toEqual([])
      const after = store.plans.get(id).content
      expect(JSON.stringify(after)).not.toContain(documentId)
      expect(after.items).toEqual(content.items)
      expect(after.base.map(({ title, minutes: time }) => [title, time])).toEqual(
        content.base.map(({ title, minutes: time }) => [title, time]),
      )
      // The board stays for the plan that is left, and goes with it.
      expect(store.board(boardId).name).toBe('Harbour Board')
      await store.plans.remove(id)
      const gone = expect.objectContaining({ code: 'not-found' })
      expect(() => store.board(boardId)).toThrow(gone)
      expect(() => store.plans.save({ boardId, id: null, name: 'Spring', content })).toThrow(gone)
    }))
})
