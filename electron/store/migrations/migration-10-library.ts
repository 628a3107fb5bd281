import type { Migration } from './migration.ts'

const SCHEMA = `
CREATE TABLE boards (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  customer_terms TEXT NOT NULL DEFAULT '[]',
  target REAL,
  date_order TEXT NOT NULL DEFAULT 'from-documents'
) STRICT, WITHOUT ROWID;

CREATE TABLE meetings (
  id TEXT PRIMARY KEY,
  board_id TEXT NOT NULL REFERENCES boards (id),
  date TEXT,
  passages INTEGER NOT NULL DEFAULT 0,
  settled INTEGER NOT NULL DEFAULT 0,
  UNIQUE (board_id, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  meeting_id TEXT NOT NULL REFERENCES meetings (id),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  result TEXT NOT NULL,
  replaced_by TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  head TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX documents_of_meeting ON documents (meeting_id);
CREATE INDEX documents_replaced ON documents (replaced_by) WHERE replaced_by IS NOT NULL;

CREATE TABLE document_blocks (
  document_id TEXT NOT NULL REFERENCES documents (id),
  position INTEGER NOT NULL,
  page INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE items (
  document_id TEXT NOT NULL REFERENCES documents (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE passages (
  number INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents (id),
  position INTEGER NOT NULL,
  item INTEGER,
  page INTEGER NOT NULL,
  block INTEGER NOT NULL,
  text TEXT NOT NULL,
  text_key TEXT NOT NULL,
  label_key TEXT NOT NULL,
  focus TEXT NOT NULL,
  classification TEXT NOT NULL,
  UNIQUE (document_id, position)
) STRICT;

CREATE TABLE actions (
  document_id TEXT NOT NULL REFERENCES documents (id),
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE human_labels (
  meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  label_key TEXT NOT NULL,
  text_key TEXT NOT NULL,
  focus TEXT NOT NULL,
  from_customers INTEGER NOT NULL,
  PRIMARY KEY (meeting_id, label_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_measures (
  meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  lens TEXT NOT NULL,
  measure TEXT NOT NULL,
  PRIMARY KEY (meeting_id, lens)
) STRICT, WITHOUT ROWID;

CREATE TABLE jobs (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT,
  state TEXT NOT NULL,
  added_at TEXT NOT NULL,
  result TEXT,
  code TEXT,
  message TEXT,
  warnings TEXT NOT NULL DEFAULT '[]',
  kind TEXT,
  board TEXT,
  date TEXT,
  pages INTEGER,
  items INTEGER,
  passages INTEGER,
  document_id TEXT REFERENCES documents (id) ON DELETE SET NULL,
  labels TEXT NOT NULL DEFAULT '[]',
  home_meeting TEXT
) STRICT;
CREATE INDEX jobs_by_original ON jobs (sha256);
CREATE INDEX jobs_by_document ON jobs (document_id);

CREATE TABLE job_drafts (
  job_id TEXT PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
  document TEXT NOT NULL,
  analysis TEXT NOT NULL
) STRICT;

CREATE TABLE history (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  step TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE passages_index USING fts5 (
  text, content = 'passages', content_rowid = 'number', prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 2"
);
`

/** Everything of the first version. */
export const libraryMigration: Migration = {
  version: 10,
  name: 'library',
  run: (database) => {
    database.exec(SCHEMA)
  },
}
