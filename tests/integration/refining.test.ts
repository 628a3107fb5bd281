import { afterEach, describe, expect, test } from 'vitest'
import type { ServiceEvent } from '../../shared/contract/events.ts'
import type { ImportHints } from '../../electron/service/import-hints.ts'
import { createBothModels } from '../../electron/worker/both-models.ts'
import { createCarefulClient } from '../../electron/worker/careful-client.ts'
import { loadFocusModel } from '../../electron/worker/load-focus-model.ts'
import type { Focus } from '../../shared/model/focus.ts'
import type { ImportJob } from '../../shared/model/library.ts'
import { createFakeReader, paper } from '../contract/support/fake-analysis.ts'
import { openTestService } from '../contract/support/test-service.ts'
import type { TestService } from '../contract/support/test-service.ts'
import { createFakeCareful, fakeModel } from './support/fake-careful-worker.ts'
import type { FakeCareful } from './support/fake-careful-worker.ts'

const BOARD = 'Larkmoor Water'
let opened: TestService | null = null

afterEach(async () => {
  await opened?.remove()
  opened = null
})

function open(fake: FakeCareful, folder?: string, hash = 'careful'): TestService {
  opened = openTestService({
    ...(folder === undefined ? {} : { folder }),
    bothModels: (cache) =>
      createBothModels({
        client: createCarefulClient({
          spawnWorker: fake.spawnWorker,
          model: { ...fakeModel, hash },
          messageMilliseconds: 300,
        }),
        fast: loadFocusModel,
        cache,
      }),
  })
  return opened
}

/** Minutes that the stand-in for the reader calls all `numbers`. */
function minutes(date: string, count: number, also?: string): Uint8Array {
  const texts = Array.from({ length: count }, (_, at) => `The ledger of ${date} was read, entry ${at}.`)
  return paper({
    board: BOARD,
    date,
    items: [['The ledger', 20, 'numbers', ...texts]],
    ...(also === undefined ? {} : { also }),
  })
}

async function add(
  { service }: TestService,
  name: string,
  bytes: Uint8Array,
  hints: Partial<ImportHints> = {},
): Promise<ImportJob> {
  const writer = await service.store.writeOriginal()
  await writer.append(bytes)
  const { id } = service.imports.add(name, await writer.finish(), hints)
  return service.imports.settled(id)
}

const focusOf = ({ service }: TestService, meetingId: string | null): Focus[] => [
  ...new Set(service.store.meeting(meetingId ?? '').passages.map((passage) => passage.focus)),
]
const previewOf = async ({ service }: TestService, id: string): Promise<Focus | undefined> =>
  service.store.draft(id)?.analysis.passages[0]?.focus

describe('settling labels with the careful model', () => {
  test('a short file is settled before its review, and kept as it was shown', async () => {
    const fake = createFakeCareful('customer')
    const own = open(fake)
    const job = await add(own, 'a.txt', minutes('2025-01-10', 3))
    expect(await previewOf(own, job.id)).toBe('customer')
    const preview = own.service.store.draft(job.id)?.analysis
    const asked = fake.asked.length
    const [kept] = own.service.imports.keep([job.id])
    await own.service.refining.settled()
    expect(fake.asked).toHaveLength(asked)
    const meeting = own.service.store.meeting(kept?.job.meetingId ?? '')
    expect(meeting.measures.record).toEqual(preview?.measures.record)
    expect(meeting.items[0]?.focus).toBe('customer')
    expect((await own.service.refining.state()).documentsLeft).toBe(0)
  })

  test('a long one is shown at once and settles after it was kept, human labels staying', async () => {
    const fake = createFakeCareful('customer')
    const own = open(fake)
    const events: ServiceEvent[] = []
    const job = await add(own, 'pack.txt', minutes('2025-01-10', 400))
    expect(await previewOf(own, job.id)).toBe('numbers')
    expect(fake.asked).toEqual([])
    own.service.subscribe((event) => events.push(event))
    const [kept] = own.service.imports.keep([job.id])
    const meetingId = kept?.job.meetingId ?? null
    const first = own.service.store.meeting(meetingId ?? '').passages[0]?.id ?? ''
    own.service.store.relabel([first], { focus: 'other', fromCustomers: false })
    await own.service.refining.settled()
    const meeting = own.service.store.meeting(meetingId ?? '')
    expect(meeting.passages[0]).toMatchObject({ focus: 'customer', human: { focus: 'other' } })
    expect(meeting.passages.every((passage) => passage.focus === 'customer')).toBe(true)
    expect(meeting.measures.record?.shares.customer.mid).toBeGreaterThan(0.9)
    expect(await own.service.store.verify()).toMatchObject({ problems: [] })
    const left = events.flatMap((event) => (event.type === 'refining-changed' ? [event.passagesLeft] : []))
    expect(left[0]).toBe(400)
    expect(left.at(-1)).toBe(0)
    expect(left).toEqual(left.toSorted((a, b) => b - a))
    expect(left.length).toBeGreaterThan(2)
    expect(events.filter((event) => event.type === 'library-changed')).toHaveLength(2)
  })

  test.each(['die', 'hang', 'talk nonsense'] as const)(
    'where the child should %s, the fast labels stay and nothing is lost',
    async (behaviour) => {
      const fake = createFakeCareful('customer')
      fake.behave(behaviour)
      const own = open(fake)
      const job = await add(own, 'a.txt', minutes('2025-01-10', 3))
      expect(job.state).toBe('review')
      const [kept] = own.service.imports.keep([job.id])
      await own.service.refining.settled()
      expect(focusOf(own, kept?.job.meetingId ?? null)).toEqual(['numbers'])
      expect(await own.service.store.verify()).toMatchObject({ problems: [] })
    },
  )

  test('a restart takes up what was left, from what was already answered', async () => {
    const hanging = createFakeCareful('customer')
    const first = open(hanging)
    const job = await add(first, 'pack.txt', minutes('2025-01-10', 300))
    const [kept] = first.service.imports.keep([job.id])
    // The first message is answered, the next never.
    await expect.poll(() => hanging.asked.length, { timeout: 5000 }).toBeGreaterThan(0)
    hanging.behave('hang')
    const before = hanging.asked.length
    await first.service.close()
    const fake = createFakeCareful('customer')
    const own = open(fake, first.folder)
    own.service.refining.resume()
    await own.service.refining.settled()
    expect(focusOf(own, kept?.job.meetingId ?? null)).toEqual(['customer'])
    expect(fake.asked.length).toBeLessThanOrEqual(301 - Math.min(before, 128))
  })

  test('another model settles everything again; the same one nothing', async () => {
    const first = open(createFakeCareful('customer'))
    const job = await add(first, 'a.txt', minutes('2025-01-10', 3))
    const [kept] = first.service.imports.keep([job.id])
    await first.service.refining.settled()
    await first.service.close()
    const same = createFakeCareful('numbers')
    const second = open(same, first.folder)
    await second.service.refining.settled()
    expect(same.asked).toEqual([])
    expect(focusOf(second, kept?.job.meetingId ?? null)).toEqual(['customer'])
    await second.service.close()
    const third = open(createFakeCareful('procedural'), first.folder, 'another')
    await third.service.refining.settled()
    expect(focusOf(third, kept?.job.meetingId ?? null)).toEqual(['procedural'])
  })

  test('a child that dies once costs a document nothing', async () => {
    const fake = createFakeCareful('customer')
    const own = open(fake)
    const job = await add(own, 'pack.txt', minutes('2025-01-10', 200))
    fake.behave('die once')
    const [kept] = own.service.imports.keep([job.id])
    await own.service.refining.settled()
    expect(fake.started()).toBe(2)
    expect(focusOf(own, kept?.job.meetingId ?? null)).toEqual(['customer'])
  })

  test('what is read again by other customer words is settled again', async () => {
    const fake = createFakeCareful('customer')
    const own = open(fake)
    const job = await add(own, 'a.txt', minutes('2025-01-10', 3))
    const [kept] = own.service.imports.keep([job.id])
    await own.service.refining.settled()
    const before = fake.asked.length
    const [board] = own.service.store.boards()
    await own.service.call('boards.update', { id: board?.id, customerTerms: ['ledgers'] })
    await expect.poll(() => fake.asked.length, { timeout: 5000 }).toBeGreaterThan(before)
    await own.service.refining.settled()
    expect(focusOf(own, kept?.job.meetingId ?? null)).toEqual(['customer'])
  })

  test('waits while files are read', async () => {
    const fake = createFakeCareful('customer')
    const own = open(fake)
    const long = await add(own, 'pack.txt', minutes('2025-01-10', 200))
    const writer = await own.service.store.writeOriginal()
    await writer.append(minutes('2025-02-10', 2, 'wait'))
    const slow = own.service.imports.add('slow.txt', await writer.finish())
    await expect.poll(() => own.reader.asked.length).toBe(2)
    own.service.imports.keep([long.id])
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(fake.asked).toEqual([])
    own.reader.release()
    await own.service.imports.settled(slow.id)
    await own.service.refining.settled()
    expect(focusOf(own, own.service.imports.job(long.id).meetingId)).toEqual(['customer'])
  })

  test('what is removed leaves not even its hash', async () => {
    const fake = createFakeCareful('customer')
    const own = open(fake)
    const one = await add(own, 'a.txt', minutes('2025-01-10', 3))
    const other = await add(own, 'b.txt', minutes('2025-02-10', 3))
    own.service.imports.keep([one.id, other.id])
    await own.service.refining.settled()
    const { documentId } = own.service.imports.job(one.id)
    await own.service.store.removeDocument(documentId ?? '')
    const before = fake.asked.length
    const again = await add(own, 'a.txt', minutes('2025-01-10', 3))
    expect(again.state).toBe('review')
    expect(fake.asked.length).toBeGreaterThan(before)
  })

  test('without the careful model all is as it was', async () => {
    opened = openTestService({ reader: createFakeReader() })
    const job = await add(opened, 'a.txt', minutes('2025-01-10', 3))
    const [kept] = opened.service.imports.keep([job.id])
    await opened.service.refining.settled()
    expect(focusOf(opened, kept?.job.meetingId ?? null)).toEqual(['numbers'])
    expect(await opened.service.refining.state()).toEqual({ passagesLeft: 0, documentsLeft: 0 })
  })
})
