import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { ServiceError } from '../../../shared/contract/errors.ts'
import type { BackupEntry } from '../../../shared/model/safety.ts'
import { asServiceError } from '../driver.ts'
import type { Library } from '../library.ts'
import { openBackupFile } from './backup-file.ts'
import { checkBackup, makeBackup } from './make-backup.ts'
import type { BackupSteps } from './make-backup.ts'
import { prepareRestore } from './prepare-restore.ts'
import { decideErase, decideReturn, decideSwap, forgetEarlier, hasEarlier } from './swap-library.ts'
import { syncFile, syncFolder } from './sync-folder.ts'

/** Only names that this folder gives itself; nothing else is ever joined to its path. */
const NAME = /^[a-z0-9-]{1,80}\.emptychair$/
export const BACKUPS_FOLDER = 'backups'

/**
 * The library's backups. What is decided (`decide…`) is carried out when the library is opened next: the caller
 * closes it and opens it again.
 */
export interface BackupStore {
  /** Their folder, inside the library's. */
  readonly folder: string
  /** Newest first. */
  list(): BackupEntry[]
  /** Into the folder under a name of today, or to `target`. */
  make(steps?: BackupSteps, target?: string): Promise<BackupEntry>
  /** Takes a file from elsewhere in, once it was found to be whole. */
  take(path: string, steps?: BackupSteps): Promise<BackupEntry>
  check(name: string, steps?: BackupSteps): Promise<BackupEntry>
  remove(name: string): void
  /** Where a listed backup is; `not-found` for any other name. */
  pathOf(name: string): string
  /** Builds and checks the backup's library beside the present one, which stays until `decideRestore`. */
  prepareRestore(name: string, steps?: BackupSteps): Promise<BackupEntry>
  decideRestore(withOriginals: boolean): void
  /** True while the library that a restore replaced is still there. */
  hasEarlier(): boolean
  /** False when there is no earlier library. */
  decideReturn(): boolean
  forgetEarlier(): void
  /** The library, its originals, its backups and the earlier library go. */
  decideErase(): void
}

/** What a backup file at `path` says of itself; `damaged` where it cannot be read. */
export function describeBackup(path: string, name: string): BackupEntry {
  const { size, mtime } = statSync(path)
  try {
    const backup = openBackupFile(path)
    try {
      const { made, kind, meetings, documents, appVersion } = backup.manifest
      return { name, bytes: size, made, kind, meetings, documents, appVersion }
    } finally {
      backup.close()
    }
  } catch {
    return {
      name,
      bytes: size,
      made: mtime.toISOString(),
      kind: 'damaged',
      meetings: 0,
      documents: 0,
      appVersion: '',
    }
  }
}

export function createBackupStore(library: Library, libraryFolder: string, appVersion: string): BackupStore {
  const folder = join(libraryFolder, BACKUPS_FOLDER)
  const { now } = library
  const prepareFolder = (): void => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const name of readdirSync(folder))
      if (name.endsWith('.unfinished')) rmSync(join(folder, name), { force: true })
  }
  const pathOf = (name: string): string => {
    const path = join(folder, name)
    if (!NAME.test(name) || !existsSync(path)) throw new ServiceError('not-found')
    return path
  }
  const freeName = (): string => {
    const day = now().toISOString().slice(0, 16).replace(/[T:]/g, '-')
    for (let number = 1; ; number += 1) {
      const name = `library-${day}${number === 1 ? '' : `-${number}`}.emptychair`
      if (!existsSync(join(folder, name))) return name
    }
  }
  return {
    folder,
    list() {
      if (!existsSync(folder)) return []
      return readdirSync(folder)
        .filter((name) => NAME.test(name))
        .map((name) => describeBackup(join(folder, name), name))
        .toSorted((left, right) => right.made.localeCompare(left.made))
    },
    async make(steps, target) {
      prepareFolder()
      const name = freeName()
      const path = target ?? join(folder, name)
      const { db, originals } = library
      const source = { db, folder: libraryFolder, originalPath: originals.pathOf, now, appVersion }
      await makeBackup(source, path, steps)
      return describeBackup(path, name)
    },
    async take(path, steps) {
      await checkBackup(path, steps)
      prepareFolder()
      const name = freeName()
      const target = join(folder, name)
      try {
        copyFileSync(path, `${target}.unfinished`, constants.COPYFILE_EXCL)
        syncFile(`${target}.unfinished`)
        renameSync(`${target}.unfinished`, target)
        syncFolder(folder)
      } catch (error) {
        rmSync(`${target}.unfinished`, { force: true })
        throw asServiceError(error)
      }
      return describeBackup(target, name)
    },
    async check(name, steps) {
      const path = pathOf(name)
      await checkBackup(path, steps)
      return describeBackup(path, name)
    },
    pathOf,
    remove: (name) => rmSync(pathOf(name), { force: true }),
    async prepareRestore(name, steps) {
      const path = pathOf(name)
      await prepareRestore(libraryFolder, path, now, steps)
      return describeBackup(path, name)
    },
    decideRestore: (withOriginals) => decideSwap(libraryFolder, withOriginals),
    hasEarlier: () => hasEarlier(libraryFolder),
    decideReturn: () => decideReturn(libraryFolder),
    forgetEarlier: () => forgetEarlier(libraryFolder),
    decideErase: () => decideErase(libraryFolder),
  }
}
