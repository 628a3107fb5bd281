import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  boardTrendSchema,
  documentPageSchema,
  importJobSchema,
  meetingDetailSchema,
  meetingSummarySchema,
} from '../../shared/model/library.ts'
import { filesHolding, keep, review, withStore } from './library-fixture.ts'
import type { FixtureDocument } from './library-fixture.ts'

const MINUTES: FixtureDocument = {
  kind: 'minutes',
  items: [
    {
      title: 'Member survey',
      minutes: 20,
      passages: [
        ['Members told us that the booking desk answers too late.', 'customer'],
        ['The desk will open an hour earlier from May.', 'customer'],
      ],
    },
    { title: 'Finance report', minutes: 40, passages: [['Cash stood at two million.', 'numbers']] },
  ],
}
const AGENDA: FixtureDocument = {
  kind: 'agenda',
  items: [
    { title: 'Member survey', minutes: 30, focus: 'customer' },
    { title: 'Financial report', minutes: 30, focus: 'numbers' },
  ],
}

describe('documents of one meeting', () => {
  test('join it, and their items become one list', () =>
    withStore(async (store, root) => {
      const minutes = await keep(store, root, 'minutes.pdf', MINUTES)
      const agenda = await keep(store, root, 'agenda.pdf', {
        ...AGENDA,
        board: 'The  harbour BOARD'.slice(5),
      })
      expect(agenda.meetingId).toBe(minutes.meetingId)
      const detail = meetingDetailSchema.parse(store.meeting(minutes.meetingId))
      expect(detail.documents.map((document) => document.kind)).toEqual(['minutes', 'agenda'])
      expect(detail.items.map((item) => item.title)).toEqual(['Member survey', 'Financial report'])
      expect(detail.items.map((item) => item.planned?.minutes)).toEqual([30, 30])
      expect(detail.items.map((item) => item.recorded?.minutes)).toEqual([20, 40])
      expect(detail.items.map((item) => item.sources.length)).toEqual([2, 2])
      expect(detail.items.map((item) => item.mixBasis)).toEqual(['minutes', 'minutes'])
      expect(detail.items[0]?.passages).toHaveLength(2)
      expect(detail.measures.planned?.total).toBe(60)
      expect(detail.measures.recorded?.total).toBe(60)
      expect(detail.measures.record?.shares.customer.mid).toBeGreaterThan(0.5)
      for (const summary of store.meetings()) meetingSummarySchema.parse(summary)
      expect(store.boards()).toHaveLength(1)
    }))

  test('of boards with other words in their names stay apart, and so do other dates', () =>
    withStore(async (store, root) => {
      const names = ['The Board of Kestrel', 'Kestrel Board of Directors', 'THE BOARD OF KESTREL.']
      for (const board of names) await keep(store, root, `${board}.pdf`, { ...MINUTES, board })
      await keep(store, root, 'later.pdf', { ...MINUTES, board: names[0] ?? '', date: '2025-02-11' })
      expect(store.boards().map((board) => [board.name, board.meetings])).toEqual([
        ['Kestrel Board of Directors', 1],
        ['The Board of Kestrel', 2],
      ])
    }))

  test('the same bytes are a duplicate, and it is said of which', () =>
    withStore(async (store, root) => {
      const first = await keep(store, root, 'minutes.pdf', MINUTES, 'bytes')
      const again = await review(store, root, 'copy of minutes.pdf', MINUTES, 'bytes')
      expect(store.job(again).duplicateOf).toMatchObject({
        documentId: first.documentId,
        name: 'minutes.pdf',
      })
      const outcome = store.keepJob(again)
      expect(outcome).toMatchObject({
        outcome: 'duplicate',
        duplicateOf: { documentId: first.documentId, name: 'minutes.pdf', meetingId: first.meetingId },
      })
      expect(importJobSchema.parse(store.job(again))).toMatchObject({ state: 'refused', code: 'duplicate' })
      expect(store.meetings()).toHaveLength(1)
      expect(store.meeting(first.meetingId).documents).toHaveLength(1)
    }))

  test('without a board nothing is kept, and without a date each stands alone', () =>
    withStore(async (store, root) => {
      const id = await review(store, root, 'a.pdf', { ...MINUTES, board: null })
      expect(store.keepJob(id).outcome).toBe('not-ready')
      expect(store.isEmpty()).toBe(true)
      const [job] = store.correctJobs([id], { board: 'Harbour Board', date: null, kind: 'paper' })
      expect(job).toMatchObject({ board: 'Harbour Board', date: null, kind: 'paper' })
      expect(store.draft(id)?.analysis).toMatchObject({
        kind: 'paper',
        body: { value: 'Harbour Board' },
        date: null,
        measures: { record: null },
      })
      expect(store.keepJob(id).outcome).toBe('kept')
      await keep(store, root, 'b.pdf', { ...MINUTES, date: null })
      expect(store.meetings().map((meeting) => meeting.date)).toEqual([null, null])
    }))
})

describe('a newer version', () => {
  const draft: FixtureDocument = MINUTES
  const final: FixtureDocument = {
    ...MINUTES,
    items: [
      {
        title: 'Survey of members',
        minutes: 20,
        passages: [['Members told us that the booking desk answers  too late.', 'customer']],
      },
      { title: 'Finance report', minutes: 40, passages: [['Cash stood at three million.', 'numbers']] },
    ],
  }

  test('replaces the older and keeps human labels on equal words', () =>
    withStore(async (store, root) => {
      const older = await keep(store, root, 'minutes draft.pdf', draft)
      const passages = store.meeting(older.meetingId).passages
      const wanted = passages.filter(
        (passage) => passage.text.includes('booking desk') || passage.text.includes('Cash'),
      )
      store.relabel(
        wanted.map((passage) => passage.id),
        { focus: 'other', fromCustomers: true },
      )
      const waiting = await review(store, root, 'minutes final.pdf', final)
      expect(store.job(waiting).wouldReplace).toEqual({
        documentId: older.documentId,
        name: 'minutes draft.pdf',
      })
      const newer = store.keepJob(waiting)
      expect(newer).toMatchObject({ outcome: 'kept', replaced: { documentId: older.documentId } })
      const detail = store.meeting(older.meetingId)
      expect(detail.documents.map((document) => document.replacedBy === null)).toEqual([false, true])
      expect(detail.passages.map((passage) => [passage.text, passage.human?.focus ?? null])).toEqual([
        ['Members told us that the booking desk answers  too late.', 'other'],
        ['Cash stood at three million.', null],
      ])
      expect(detail.passages[0]?.human?.fromCustomers).toBe(false)
      expect(detail.settled).toBe(1)
      expect((await store.verify()).problems).toEqual([])

      // The version it replaced comes back when it goes.
      if (newer.outcome === 'kept') await store.removeDocument(newer.documentId)
      expect(store.meeting(older.meetingId).documents).toMatchObject([{ replacedBy: null }])
      expect(store.meeting(older.meetingId).settled).toBe(2)
    }))

  test('a draft imported after the final does not take its place', () =>
    withStore(async (store, root) => {
      const kept = await keep(store, root, 'Minutes 14 January - approved.pdf', final)
      const late = await review(store, root, 'Minutes 14 January - draft v2.pdf', draft)
      expect(store.job(late).wouldReplace).toBeNull()
      const outcome = store.keepJob(late)
      expect(outcome).toMatchObject({ outcome: 'kept', replaced: null })
      expect(store.meeting(kept.meetingId).documents.map((document) => document.replacedBy)).toEqual([
        null,
        kept.documentId,
      ])
    }))

  test('papers are told apart by their names', () =>
    withStore(async (store, root) => {
      const keepPaper = (name: string) => keep(store, root, name, { ...MINUTES, kind: 'paper' })
      const first = await keepPaper('Fleet plan v1.pdf')
      await keepPaper('Pricing plan.pdf')
      const second = await keepPaper('Fleet plan v2.pdf')
      expect(second.replaced?.documentId).toBe(first.documentId)
      expect(
        store.meeting(first.meetingId).documents.filter((paper) => paper.replacedBy === null),
      ).toHaveLength(2)
    }))
})

describe('relabelling', () => {
  test('changes the roll-up and the trend, and can be undone and redone', () =>
    withStore(async (store, root) => {
      const { meetingId } = await keep(store, root, 'minutes.pdf', MINUTES)
      const boardId = store.meeting(meetingId).boardId
      const customerShare = () => store.trend(boardId, 'recorded').meetings[0]?.shares.customer
      const before = customerShare()
      const cash = store.meeting(meetingId).passages.find((passage) => passage.text.startsWith('Cash'))
      const answer = store.relabel([cash?.id ?? ''], { focus: 'customer', fromCustomers: true })
      expect(answer).toEqual({
        change: { label: 'Relabel a passage', canUndo: true, canRedo: false },
        meetingIds: [meetingId],
      })
      expect(customerShare()?.mid).toBeGreaterThan(before?.mid ?? 1)
      expect(store.meeting(meetingId).items[1]).toMatchObject({ focus: 'customer', mixBasis: 'human' })
      expect(store.meetings()[0]?.settled).toBe(1)
      expect(store.undo()?.change).toMatchObject({ label: 'Relabel a passage', canRedo: true })
      expect(customerShare()).toEqual(before)
      expect(store.redo()?.meetingIds).toEqual([meetingId])
      expect(customerShare()?.mid).toBeGreaterThan(before?.mid ?? 1)
      expect(store.redo()).toBeNull()
      store.relabel([cash?.id ?? ''], null)
      expect(customerShare()).toEqual(before)
      expect(store.historyState().undo).toBe('Clear the label of a passage')
    }))

  test('of a passage that is gone changes nothing', () =>
    withStore(async (store, root) => {
      const { meetingId } = await keep(store, root, 'minutes.pdf', MINUTES)
      const [passage] = store.meeting(meetingId).passages
      for (const bad of ['0123456789abcdefp0', `${passage?.id}zz`, "x' OR 1=1 --"])
        expect(() =>
          store.relabel([passage?.id ?? '', bad], { focus: 'other', fromCustomers: false }),
        ).toThrow(expect.objectContaining({ code: 'not-found' }))
      expect(store.meeting(meetingId).settled).toBe(0)
    }))
})

describe('undoing an import', () => {
  test('puts the files back in review with their labels, and redo keeps them again', () =>
    withStore(async (store, root) => {
      const jobs = [
        await review(store, root, 'minutes.pdf', MINUTES),
        await review(store, root, 'agenda.pdf', AGENDA),
      ]
      const before = jobs.map((id) => store.draft(id))
      store.keepJobs(jobs)
      expect(store.historyState().undo).toBe('Import 2 files')
      const [meeting] = store.meetings()
      const [passage] = store.meeting(meeting?.id ?? '').passages
      store.relabel([passage?.id ?? ''], { focus: 'numbers', fromCustomers: false })
      store.undo()
      store.redo()
      store.undo()
      store.redo()
      const { jobs: undone } = await store.undoKeep([jobs[0] ?? ''])
      expect(undone).toMatchObject([{ state: 'review', documentId: null }])
      await store.undoKeep([jobs[1] ?? ''])
      expect(store.meetings()).toEqual([])
      expect(store.boards()).toEqual([])
      expect(jobs.map((id) => store.draft(id))).toEqual(before)
      expect(store.keepJobs(jobs).map((outcome) => outcome.outcome)).toEqual(['kept', 'kept'])
      expect(store.meetings()[0]).toMatchObject({ id: meeting?.id, settled: 1 })
      const step = store.undo()
      expect(step?.jobs.map((job) => job.state)).toEqual(['review', 'review'])
      expect(store.meetings()).toEqual([])
      expect(store.redo()?.jobs.map((job) => job.state)).toEqual(['kept', 'kept'])
      expect(store.meetings()[0]?.settled).toBe(1)
      expect((await store.verify()).problems).toEqual([])
    }))
})

describe('correcting a meeting', () => {
  test('joins the meeting already there, labels and all', () =>
    withStore(async (store, root) => {
      const agenda = await keep(store, root, 'agenda.pdf', AGENDA)
      const minutes = await keep(store, root, 'minutes.pdf', {
        ...MINUTES,
        date: '2025-01-15',
        board: 'Harbor',
      })
      const [passage] = store.meeting(minutes.meetingId).passages
      store.relabel([passage?.id ?? ''], { focus: 'other', fromCustomers: false })
      const { id } = store.updateMeeting(minutes.meetingId, { board: 'Harbour Board', date: '2025-01-14' })
      expect(id).toBe(agenda.meetingId)
      expect(store.boards().map((board) => board.name)).toEqual(['Harbour Board'])
      expect(store.meeting(id)).toMatchObject({
        settled: 1,
        documents: [{ kind: 'agenda' }, { kind: 'minutes' }],
      })
      store.undo()
      expect(store.meeting(id).settled).toBe(0)
      expect(() => store.meeting(minutes.meetingId)).toThrow(expect.objectContaining({ code: 'not-found' }))
    }))

  test('a board cannot take the name of another', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'a.pdf', MINUTES)
      await keep(store, root, 'b.pdf', { ...MINUTES, board: 'Audit Committee' })
      const [audit] = store.boards()
      expect(() => store.updateBoard(audit?.id ?? '', { name: 'harbour-board' })).toThrow(
        expect.objectContaining({ code: 'conflict' }),
      )
      expect(
        store.updateBoard(audit?.id ?? '', { name: 'Audit', target: 0.3, customerTerms: ['riders'] }),
      ).toMatchObject({ name: 'Audit', target: 0.3, customerTerms: ['riders'] })
      expect(store.updateBoard(audit?.id ?? '', { target: null }).target).toBeNull()
    }))
})

describe('originals', () => {
  test('are kept byte for byte under their hash, and the source is left alone', () =>
    withStore(async (store, root) => {
      const path = join(root, 'source.pdf')
      const bytes = Buffer.from(Array.from({ length: 3_000_001 }, (_, index) => index % 251))
      writeFileSync(path, bytes, { mode: 0o400 })
      const before = statSync(path)
      const { sha256 } = await store.storeOriginal(path)
      const stored = store.originalPath(sha256) ?? ''
      expect(stored).toContain(join('originals', sha256.slice(0, 2), sha256))
      expect(readFileSync(stored).equals(bytes)).toBe(true)
      expect(statSync(stored).mode & 0o777).toBe(0o600)
      expect(statSync(path)).toMatchObject({ mtimeMs: before.mtimeMs, size: before.size, mode: before.mode })
      const inode = statSync(stored).ino
      const writer = await store.writeOriginal()
      await writer.append(bytes.subarray(0, 1_000_000))
      await writer.append(bytes.subarray(1_000_000))
      expect(await writer.finish()).toEqual({ sha256, bytes: bytes.length })
      expect(statSync(stored).ino).toBe(inode)
      expect(store.originalPath('../../etc/passwd')).toBeNull()
    }))

  test('an upload given up leaves nothing', () =>
    withStore(async (store) => {
      const writer = await store.writeOriginal()
      await writer.append(new TextEncoder().encode('half a file with canary-upload'))
      await writer.discard()
      expect(filesHolding(store.folder, 'canary-upload')).toEqual([])
    }))
})

describe('jobs', () => {
  test('go on after a restart, end, and are cleared with what only they needed', () =>
    withStore(async (store, root) => {
      const path = join(root, 'a.txt')
      writeFileSync(path, 'canary-job-bytes')
      const { sha256, bytes } = await store.storeOriginal(path)
      const job = store.addJob({ name: 'a.txt', bytes, sha256 })
      store.updateJob(job.id, { state: 'classifying' })
      expect(store.resumeJobs().map((each) => each.id)).toEqual([job.id])
      store.updateJob(job.id, {
        state: 'refused',
        result: 'refused',
        code: 'damaged',
        message: 'It is damaged.',
      })
      expect(importJobSchema.parse(store.job(job.id))).toMatchObject({ progress: 1, code: 'damaged' })
      const [discarded] = await store.discardJobs([job.id])
      expect(discarded?.state).toBe('discarded')
      expect(store.originalPath(sha256)).toBeNull()
      expect(await store.clearEndedJobs()).toEqual([])
      expect(existsSync(path)).toBe(true)
    }))
})

describe('reading back', () => {
  test('a page shows its blocks and passages; a trend tells absent meetings', () =>
    withStore(async (store, root) => {
      const kept = await keep(store, root, 'minutes.pdf', MINUTES)
      await keep(store, root, 'agenda.pdf', { ...AGENDA, date: '2025-02-11' })
      const page = documentPageSchema.parse(store.documentPage(kept.documentId, 1))
      expect(page.blocks.map((entry) => entry.index)).toEqual([0, 1, 2])
      expect(page.passages.map((entry) => entry.block)).toEqual([1, 2])
      expect(() => store.documentPage(kept.documentId, 3)).toThrow(
        expect.objectContaining({ code: 'not-found' }),
      )
      const boardId = store.boards()[0]?.id ?? ''
      const trend = boardTrendSchema.parse(store.trend(boardId, 'planned'))
      expect(trend.meetings.map((point) => point.date)).toEqual(['2025-02-11'])
      expect(trend.absent.map((meeting) => meeting.date)).toEqual(['2025-01-14'])
      expect(trend.trend.verdict).toBe('too few meetings')
    }))

  test('a fresh reading of the same original keeps labels on equal words', () =>
    withStore(async (store, root) => {
      const kept = await keep(store, root, 'minutes.pdf', MINUTES)
      const [passage] = store.meeting(kept.meetingId).passages
      store.relabel([passage?.id ?? ''], { focus: 'other', fromCustomers: false })
      const [entry] = store.documentsOf(store.boards()[0]?.id ?? '')
      const draft = (await import('./library-fixture.ts')).makeDraft({
        ...MINUTES,
        items: [{ ...MINUTES.items?.[0], title: 'Members survey' }],
      })
      store.replaceAnalysis(entry?.id ?? '', draft)
      expect(store.meeting(kept.meetingId).passages.map((each) => each.human?.focus ?? null)).toEqual([
        'other',
        null,
      ])
      expect((await store.verify()).problems).toEqual([])
    }))
})
