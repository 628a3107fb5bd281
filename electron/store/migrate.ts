import { z } from 'zod'
import { ServiceError } from '../../shared/contract/errors.ts'
import type { SqlDatabase } from './driver.ts'
import { allMigrations } from './migrations/all-migrations.ts'
import type { Migration } from './migrations/migration.ts'

/** "EmCh": says that a SQLite file is a library of ours. */
export const APPLICATION_ID = 0x456d4368

const version = (database: SqlDatabase) => z.int().parse(database.pragma('user_version', { simple: true }))

/** The schema version this build writes. */
export function latestVersion(migrations: readonly Migration[] = allMigrations): number {
  return migrations.at(-1)?.version ?? 0
}

/**
 * Brings a library up to date, each step in one transaction with its `user_version`, so that a kill leaves it at a
 * whole version. Throws `library-too-new` for a later one and `library-damaged` for a file that is not a library;
 * neither is touched.
 */
export function migrate(database: SqlDatabase, migrations: readonly Migration[] = allMigrations): void {
  const found = version(database)
  const applicationId = database.pragma('application_id', { simple: true })
  const isNew = found === 0 && database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
  if (!isNew && applicationId !== APPLICATION_ID) throw new ServiceError('library-damaged')
  if (found > latestVersion(migrations)) throw new ServiceError('library-too-new')
  for (const migration of migrations) {
    if (migration.version <= version(database)) continue
    database
      .transaction(() => {
        migration.run(database)
        database.pragma(`application_id = ${APPLICATION_ID}`)
        database.pragma(`user_version = ${migration.version}`)
      })
      .immediate()
  }
}
