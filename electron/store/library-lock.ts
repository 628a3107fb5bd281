import { join } from 'node:path'
import { ServiceError } from '../../shared/contract/errors.ts'
import { asServiceError, isBusy, openLockDatabase } from './driver.ts'

/** The right to be the library's one owner. */
export interface LibraryLock {
  release(): void
}

/**
 * Takes the folder's lock, or throws `library-busy`. The lock is SQLite's own on a file apart, which the system
 * frees when its process dies, so no stale lock ever needs a hand and a re-used process id means nothing.
 */
export function takeLibraryLock(folder: string): LibraryLock {
  try {
    const database = openLockDatabase(join(folder, 'library.lock'))
    try {
      database.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      database.close()
      throw error
    }
    return { release: () => database.close() }
  } catch (error) {
    if (isBusy(error)) throw new ServiceError('library-busy', { cause: error })
    throw asServiceError(error)
  }
}
