import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { ServiceError } from '../../../shared/contract/errors.ts'
import { asServiceError, openForeignDatabase } from '../driver.ts'
import type { SqlDatabase } from '../driver.ts'
import { newId } from '../store-ids.ts'
import { LIBRARY_PART, openBackupFile, writeBackupFile } from './backup-file.ts'
import type { BackupManifest } from './backup-file.ts'
import { syncFile, syncFolder } from './sync-folder.ts'

/** Copies of the whole library on their way into a backup; cleared at every opening. */
export const SNAPSHOTS = 'snapshots'
const SNAPSHOT_TRIES = 3

export interface BackupSteps {
  /** 0 to 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

export interface BackupSource {
  readonly db: SqlDatabase
  /** The library's folder. */
  readonly folder: string
  /** Where an original's bytes are; null when they are gone. */
  readonly originalPath: (sha256: string) => string | null
  readonly now: () => Date
  readonly appVersion: string
}

const count = (db: SqlDatabase, table: 'meetings' | 'documents') =>
  z.int().parse(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())

function manifestOf(
  db: SqlDatabase,
  source: Pick<BackupSource, 'now' | 'appVersion'>,
  kind: BackupManifest['kind'],
): BackupManifest {
  return {
    made: source.now().toISOString(),
    appVersion: source.appVersion,
    schema: z.int().parse(db.pragma('user_version', { simple: true })),
    kind,
    meetings: count(db, 'meetings'),
    documents: count(db, 'documents'),
  }
}

const originalsIn = (db: SqlDatabase): string[] =>
  z
    .array(z.string())
    .parse(
      db
        .prepare('SELECT sha256 FROM documents UNION SELECT sha256 FROM jobs WHERE sha256 IS NOT NULL')
        .pluck()
        .all(),
    )

/** The library's file as one commit left it, while others go on. */
async function takeSnapshot(source: BackupSource, path: string, signal?: AbortSignal): Promise<void> {
  await source.db.backup(path, {
    progress: ({ totalPages }) => {
      signal?.throwIfAborted()
      return Math.max(1000, Math.ceil(totalPages / 50))
    },
  })
}

/**
 * Writes the library with all its originals into one file at `target`, which appears only when it is whole, checked
 * and on the disk. Imports and corrections may go on meanwhile: what is kept is one committed state. Throws
 * `disk-full`, or the signal's reason when cancelled; nothing is left behind then.
 */
export async function makeBackup(
  source: BackupSource,
  target: string,
  steps: BackupSteps = {},
): Promise<BackupManifest> {
  for (let attempt = 1; ; attempt += 1) {
    // A document removed while its original waited to be copied: the next snapshot is without it.
    // oxlint-disable-next-line no-await-in-loop
    const manifest = await tryBackup(source, target, steps)
    if (manifest !== null) return manifest
    if (attempt === SNAPSHOT_TRIES) throw new ServiceError('library-damaged')
  }
}

async function tryBackup(
  source: BackupSource,
  target: string,
  { onProgress, signal }: BackupSteps,
): Promise<BackupManifest | null> {
  const snapshots = join(source.folder, SNAPSHOTS)
  mkdirSync(snapshots, { recursive: true, mode: 0o700 })
  const snapshot = join(snapshots, newId())
  const unfinished = `${target}.unfinished`
  try {
    rmSync(unfinished, { force: true })
    await takeSnapshot(source, snapshot, signal)
    const copy = openForeignDatabase(snapshot)
    let manifest: BackupManifest
    let originals: string[]
    try {
      manifest = manifestOf(copy, source, 'whole')
      originals = originalsIn(copy)
    } finally {
      copy.close()
    }
    const writer = writeBackupFile(unfinished)
    try {
      // oxlint-disable-next-line no-await-in-loop
      for (const _ of writer.addFile(LIBRARY_PART, snapshot)) {
        signal?.throwIfAborted()
        await setImmediate()
      }
      for (const [index, sha256] of originals.entries()) {
        const path = source.originalPath(sha256)
        if (path === null) return null
        for (const _ of writer.addFile(sha256, path)) {
          signal?.throwIfAborted()
          // oxlint-disable-next-line no-await-in-loop
          await setImmediate()
        }
        onProgress?.((0.7 * (index + 1)) / originals.length)
      }
      writer.finish(manifest)
    } finally {
      writer.close()
    }
    syncFile(unfinished)
    await checkBackup(unfinished, { signal, onProgress: (share) => onProgress?.(0.7 + 0.3 * share) })
    renameSync(unfinished, target)
    syncFolder(dirname(target))
    onProgress?.(1)
    return manifest
  } catch (error) {
    throw signal?.aborted === true ? signal.reason : asServiceError(error)
  } finally {
    rmSync(unfinished, { force: true })
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${snapshot}${end}`, { force: true })
  }
}

/**
 * Reads a backup through and compares every part with its hash. Throws `backup-damaged` or `backup-too-new`.
 */
export async function checkBackup(
  path: string,
  { onProgress, signal }: BackupSteps = {},
): Promise<BackupManifest> {
  const backup = openBackupFile(path)
  try {
    for (const [index, part] of backup.parts.entries()) {
      for (const _ of backup.read(part, () => undefined)) {
        signal?.throwIfAborted()
        // oxlint-disable-next-line no-await-in-loop
        await setImmediate()
      }
      onProgress?.((index + 1) / backup.parts.length)
    }
    return backup.manifest
  } catch (error) {
    if (error instanceof ServiceError || signal?.aborted === true) throw error
    throw new ServiceError('backup-damaged', { cause: error })
  } finally {
    backup.close()
  }
}

/**
 * Before an update of the library's file: a backup of that file alone, since no update touches an original. Waits
 * for the disk; nobody uses the library yet.
 */
export function backupBeforeUpdate(source: Omit<BackupSource, 'originalPath'>, target: string): void {
  if (existsSync(target)) return
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  const snapshots = join(source.folder, SNAPSHOTS)
  mkdirSync(snapshots, { recursive: true, mode: 0o700 })
  const snapshot = join(snapshots, newId())
  const unfinished = `${target}.unfinished`
  try {
    rmSync(unfinished, { force: true })
    source.db.prepare('VACUUM INTO ?').run(snapshot)
    const writer = writeBackupFile(unfinished)
    try {
      for (const _ of writer.addFile(LIBRARY_PART, snapshot));
      writer.finish(manifestOf(source.db, source, 'library-only'))
    } finally {
      writer.close()
    }
    syncFile(unfinished)
    renameSync(unfinished, target)
    syncFolder(dirname(target))
  } finally {
    rmSync(unfinished, { force: true })
    rmSync(snapshot, { force: true })
  }
}
