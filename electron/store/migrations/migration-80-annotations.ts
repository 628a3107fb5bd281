import type { Migration } from './migration.ts'

/** What people note on a board's axis of time; it goes with its board. */
export const annotationsMigration: Migration = {
  version: 80,
  name: 'annotations',
  run: (database) => {
    database.exec(`
      CREATE TABLE annotations (
        id TEXT PRIMARY KEY,
        board_id TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
        date TEXT NOT NULL,
        text TEXT NOT NULL
      ) STRICT;
      CREATE INDEX annotations_of_board ON annotations (board_id, date);
    `)
  },
}
