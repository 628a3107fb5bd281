import type { Migration } from './migration.ts'

/**
 * The register of customers, and where documents name them. A mention is a place in a passage, never its words; what a
 * person said of one is known by hashes of the words and of the passage, so that it survives a new reading.
 */
export const customersMigration: Migration = {
  version: 50,
  name: 'customers',
  run: (database) => {
    database.exec(`
      CREATE TABLE customers (
        id TEXT PRIMARY KEY,
        position INTEGER NOT NULL,
        archived INTEGER NOT NULL DEFAULT 0,
        name_key TEXT NOT NULL UNIQUE,
        content TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE customer_verdicts (
        customer_id TEXT NOT NULL,
        form_key TEXT NOT NULL,
        text_key TEXT NOT NULL,
        verdict TEXT NOT NULL,
        PRIMARY KEY (customer_id, form_key, text_key)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE customer_mentions (
        document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        passage INTEGER NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        customer_id TEXT NOT NULL,
        form_key TEXT NOT NULL,
        certainty TEXT NOT NULL,
        doubt TEXT,
        PRIMARY KEY (document_id, passage, start, customer_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX customer_mentions_of ON customer_mentions (customer_id);
      CREATE TABLE customer_scans (
        document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
        content_hash TEXT NOT NULL,
        register TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
