import type { Migration } from './migration.ts'

/** Agendas that were planned, several for each board. */
export const plansMigration: Migration = {
  version: 60,
  name: 'plans',
  run: (database) => {
    database.exec(`
      CREATE TABLE plans (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        board_id TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        created_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        content TEXT NOT NULL
      ) STRICT;
      CREATE INDEX plans_of_board ON plans (board_id);
    `)
  },
}
