import type { Migration } from './migration.ts'

/**
 * Which models settled a document's labels (null: the fast one alone), and what the careful one said of passages,
 * known by a hash only.
 */
export const refiningMigration: Migration = {
  version: 20,
  name: 'refining',
  run: (database) => {
    database.exec(`
      ALTER TABLE documents ADD COLUMN refined_by TEXT;
      CREATE TABLE careful_answers (
        number INTEGER PRIMARY KEY,
        key BLOB NOT NULL UNIQUE,
        answer BLOB NOT NULL
      ) STRICT;
    `)
  },
}
