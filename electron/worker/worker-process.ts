export interface WorkerExit {
  readonly code: number | null
  readonly signal: string | null
}

/** A started child, whatever host started it. */
export interface WorkerProcess {
  readonly pid: number | undefined
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once: the child ended, or could not be started. */
  onExit(listener: (exit: WorkerExit) => void): void
  /** At once and for sure; a child that ended already is no error. */
  kill(): void
}

/** Given by the host: Node's own child processes, or Electron's utilityProcess. */
export type SpawnWorker = () => WorkerProcess
