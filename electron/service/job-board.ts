import type { Id, ImportJob } from '../../shared/model/library.ts'
import type { JobPatch, LibraryStore } from '../store/library-store.ts'
import type { Recognising } from '../worker/worker-messages.ts'
import { overallProgress } from './job-progress.ts'
import type { JobStage } from './job-progress.ts'
import type { ServiceEvents } from './service-events.ts'

const UNSETTLED = new Set<ImportJob['state']>(['waiting', 'reading', 'structuring', 'classifying'])
/** A page need not hear of less than this. */
const SMALLEST_STEP = 0.01

/** Shows jobs to the world: the stored job with how far its reading is, told to every listener when it changes. */
export function createJobBoard(store: Pick<LibraryStore, 'job' | 'updateJob'>, events: ServiceEvents) {
  const progress = new Map<Id, number>()
  const recognising = new Map<Id, Recognising>()
  const waiters = new Map<Id, ((job: ImportJob) => void)[]>()

  const view = (job: ImportJob): ImportJob => {
    if (!UNSETTLED.has(job.state)) return job
    const pages = recognising.get(job.id)
    const shown = { ...job, progress: progress.get(job.id) ?? job.progress }
    return pages ? { ...shown, recognising: pages } : shown
  }

  const tell = (job: ImportJob): void => {
    events.emit({ type: 'import-changed', job: view(job) })
    if (UNSETTLED.has(job.state)) return
    const waiting = waiters.get(job.id) ?? []
    waiters.delete(job.id)
    for (const resolve of waiting) resolve(job)
  }

  return {
    view,
    tell,
    patch(id: Id, patch: JobPatch): void {
      tell(store.updateJob(id, patch))
    },
    /** Told in steps of one percent, with each page that is recognised, and whenever a stage begins. */
    progress(id: Id, stage: JobStage, fraction: number, pages?: Recognising): void {
      const isNews = pages !== undefined && pages.page !== recognising.get(id)?.page
      if (pages) recognising.set(id, pages)
      else if (stage !== 'reading') recognising.delete(id)
      // Pages to be recognised come to light when the text is read: the file then begins anew.
      const least = isNews && pages?.page === 1 ? 0 : (progress.get(id) ?? 0)
      const next = Math.max(overallProgress(stage, fraction), least)
      const before = progress.get(id) ?? -1
      progress.set(id, next)
      if (isNews || next - before >= SMALLEST_STEP) tell(store.job(id))
    },
    endProgress(id: Id): void {
      progress.delete(id)
      recognising.delete(id)
    },
    settled(id: Id): Promise<ImportJob> {
      const job = store.job(id)
      if (!UNSETTLED.has(job.state)) return Promise.resolve(job)
      return new Promise((resolve) => waiters.set(id, [...(waiters.get(id) ?? []), resolve]))
    },
  }
}
export type JobBoard = ReturnType<typeof createJobBoard>
