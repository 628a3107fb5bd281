import type { Migration } from './migration.ts'

/**
 * What was learnt from human labels (hashes and weights), which of it lies over a document, and what the shipped
 * model alone said of every part that it changed.
 */
export const learningMigration: Migration = {
  version: 90,
  name: 'learning',
  run: (database) => {
    database.exec(`
      ALTER TABLE documents ADD COLUMN learned_by TEXT;
      CREATE TABLE learned_models (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        machine TEXT NOT NULL,
        labels TEXT NOT NULL,
        content TEXT NOT NULL
      ) STRICT;
      CREATE TABLE machine_parts (
        document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        part TEXT NOT NULL,
        position INTEGER NOT NULL,
        same_words INTEGER NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (document_id, part, position)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
