import { mkdirSync } from 'node:fs'
import { takeLibraryLock } from '../library-lock.ts'
import type { BackupManifest } from './backup-file.ts'
import type { BackupSteps } from './make-backup.ts'
import { prepareRestore } from './prepare-restore.ts'
import { decideSwap, finishSwap } from './swap-library.ts'

/**
 * Puts a backup in the place of a folder's library without opening the latter, which may be damaged or not be there.
 * What was there is kept as the earlier library. Throws `library-busy`, else as `prepareRestore`.
 */
export async function restoreIntoFolder(
  folder: string,
  path: string,
  now: () => Date,
  steps?: BackupSteps,
): Promise<BackupManifest> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = takeLibraryLock(folder)
  try {
    finishSwap(folder)
    const manifest = await prepareRestore(folder, path, now, steps)
    decideSwap(folder, manifest.kind === 'whole')
    finishSwap(folder)
    return manifest
  } finally {
    lock.release()
  }
}
