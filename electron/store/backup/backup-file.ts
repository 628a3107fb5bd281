import { createHash } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { ServiceError } from '../../../shared/contract/errors.ts'
import { createContainerDatabase, openForeignDatabase } from '../driver.ts'
import type { SqlDatabase } from '../driver.ts'

/** "EmCB": says that a SQLite file is a backup of ours. */
const BACKUP_APPLICATION_ID = 0x456d4342
const BACKUP_FORMAT = 1
export const PIECE_BYTES = 1024 * 1024
/** The library's own file inside a backup; every other part is an original, named by its hash. */
export const LIBRARY_PART = 'library.sqlite'
const PART_NAME = /^(library\.sqlite|[0-9a-f]{64})$/

const TABLES = [
  'CREATE TABLE manifest (key TEXT PRIMARY KEY, value TEXT NOT NULL)',
  'CREATE TABLE parts (part INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL)',
  'CREATE TABLE pieces (part INTEGER NOT NULL, piece INTEGER NOT NULL, content BLOB NOT NULL)',
  'CREATE UNIQUE INDEX pieces_in_order ON pieces (part, piece)',
]

const manifestSchema = z.object({
  made: z.iso.datetime(),
  appVersion: z.string().max(40),
  schema: z.coerce.number().int().min(1),
  /** `library-only` is made before an update, which never touches an original. */
  kind: z.enum(['whole', 'library-only']),
  meetings: z.coerce.number().int().min(0),
  documents: z.coerce.number().int().min(0),
})
/** What a backup says of itself. `made` is an ISO time, `schema` the library's version. */
export type BackupManifest = z.infer<typeof manifestSchema>

const partSchema = z.object({
  part: z.int(),
  name: z.string().regex(PART_NAME),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type BackupPart = z.infer<typeof partSchema>

export interface BackupWriter {
  /** Copies a file in, a piece at each step; the last value of `bytes` is its size. */
  addFile(name: string, path: string): Generator<number>
  finish(manifest: BackupManifest): void
  close(): void
}

/** A new backup at `path`, which must not be there yet. It is none before `finish`. */
export function writeBackupFile(path: string): BackupWriter {
  const db = createContainerDatabase(path)
  for (const table of TABLES) db.exec(table)
  const addPart = db.prepare('INSERT INTO parts VALUES (?, ?, ?, ?)')
  const addPiece = db.prepare('INSERT INTO pieces VALUES (?, ?, ?)')
  const addFact = db.prepare('INSERT INTO manifest VALUES (?, ?)')
  let part = 0
  return {
    *addFile(name, source) {
      part += 1
      const file = openSync(source, 'r')
      try {
        const hash = createHash('sha256')
        let bytes = 0
        for (let piece = 0; ; piece += 1) {
          const content = Buffer.alloc(PIECE_BYTES)
          const read = readSync(file, content, 0, PIECE_BYTES, null)
          if (read === 0) break
          hash.update(content.subarray(0, read))
          addPiece.run(part, piece, content.subarray(0, read))
          bytes += read
          yield read
        }
        addPart.run(part, name, bytes, hash.digest('hex'))
      } finally {
        closeSync(file)
      }
    },
    finish(manifest) {
      for (const [key, value] of Object.entries(manifest)) addFact.run(key, String(value))
      // Written last: what was cut off in the middle is no backup.
      db.pragma(`application_id = ${BACKUP_APPLICATION_ID}`)
      db.pragma(`user_version = ${BACKUP_FORMAT}`)
    },
    close: () => db.close(),
  }
}

export interface BackupFile {
  readonly manifest: BackupManifest
  readonly parts: readonly BackupPart[]
  /** Gives a part's bytes to `take`, yielding after each piece; throws `backup-damaged` unless they hash to what is written. */
  read(part: BackupPart, take: (bytes: Uint8Array) => void): Generator<number>
  close(): void
}

const SCHEMA = 'SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid'

function readHead(db: SqlDatabase): { manifest: BackupManifest; parts: BackupPart[] } {
  if (db.pragma('application_id', { simple: true }) !== BACKUP_APPLICATION_ID)
    throw new ServiceError('backup-damaged')
  if (z.int().parse(db.pragma('user_version', { simple: true })) > BACKUP_FORMAT)
    throw new ServiceError('backup-too-new')
  // A view or a trigger would run with the reading; only the four statements above may be in there.
  const schema = z.array(z.string()).parse(db.prepare(SCHEMA).pluck().all())
  if (schema.join('\n') !== TABLES.join('\n')) throw new ServiceError('backup-damaged')
  const facts = z
    .array(z.object({ key: z.string(), value: z.string() }))
    .parse(db.prepare('SELECT key, value FROM manifest LIMIT 20').all())
  const manifest = manifestSchema.parse(Object.fromEntries(facts.map(({ key, value }) => [key, value])))
  const parts = z
    .array(partSchema)
    .parse(db.prepare('SELECT part, name, bytes, sha256 FROM parts ORDER BY part').all())
  if (!parts.some(({ name }) => name === LIBRARY_PART)) throw new ServiceError('backup-damaged')
  if (parts.some(({ name, sha256 }) => name !== LIBRARY_PART && name !== sha256))
    throw new ServiceError('backup-damaged')
  return { manifest, parts }
}

/** Opens a file as a backup. Throws `backup-damaged` for anything else and `backup-too-new` for a later format. */
export function openBackupFile(path: string): BackupFile {
  try {
    const db = openForeignDatabase(path)
    try {
      const { manifest, parts } = readHead(db)
      const piecesOf = db.prepare('SELECT content FROM pieces WHERE part = ? ORDER BY piece').pluck()
      return {
        manifest,
        parts,
        *read(part, take) {
          const hash = createHash('sha256')
          let bytes = 0
          for (const content of piecesOf.iterate(part.part)) {
            const piece = z.instanceof(Uint8Array).parse(content)
            bytes += piece.byteLength
            if (bytes > part.bytes) break
            hash.update(piece)
            take(piece)
            yield piece.byteLength
          }
          if (bytes !== part.bytes || hash.digest('hex') !== part.sha256)
            throw new ServiceError('backup-damaged')
        },
        close: () => db.close(),
      }
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    if (error instanceof ServiceError) throw error
    // Whatever SQLite or the schemas say of it: it can't be used.
    throw new ServiceError('backup-damaged', { cause: error })
  }
}

/** Writes a part to a new file of the owner's alone and flushes it. */
export function* extractPart(backup: BackupFile, part: BackupPart, path: string): Generator<number> {
  const file = openSync(path, 'wx', 0o600)
  try {
    yield* backup.read(part, (bytes) => {
      for (let done = 0; done < bytes.byteLength;)
        done += writeSync(file, bytes, done, bytes.byteLength - done)
    })
    if (fstatSync(file).size !== part.bytes) throw new ServiceError('backup-damaged')
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
