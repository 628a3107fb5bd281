import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { ServiceError } from '../../shared/contract/errors.ts'
import { BACKUPS_FOLDER } from './backup/backup-store.ts'
import { backupBeforeUpdate, SNAPSHOTS } from './backup/make-backup.ts'
import { finishSwap } from './backup/swap-library.ts'
import { asServiceError, openDatabase } from './driver.ts'
import type { SqlDatabase } from './driver.ts'
import { takeLibraryLock } from './library-lock.ts'
import type { LibraryStore, OpenOptions } from './library-store.ts'
import { createLibrary } from './library.ts'
import { APPLICATION_ID, latestVersion, migrate } from './migrate.ts'
import { openOriginals } from './originals.ts'
import type { Originals } from './originals.ts'
import { finishPurge } from './purge-deleted.ts'
import { createLibraryStore } from './sqlite-library-store.ts'

export const DATABASE_NAME = 'library.sqlite'
const BEFORE_UPDATE = /^before-update-\d+-to-\d+\.emptychair$/
const UPDATES_KEPT = 3
const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'

/** Reads the file's head before SQLite may touch it: a foreign, cut or newer file is left exactly as it is. */
function checkHeader(path: string, originals: Originals): void {
  if (!existsSync(path) || statSync(path).size === 0) {
    // Originals without a database mean that one is missing: an empty library over it would hide the loss.
    if (originals.all().length > 0 || existsSync(`${path}-wal`)) throw new ServiceError('library-damaged')
    return
  }
  const header = Buffer.alloc(HEADER_BYTES)
  const file = openSync(path, 'r')
  try {
    if (readSync(file, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) throw new ServiceError('library-damaged')
  } finally {
    closeSync(file)
  }
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw new ServiceError('library-damaged')
  const applicationId = header.readUInt32BE(68)
  // A library killed while it was being made is one bare page, its first tables still in the log.
  const isBare = applicationId === 0 && header.readUInt32BE(28) <= 1
  if (!isBare && applicationId !== APPLICATION_ID) throw new ServiceError('library-damaged')
  if (header.readUInt32BE(60) > latestVersion()) throw new ServiceError('library-too-new')
}

/** An update that goes wrong must not be the end of what was there. */
function backUpBeforeUpdate(database: SqlDatabase, { folder, now, appVersion }: OpenOptions): void {
  const found = Number(database.pragma('user_version', { simple: true }))
  if (found === 0 || found === latestVersion()) return
  const backups = join(folder, BACKUPS_FOLDER)
  const target = join(backups, `before-update-${found}-to-${latestVersion()}.emptychair`)
  backupBeforeUpdate({ db: database, folder, now, appVersion: appVersion ?? '' }, target)
  const old = readdirSync(backups)
    .filter((name) => BEFORE_UPDATE.test(name))
    .toSorted((left, right) => statSync(join(backups, right)).mtimeMs - statSync(join(backups, left)).mtimeMs)
    .slice(UPDATES_KEPT)
  for (const name of old) rmSync(join(backups, name), { force: true })
}

/**
 * Opens the library in a folder, making it when there is none, and owns it until `close`.
 * Throws a `ServiceError`: `library-busy`, `library-too-new`, `library-damaged` or `disk-full`. A damaged file is
 * never written to and never replaced by an empty one.
 */
export function openLibraryStore(options: OpenOptions): LibraryStore {
  const { folder } = options
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  } catch (error) {
    throw asServiceError(error)
  }
  const lock = takeLibraryLock(folder)
  try {
    finishSwap(folder)
    rmSync(join(folder, SNAPSHOTS), { recursive: true, force: true })
    const originals = openOriginals(folder)
    const path = join(folder, DATABASE_NAME)
    checkHeader(path, originals)
    const database = openDatabase(path)
    try {
      if (options.check === true && database.pragma('quick_check(1)', { simple: true }) !== 'ok')
        throw new ServiceError('library-damaged')
      backUpBeforeUpdate(database, options)
      migrate(database)
      finishPurge(database)
      const library = createLibrary(database, originals, options.now)
      originals.clearUnfinished()
      library.dropOriginals(originals.all())
      return createLibraryStore(
        library,
        folder,
        () => {
          database.close()
          lock.release()
        },
        options.appVersion,
      )
    } catch (error) {
      database.close()
      throw error
    }
  } catch (error) {
    lock.release()
    throw asServiceError(error)
  }
}
