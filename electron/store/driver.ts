import BetterSqlite3 from 'better-sqlite3'
import { closeSync, openSync } from 'node:fs'
import { ServiceError } from '../../shared/contract/errors.ts'
import type { ErrorCode } from '../../shared/contract/errors.ts'

export type SqlDatabase = BetterSqlite3.Database

const BUSY_MILLISECONDS = 2000

/**
 * Opens a database with every guard set again: better-sqlite3 re-opens a WAL file with `synchronous=NORMAL`, which
 * would acknowledge what a power cut takes back. Deleted text is overwritten (`secure_delete`); what a hostile file
 * brings along (triggers, views) may call nothing (`trusted_schema`).
 */
export function openDatabase(path: string): SqlDatabase {
  // SQLite gives its -wal and -shm files the mode of the main file.
  if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600))
  const database = new BetterSqlite3(path, { timeout: BUSY_MILLISECONDS })
  try {
    database.pragma('trusted_schema = OFF')
    database.pragma('cell_size_check = ON')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma('secure_delete = ON')
    database.pragma('temp_store = MEMORY')
    database.pragma('journal_size_limit = 67108864')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** A new file that nobody else reads until it is finished: no log beside it, flushed once by its maker. */
export function createContainerDatabase(path: string): SqlDatabase {
  closeSync(openSync(path, 'wx', 0o600))
  const database = new BetterSqlite3(path)
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  return database
}

/** A file from elsewhere, read only: it may call nothing, and sizes inside its pages are not believed. */
export function openForeignDatabase(path: string): SqlDatabase {
  const database = new BetterSqlite3(path, { readonly: true, fileMustExist: true })
  try {
    database.pragma('trusted_schema = OFF')
    database.pragma('cell_size_check = ON')
    database.pragma('query_only = ON')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

export const openMemoryDatabase = (): SqlDatabase => new BetterSqlite3(':memory:')

/** A plain connection for the lock file: no WAL, no waiting. */
export function openLockDatabase(path: string): SqlDatabase {
  closeSync(openSync(path, 'a', 0o600))
  const database = new BetterSqlite3(path, { timeout: 0 })
  database.pragma('journal_mode = MEMORY')
  return database
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY')
}

/** What SQLite or the file system said, as one of the closed set of codes; a ServiceError stays as it is. */
export function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error
  const code = codeOf(error)
  let words: ErrorCode = 'internal'
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    words = 'disk-full'
  else if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') words = 'library-damaged'
  else if (code.startsWith('SQLITE_BUSY')) words = 'library-busy'
  return new ServiceError(words, { cause: error })
}
