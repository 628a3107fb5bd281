import type { SqlDatabase } from './driver.ts'
import { asServiceError } from './driver.ts'
import { askForPurge, purgeDeleted } from './purge-deleted.ts'
import type { Originals } from './originals.ts'
import { createRepositories } from './repositories.ts'
import type { Repositories } from './repositories.ts'

/** What every part of the store works on. */
export interface Library extends Repositories {
  db: SqlDatabase
  originals: Originals
  now: () => Date
  /** Runs it whole or not at all; on return it is on the disk. Inside another one it is part of that. */
  transact<T>(work: () => T): T
  /** Inside a deleting transaction: what it deletes must leave no trace. */
  askForPurge(): void
  /** Rids the file of what was deleted; after that transaction. */
  purgeDeleted(): Promise<void>
  /** Removes the originals among these that no document and no job needs. */
  dropOriginals(hashes: Iterable<string>): void
}

export function createLibrary(db: SqlDatabase, originals: Originals, now: () => Date): Library {
  const repositories = createRepositories(db)
  return {
    ...repositories,
    db,
    originals,
    now,
    transact(work) {
      try {
        return db.inTransaction ? work() : db.transaction(work).immediate()
      } catch (error) {
        repositories.jobs.forgetCache()
        throw asServiceError(error)
      }
    },
    askForPurge: () => askForPurge(db),
    purgeDeleted: () => purgeDeleted(db),
    dropOriginals(hashes) {
      const needed = repositories.documents.neededOriginals()
      for (const hash of hashes) if (!needed.has(hash)) originals.remove(hash)
    },
  }
}
