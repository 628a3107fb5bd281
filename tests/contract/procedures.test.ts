import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createServiceClient } from '../../renderer/host/service-client.ts'
import { serviceEventSchema } from '../../shared/contract/events.ts'
import type { ServiceEvent } from '../../shared/contract/events.ts'
import { procedureNames, UPLOAD_CHUNK_BYTES } from '../../shared/contract/procedures.ts'
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../shared/contract/procedures.ts'
import type { ImportJob } from '../../shared/model/library.ts'
import { paper } from './support/fake-analysis.ts'
import { hosts } from './support/hosts.ts'
import type { TestHost } from './support/hosts.ts'
import { openTestService } from './support/test-service.ts'
import type { TestService } from './support/test-service.ts'

const BOARD = 'Larkmoor Water'
const sampleFolder = mkdtempSync(join(tmpdir(), 'empty-chair-sample-'))

/** A sample board of two meetings, where the service looks for it. */
function writeSampleBoard(): string {
  mkdirSync(join(sampleFolder, 'documents/2025-01'), { recursive: true })
  const board = { name: 'Sample Society', customerTerms: ['readers'], target: 0.3 }
  writeFileSync(join(sampleFolder, 'board.json'), JSON.stringify(board))
  const file = (path: string, date: string) =>
    writeFileSync(join(sampleFolder, 'documents', path), paper({ board: 'The Committee of Something', date }))
  file('2025-01/minutes.txt', '2025-01-10')
  file('minutes.txt', '2025-02-10')
  return sampleFolder
}

afterAll(() => rmSync(sampleFolder, { recursive: true, force: true }))

describe.each(hosts)('the contract over %s', (_name, startHost) => {
  let opened: TestService
  let host: TestHost
  const asked = new Set<ProcedureName>()

  beforeEach(async () => {
    opened = openTestService({ sampleFolder: writeSampleBoard() })
    host = await startHost(opened.service, opened.folder)
  })
  afterEach(async () => {
    await host.close()
    await opened.remove()
  })

  /** Asks as the app's page does, with its own client: reply and value must have the contract's shape. */
  function ask<N extends ProcedureName>(name: N, input: ProcedureInput<N>): Promise<ProcedureOutput<N>> {
    asked.add(name)
    return createServiceClient(host.bridge).call(name, input)
  }
  async function upload(name: string, bytes: Uint8Array): Promise<string> {
    const { uploadId } = await ask('uploads.begin', { name, bytes: bytes.byteLength })
    for (let offset = 0; offset < bytes.byteLength; offset += UPLOAD_CHUNK_BYTES)
      await ask('uploads.append', {
        uploadId,
        offset,
        bytes: bytes.slice(offset, offset + UPLOAD_CHUNK_BYTES),
      })
    return (await ask('uploads.finish', { uploadId })).jobId
  }
  async function settled(id: string): Promise<ImportJob> {
    await opened.service.imports.settled(id)
    await new Promise((resolve) => setImmediate(resolve))
    const job = (await ask('imports.list', {})).find((one) => one.id === id)
    if (!job) throw new Error('The job is gone')
    return job
  }
  async function keep(name: string, bytes: Uint8Array): Promise<ImportJob> {
    const id = await upload(name, bytes)
    expect(await settled(id)).toMatchObject({ state: 'review' })
    const [job] = await ask('imports.keep', { ids: [id] })
    if (!job) throw new Error('Nothing was kept')
    return job
  }

  test('says what it is', async () => {
    expect(await ask('app.info', {})).toEqual({
      version: '9.9.9',
      host: 'command line',
      model: { version: '1', hash: 'abc' },
      carefulModel: null,
      libraryIsEmpty: true,
    })
    expect(await ask('refining.state', {})).toEqual({ passagesLeft: 0, documentsLeft: 0 })
  })

  test('takes a file from upload over review into a meeting, a trend and the search', async () => {
    const job = await keep('minutes.txt', paper({ board: BOARD, date: '2025-03-04' }))
    expect(job).toMatchObject({
      state: 'kept',
      board: BOARD,
      date: '2025-03-04',
      kind: 'minutes',
      progress: 1,
    })
    const [board] = await ask('boards.list', {})
    const [meeting] = await ask('meetings.list', {})
    if (!board || !meeting) throw new Error('Nothing was stored')
    expect(board).toMatchObject({ name: BOARD, meetings: 1 })
    expect(await ask('meetings.list', { boardId: board.id })).toHaveLength(1)
    const detail = await ask('meetings.get', { id: meeting.id })
    expect(detail.items.map((item) => item.title)).toEqual(['The survey'])
    const trend = await ask('trend.get', { boardId: board.id, lens: 'record' })
    expect(trend.meetings.map((point) => point.date)).toEqual(['2025-03-04'])
    expect((await ask('search.passages', { text: 'wait' })).hits[0]).toMatchObject({ board: BOARD })
    const [document] = detail.documents
    if (!document) throw new Error('No document')
    const page = await ask('documents.page', { id: document.id, page: 1 })
    expect(page.passages).toHaveLength(1)
    expect(await ask('app.info', {})).toMatchObject({ libraryIsEmpty: false })
  })

  test('shows exactly what keeping would store, also after corrections', async () => {
    const id = await upload('paper.txt', paper({ board: 'Some Body', date: '2025-01-01' }))
    await settled(id)
    await ask('imports.update', { ids: [id], board: BOARD, date: '2025-02-02', kind: 'agenda' })
    const preview = await ask('imports.preview', { id })
    expect(preview.analysis).toMatchObject({
      kind: 'agenda',
      body: { value: BOARD },
      date: { value: '2025-02-02' },
    })
    const [kept] = await ask('imports.keep', { ids: [id] })
    const meeting = await ask('meetings.get', { id: kept?.meetingId ?? '' })
    expect(meeting).toMatchObject({ board: BOARD, date: '2025-02-02' })
    expect(meeting.documents[0]?.kind).toBe('agenda')
    expect(meeting.measures.planned?.shares).toEqual(preview.analysis.measures.planned?.shares)
    expect(meeting.measures.record).toEqual(preview.analysis.measures.record)
  })

  test('relabels, undoes and redoes', async () => {
    const { meetingId } = await keep('m.txt', paper({ board: BOARD, date: '2025-03-04' }))
    const passage = async () => (await ask('meetings.get', { id: meetingId ?? '' })).passages[0]
    const id = (await passage())?.id ?? ''
    const { change } = await ask('passages.relabel', {
      ids: [id],
      label: { focus: 'numbers', fromCustomers: false },
    })
    expect(change.canUndo).toBe(true)
    expect((await passage())?.human).toEqual({ focus: 'numbers', fromCustomers: false })
    expect((await ask('history.state', {})).undo).not.toBeNull()
    await ask('history.undo', {})
    expect((await passage())?.human).toBeNull()
    await ask('history.redo', {})
    expect((await passage())?.human?.focus).toBe('numbers')
  })

  test('learns from labels: shown, applied, switched, undone, exported and forgotten', async () => {
    const { meetingId: firstId } = await keep('a.txt', paper({ board: BOARD, date: '2025-03-04' }))
    const { meetingId: secondId } = await keep('b.txt', paper({ board: BOARD, date: '2025-04-04' }))
    const first = async (id: string | null) => {
      const [passage] = (await ask('meetings.get', { id: id ?? '' })).passages
      if (!passage) throw new Error('No passage')
      return passage
    }
    expect(await ask('learning.preview', {})).toEqual({ preview: null, cancelled: false })
    await ask('learning.cancel', {})
    expect((await ask('learning.export', {})).model).toBeNull()
    const machine = await first(secondId)
    const to = machine.focus === 'numbers' ? 'procedural' : 'numbers'
    await ask('passages.relabel', {
      ids: [(await first(firstId)).id],
      label: { focus: to, fromCustomers: false },
    })
    const { preview } = await ask('learning.preview', {})
    expect(preview?.changes).toMatchObject([
      { passageId: machine.id, from: machine.focus, to, sameWords: true },
    ])
    await expect(ask('learning.apply', { modelId: 'another' })).rejects.toMatchObject({ code: 'conflict' })
    expect((await ask('learning.apply', { modelId: preview?.modelId ?? '' })).change.canUndo).toBe(true)
    expect(await first(secondId)).toMatchObject({
      focus: to,
      human: null,
      learned: { machine: machine.focus },
    })
    expect(await ask('learning.state', {})).toMatchObject({ on: true, changed: 1, learned: { labels: 1 } })
    await ask('learning.use', { on: false })
    expect(await first(secondId)).toEqual(machine)
    expect((await ask('history.undo', {})).change?.label).toBe('Switch learning off')
    expect((await first(secondId)).focus).toBe(to)
    expect((await ask('learning.export', {})).model?.labels).toBe(1)
    expect(await ask('learning.accuracy', {})).toMatchObject({ labels: 1, machine: { agreed: 0 } })
    await ask('learning.reset', {})
    expect(await first(secondId)).toEqual(machine)
    expect((await first(firstId)).human?.focus).toBe(to)
  })

  test('corrects a meeting, removes a document and a meeting', async () => {
    const first = await keep('a.txt', paper({ board: BOARD, date: '2025-03-04' }))
    const second = await keep('b.txt', paper({ board: BOARD, date: '2025-05-06', kind: 'agenda' }))
    const moved = await ask('meetings.update', { id: second.meetingId ?? '', date: '2025-03-04' })
    expect(moved.id).toBe(first.meetingId)
    expect(await ask('meetings.list', {})).toHaveLength(1)
    await ask('documents.remove', { id: second.documentId ?? '' })
    expect((await ask('meetings.get', { id: moved.id })).documents).toHaveLength(1)
    await ask('meetings.remove', { id: moved.id })
    expect(await ask('meetings.list', {})).toEqual([])
  })

  test('undoes a keep, discards, cancels, retries and clears', async () => {
    const kept = await keep('a.txt', paper({ board: BOARD, date: '2025-03-04' }))
    const [undone] = await ask('imports.undo', { ids: [kept.id] })
    expect(undone?.state).toBe('review')
    expect(await ask('meetings.list', {})).toEqual([])
    const [discarded] = await ask('imports.discard', { ids: [kept.id] })
    expect(discarded?.state).toBe('discarded')

    const waiting = await upload('slow.txt', paper({ board: BOARD, date: '2025-03-05', also: 'wait' }))
    const [cancelled] = await ask('imports.cancel', { ids: [waiting] })
    expect(cancelled).toMatchObject({ state: 'cancelled', result: 'refused', code: 'cancelled' })
    const [again] = await ask('imports.retry', { ids: [waiting] })
    expect(['waiting', 'reading']).toContain(again?.state)
    await expect.poll(() => opened.reader.asked.length).toBeGreaterThanOrEqual(2)
    const release = setInterval(() => opened.reader.release(), 5)
    expect(await settled(waiting)).toMatchObject({ state: 'review' })
    clearInterval(release)
    expect((await ask('imports.clear', {})).map((job) => job.id)).toEqual([waiting])
  })

  test('refuses what cannot be read, and says so as a result', async () => {
    const id = await upload('bad.pdf', paper({ also: 'refuse: encrypted' }))
    expect(await settled(id)).toMatchObject({ state: 'refused', result: 'refused', code: 'encrypted' })
    expect(await ask('meetings.list', {})).toEqual([])
  })

  test('shows the stored original in pieces, and how a page may draw it', async () => {
    const bytes = paper({ board: BOARD, date: '2025-03-04' })
    const { documentId } = await keep('a.txt', bytes)
    const id = documentId ?? ''
    const info = await ask('originals.info', { documentId: id })
    expect(info).toMatchObject({ shape: 'text-only', bytes: bytes.byteLength })
    const piece = (offset: number, length: number) =>
      ask('originals.piece', { documentId: id, offset, length })
    expect((await piece(0, 5)).bytes).toEqual(bytes.slice(0, 5))
    expect((await piece(5, UPLOAD_CHUNK_BYTES)).bytes).toEqual(bytes.slice(5))
    expect((await piece(bytes.byteLength + 1, 5)).bytes).toHaveLength(0)
    const font = await ask('originals.resource', { kind: 'font', name: 'FoxitFixed.pfb' })
    expect(font.bytes.byteLength).toBeGreaterThan(1000)
  })

  test.each([
    ['originals.info', { documentId: 'nosuchdocument' }, 'not-found'],
    ['originals.piece', { documentId: 'nosuchdocument', offset: 0, length: 8 }, 'not-found'],
    ['originals.piece', { documentId: 'nosuchdocument', offset: 0, length: 2 ** 30 }, 'bad-request'],
    ['originals.resource', { kind: 'font', name: '../../../package.json' }, 'bad-request'],
    ['originals.resource', { kind: 'font', name: '..' }, 'not-found'],
    ['originals.resource', { kind: 'character-map', name: 'FoxitFixed.pfb' }, 'not-found'],
  ])('hands out nothing else: %s %j', async (name, input, code) => {
    expect(await host.bridge.call(name, input)).toMatchObject({ ok: false, failure: { code } })
  })

  test('asks for the password of a protected file, and tries it once', async () => {
    const bytes = paper({ board: BOARD, date: '2025-03-04', also: 'password: sesame' })
    const id = await upload('locked.pdf', bytes)
    expect(await settled(id)).toMatchObject({ state: 'refused', code: 'encrypted' })
    await ask('imports.unlock', { id, password: 'wrong' })
    const refused = await settled(id)
    expect(refused).toMatchObject({ state: 'refused', code: 'encrypted' })
    expect(refused.message).toContain('does not open')
    await ask('imports.retry', { ids: [id] })
    expect((await settled(id)).message).not.toContain('does not open')
    await ask('imports.unlock', { id, password: 'sesame' })
    expect(await settled(id)).toMatchObject({ state: 'review', code: null, board: BOARD })
    await expect(ask('imports.unlock', { id, password: 'sesame' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('knows the same bytes again, in the library and in the queue', async () => {
    const bytes = paper({ board: BOARD, date: '2025-03-04' })
    const first = await keep('a.txt', bytes)
    const again = await settled(await upload('copy.txt', bytes))
    expect(again).toMatchObject({ state: 'refused', code: 'duplicate' })
    expect(again.duplicateOf).toMatchObject({ documentId: first.documentId, name: 'a.txt' })

    const other = paper({ board: BOARD, date: '2025-07-08' })
    const [one, two] = await Promise.all([upload('x.txt', other), upload('y.txt', other)])
    const states = [(await settled(one)).state, (await settled(two)).state]
    expect(states.toSorted()).toEqual(['refused', 'review'])
  })

  test('tells what changes', async () => {
    const heard: ServiceEvent[] = []
    const stop = host.bridge.subscribe((event) => heard.push(serviceEventSchema.parse(event)))
    await host.listening()
    await keep('a.txt', paper({ board: BOARD, date: '2025-03-04' }))
    await expect.poll(() => heard.some((event) => event.type === 'library-changed')).toBe(true)
    const states = heard.flatMap((event) => (event.type === 'import-changed' ? [event.job.state] : []))
    const firsts = [...new Set(states)]
    expect(firsts).toEqual(['waiting', 'reading', 'structuring', 'classifying', 'review', 'kept'])
    const progress = heard.flatMap((event) => (event.type === 'import-changed' ? [event.job.progress] : []))
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    stop()
  })

  test.each([
    ['meetings.get', { id: 'nosuchmeeting' }, 'not-found'],
    ['documents.page', { id: 'nosuchdocument', page: 1 }, 'not-found'],
    ['boards.update', { id: 'nosuchboard', name: 'X' }, 'not-found'],
    ['boards.words', { boardId: 'nosuchboard' }, 'not-found'],
    ['boards.setTitles', { boardId: 'nosuchboard', roles: [] }, 'not-found'],
    ['boards.setTitles', { boardId: 'nosuchboard', roles: [{ title: ' ', role: 'topic' }] }, 'bad-request'],
    ['imports.preview', { id: 'nosuchjob1' }, 'not-found'],
    ['corrections.item', { of: { meetingId: 'nosuchmeeting' }, ref: 'i0', set: { lead: 'X' } }, 'not-found'],
    ['corrections.item', { of: { jobId: 'nosuchjob1' }, ref: 'i0', set: { title: '' } }, 'bad-request'],
    ['corrections.window', { of: { jobId: 'nosuchjob1' }, set: { plannedStart: '25:00' } }, 'bad-request'],
    ['passages.twins', { ids: ['../../etc'] }, 'bad-request'],
    ['uploads.finish', { uploadId: 'nosuchupload' }, 'not-found'],
    ['meetings.get', { id: '../../etc/passwd' }, 'bad-request'],
    ['meetings.get', {}, 'bad-request'],
    ['no.such.procedure', {}, 'bad-request'],
    ['__proto__', {}, 'bad-request'],
    ['constructor', {}, 'bad-request'],
    ['boards.list', { extra: 1 }, 'bad-request'],
    ['search.passages', { text: '' }, 'bad-request'],
    ['uploads.begin', { name: 'x', bytes: 600 * 1024 * 1024 }, 'bad-request'],
  ])('answers %s %j with %s', async (name, input, code) => {
    expect(await host.bridge.call(name, input)).toEqual({
      ok: false,
      failure: { code, message: expect.any(String) },
    })
  })

  test('sets a board up, in words that a second board cannot have', async () => {
    await keep('a.txt', paper({ board: BOARD, date: '2025-03-04' }))
    await keep('b.txt', paper({ board: 'Hollin Housing', date: '2025-03-05' }))
    const boards = await ask('boards.list', {})
    const larkmoor = boards.find((board) => board.name === BOARD)
    const wanted = {
      name: 'Larkmoor',
      customerTerms: ['households'],
      target: 0.4,
      dateOrder: 'day-first' as const,
    }
    expect(await ask('boards.update', { id: larkmoor?.id ?? '', ...wanted })).toMatchObject(wanted)
    await expect(
      ask('boards.update', { id: larkmoor?.id ?? '', name: 'HOLLIN  housing' }),
    ).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('says which words and titles a board uses, and counts them as the board says', async () => {
    const items = [
      ['Tenants’ letters', 20, 'customer', 'Tenants wrote. The tenants of Mill Lane asked for lights.'],
      ['Weekly round', 40, 'other', 'The round was made.'],
    ] as const
    const first = await keep('a.txt', paper({ board: BOARD, date: '2025-03-04', items }))
    await keep('b.txt', paper({ board: BOARD, date: '2025-04-04', items }))
    const [board] = await ask('boards.list', {})
    const boardId = board?.id ?? ''
    const { suggestions } = await ask('boards.words', { boardId })
    expect(suggestions).toMatchObject([{ word: 'tenants', documents: 2 }])
    expect(suggestions[0]?.example.meetingId).toBe(first.meetingId)
    await ask('boards.dismissWord', { boardId, word: 'tenants', dismissed: true })
    expect(await ask('boards.words', { boardId })).toEqual({ suggestions: [], dismissed: ['tenants'] })
    expect((await ask('history.undo', {})).change?.label).toBe('Dismiss a word')
    expect((await ask('boards.words', { boardId })).dismissed).toEqual([])

    const { titles } = await ask('boards.titles', { boardId })
    expect(titles.map(({ title, items: count, role }) => [title, count, role])).toEqual([
      ['Tenants’ letters', 2, 'topic'],
      ['Weekly round', 2, 'topic'],
    ])
    const roles = [{ title: 'Weekly round', role: 'procedural' as const }]
    const preview = await ask('boards.previewTitles', { boardId, roles })
    expect(preview).toMatchObject({ items: 2, meetings: 2 })
    expect(preview.shares.map(({ lens, before, after }) => [lens, after > before])).toEqual([
      ['planned', true],
      ['record', false],
    ])
    const before = await ask('meetings.get', { id: first.meetingId ?? '' })
    await ask('boards.setTitles', { boardId, roles })
    const after = await ask('meetings.get', { id: first.meetingId ?? '' })
    expect(after.measures.planned?.shares.customer.mid).toBeGreaterThan(
      before.measures.planned?.shares.customer.mid ?? 1,
    )
    await ask('history.undo', {})
    expect(await ask('meetings.get', { id: first.meetingId ?? '' })).toEqual(before)

    await ask('boards.update', { id: boardId, customerTerms: ['tenants'] })
    expect((await ask('boards.words', { boardId })).suggestions).toEqual([])
    expect((await ask('history.undo', {})).change?.label).toBe(`Change the settings of ${BOARD}`)
    expect((await ask('boards.list', {}))[0]?.customerTerms).toEqual([])
  })

  test('lets a person correct what was read, in review and after', async () => {
    const facts = { board: BOARD, date: '2025-03-04', kind: 'agenda' }
    const jobId = await upload('agenda.txt', paper(facts))
    await settled(jobId)
    const inReview = { jobId }
    const set = { plannedMinutes: 35, lead: 'A. Marsh' }
    expect(await ask('corrections.item', { of: inReview, ref: 'i0', set })).toMatchObject({
      change: { label: 'Correct an item', canUndo: true },
    })
    await ask('corrections.window', { of: inReview, set: { plannedStart: '09:00', plannedEnd: '11:00' } })
    const preview = await ask('imports.preview', { id: jobId })
    expect(preview.analysis.items[0]).toMatchObject({
      lead: 'A. Marsh',
      planned: { minutes: 35, basis: 'human' },
    })
    expect(preview.corrections).toMatchObject({
      items: [{ ref: 'i0', mark: { fields: ['lead', 'plannedMinutes'], asRead: { plannedMinutes: 20 } } }],
      window: { fields: ['plannedStart', 'plannedEnd'] },
    })
    const [job] = await ask('imports.keep', { ids: [jobId] })
    const meetingId = job?.meetingId ?? ''
    const of = { meetingId }
    const meeting = () => ask('meetings.get', { id: meetingId })
    expect((await meeting()).items[0]).toMatchObject({ lead: 'A. Marsh', planned: { basis: 'human' } })
    await expect(ask('corrections.item', { of: inReview, ref: 'i0', set })).rejects.toMatchObject({
      code: 'conflict',
    })

    const ref = (await meeting()).items[0]?.id ?? ''
    await ask('corrections.restore', { of, on: 'item', ref })
    expect((await meeting()).items[0]).toMatchObject({ lead: null, planned: { minutes: 20 }, human: null })
    const item = await ask('corrections.add-item', {
      of,
      after: ref,
      values: {
        number: '2',
        title: 'Complaints',
        lead: null,
        purpose: null,
        role: 'topic',
        deferred: false,
        plannedStart: null,
        plannedMinutes: 10,
        recordedStart: null,
        recordedMinutes: null,
      },
    })
    const action = await ask('corrections.add-action', {
      of,
      item: item.ref,
      values: { text: 'Ring those who wait', owner: null, due: null, status: 'open' },
    })
    await ask('corrections.action', { of, ref: action.ref, set: { owner: 'A. Marsh' } })
    expect((await meeting()).actions).toMatchObject([
      { id: action.ref, owner: 'A. Marsh', meetingItemId: item.ref },
    ])
    await ask('corrections.remove', { of, on: 'item', ref })
    expect((await meeting()).items.map(({ title }) => title)).toEqual(['Complaints'])
    await ask('corrections.drop', { of, id: action.ref })
    expect((await meeting()).actions).toEqual([])
    expect(await ask('history.undo', {})).toMatchObject({ change: { label: 'Give up a correction' } })
    expect((await meeting()).actions).toHaveLength(1)
  })

  test('says where the same words stand as well', async () => {
    const first = await keep('a.txt', paper({ board: BOARD, date: '2025-03-04' }))
    await keep('b.txt', paper({ board: BOARD, date: '2025-04-08' }))
    const [passage] = (await ask('meetings.get', { id: first.meetingId ?? '' })).passages
    expect(await ask('passages.twins', { ids: [passage?.id ?? ''] })).toMatchObject({
      total: 1,
      passages: [{ board: BOARD, date: '2025-04-08', item: 'The survey', human: null }],
    })
  })

  test('imports the sample board and keeps it', async () => {
    const { jobIds } = await ask('sample.import', {})
    await Promise.all(jobIds.map(settled))
    expect(await ask('boards.list', {})).toMatchObject([
      { name: 'Sample Society', customerTerms: ['readers'], target: 0.3, meetings: 2 },
    ])
  })

  test('makes the chair’s report as a file', async () => {
    await keep('a.txt', paper({ board: BOARD, date: '2025-03-04' }))
    const [board] = await ask('boards.list', {})
    const { name, type, bytes } = await ask('report.make', { boardId: board?.id ?? '', format: 'html' })
    expect([name, type]).toEqual([expect.stringMatching(/^larkmoor-water-report-.*\.html$/), 'text/html'])
    expect(new TextDecoder().decode(bytes)).toContain('Customers said they wait too long.')
  })

  test('keeps notes on a board’s axis of time, and takes each change back', async () => {
    await keep('a.txt', paper({ board: BOARD, date: '2025-03-04' }))
    const [board] = await ask('boards.list', {})
    const boardId = board?.id ?? ''
    const list = () => ask('annotations.list', { boardId })
    const { annotation } = await ask('annotations.add', { boardId, date: '2025-04-01', text: ' New chair ' })
    expect(annotation).toMatchObject({ date: '2025-04-01', text: 'New chair' })
    await ask('annotations.update', { id: annotation.id, date: '2025-04-02', text: 'New chair: A. Ferrow' })
    await ask('annotations.remove', { id: annotation.id })
    expect(await list()).toEqual([])
    expect((await ask('history.undo', {})).change?.label).toBe('Remove a note from the trend')
    expect(await list()).toMatchObject([{ date: '2025-04-02', text: 'New chair: A. Ferrow' }])
    await ask('history.undo', {})
    expect(await list()).toMatchObject([{ date: '2025-04-01', text: 'New chair' }])
    await ask('history.undo', {})
    expect(await list()).toEqual([])
    await ask('history.redo', {})
    expect(await list()).toHaveLength(1)
    await expect(
      ask('annotations.add', { boardId: 'deadbeefdeadbeef', date: '2025-04-01', text: 'x' }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('backs the library up, reads the backup out, takes it in again and puts it back', async () => {
    const library = () => ask('library.state', {})
    await keep('a.txt', paper({ board: BOARD, date: '2025-03-04' }))
    const made = await ask('backups.make', {})
    if (!made) throw new Error('No backup')
    expect(made).toMatchObject({ kind: 'whole', meetings: 1, documents: 1, appVersion: '9.9.9' })
    expect((await library()).backups).toEqual([made])
    expect(await ask('backups.check', { name: made.name })).toEqual(made)

    const { bytes, total } = await ask('backups.read', { name: made.name, offset: 0 })
    expect(total).toBe(made.bytes)
    expect((await ask('backups.read', { name: made.name, offset: total })).bytes).toHaveLength(0)
    await ask('backups.remove', { name: made.name })
    const { uploadId } = await ask('uploads.begin', { name: 'copy', bytes: total })
    await ask('uploads.append', { uploadId, offset: 0, bytes })
    const taken = await ask('backups.take', { uploadId })
    if (!taken) throw new Error('Not taken')
    expect(taken).toMatchObject({ kind: 'whole', meetings: 1 })

    await keep('b.txt', paper({ board: BOARD, date: '2025-04-04' }))
    const dates = async () => (await ask('meetings.list', {})).map(({ date }) => date)
    await ask('backups.restore', { name: taken.name })
    await expect.poll(dates).toEqual(['2025-03-04'])
    expect(await library()).toMatchObject({ meetings: 1, hasEarlier: true, work: null })
    expect((await ask('library.verify', {})).problems).toEqual([])
    await ask('library.return', {})
    await expect.poll(dates).toEqual(['2025-03-04', '2025-04-04'])
    await ask('library.forgetEarlier', {})
    expect(await library()).toMatchObject({ meetings: 2, hasEarlier: false })
    await expect(ask('library.return', {})).rejects.toMatchObject({ code: 'not-found' })
    await ask('backups.cancel', {})
    await ask('library.erase', { confirmation: 'erase' })
    await expect.poll(dates).toEqual([])
    expect(await library()).toMatchObject({ documents: 0, backups: [] })
  })

  test('takes no file for a backup that is none', async () => {
    const { uploadId } = await ask('uploads.begin', { name: 'copy', bytes: 3 })
    await ask('uploads.append', { uploadId, offset: 0, bytes: new Uint8Array([1, 2, 3]) })
    await expect(ask('backups.take', { uploadId })).rejects.toMatchObject({ code: 'backup-damaged' })
    await expect(ask('backups.restore', { name: '../library.sqlite' })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await ask('library.state', {})).backups).toEqual([])
  })

  test('keeps a register of customers and finds them in the record', async () => {
    const items = [
      ['Visit', 20, 'customer', 'The Chair had visited Oddfield Mills and Oddfeild Mills replied.'],
      ['Survey', 10, 'customer', 'AGREED to ask the customers of Oddfield Mills again.'],
    ] as const
    await keep('m.txt', paper({ board: BOARD, date: '2025-03-04', items }))
    const [board] = await ask('boards.list', {})
    const boardId = board?.id ?? ''
    const fields = {
      name: 'Oddfield Mills',
      aliases: [],
      segment: 'Industry',
      value: 1200,
      lifetimeValue: null,
      currency: '£',
      owner: null,
      lastSeen: null,
      nextVisit: '2025-12-01',
      nextPurpose: '',
      notes: null,
    }
    const saved = await ask('customers.save', { id: null, fields })
    expect(saved).toMatchObject({ outcome: 'saved', change: { label: 'Add a customer', canUndo: true } })
    const twin = await ask('customers.save', { id: null, fields: { ...fields, name: 'ODDFIELD  mills' } })
    expect(twin).toEqual({ outcome: 'same-name', id: saved.id })

    const overview = await ask('customers.list', { boardId })
    expect(overview).toMatchObject({ documentsLeft: 0, record: { meetings: 1, withMinutes: 1 } })
    expect(overview.customers).toMatchObject([
      {
        name: 'Oddfield Mills',
        nextPurpose: null,
        attention: { passages: 2, meetings: 1, silentFor: 0, doubtful: 1 },
      },
    ])
    const doubtful = await ask('customers.doubtful', { boardId: null })
    expect(doubtful).toMatchObject({ total: 1, mentions: [{ doubt: 'near-spelling', settled: false }] })
    const [near] = doubtful.mentions
    const where = { customerId: saved.id, passageId: near?.passageId ?? '', start: near?.start ?? 0 }
    await ask('customers.judge', { ...where, verdict: 'is', everywhere: true })
    expect(await ask('customers.doubtful', { boardId: null })).toMatchObject({ total: 0 })
    const { mentions } = await ask('customers.mentions', { id: saved.id, boardId })
    expect(
      mentions.map((mention) => [mention.text.slice(mention.start, mention.end), mention.settled]),
    ).toEqual([
      ['Oddfield Mills', false],
      ['Oddfeild Mills', true],
      ['Oddfield Mills', false],
    ])
    await ask('history.undo', {})
    expect(await ask('customers.doubtful', { boardId: null })).toMatchObject({ total: 1 })

    const second = await ask('customers.save', {
      id: null,
      fields: { ...fields, name: 'Second & Co', value: null },
    })
    await ask('customers.order', { ids: [second.id, saved.id] })
    expect((await ask('customers.list', { boardId: null })).customers.map(({ id }) => id)).toEqual([
      second.id,
      saved.id,
    ])
    await ask('customers.archive', { ids: [second.id], archived: true })
    await ask('customers.remove', { ids: [second.id] })
    expect((await ask('customers.list', { boardId: null })).customers).toHaveLength(1)
    await ask('history.undo', {})
    expect((await ask('customers.list', { boardId: null })).customers).toMatchObject([
      { id: second.id, archived: true },
      { id: saved.id },
    ])

    const map = await ask('questionMap.get', { boardId })
    expect(map.questions).toHaveLength(8)
    expect(await ask('questionMap.passages', { boardId, question: 'who', meetingId: null })).toEqual([])
    const voice = await ask('voice.get', { boardId })
    expect(voice.decisions).toMatchObject([{ inputs: [] }])
    const [meeting] = map.meetings
    const passages = { boardId, meetingId: meeting?.id ?? '', kind: 'visit' as const }
    expect(await ask('voice.passages', passages)).toEqual([])
  })

  test('takes a table of customers only when no row is at fault', async () => {
    const table = 'Customer;Last visit;Annual value\r\nAlder;31/02/2025;£5k\r\nBirch;13/02/2025;"1,200"\r\n'
    const bytes = new TextEncoder().encode(table)
    const { uploadId } = await ask('uploads.begin', { name: 'register.csv', bytes: bytes.byteLength })
    await ask('uploads.append', { uploadId, offset: 0, bytes })
    const read = await ask('customers.readTable', { uploadId })
    if (read.result !== 'read') throw new Error('The table was refused')
    expect(read.preview).toMatchObject({
      name: 'register.csv',
      counts: { rows: 2, added: 1, faulty: 1 },
      rows: [{ row: 1, outcome: 'faulty', faults: [{ column: 1, code: 'impossible-date' }] }, { row: 2 }],
    })
    const { tableId } = read
    const { reading } = read.preview
    await expect(ask('customers.takeTable', { tableId, reading })).rejects.toMatchObject({ code: 'conflict' })
    const mended = { ...reading, edits: [{ row: 1, column: 1, text: '28/02/2025' }] }
    expect(await ask('customers.previewTable', { tableId, reading: mended })).toMatchObject({
      counts: { added: 2, faulty: 0 },
    })
    expect(await ask('customers.takeTable', { tableId, reading: mended })).toMatchObject({
      added: 2,
      updated: 0,
    })
    expect((await ask('customers.list', { boardId: null })).customers).toMatchObject([
      { name: 'Alder', lastSeen: '2025-02-28', value: 5000, currency: '£' },
      { name: 'Birch', lastSeen: '2025-02-13', value: 1200, currency: null },
    ])
    await ask('history.undo', {})
    expect((await ask('customers.list', { boardId: null })).customers).toEqual([])
    expect(await ask('customers.readTable', { text: ' \n' })).toMatchObject({
      result: 'refused',
      code: 'empty',
    })
    expect(opened.service.store.originalPath('0'.repeat(64))).toBeNull()
  })

  test('holds uploads to their size and order', async () => {
    const { uploadId } = await ask('uploads.begin', { name: 'a.txt', bytes: 4 })
    const piece = (offset: number, bytes: number[]) =>
      host.bridge.call('uploads.append', { uploadId, offset, bytes: new Uint8Array(bytes) })
    expect(await piece(2, [1])).toMatchObject({ ok: false, failure: { code: 'conflict' } })
    expect(await piece(0, [1, 2, 3, 4, 5])).toMatchObject({ ok: false, failure: { code: 'too-large' } })
    expect(await piece(0, [1, 2])).toMatchObject({ ok: true })
    expect(await host.bridge.call('uploads.finish', { uploadId })).toMatchObject({
      failure: { code: 'conflict' },
    })
    expect(await piece(2, [3, 4])).toMatchObject({ ok: true })
    expect(await host.bridge.call('uploads.finish', { uploadId })).toMatchObject({ ok: true })
    expect(await host.bridge.call('uploads.finish', { uploadId })).toMatchObject({
      failure: { code: 'not-found' },
    })
  })

  test('plans an agenda from the last one, keeps it, and writes it out', async () => {
    const items = [
      ['The survey', 20, 'customer', 'Customers said they wait too long.'],
      ['Budget', 40, 'numbers', 'Costs rose by 2 %.'],
    ] as const
    const { meetingId } = await keep(
      'agenda.txt',
      paper({ board: BOARD, date: '2025-03-04', kind: 'agenda', items }),
    )
    const [board] = await ask('boards.list', {})
    if (!board) throw new Error('No board')
    const boardId = board.id
    const started = await ask('planner.start', { boardId })
    expect(started.source).toMatchObject({ kind: 'meeting', meetingId })
    expect(started.settings).toMatchObject({ total: 60, target: 0.3 })
    const settings = { ...started.settings, target: 0.5, date: '2025-04-01', start: '09:00' }
    const content = await ask('planner.solve', { content: { ...started, settings } })
    expect(content.outcome).toMatchObject({ total: 60, reached: true })
    expect((await ask('planner.explain', { content })).changes).toEqual(content.changes)

    const saved = await ask('planner.save', { boardId, id: null, name: 'April', content })
    const again = await ask('planner.save', { boardId, id: saved.id, name: 'April, second try', content })
    expect(again.id).toBe(saved.id)
    expect(await ask('planner.list', { boardId })).toMatchObject([
      { id: saved.id, name: 'April, second try', total: 60 },
    ])
    expect((await ask('planner.open', { id: saved.id })).content).toEqual(content)
    for (const format of ['docx', 'pdf', 'md', 'ics'] as const) {
      const file = await ask('planner.export', { boardId, content, format })
      expect(file.name).toBe(`larkmoor-water-agenda-2025-04-01.${format}`)
      expect(file.bytes.byteLength).toBeGreaterThan(100)
    }
    const undated = { ...content, settings: { ...content.settings, date: null } }
    await expect(ask('planner.export', { boardId, content: undated, format: 'ics' })).rejects.toMatchObject({
      code: 'bad-request',
    })
    await ask('planner.remove', { id: saved.id })
    await expect(ask('planner.open', { id: saved.id })).rejects.toMatchObject({ code: 'not-found' })

    const questions = await ask('questions.get', { boardId })
    expect(questions).toMatchObject({ board: BOARD, meetingId, searched: 1 })
    expect(questions.questions.length).toBeLessThanOrEqual(10)
    expect((await ask('questions.export', { boardId, format: 'md' })).bytes.byteLength).toBeGreaterThan(50)
  })

  test('checks a draft without storing it, and keeps it only when asked', async () => {
    const bytes = paper({
      kind: 'paper',
      items: [['Fees', null, 'customer', 'Tenants will welcome the change.']],
    })
    const { draftId } = await ask('papers.begin', { name: 'fees.txt', bytes: bytes.byteLength })
    await expect(ask('papers.check', { draftId, boardId: null })).rejects.toMatchObject({ code: 'conflict' })
    await ask('papers.append', { draftId, offset: 0, bytes: new Uint8Array(bytes) })
    const outcome = await ask('papers.check', { draftId, boardId: null })
    if (outcome.kind !== 'checked') throw new Error('It was refused')
    expect(outcome.check.findings.map(({ kind }) => kind)).toEqual(['assertion-without-evidence'])
    expect(await ask('imports.list', {})).toEqual([])
    expect(await ask('app.info', {})).toMatchObject({ libraryIsEmpty: true })
    expect((await ask('papers.export', { check: outcome.check, format: 'docx' })).name).toBe(
      'paper-check-fees-txt.docx',
    )
    const { jobId } = await ask('papers.keep', { draftId })
    await settled(jobId)
    await ask('imports.update', { ids: [jobId], board: BOARD, date: '2025-05-05' })
    const [job] = await ask('imports.keep', { ids: [jobId] })
    const stored = await ask('papers.checkDocument', { documentId: job?.documentId ?? '' })
    expect(stored.findings).toEqual(outcome.check.findings)
    await ask('papers.discard', { draftId })
    await expect(ask('papers.keep', { draftId })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('follows actions over meetings: sets, joins, separates and writes them out', async () => {
    const add = async (file: string, date: string, text: string) => {
      const { meetingId } = await keep(file, paper({ board: BOARD, date }))
      const of = { meetingId: meetingId ?? '' }
      const item = (await ask('meetings.get', { id: of.meetingId })).items[0]?.id ?? ''
      const values = { text, owner: 'A. Marsh', due: '2025-05-01', status: 'open' as const }
      await ask('corrections.add-action', { of, item, values })
    }
    await add('a.txt', '2025-03-04', 'Ring the households that wait longest')
    await add('b.txt', '2025-04-08', 'Publish the repair times of every district')
    const list = () => ask('actions.list', {})
    const { boards, threads } = await list()
    expect(boards).toMatchObject([{ board: BOARD, meetings: 2, withActions: 2, leftOut: 0 }])
    expect(threads.map(({ text }) => text).toSorted()).toEqual([
      'Publish the repair times of every district',
      'Ring the households that wait longest',
    ])
    const ring = threads.find(({ text }) => text.startsWith('Ring'))
    const publish = threads.find(({ text }) => text.startsWith('Publish'))
    if (!ring || !publish) throw new Error('An action is missing')
    expect(ring).toMatchObject({ owner: { value: 'A. Marsh' }, due: { value: '2025-05-01' } })

    const measure = 'no household waits a week'
    expect(await ask('actions.set', { ids: [ring.id], patch: { state: 'done', measure } })).toMatchObject({
      change: { canUndo: true },
    })
    expect(await ask('actions.get', { id: ring.id })).toMatchObject({
      state: { value: 'done', basis: 'human' },
      measure: { value: { text: measure, rule: 'by hand' }, basis: 'human' },
    })
    await ask('history.undo', {})
    expect((await ask('actions.get', { id: ring.id })).state.basis).toBe('record')

    await ask('actions.join', { ids: [publish.id, ring.id] })
    expect((await list()).threads).toMatchObject([{ id: ring.id, mentions: 2, meetings: 2 }])
    expect(
      (await ask('actions.get', { id: ring.id })).history.map(({ joinedBecause }) => joinedBecause),
    ).toEqual([null, 'by hand'])
    await ask('actions.separate', { id: ring.id, mention: publish.id })
    const ids = (await list()).threads.map(({ id }) => id)
    expect(ids.toSorted()).toEqual([ring.id, publish.id].toSorted())
    for (const format of ['docx', 'pdf'] as const) {
      const file = await ask('actions.export', { ids, format })
      expect(file.name).toBe(`actions-by-owner.${format}`)
      expect(file.bytes.byteLength).toBeGreaterThan(500)
    }
    const gone = { id: `${'0'.repeat(16)}-mi${'0'.repeat(16)}` }
    await expect(ask('actions.get', gone)).rejects.toMatchObject({ code: 'not-found' })
    await expect(ask('actions.join', { ids: [ring.id, ring.id] })).rejects.toMatchObject({
      code: 'bad-request',
    })
  })

  test('asks what people believe and shows nothing of it before the end', async () => {
    await keep('m.txt', paper({ board: BOARD, date: '2025-03-04' }))
    const [board] = await ask('boards.list', {})
    const round = await ask('belief.start', {
      boardId: board?.id ?? '',
      name: 'Spring',
      askedOn: '2025-06-01',
      from: '2025-01-01',
      to: '2025-12-31',
      lens: 'record',
      discipline: 'closeness',
    })
    const { id } = round
    expect(round).toMatchObject({ name: 'Spring', closed: false, answers: 0 })
    for (const customerShare of [20, 30, 40])
      await ask('belief.answer', { roundId: id, role: 'board', answer: { customerShare } })
    for (const customerShare of [80, 90])
      await ask('belief.answer', { roundId: id, role: 'sales-person', answer: { customerShare } })
    const open = await ask('belief.result', { id })
    expect(open).toMatchObject({ round: { answers: 5 }, groups: null })
    expect(open.measured?.meetings).toHaveLength(1)
    await ask('belief.close', { id })
    const { groups } = await ask('belief.result', { id })
    const shown = groups?.filter(({ questions }) => questions.length > 0).map(({ group }) => group)
    expect(shown).toContain('board')
    expect(shown).not.toContain('sales-person')
    await expect(
      ask('belief.answer', { roundId: id, role: 'board', answer: { customerShare: 0 } }),
    ).rejects.toMatchObject({ code: 'conflict' })
    for (const format of ['docx', 'pdf'] as const)
      expect((await ask('belief.form', { id, format })).name).toBe(`questionnaire.${format}`)
    expect(await ask('belief.rounds', {})).toMatchObject([{ id, closed: true, answers: 5 }])
    await ask('belief.remove', { id })
    expect(await ask('belief.rounds', {})).toEqual([])
    await expect(ask('belief.result', { id })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('was asked for everything there is', () => {
    expect(procedureNames.filter((name) => !asked.has(name))).toEqual([])
  })
})
