import type { Migration } from './migration.ts'

/**
 * What people decided on mentions of actions, held by meeting and a digest of the words; and the belief rounds with
 * their answers. An answer has no time, no name and a random key, and its table no row numbers: nothing of the order
 * in which answers came is kept.
 */
export const actionsAndBeliefMigration: Migration = {
  version: 70,
  name: 'actions and belief',
  run: (database) => {
    database.exec(`
      CREATE TABLE action_marks (
        meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        mention TEXT NOT NULL,
        separate INTEGER NOT NULL DEFAULT 0,
        joined_meeting TEXT REFERENCES meetings (id) ON DELETE SET NULL,
        joined_mention TEXT,
        setting TEXT,
        PRIMARY KEY (meeting_id, mention)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX action_marks_joined ON action_marks (joined_meeting) WHERE joined_meeting IS NOT NULL;

      CREATE TABLE belief_rounds (
        id TEXT PRIMARY KEY,
        board_id TEXT REFERENCES boards (id) ON DELETE SET NULL,
        name TEXT NOT NULL,
        asked_on TEXT NOT NULL,
        period_from TEXT NOT NULL,
        period_to TEXT NOT NULL,
        lens TEXT NOT NULL,
        discipline TEXT,
        closed INTEGER NOT NULL DEFAULT 0
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE belief_answers (
        key TEXT PRIMARY KEY,
        round_id TEXT NOT NULL REFERENCES belief_rounds (id) ON DELETE CASCADE,
        role TEXT NOT NULL,
        answer TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX belief_answers_of_round ON belief_answers (round_id);
    `)
  },
}
