import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { ServiceError } from '../../../shared/contract/errors.ts'
import { asServiceError, openDatabase, openForeignDatabase } from '../driver.ts'
import { createLibrary } from '../library.ts'
import { APPLICATION_ID, latestVersion, migrate } from '../migrate.ts'
import { openOriginals } from '../originals.ts'
import { verifyLibrary } from '../verify-library.ts'
import { LIBRARY_PART, extractPart, openBackupFile } from './backup-file.ts'
import type { BackupManifest } from './backup-file.ts'
import { hasKnownSchema } from './known-schema.ts'
import type { BackupSteps } from './make-backup.ts'
import { INCOMING } from './swap-library.ts'
import { syncFolder } from './sync-folder.ts'

/** The library file of a backup, looked at before anything in it is believed. */
function checkLibraryFile(path: string): void {
  const db = openForeignDatabase(path)
  try {
    const version = z.int().parse(db.pragma('user_version', { simple: true }))
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      throw new ServiceError('backup-damaged')
    if (version > latestVersion()) throw new ServiceError('backup-too-new')
    if (!hasKnownSchema(db, version)) throw new ServiceError('backup-damaged')
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new ServiceError('backup-damaged')
  } finally {
    db.close()
  }
}

/** Everything that can be checked with a hash is, after the update to this version's schema. */
async function checkContents(folder: string, withOriginals: boolean, now: () => Date): Promise<void> {
  const db = openDatabase(join(folder, LIBRARY_PART))
  try {
    migrate(db)
    const library = createLibrary(db, openOriginals(folder), now)
    const { problems } = await verifyLibrary(library)
    const bad = problems.filter(({ kind }) => kind !== 'roll-up' && (withOriginals || kind !== 'original'))
    if (bad.length > 0) throw new ServiceError('backup-damaged')
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
}

/**
 * Builds the backup's library beside the present one, in `restoring/`, and checks all of it there; the present one
 * is not touched. Follow it with `decideSwap`. Throws `backup-damaged`, `backup-too-new`, `disk-full`, or the
 * signal's reason; nothing is left behind then.
 */
export async function prepareRestore(
  folder: string,
  path: string,
  now: () => Date,
  { onProgress, signal }: BackupSteps = {},
): Promise<BackupManifest> {
  const incoming = join(folder, INCOMING)
  try {
    rmSync(incoming, { recursive: true, force: true })
    mkdirSync(incoming, { recursive: true, mode: 0o700 })
    const originals = join(incoming, 'originals')
    const backup = openBackupFile(path)
    const whole = backup.manifest.kind === 'whole'
    try {
      for (const [index, part] of backup.parts.entries()) {
        const shelf = join(originals, part.name.slice(0, 2))
        if (part.name !== LIBRARY_PART) mkdirSync(shelf, { recursive: true, mode: 0o700 })
        const target = part.name === LIBRARY_PART ? join(incoming, LIBRARY_PART) : join(shelf, part.name)
        for (const _ of extractPart(backup, part, target)) {
          signal?.throwIfAborted()
          // oxlint-disable-next-line no-await-in-loop
          await setImmediate()
        }
        if (part.name !== LIBRARY_PART) syncFolder(shelf)
        onProgress?.((0.6 * (index + 1)) / backup.parts.length)
      }
    } finally {
      backup.close()
    }
    checkLibraryFile(join(incoming, LIBRARY_PART))
    onProgress?.(0.7)
    await checkContents(incoming, whole, now)
    // A backup of the library's file alone takes the place of that file alone.
    if (!whole) rmSync(originals, { recursive: true, force: true })
    syncFolder(incoming)
    signal?.throwIfAborted()
    onProgress?.(1)
    return backup.manifest
  } catch (error) {
    rmSync(incoming, { recursive: true, force: true })
    if (signal?.aborted === true) throw signal.reason
    const known = asServiceError(error)
    // What goes wrong inside the incoming library is the backup's fault, not the present one's.
    if (known.code === 'library-damaged' || known.code === 'internal')
      throw new ServiceError('backup-damaged', { cause: error })
    throw known
  }
}
