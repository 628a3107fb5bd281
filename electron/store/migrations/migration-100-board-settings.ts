import type { Migration } from './migration.ts'

/** What a board says of its item titles, and suggestions for its customer words that were turned down. */
export const boardSettingsMigration: Migration = {
  version: 100,
  name: 'board settings',
  run: (database) => {
    database.exec(`
      ALTER TABLE boards ADD COLUMN title_roles TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE boards ADD COLUMN dismissed_words TEXT NOT NULL DEFAULT '[]';
    `)
  },
}
