import { afterEach, describe, expect, test } from 'vitest'
import { createCarefulClient } from '../../electron/worker/careful-client.ts'
import type { CarefulClient } from '../../electron/worker/careful-client.ts'
import { PASSAGES_PER_MESSAGE } from '../../electron/worker/careful-messages.ts'
import { nodeWorkerSpawner, carefulWorkerPath } from '../../electron/worker/spawn-node-worker.ts'
import type { ClassifierInput } from '../../shared/model/focus.ts'
import { createFakeCareful, fakeModel } from './support/fake-careful-worker.ts'

let client: CarefulClient | null = null
afterEach(() => client?.close())

function open(fake: ReturnType<typeof createFakeCareful>): CarefulClient {
  client = createCarefulClient({ spawnWorker: fake.spawnWorker, model: fakeModel, messageMilliseconds: 200 })
  return client
}

const passage = (text: string): ClassifierInput => ({
  text,
  item: '',
  before: '',
  after: '',
  customerTerms: [],
})
const many = (count: number) => Array.from({ length: count }, (_, at) => passage(`Passage ${at}`))

describe('the client of the careful model', () => {
  test('asks one child, in messages of a bounded size, and answers in order', async () => {
    const fake = createFakeCareful('customer')
    const told: number[] = []
    const inputs = many(PASSAGES_PER_MESSAGE * 2 + 5)
    const answers = await open(fake).classify(inputs, { onProgress: (done) => told.push(done) })
    expect(answers).toHaveLength(inputs.length)
    expect(fake.asked).toEqual(inputs.map(({ text }) => text))
    expect(told).toEqual([PASSAGES_PER_MESSAGE, PASSAGES_PER_MESSAGE * 2, inputs.length])
    expect(fake.started()).toBe(1)
  })

  test.each(['die', 'hang', 'answer less', 'talk nonsense'] as const)(
    'a child that should %s costs one answer, and the next is asked anew',
    async (behaviour) => {
      const fake = createFakeCareful('customer')
      const own = open(fake)
      fake.behave(behaviour)
      expect(await own.classify(many(1))).toBeNull()
      fake.behave('answer')
      expect(await own.classify(many(1))).toHaveLength(1)
      expect(fake.started()).toBe(2)
    },
  )

  test('is given up after three failures in a row', async () => {
    const fake = createFakeCareful('customer')
    const own = open(fake)
    fake.behave('die')
    for (let time = 0; time < 5; time += 1) expect(await own.classify(many(1))).toBeNull()
    expect(fake.started()).toBe(3)
    expect(await own.available()).toBeNull()
  })

  test('is not there any more once its runtime turns out to be missing', async () => {
    const fake = createFakeCareful('customer')
    const own = open(fake)
    expect(await own.available()).toEqual({ version: '1', hash: 'careful', voiceThreshold: 0.5 })
    fake.behave('no model')
    expect(await own.classify(many(1))).toBeNull()
    expect(await own.available()).toBeNull()
    expect(fake.started()).toBe(1)
  })

  test('a signal ends the waiting at once and leaves the child to the next', async () => {
    const fake = createFakeCareful('customer')
    const own = open(fake)
    const stop = new AbortController()
    const asked = own.classify(many(1), { signal: stop.signal })
    stop.abort()
    expect(await asked).toBeNull()
    expect(await own.classify(many(2))).toHaveLength(2)
    expect(fake.started()).toBe(1)
  })

  test('without a model nothing is started', async () => {
    const fake = createFakeCareful('customer')
    client = createCarefulClient({ spawnWorker: fake.spawnWorker, model: null })
    expect(await client.available()).toBeNull()
    expect(await client.classify(many(1))).toBeNull()
    expect(fake.started()).toBe(0)
  })

  test('the real child says that a folder holds no model, and ends', async () => {
    const folder = import.meta.dirname
    client = createCarefulClient({
      spawnWorker: nodeWorkerSpawner(carefulWorkerPath(), { reads: [folder], addOns: true }),
      model: { ...fakeModel, folder },
    })
    expect(await client.classify(many(1))).toBeNull()
    expect(await client.available()).toBeNull()
  })
})
