import { ServiceError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/model/library.ts'
import type { LibraryStore } from '../store/library-store.ts'

/** Which jobs hold which bytes: twins among the files of the queue are found without reading all of it. */
export function createJobOriginals(store: Pick<LibraryStore, 'jobs' | 'jobOriginal'>) {
  const byJob = new Map<Id, string | null>(store.jobs().map((job) => [job.id, store.jobOriginal(job.id)]))

  /** A job goes with the document it became when that is removed. */
  const isThere = (id: Id): boolean => {
    try {
      store.jobOriginal(id)
      return true
    } catch (error) {
      if (!(error instanceof ServiceError) || error.code !== 'not-found') throw error
      byJob.delete(id)
      return false
    }
  }

  return {
    of: (id: Id): string | null => byJob.get(id) ?? null,
    learn(id: Id, sha256: string): void {
      byJob.set(id, sha256)
    },
    forget(id: Id): void {
      byJob.delete(id)
    },
    sharing: (sha256: string): Id[] =>
      [...byJob].flatMap(([id, own]) => (own === sha256 && isThere(id) ? [id] : [])),
  }
}
