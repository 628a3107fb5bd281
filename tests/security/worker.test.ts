import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { nodeWorkerSpawner } from '../../electron/worker/spawn-node-worker.ts'
import { createWorkerClient } from '../../electron/worker/worker-client.ts'
import type { WorkerClient, WorkerClientOptions, WorkerJob } from '../../electron/worker/worker-client.ts'
import type { WorkerProcess } from '../../electron/worker/worker-process.ts'

const hook = (name: string) => nodeWorkerSpawner(resolve(import.meta.dirname, 'worker-hooks', `${name}.mjs`))
const clients: WorkerClient[] = []

function client(options: WorkerClientOptions): WorkerClient {
  const made = createWorkerClient(options)
  clients.push(made)
  return made
}

afterEach(() => {
  for (const made of clients.splice(0)) made.close()
})

const job = (text: string, more: Partial<WorkerJob> = {}): WorkerJob => ({
  bytes: new TextEncoder().encode(text),
  fileName: 'minutes.txt',
  context: { dateOrder: 'from-documents', customerTerms: null },
  ...more,
})

const limits = { wallMilliseconds: 20_000, residentBytes: 400 * 1024 * 1024, answerBytes: 16 * 1024 * 1024 }
const MINUTES = 'Minutes of the Water Board\n\n4 May 2024\n\n1. Opening\n\nThe chair opened the meeting.\n'

/** Suites that run at the same time have folders of their own, named after them. */
const isSuite = (name: string): boolean => /^empty-chair-[a-z-]+-\w{6}$/.test(name)

describe('a child that fails', () => {
  test.each([
    ['endless-loop', 'timeout', { wallMilliseconds: 1500 }],
    ['never-listens', 'timeout', { wallMilliseconds: 1500 }],
    ['endless-heap', 'out-of-memory', { residentBytes: 4e9 }],
    ['endless-buffers', 'out-of-memory', {}],
    ['exit-without-answer', 'worker-failed', {}],
    ['segmentation-fault', 'worker-failed', {}],
    ['wrong-json', 'worker-failed', {}],
    ['wrong-shape', 'worker-failed', {}],
    ['wrong-message', 'worker-failed', {}],
    ['another-sequence', 'worker-failed', {}],
    ['huge-answer', 'out-of-memory', {}],
    ['answers-twice', 'empty', {}],
    ['reach-outside', 'unsafe-name', {}],
    ['no-such-entry', 'worker-failed', {}],
  ])('%s ends as %s, and the next file is read', async (name, code, own) => {
    const wall = name === 'endless-heap' ? 90_000 : 20_000
    // The first child is the failing one, the others behave.
    let started = 0
    const [failing, sound] = [hook(name), hook('answers-twice')]
    const spawnWorker = (): WorkerProcess => {
      started += 1
      return started === 1 ? failing() : sound()
    }
    const worker = client({
      spawnWorker,
      limits: { ...limits, wallMilliseconds: wall, ...own },
      parallel: 1,
    })
    expect(await worker.analyseInWorker(job('x'))).toEqual({ kind: 'refused', code })
    expect(await worker.analyseInWorker(job('x'))).toEqual({ kind: 'refused', code: 'empty' })
  })

  test('nothing was written outside', () => {
    expect(existsSync('/tmp/empty-chair-reached-outside')).toBe(false)
  })
})

describe('the parent', () => {
  test('cancelling kills the child at once', async () => {
    const stop = new AbortController()
    const worker = client({ spawnWorker: hook('endless-loop'), limits })
    const running = worker.analyseInWorker(job('x', { signal: stop.signal }))
    setTimeout(() => stop.abort(), 400)
    const from = performance.now()
    expect(await running).toEqual({ kind: 'refused', code: 'cancelled' })
    expect(performance.now() - from).toBeLessThan(2400)
  })

  test('a job cancelled while it waits does not start, and those behind it do', async () => {
    const stop = new AbortController()
    const worker = client({ spawnWorker: hook('answers-twice'), limits, parallel: 1 })
    const first = worker.analyseInWorker(job('x'))
    const second = worker.analyseInWorker(job('x', { signal: stop.signal }))
    const third = worker.analyseInWorker(job('x'))
    stop.abort()
    expect(await Promise.all([first, second, third])).toEqual([
      { kind: 'refused', code: 'empty' },
      { kind: 'refused', code: 'cancelled' },
      { kind: 'refused', code: 'empty' },
    ])
  })

  test('closing ends what runs and what waits', async () => {
    const worker = client({ spawnWorker: hook('endless-loop'), limits, parallel: 1 })
    const all = [worker.analyseInWorker(job('x')), worker.analyseInWorker(job('x'))]
    setTimeout(() => worker.close(), 300)
    expect(await Promise.all(all)).toEqual([
      { kind: 'refused', code: 'cancelled' },
      { kind: 'refused', code: 'cancelled' },
    ])
  })

  test('every child is fresh, and no more than two work at once', async () => {
    const pids: (number | undefined)[] = []
    const real = hook('answers-twice')
    const worker = client({
      spawnWorker: () => {
        const child = real()
        pids.push(child.pid)
        return child
      },
      limits,
    })
    await Promise.all(Array.from({ length: 6 }, () => worker.analyseInWorker(job('x'))))
    expect(new Set(pids).size).toBe(pids.length)
    expect(pids.length).toBeGreaterThanOrEqual(6)
  })

  test('progress comes in order of stages, and no temporary files stay', async () => {
    const before = new Set(readdirSync('/tmp'))
    const stages: string[] = []
    const worker = client({})
    const outcome = await worker.analyseInWorker(
      job(MINUTES, {
        onProgress: (stage, fraction) => stages.push(`${stage} ${fraction >= 1 ? 'end' : 'on'}`),
      }),
    )
    expect(outcome.kind).toBe('analysed')
    expect(stages[0]).toBe('reading on')
    expect(stages.at(-1)).toBe('classifying end')
    const left = readdirSync('/tmp').filter(
      (name) => !before.has(name) && name.startsWith('empty-chair') && !isSuite(name),
    )
    expect(left).toEqual([])
  })
})

/** A process that no one has collected yet has ended all the same. */
function isRunning(pid: string): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

const hasParentDeathSignal = process.platform === 'linux' && existsSync('/usr/bin/setpriv')

describe.skipIf(!hasParentDeathSignal)('without its parent (Linux with setpriv)', () => {
  test('a child in an endless loop ends when its parent is killed', async () => {
    const parent = spawn(
      process.execPath,
      [resolve(import.meta.dirname, 'worker-hooks/start-endless-loop.mjs')],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )
    const [said] = await once(parent.stdout, 'data')
    const pid = String(said).trim()
    expect(isRunning(pid)).toBe(true)
    parent.kill('SIGKILL')
    await expect.poll(() => isRunning(pid), { timeout: 3000 }).toBe(false)
  })
})
