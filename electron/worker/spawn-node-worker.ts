import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { SpawnWorker, WorkerProcess } from './worker-process.ts'

/** Megabytes of heap a child may use. */
export const WORKER_HEAP_MEGABYTES = 512

/** What every child is started with, in each host: a capped heap and no code made from strings. */
export const WORKER_NODE_FLAGS: readonly string[] = [
  `--max-old-space-size=${WORKER_HEAP_MEGABYTES}`,
  '--disallow-code-generation-from-strings',
]

/** The child's entry: its source beside this file, or its bundle. */
export function documentWorkerPath(): string {
  const here = import.meta.dirname
  const places = ['document-worker.ts', 'document-worker.js', '../document-worker.js']
  return (
    places.map((place) => join(here, place)).find((path) => existsSync(path)) ??
    join(here, 'document-worker.js')
  )
}

function projectRoot(entry: string): string {
  let folder = dirname(entry)
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) return dirname(entry)
    folder = parent
  }
  return folder
}

/**
 * Children of Node. The permission model lets them read the program's own folder and nothing else: no other file,
 * no writing, no processes, no native add-ons.
 */
export function nodeWorkerSpawner(entry: string = documentWorkerPath()): SpawnWorker {
  const root = projectRoot(resolve(entry))
  return (): WorkerProcess => {
    const child = fork(entry, [], {
      execArgv: [
        ...WORKER_NODE_FLAGS,
        '--permission',
        `--allow-fs-read=${join(root, '*')}`,
        '--disable-warning=ExperimentalWarning',
        '--disable-warning=SecurityWarning',
      ],
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
