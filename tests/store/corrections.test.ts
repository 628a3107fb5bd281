import { describe, expect, test } from 'vitest'
import type { LibraryStore } from '../../electron/store/library-store.ts'
import { openLibraryStore } from '../../electron/store/open-library-store.ts'
import type { MeetingDetail, MeetingItem } from '../../shared/model/library.ts'
import { NOW, filesHolding, keep, makeDraft, review, withFolder, withStore } from './library-fixture.ts'
import type { FixtureDocument } from './library-fixture.ts'

const AGENDA: FixtureDocument = {
  kind: 'agenda',
  items: [
    { title: 'Welcome', minutes: 5 },
    { title: 'Members’ survey', minutes: 10, focus: 'customer' },
    { title: 'Finance report', minutes: 30, focus: 'numbers' },
    { title: 'Roof repairs', minutes: 15 },
  ],
}
const MINUTES: FixtureDocument = {
  kind: 'minutes',
  items: [
    { title: 'Welcome', passages: [['The chair welcomed everyone.', 'procedural']] },
    { title: 'Members’ survey', minutes: 12, passages: [['Members said they wait too long.', 'customer']] },
    { title: 'Finance report', minutes: 41, passages: [['Income was ahead of budget.', 'numbers']] },
    { title: 'Roof repairs', passages: [['The roof of the hall leaks in two places.', 'other']] },
  ],
  actions: [
    { text: 'Write to the members who waited longest', owner: 'JB', due: '2025-02-01', item: 1 },
    { text: 'Get three quotes for the roof', item: 3 },
  ],
}

function itemOf(meeting: MeetingDetail, title: string): MeetingItem {
  const item = meeting.items.find((known) => known.title === title)
  if (item === undefined) throw new Error(`no item ${title}`)
  return item
}
const draftOf = (store: LibraryStore, jobId: string) => {
  const preview = store.corrections.preview(jobId)
  if (preview === null) throw new Error('nothing in review')
  return preview
}
const setTime = (store: LibraryStore, meetingId: string, title: string, plannedMinutes: number | null) =>
  store.corrections.correct(
    { meetingId },
    {
      on: 'item',
      ref: itemOf(store.meeting(meetingId), title).id,
      set: { plannedMinutes },
      titleClassification: null,
    },
  )
const verified = async (store: LibraryStore) => expect((await store.verify()).problems).toEqual([])

describe('corrections of a file under review', () => {
  test('are shown, kept with it, and taken out with it', () =>
    withStore(async (store, root) => {
      const jobId = await review(store, root, 'agenda.pdf', AGENDA)
      const of = { jobId }
      store.corrections.correct(of, {
        on: 'item',
        ref: 'i2',
        set: { plannedMinutes: 20, plannedStart: '10:40', lead: 'R. Osei' },
        titleClassification: null,
      })
      store.corrections.remove(of, { on: 'item', ref: 'i0' })
      const { ref } = store.corrections.add(of, {
        on: 'item',
        values: {
          number: null,
          title: 'Complaints',
          lead: null,
          purpose: 'discussion',
          role: 'topic',
          deferred: false,
          plannedStart: null,
          plannedMinutes: 25,
          recordedStart: null,
          recordedMinutes: null,
        },
        after: 'i1',
        titleClassification: null,
      })
      const { analysis, corrections } = draftOf(store, jobId)
      expect(analysis.items.map(({ title }) => title)).toEqual([
        'Members’ survey',
        'Complaints',
        'Finance report',
        'Roof repairs',
      ])
      expect(analysis.items[2]?.planned).toMatchObject({ start: '10:40', minutes: 20, basis: 'human' })
      expect(analysis.measures.planned?.total).toBe(10 + 25 + 20 + 15)
      expect(corrections.items.map((item) => item.ref)).toEqual(['i1', ref, 'i2', 'i3'])
      expect(corrections.items[2]?.mark).toMatchObject({
        fields: ['lead', 'plannedStart', 'plannedMinutes'],
        asRead: { plannedMinutes: 30, plannedStart: null, lead: null },
      })
      expect(corrections.removed).toMatchObject([{ ref: 'i0', text: 'Welcome', page: 1 }])

      const kept = store.keepJob(jobId)
      if (kept.outcome !== 'kept') throw new Error('not kept')
      const meeting = store.meeting(kept.meetingId)
      expect(meeting.items.map(({ title }) => title)).toEqual(analysis.items.map(({ title }) => title))
      expect(itemOf(meeting, 'Finance report')).toMatchObject({
        lead: 'R. Osei',
        planned: { minutes: 20, basis: 'human' },
        human: { asRead: { plannedMinutes: 30 } },
      })
      expect(meeting.measures.planned?.total).toBe(70)
      expect(meeting.corrections?.removed).toHaveLength(1)
      await verified(store)

      const preview = draftOf(store, (await store.undoKeep([jobId])).jobs[0]?.id ?? '')
      expect(preview.analysis).toEqual(analysis)
      expect(preview.corrections).toEqual(corrections)
      expect(store.keepJob(jobId)).toMatchObject({ outcome: 'kept' })
      expect(store.meetings()[0]?.measures.planned?.total).toBe(70)
    }))

  test('can be taken back field by field, altogether, and by the undo log', () =>
    withStore(async (store, root) => {
      const jobId = await review(store, root, 'agenda.pdf', AGENDA)
      const of = { jobId }
      const set = { plannedMinutes: 20, title: 'Money' }
      store.corrections.correct(of, { on: 'item', ref: 'i2', set, titleClassification: null })
      expect(store.historyState().undo).toBe('Correct an item')
      store.corrections.restore(of, { on: 'item', ref: 'i2', fields: ['title'] })
      expect(draftOf(store, jobId).analysis.items[2]).toMatchObject({
        title: 'Finance report',
        planned: { minutes: 20 },
      })
      store.corrections.restore(of, { on: 'item', ref: 'i2', fields: null })
      expect(draftOf(store, jobId).corrections.items[2]?.mark).toBeNull()
      store.undo()
      expect(draftOf(store, jobId).analysis.items[2]?.planned?.minutes).toBe(20)
      store.undo()
      expect(draftOf(store, jobId).analysis.items[2]?.title).toBe('Money')
      store.undo()
      expect(draftOf(store, jobId).analysis).toEqual(store.draft(jobId)?.analysis)
      store.redo()
      expect(draftOf(store, jobId).analysis.items[2]?.title).toBe('Money')
    }))

  test('say nothing when the value is what was read', () =>
    withStore(async (store, root) => {
      const jobId = await review(store, root, 'agenda.pdf', AGENDA)
      const of = { jobId }
      store.corrections.correct(of, {
        on: 'item',
        ref: 'i2',
        set: { plannedMinutes: 20 },
        titleClassification: null,
      })
      store.corrections.correct(of, {
        on: 'item',
        ref: 'i2',
        set: { plannedMinutes: 30 },
        titleClassification: null,
      })
      expect(draftOf(store, jobId).corrections.items[2]?.mark).toBeNull()
    }))

  test('go with a file that is discarded, without a trace', () =>
    withStore(async (store, root) => {
      const jobId = await review(store, root, 'agenda.pdf', AGENDA)
      store.corrections.correct(
        { jobId },
        { on: 'item', ref: 'i2', set: { title: 'Unrepeatable words' }, titleClassification: null },
      )
      await store.discardJobs([jobId])
      expect(filesHolding(store.folder, 'Unrepeatable words')).toEqual([])
      expect(store.historyState().undo).toBeNull()
    }))
})

describe('corrections of a meeting', () => {
  test('reach the item in every document, and every figure', () =>
    withStore(async (store, root) => {
      const { meetingId } = await keep(store, root, 'agenda.pdf', AGENDA)
      await keep(store, root, 'minutes.pdf', MINUTES)
      expect(setTime(store, meetingId, 'Finance report', 60).change.label).toBe('Change the time of an item')
      const meeting = store.meeting(meetingId)
      expect(itemOf(meeting, 'Finance report').planned).toMatchObject({ minutes: 60, basis: 'human' })
      expect(meeting.measures.planned?.total).toBe(5 + 10 + 60 + 15)
      expect(itemOf(meeting, 'Finance report').sources).toHaveLength(2)
      setTime(store, meetingId, 'Roof repairs', null)
      expect(store.meeting(meetingId).measures.planned?.untimedItems).toBe(1)
      store.undo()
      store.undo()
      expect(store.meeting(meetingId).measures.planned?.total).toBe(60)
      store.redo()
      expect(store.meeting(meetingId).measures.planned?.total).toBe(90)
      await verified(store)
    }))

  test('time an item that no document times', () =>
    withStore(async (store, root) => {
      const { meetingId } = await keep(store, root, 'minutes.pdf', {
        ...MINUTES,
        items: MINUTES.items?.map((item) => ({ ...item, minutes: null })),
      })
      expect(store.meeting(meetingId).measures.recorded).toBeNull()
      store.corrections.correct(
        { meetingId },
        {
          on: 'item',
          ref: itemOf(store.meeting(meetingId), 'Members’ survey').id,
          set: { recordedMinutes: 15 },
          titleClassification: null,
        },
      )
      expect(store.meeting(meetingId).measures.recorded).toMatchObject({ total: 15, untimedItems: 3 })
      store.corrections.correct(
        { meetingId },
        { on: 'window', set: { recordedStart: '18:00', recordedEnd: '19:00' } },
      )
      const meeting = store.meeting(meetingId)
      expect(meeting.window.recorded).toMatchObject({ start: '18:00', end: '19:00' })
      expect(meeting.measures.recorded?.unknown).toBe(45)
      expect(meeting.corrections?.window).toMatchObject({
        fields: ['recordedStart', 'recordedEnd'],
        asRead: { recordedStart: null },
      })
    }))

  test('of actions: corrected, taken out, added', () =>
    withStore(async (store, root) => {
      const { meetingId } = await keep(store, root, 'minutes.pdf', MINUTES)
      const of = { meetingId }
      const [letters, quotes] = store.meeting(meetingId).actions
      store.corrections.correct(of, {
        on: 'action',
        ref: letters?.id ?? '',
        set: { owner: 'A. Marsh', due: null },
      })
      store.corrections.remove(of, { on: 'action', ref: quotes?.id ?? '' })
      const { ref } = store.corrections.add(of, {
        on: 'action',
        values: { text: 'Ring the roofer', owner: 'A. Marsh', due: '2025-03-01', status: 'open' },
        item: itemOf(store.meeting(meetingId), 'Roof repairs').id,
        focus: 'other',
      })
      const meeting = store.meeting(meetingId)
      expect(meeting.actions).toMatchObject([
        { owner: 'A. Marsh', due: null, dueText: null, human: { asRead: { owner: 'JB' } } },
        { id: ref, text: 'Ring the roofer', human: { asRead: null } },
      ])
      expect(meeting.actions[1]?.meetingItemId).toBe(itemOf(meeting, 'Roof repairs').id)
      store.corrections.correct(of, { on: 'action', ref, set: { owner: null } })
      expect(store.meeting(meetingId).actions[1]?.owner).toBeNull()
      const taken = meeting.corrections?.removed[0]?.ref ?? ''
      store.corrections.restore(of, { on: 'action', ref: taken, fields: null })
      expect(store.meeting(meetingId).actions).toHaveLength(3)
    }))

  test('an item taken out gives its words to the one before it', () =>
    withStore(async (store, root) => {
      const { meetingId } = await keep(store, root, 'minutes.pdf', MINUTES)
      const ref = itemOf(store.meeting(meetingId), 'Finance report').id
      store.corrections.remove({ meetingId }, { on: 'item', ref })
      const meeting = store.meeting(meetingId)
      expect(meeting.items).toHaveLength(3)
      expect(itemOf(meeting, 'Members’ survey').passages).toHaveLength(2)
      store.corrections.restore({ meetingId }, { on: 'item', ref, fields: null })
      expect(store.meeting(meetingId).items).toHaveLength(4)
    }))
})

describe('corrections survive', () => {
  test('a later version, renumbered and renamed; what finds no home is kept and said', () =>
    withStore(async (store, root) => {
      const { meetingId } = await keep(store, root, 'agenda.pdf', AGENDA)
      setTime(store, meetingId, 'Finance report', 60)
      setTime(store, meetingId, 'Roof repairs', 40)
      const later: FixtureDocument = {
        kind: 'agenda',
        items: [
          { title: 'Members’ survey', minutes: 10, focus: 'customer' },
          { title: 'A strategy for the north', minutes: 15 },
          { title: 'Welcome', minutes: 5 },
          { title: 'Finance report for the quarter', minutes: 35, focus: 'numbers' },
        ],
      }
      const jobId = await review(store, root, 'agenda v2.pdf', later)
      const { analysis, corrections, difference } = draftOf(store, jobId)
      expect(analysis.items[3]?.planned).toMatchObject({ minutes: 60, basis: 'human' })
      expect(corrections.items[3]?.mark?.asRead?.plannedMinutes).toBe(35)
      expect(difference?.items.map(({ changes }) => changes)).toContainEqual(['added'])
      expect(difference?.items.map(({ changes }) => changes)).toContainEqual(['removed'])
      expect(store.keepJob(jobId)).toMatchObject({ outcome: 'kept', replaced: { name: 'agenda.pdf' } })
      const meeting = store.meeting(meetingId)
      expect(itemOf(meeting, 'Finance report for the quarter').planned?.minutes).toBe(60)
      expect(itemOf(meeting, 'A strategy for the north').planned?.minutes).toBe(15)
      expect(meeting.corrections?.unapplied).toMatchObject([
        { on: 'item', text: '4 Roof repairs', says: ['planned minutes: 40'] },
      ])
      await verified(store)
      store.corrections.drop({ meetingId }, meeting.corrections?.unapplied[0]?.id ?? '')
      expect(store.meeting(meetingId).corrections?.unapplied).toEqual([])
      store.undo()
      // The later version taken out again: the earlier one has its correction still.
      store.undo()
      expect(itemOf(store.meeting(meetingId), 'Roof repairs').planned?.minutes).toBe(40)
    }))

  test('another reading of the same file', () =>
    withStore(async (store, root) => {
      const { meetingId, documentId } = await keep(store, root, 'agenda.pdf', AGENDA)
      setTime(store, meetingId, 'Finance report', 60)
      const other = makeDraft({ ...AGENDA, items: [{ title: 'Apologies' }, ...(AGENDA.items ?? [])] })
      store.replaceAnalysis(documentId, other)
      const meeting = store.meeting(meetingId)
      expect(meeting.items).toHaveLength(5)
      expect(itemOf(meeting, 'Finance report')).toMatchObject({ number: '4', planned: { minutes: 60 } })
      await verified(store)
    }))

  test('a restart, a move to another date, and the joining of two meetings', () =>
    withFolder(async (root) => {
      const folder = `${root}/library`
      let store = openLibraryStore({ folder, now: NOW })
      const { meetingId } = await keep(store, root, 'agenda.pdf', AGENDA)
      setTime(store, meetingId, 'Finance report', 60)
      store.close()
      store = openLibraryStore({ folder, now: NOW })
      expect(itemOf(store.meeting(meetingId), 'Finance report').planned?.minutes).toBe(60)
      const other = await keep(store, root, 'minutes.pdf', { ...MINUTES, date: '2025-01-15' })
      expect(store.updateMeeting(meetingId, { date: '2025-01-15' })).toEqual({ id: other.meetingId })
      const joined = store.meeting(other.meetingId)
      expect(itemOf(joined, 'Finance report').planned?.minutes).toBe(60)
      expect(joined.measures.planned?.total).toBe(90)
      await verified(store)
      store.close()
    }))

  test('nothing, when what they were made on is removed for good', () =>
    withStore(async (store, root) => {
      const { meetingId, documentId } = await keep(store, root, 'agenda.pdf', {
        ...AGENDA,
        items: [...(AGENDA.items ?? []), { title: 'Zanzibar expedition', minutes: 10 }],
      })
      await keep(store, root, 'minutes.pdf', MINUTES)
      setTime(store, meetingId, 'Zanzibar expedition', 20)
      setTime(store, meetingId, 'Finance report', 60)
      setTime(store, meetingId, 'Zanzibar expedition', 10)
      setTime(store, meetingId, 'Zanzibar expedition', 25)
      await store.removeDocument(documentId)
      expect(itemOf(store.meeting(meetingId), 'Finance report').planned?.minutes).toBe(60)
      expect(store.meeting(meetingId).corrections?.unapplied).toEqual([])
      expect(filesHolding(store.folder, 'Zanzibar')).toEqual([])
      await verified(store)
    }))
})

describe('the same words elsewhere', () => {
  test('are found over all meetings, without the passage itself and its own twins', () =>
    withStore(async (store, root) => {
      const words = 'The board noted the report.'
      const document = (date: string): FixtureDocument => ({
        date,
        items: [
          {
            title: 'Report',
            passages: [
              [words, 'procedural'],
              ['Other words.', 'other'],
            ],
          },
        ],
      })
      const first = await keep(store, root, 'january.pdf', document('2025-01-14'))
      const second = await keep(store, root, 'february.pdf', document('2025-02-14'))
      const passage = store.meeting(first.meetingId).passages[0]?.id ?? ''
      const twins = store.corrections.twins([passage], 10)
      expect(twins).toMatchObject({
        total: 1,
        passages: [{ meetingId: second.meetingId, item: 'Report', focus: 'procedural', human: null }],
      })
      const ids = [passage, ...twins.passages.map(({ id }) => id)]
      store.relabel(ids, { focus: 'other', fromCustomers: false })
      expect(store.corrections.twins([passage], 10).passages[0]?.human).toBe('other')
      store.undo()
      expect(store.corrections.twins([passage], 10).passages[0]?.human).toBeNull()
    }))
})
