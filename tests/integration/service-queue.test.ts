import { afterEach, describe, expect, test, vi } from 'vitest'
import { createFakeReader, paper } from '../contract/support/fake-analysis.ts'
import { openTestService } from '../contract/support/test-service.ts'
import type { TestService } from '../contract/support/test-service.ts'
import type { ImportHints } from '../../electron/service/import-hints.ts'
import type { ImportJob } from '../../shared/model/library.ts'

let opened: TestService | null = null

function open(...given: Parameters<typeof openTestService>): TestService {
  opened = openTestService(...given)
  return opened
}

afterEach(async () => {
  await opened?.remove()
  opened = null
})

async function add(name: string, bytes: Uint8Array, hints: Partial<ImportHints> = {}): Promise<ImportJob> {
  if (!opened) throw new Error('No service is open')
  const writer = await opened.service.store.writeOriginal()
  await writer.append(bytes)
  return opened.service.imports.add(name, await writer.finish(), hints)
}

async function settle(...ids: string[]): Promise<ImportJob[]> {
  const imports = opened?.service.imports
  if (!imports) throw new Error('No service is open')
  const underWay = () =>
    ids.filter((id) => !['review', 'kept', 'refused', 'cancelled'].includes(imports.job(id).state))
  await expect.poll(underWay, { timeout: 5000 }).toEqual([])
  return ids.map((id) => imports.job(id))
}

const folders = ['larkmoor-water']

describe('the import queue', () => {
  test('reads two files at a time, in the order they came', async () => {
    const { reader, service } = open()
    const jobs: ImportJob[] = []
    for (let n = 0; n < 4; n += 1)
      jobs.push(await add(`${n}.txt`, paper({ board: 'A B', date: `2025-0${n + 1}-01`, also: 'wait' })))
    await expect.poll(() => reader.asked.length).toBe(2)
    expect(reader.asked.map(({ fileName }) => fileName)).toEqual(['0.txt', '1.txt'])
    expect(service.imports.list().map((job) => job.state)).toEqual([
      'reading',
      'reading',
      'waiting',
      'waiting',
    ])
    reader.release()
    await expect.poll(() => reader.asked.length).toBe(4)
    reader.release()
    await settle(...jobs.map((job) => job.id))
  })

  test('a failure on the way to a file costs no file: it is tried again, and the others go on', async () => {
    const { service, log, reader } = open()
    const look = vi.spyOn(service.store, 'duplicateOf').mockImplementationOnce(() => {
      throw new Error('the library is busy')
    })
    const first = await add('a.txt', paper({ board: 'A B', date: '2025-01-01' }))
    const second = await add('b.txt', paper({ board: 'A B', date: '2025-02-01' }))
    const jobs = await settle(first.id, second.id)
    expect(jobs.map(({ state }) => state)).toEqual(['review', 'review'])
    expect(reader.asked).toHaveLength(2)
    expect(log.filter(({ event }) => event === 'queue-failed')).toHaveLength(1)
    look.mockRestore()
  })

  test('a file on whose way everything fails is refused in the end, and can be tried again', async () => {
    const { service } = open()
    const look = vi.spyOn(service.store, 'duplicateOf').mockImplementation(() => {
      throw new Error('the library is busy')
    })
    const { id } = await add('a.txt', paper({ board: 'A B', date: '2025-01-01' }))
    const [refused] = await settle(id)
    expect(refused).toMatchObject({ state: 'refused', code: 'worker-failed' })
    look.mockRestore()
    service.imports.retry([id])
    expect((await settle(id))[0]?.state).toBe('review')
  })

  test('goes on after a restart with what was waiting, under way, and in review', async () => {
    const first = open()
    const done = await add('done.txt', paper({ board: 'A B', date: '2025-01-01' }))
    await settle(done.id)
    const slow = await add('slow.txt', paper({ board: 'A B', date: '2025-02-01', also: 'wait' }), { folders })
    const other = await add('other.txt', paper({ board: 'A B', date: '2025-03-01', also: 'wait' }))
    const last = await add('last.txt', paper({ board: 'A B', date: '2025-04-01' }))
    await expect.poll(() => first.reader.asked.length).toBe(3)
    opened = await first.reopen()
    const { reader } = opened
    expect(opened.service.imports.job(done.id).state).toBe('review')
    // Two are read at a time: which of them is asked for first is nobody's concern.
    await expect
      .poll(() => reader.asked.map(({ fileName }) => fileName).toSorted())
      .toEqual(['other.txt', 'slow.txt'])
    reader.release()
    const jobs = await settle(slow.id, other.id, last.id)
    expect(jobs.map((job) => job.state)).toEqual(['review', 'review', 'review'])
  })

  test('keeps what a person said through a second reading', async () => {
    open()
    const job = await add('a.txt', paper({ board: 'Somebody', date: '2025-01-01' }))
    await settle(job.id)
    const kept = await add('b.txt', paper({ board: 'Larkmoor Water', date: '2025-02-01' }))
    await settle(kept.id)
    const { service, reader } = opened ?? open()
    service.imports.keep([kept.id])
    const [board] = service.store.boards()
    service.store.updateBoard(board?.id ?? '', { customerTerms: ['households'], dateOrder: 'day-first' })
    service.imports.correct([job.id], { date: '2025-05-05', kind: 'agenda' })
    service.imports.correct([job.id], { board: 'Larkmoor Water' })
    expect(service.imports.job(job.id).state).not.toBe('review')
    const [again] = await settle(job.id)
    expect(again).toMatchObject({
      board: 'Larkmoor Water',
      date: '2025-05-05',
      kind: 'agenda',
      state: 'review',
    })
    expect(reader.asked.at(-1)?.context).toEqual({ dateOrder: 'day-first', customerTerms: ['households'] })
    expect(service.store.draft(job.id)?.analysis.customerTerms).toEqual(['households'])
  })

  test("reads a file of a known board with that board's customer words, once it is known whose it is", async () => {
    open()
    const first = await add('a.txt', paper({ board: 'Larkmoor Water', date: '2025-01-01' }))
    await settle(first.id)
    const { service, reader } = opened ?? open()
    service.imports.keep([first.id])
    service.store.updateBoard(service.store.boards()[0]?.id ?? '', { customerTerms: ['households'] })
    const next = await add('b.txt', paper({ board: 'LARKMOOR WATER BOARD', date: '2025-02-01' }))
    const [job] = await settle(next.id)
    expect(job?.board).toBe('Larkmoor Water')
    expect(reader.asked.slice(1).map(({ context }) => context.customerTerms)).toEqual([null, ['households']])
  })

  test('files of one folder settle each other’s board, and a person’s word stands', async () => {
    open()
    const silent = await add('a.txt', paper({ date: '2025-01-01' }), { batch: 'x', folders })
    const own = await add('b.txt', paper({ date: '2025-02-01' }), { batch: 'x', folders })
    await settle(silent.id, own.id)
    const { service } = opened ?? open()
    expect(service.imports.job(silent.id)).toMatchObject({
      board: 'Larkmoor Water',
      result: 'imported-with-warning',
      warnings: [{ code: 'board-from-folder' }],
    })
    service.imports.correct([own.id], { board: 'The Trustees' })
    const named = await add('c.txt', paper({ board: 'Larkmoor Water Company of 1907', date: '2025-03-01' }), {
      batch: 'x',
      folders,
    })
    await settle(named.id)
    await expect.poll(() => service.imports.job(silent.id).board).toBe('Larkmoor Water Company of 1907')
    expect(service.imports.job(silent.id)).toMatchObject({ result: 'imported', warnings: [] })
    expect(service.imports.job(own.id).board).toBe('The Trustees')
  })

  test('a reader that fails costs one file, and the log holds none of its words', async () => {
    const { log } = open()
    const bad = await add('secret name.txt', paper({ also: 'throw' }))
    const good = await add('good.txt', paper({ board: 'A B', date: '2025-01-01' }))
    const jobs = await settle(bad.id, good.id)
    expect(jobs.map((job) => job.code ?? job.state)).toEqual(['worker-failed', 'review'])
    expect(log).not.toEqual([])
    expect(JSON.stringify(log)).not.toContain('secret')
  })

  test('a twin waits for the first, and is read itself when the first was not a document', async () => {
    const { reader } = open()
    const bytes = paper({ board: 'A B', date: '2025-01-01', also: 'wait' })
    const one = await add('one.txt', bytes)
    const two = await add('two.txt', bytes)
    const bad = paper({ also: 'refuse: damaged' })
    const three = await add('three.txt', bad)
    const four = await add('four.txt', bad)
    const held = setInterval(() => reader.release(), 5)
    const jobs = await settle(one.id, two.id, three.id, four.id)
    clearInterval(held)
    expect(jobs.map((job) => job.code ?? job.state)).toEqual(['review', 'duplicate', 'damaged', 'damaged'])
  })

  test('cancelling a file that is being read ends it at once and lets the next begin', async () => {
    const { reader, service } = open()
    const jobs: ImportJob[] = []
    for (let n = 0; n < 3; n += 1)
      jobs.push(await add(`${n}.txt`, paper({ board: 'A B', date: `2025-0${n + 1}-01`, also: 'wait' })))
    await expect.poll(() => reader.asked.length).toBe(2)
    service.imports.cancel([jobs[0]?.id ?? ''])
    expect(service.imports.job(jobs[0]?.id ?? '')).toMatchObject({ state: 'cancelled', code: 'cancelled' })
    await expect.poll(() => reader.asked.length).toBe(3)
    reader.release()
    await settle(...jobs.map((job) => job.id))
    expect(service.imports.job(jobs[0]?.id ?? '').state).toBe('cancelled')
  })

  test('keeping before a board is known changes nothing', async () => {
    const { service } = open()
    const job = await add('a.txt', paper({ date: '2025-01-01' }))
    await settle(job.id)
    expect(service.imports.keep([job.id])[0]?.outcome).toBe('not-ready')
    expect(service.store.isEmpty()).toBe(true)
  })

  test("a change of a board's customer words reads its documents again and keeps human labels", async () => {
    const { service, reader } = open()
    const job = await add('a.txt', paper({ board: 'Larkmoor Water', date: '2025-01-01' }))
    await settle(job.id)
    service.imports.keep([job.id])
    const [board] = service.store.boards()
    const meetingId = service.store.meetings()[0]?.id ?? ''
    const passage = service.store.meeting(meetingId).passages[0]?.id ?? ''
    await service.call('passages.relabel', {
      ids: [passage],
      label: { focus: 'other', fromCustomers: false },
    })
    const reply = await service.call('boards.update', { id: board?.id, customerTerms: ['households'] })
    expect(reply.ok).toBe(true)
    await expect.poll(() => reader.asked.length).toBe(2)
    expect(reader.asked[1]?.context.customerTerms).toEqual(['households'])
    await expect.poll(() => service.store.setting(`reread-board:${board?.id ?? ''}`)).toBeNull()
    expect(service.store.meeting(meetingId).passages[0]?.human?.focus).toBe('other')
  })

  test('a reading again that a restart cut short is taken up at the next start', async () => {
    const first = open()
    const job = await add('a.txt', paper({ board: 'Larkmoor Water', date: '2025-01-01', also: 'wait' }))
    const held = setInterval(() => first.reader.release(), 5)
    await settle(job.id)
    clearInterval(held)
    first.service.imports.keep([job.id])
    const [board] = first.service.store.boards()
    await first.service.call('boards.update', { id: board?.id, customerTerms: ['households'] })
    const reader = createFakeReader()
    opened = await first.reopen(reader)
    await expect.poll(() => reader.asked.length).toBe(1)
    reader.release()
    const key = `reread-board:${board?.id ?? ''}`
    await expect.poll(() => opened?.service.store.setting(key)).toBeNull()
  })
})
