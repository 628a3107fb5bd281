import { ServiceError } from '../../../shared/contract/errors.ts'
import type { LibraryState } from '../../../shared/model/safety.ts'
import type { BackupSteps } from '../../store/backup/make-backup.ts'
import type { ServiceEvents } from '../service-events.ts'

type Work = NonNullable<LibraryState['work']>

/** Backups, checks and restores: one at a time, with progress, cancelled by name or by closing. */
export interface LibraryWork {
  current(): Work | null
  /** Null when it was cancelled. */
  run<T>(stage: Work['stage'], work: (steps: BackupSteps) => Promise<T>): Promise<T | null>
  cancel(): void
  close(): Promise<void>
}

const STEP = 0.01

export function createLibraryWork(events: ServiceEvents): LibraryWork {
  let work: Work | null = null
  let stop: AbortController | null = null
  let under: Promise<unknown> = Promise.resolve()

  const show = (next: Work | null): void => {
    work = next
    events.emit({ type: 'safety-changed', work })
  }
  return {
    current: () => work,
    async run(stage, start) {
      if (work) throw new ServiceError('conflict')
      const controller = new AbortController()
      stop = controller
      show({ stage, progress: 0 })
      const onProgress = (progress: number): void => {
        if (work && progress - work.progress >= STEP) show({ stage, progress: Math.min(1, progress) })
      }
      const running = start({ signal: controller.signal, onProgress })
      under = running.catch(() => undefined)
      try {
        return await running
      } catch (error) {
        if (controller.signal.aborted) return null
        throw error
      } finally {
        stop = null
        show(null)
      }
    },
    cancel: () => stop?.abort(),
    async close() {
      stop?.abort()
      await under
    },
  }
}
