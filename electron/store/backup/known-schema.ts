import { z } from 'zod'
import type { SqlDatabase } from '../driver.ts'
import { openMemoryDatabase } from '../driver.ts'
import { migrate } from '../migrate.ts'
import { allMigrations } from '../migrations/all-migrations.ts'

const SCHEMA = 'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name'

const schemaOf = (db: SqlDatabase): string =>
  JSON.stringify(z.array(z.unknown()).parse(db.prepare(SCHEMA).all()))

/**
 * True when the file's schema is, word for word, what our own migrations make of it at that version: no trigger,
 * view, generated column or index of anyone else's. Such a file can be opened without running what it brings along.
 */
export function hasKnownSchema(db: SqlDatabase, version: number): boolean {
  const own = openMemoryDatabase()
  try {
    migrate(
      own,
      allMigrations.filter((migration) => migration.version <= version),
    )
    return schemaOf(db) === schemaOf(own)
  } finally {
    own.close()
  }
}
