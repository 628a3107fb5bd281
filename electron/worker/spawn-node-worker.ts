import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { endingWithParent, MOST_SECONDS } from './end-with-parent.ts'
import type { SpawnWorker, WorkerProcess } from './worker-process.ts'

/** Megabytes of heap a child may use. */
export const WORKER_HEAP_MEGABYTES = 512

/**
 * What every child is started with, in each host: a capped heap and no code made from strings. A small young
 * generation takes a third off what a long pack holds at its worst, and no time.
 */
export const WORKER_NODE_FLAGS: readonly string[] = [
  `--max-old-space-size=${WORKER_HEAP_MEGABYTES}`,
  '--max-semi-space-size=8',
  '--disallow-code-generation-from-strings',
]

/** A child's entry: its source beside this file, or its bundle. */
function workerPath(name: string): string {
  const here = import.meta.dirname
  const places = [`${name}.ts`, `${name}.js`, `../${name}.js`]
  return places.map((place) => join(here, place)).find((path) => existsSync(path)) ?? join(here, `${name}.js`)
}
export const documentWorkerPath = (): string => workerPath('document-worker')
export const carefulWorkerPath = (): string => workerPath('careful-worker')

function projectRoot(entry: string): string {
  let folder = dirname(entry)
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) return dirname(entry)
    folder = parent
  }
  return folder
}

export interface NodeWorkerRights {
  /** Folders it may read beside the program's own. */
  readonly reads?: readonly string[]
  readonly addOns?: boolean
  /** Processor time after which the system ends it; null for one that works for many documents. */
  readonly processorSeconds?: number | null
}

/**
 * Children of Node. The permission model lets them read the program's own folder and nothing else unless told: no
 * other file, no writing, no processes, no native add-ons.
 */
export function nodeWorkerSpawner(
  entry: string = documentWorkerPath(),
  { reads = [], addOns = false, processorSeconds = MOST_SECONDS }: NodeWorkerRights = {},
): SpawnWorker {
  const root = projectRoot(resolve(entry))
  const flags = [
    ...WORKER_NODE_FLAGS,
    '--permission',
    ...[root, ...reads].map((folder) => `--allow-fs-read=${join(folder, '*')}`),
    ...(addOns ? ['--allow-addons'] : []),
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
  ]
  return (): WorkerProcess => {
    const child = fork(entry, [], {
      ...endingWithParent(flags, processorSeconds),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Nothing of the environment reaches the child but what a start needs.
      env: { TZ: process.env['TZ'], SystemRoot: process.env['SystemRoot'], NODE_ENV: 'production' },
    })
    // A waiting child must not keep the program alive.
    child.unref()
    child.channel?.unref()
    return {
      pid: child.pid,
      send: (message) => {
        if (child.connected && typeof message === 'object' && message !== null) {
          child.send(message, () => undefined)
        }
      },
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => {
        let ended = false
        const end = (code: number | null, signal: string | null): void => {
          if (!ended) listener({ code, signal })
          ended = true
        }
        child.once('exit', end)
        child.once('error', () => end(null, null))
      },
      kill: () => {
        child.kill('SIGKILL')
      },
    }
  }
}
