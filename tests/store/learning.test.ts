import { describe, expect, test } from 'vitest'
import { learnHere } from '../../electron/service/learning/learn-here.ts'
import type { Previewed } from '../../electron/service/learning/preview-learning.ts'
import { previewLearning } from '../../electron/service/learning/preview-learning.ts'
import type { LibraryStore } from '../../electron/store/library-store.ts'
import { openLibraryStore } from '../../electron/store/open-library-store.ts'
import { crossFit, learnFromLabels } from '../../shared/analysis/learning/learn-from-labels.ts'
import { learnedModelSchema } from '../../shared/model/learning.ts'
import type { MeetingDetail, PassageView } from '../../shared/model/library.ts'
import {
  NOW,
  classification,
  filesHolding,
  keep,
  makeDraft,
  review,
  withFolder,
  withStore,
} from './library-fixture.ts'
import type { FixtureDocument } from './library-fixture.ts'

const RECURRING = 'Lantern tour feedback'
const LIKE = 'The lantern tour was praised by visitors.'

/** The recurring words are wrongly the machine's "other", in every month. */
const minutes = (date: string, extra = 'The roof of the hall leaks.'): FixtureDocument => ({
  kind: 'minutes',
  date,
  items: [
    {
      title: RECURRING,
      minutes: 20,
      passages: [
        [RECURRING, 'other'],
        [LIKE, 'other'],
      ],
    },
    { title: 'Buildings', minutes: 40, passages: [[extra, 'other']] },
  ],
  actions: [{ text: RECURRING, item: 0 }],
})

const passagesOf = (meeting: MeetingDetail, text: string): PassageView[] =>
  meeting.passages.filter((passage) => passage.text === text)
const passageOf = (store: LibraryStore, meetingId: string, text: string): PassageView => {
  const [passage] = passagesOf(store.meeting(meetingId), text)
  if (passage === undefined) throw new Error(`no passage ${text}`)
  return passage
}
const verified = async (store: LibraryStore) => expect((await store.verify()).problems).toEqual([])

/** Three months; the first month's recurring passage is corrected to customer. */
async function corrected(store: LibraryStore, root: string) {
  const kept = []
  for (const month of ['01', '02', '03'])
    kept.push(await keep(store, root, `minutes-${month}.pdf`, minutes(`2025-${month}-14`)))
  const [first, second, third] = kept
  if (first === undefined || second === undefined || third === undefined) throw new Error('not kept')
  const label = { focus: 'customer' as const, fromCustomers: false }
  store.relabel([passageOf(store, first.meetingId, RECURRING).id], label)
  return { first, second, third }
}

const previewOf = (store: LibraryStore, limit: number) =>
  previewLearning({ store: store.learning, elsewhere: learnHere }, limit, {})

function taughtOf(found: Previewed | null): Previewed['taught'] {
  if (found === null) throw new Error('nothing to learn from')
  return found.taught
}

async function applyAll(store: LibraryStore) {
  const found = await previewOf(store, 100)
  if (found === null) throw new Error('nothing to learn from')
  return { preview: found.preview, ...store.learning.apply(found.taught, 'machine-1') }
}

function relearn(store: LibraryStore, machine: string): void {
  const again = store.learning.toRelearn(machine)
  if (again !== null) store.learning.relearned(again.key, learnFromLabels(again.examples), machine)
}

describe('learning from labels', () => {
  test('says nothing and changes nothing without labels', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'minutes.pdf', minutes('2025-01-14'))
      expect(await previewOf(store, 10)).toBeNull()
      expect(store.learning.export()).toBeNull()
      expect(store.learning.state()).toMatchObject({
        on: false,
        learned: null,
        labels: 0,
        adjusted: 0,
        documentsLeft: 0,
      })
      expect(() => store.learning.use(true)).toThrow('It was changed in the meantime.')
    }))

  test('shows what would change, without changing it', () =>
    withStore(async (store, root) => {
      const { second } = await corrected(store, root)
      const before = store.meeting(second.meetingId)
      const preview = (await previewOf(store, 100))?.preview
      expect(preview).toMatchObject({ labels: 1, shares: [{ board: 'Harbour Board', meetings: 3 }] })
      const same = preview?.changes.filter(({ sameWords }) => sameWords) ?? []
      expect(same.map(({ text, from, to }) => [text, from, to])).toEqual([
        [RECURRING, 'other', 'customer'],
        [RECURRING, 'other', 'customer'],
      ])
      // The labelled passage itself is settled already.
      expect(same.map(({ date }) => date)).not.toContain('2025-01-14')
      const [share] = preview?.shares ?? []
      expect(share?.after).toBeGreaterThan(share?.before ?? 1)
      expect(store.meeting(second.meetingId)).toEqual(before)
      await verified(store)
    }))

  test('looks anew where labels change meanwhile, and ends where it is told to', () =>
    withStore(async (store, root) => {
      const { third } = await corrected(store, root)
      let told = 0
      const found = await previewLearning({ store: store.learning, elsewhere: learnHere }, 10, {
        onProgress: () => {
          told += 1
          if (told === 3)
            store.relabel([passageOf(store, third.meetingId, LIKE).id], {
              focus: 'customer',
              fromCustomers: true,
            })
        },
      })
      expect(found?.preview.labels).toBe(2)
      store.learning.apply(taughtOf(found), 'machine-1')

      const stop = new AbortController()
      const ended = previewLearning({ store: store.learning, elsewhere: learnHere }, 10, {
        signal: stop.signal,
        onProgress: () => stop.abort(),
      })
      await expect(ended).rejects.toThrow('aborted')
      await verified(store)
    }))

  test('is applied as shown, marked, and counted everywhere', () =>
    withStore(async (store, root) => {
      const { first, second } = await corrected(store, root)
      const human = passageOf(store, first.meetingId, RECURRING).human
      const before = store.meeting(second.meetingId)
      const { preview, meetingIds } = await applyAll(store)
      expect(meetingIds).toContain(second.meetingId)
      const meeting = store.meeting(second.meetingId)
      const passage = passageOf(store, second.meetingId, RECURRING)
      expect(passage).toMatchObject({
        focus: 'customer',
        human: null,
        learned: { machine: 'other', sameWords: true },
      })
      expect(meeting.measures.recorded?.shares.customer.mid).toBeGreaterThan(
        before.measures.recorded?.shares.customer.mid ?? 1,
      )
      expect(meeting.items[0]?.focus).toBe('customer')
      expect(meeting.actions[0]?.focus).toBe('customer')
      expect(store.search({ text: 'feedback', focus: 'customer', limit: 10 }).total).toBeGreaterThanOrEqual(3)
      expect(passageOf(store, first.meetingId, RECURRING).human).toEqual(human)
      const trend = store.trend(meeting.boardId, 'recorded').meetings
      const customer = trend.reduce((sum, one) => sum + one.shares.customer.mid, 0) / trend.length
      expect(customer).toBeCloseTo(preview.shares[0]?.after ?? 0, 5)
      // Applied: the same labels would change nothing more.
      expect((await previewOf(store, 10))?.preview.passages).toBe(0)
      expect(store.learning.state()).toMatchObject({
        on: true,
        isStale: false,
        documentsLeft: 0,
        changed: preview.passages,
      })
      await verified(store)
    }))

  test('off, on, undo and redo put back exactly what was there', () =>
    withStore(async (store, root) => {
      const { first, second, third } = await corrected(store, root)
      const all = () => [first, second, third].map(({ meetingId }) => store.meeting(meetingId))
      const machine = all()
      await applyAll(store)
      const learned = all()
      expect(learned).not.toEqual(machine)
      store.learning.use(false)
      expect(all()).toEqual(machine)
      store.learning.use(true)
      expect(all()).toEqual(learned)
      store.undo()
      store.undo()
      expect(all()).toEqual(learned)
      expect(store.historyState().undo).toBe('Learn from 1 label')
      store.undo()
      expect(all()).toEqual(machine)
      expect(store.redo()?.change.label).toBe('Learn from 1 label')
      expect(all()).toEqual(learned)
      await verified(store)
      store.learning.reset()
      expect(all()).toEqual(machine)
      expect(store.learning.state()).toMatchObject({ on: false, learned: null, labels: 1 })
      expect(store.historyState().redo).toBeNull()
      await verified(store)
    }))

  test('only what was shown is applied', () =>
    withStore(async (store, root) => {
      const { second } = await corrected(store, root)
      const found = await previewOf(store, 1)
      if (found === null) throw new Error('nothing to learn from')
      store.relabel([passageOf(store, second.meetingId, LIKE).id], { focus: 'numbers', fromCustomers: false })
      expect(() => store.learning.apply(found.taught, 'machine-1')).toThrow('It was changed in the meantime.')
    }))

  test('is laid over new papers, new readings and refined labels, and taken off drafts', () =>
    withStore(async (store, root) => {
      const { second } = await corrected(store, root)
      await applyAll(store)
      const later = await keep(store, root, 'minutes-04.pdf', minutes('2025-04-14'))
      expect(passageOf(store, later.meetingId, RECURRING)).toMatchObject({
        focus: 'customer',
        learned: { machine: 'other' },
      })

      store.replaceAnalysis(second.documentId, makeDraft(minutes('2025-02-14', 'The roof leaks again.')))
      expect(passageOf(store, second.meetingId, RECURRING).focus).toBe('customer')

      // The careful model answers: what it says is the machine's from now on, with learning over it.
      const read = store.refining.read(later.documentId)
      if (read === null) throw new Error('gone')
      const draft = makeDraft(minutes('2025-04-14'))
      const numbers = classification('numbers', 0.9)
      const analysis = {
        ...draft.analysis,
        passages: draft.analysis.passages.map((passage) => ({ ...passage, ...numbers })),
      }
      store.refining.save(later.documentId, read.contentHash, analysis, 'careful-1')
      expect(passageOf(store, later.meetingId, RECURRING)).toMatchObject({
        focus: 'customer',
        learned: { machine: 'numbers' },
      })
      expect(store.refining.unrefined('careful-1').map(({ id }) => id)).not.toContain(later.documentId)
      await verified(store)

      // Back in review it is the machine's; kept again it is learnt again.
      await store.undoKeep([later.job.id])
      expect(store.draft(later.job.id)?.analysis.passages.map(({ focus }) => focus)).toEqual([
        'numbers',
        'numbers',
        'numbers',
      ])
      const again = store.keepJob(later.job.id)
      if (again.outcome !== 'kept') throw new Error('not kept')
      expect(passageOf(store, again.meetingId, RECURRING).focus).toBe('customer')
      store.learning.use(false)
      expect(passageOf(store, again.meetingId, RECURRING)).toMatchObject({ focus: 'numbers', learned: null })
      await verified(store)
    }))

  test('survives a new start, and another shipped model', () =>
    withFolder(async (root) => {
      const folder = `${root}/library`
      const before = openLibraryStore({ folder, now: NOW })
      const { second } = await corrected(before, root)
      await applyAll(before)
      const learned = before.meeting(second.meetingId)
      before.close()
      const store = openLibraryStore({ folder, now: NOW })
      expect(store.meeting(second.meetingId)).toEqual(learned)
      relearn(store, 'machine-1')
      expect(store.learning.state().documentsLeft).toBe(0)
      const read = store.refining.read(second.documentId)
      if (read === null) throw new Error('gone')
      const draft = makeDraft(minutes('2025-02-14'))
      store.refining.save(second.documentId, read.contentHash, draft.analysis, 'machine-2')
      relearn(store, 'machine-2')
      while (store.learning.settle().left > 0);
      expect(store.learning.state()).toMatchObject({ on: true, labels: 1, documentsLeft: 0 })
      expect(passageOf(store, second.meetingId, RECURRING).focus).toBe('customer')
      await verified(store)
      store.close()
    }))

  test('the export holds no words; what is removed for good is learnt from no more', () =>
    withStore(async (store, root) => {
      const { first, second, third } = await corrected(store, root)
      store.relabel([passageOf(store, third.meetingId, 'The roof of the hall leaks.').id], {
        focus: 'numbers',
        fromCustomers: false,
      })
      await applyAll(store)
      const exported = learnedModelSchema.parse(store.learning.export())
      expect(exported.labels).toBe(2)
      expect(JSON.stringify(exported).toLowerCase()).not.toMatch(/lantern|roof/)
      const [key] = exported.exact.filter(([, focus]) => focus === 'customer')
      await store.removeMeeting(first.meetingId)
      while (store.learning.settle().left > 0);
      expect(store.learning.export()).toMatchObject({ labels: 1 })
      expect(filesHolding(store.folder, key?.[0] ?? '')).toEqual([])
      expect(passageOf(store, second.meetingId, RECURRING).learned?.sameWords).not.toBe(true)
      expect(store.historyState().undo).not.toMatch(/Learn/)
      await verified(store)
    }))

  test('says how often the machine was right on labelled passages', () =>
    withStore(async (store, root) => {
      const { first } = await corrected(store, root)
      store.relabel([passageOf(store, first.meetingId, 'The roof of the hall leaks.').id], {
        focus: 'other',
        fromCustomers: false,
      })
      await applyAll(store)
      const labelled = store.learning.examples()
      const accuracy = store.learning.accuracy(labelled, crossFit(labelled.examples))
      expect(accuracy).toMatchObject({ labels: 2, machine: { agreed: 1 } })
      expect(accuracy.confusion.customer.other).toBe(1)
      expect(accuracy.confusion.other.other).toBe(1)
    }))

  test('a file in review is read by the machine alone', () =>
    withStore(async (store, root) => {
      await corrected(store, root)
      await applyAll(store)
      const jobId = await review(store, root, 'next.pdf', minutes('2025-05-14'))
      expect(store.draft(jobId)?.analysis.passages[0]?.focus).toBe('other')
    }))
})
