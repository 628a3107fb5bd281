import { utilityProcess } from 'electron'
import { WORKER_NODE_FLAGS } from '../worker/spawn-node-worker.ts'
import type { SpawnWorker, WorkerProcess } from '../worker/worker-process.ts'

/** Children of Electron, which works where the fuse `runAsNode` is off and Node's own fork does not. */
export function utilityWorkerSpawner(entry: string): SpawnWorker {
  return (): WorkerProcess => {
    const child = utilityProcess.fork(entry, [], {
      execArgv: [...WORKER_NODE_FLAGS],
      serviceName: 'Empty Chair reader',
      stdio: 'ignore',
      env: { TZ: process.env['TZ'] ?? '', NODE_ENV: 'production' },
      disclaim: true,
    })
    return {
      get pid() {
        return child.pid
      },
      send: (message) => child.postMessage(message, []),
      onMessage: (listener) => {
        child.on('message', listener)
      },
      onExit: (listener) => {
        child.once('exit', (code) => listener({ code, signal: null }))
      },
      kill: () => {
        const { pid } = child
        child.kill()
        // A reader in an endless loop need not listen to a request to end.
        if (pid !== undefined) endAtOnce(pid)
      },
    }
  }
}

function endAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
