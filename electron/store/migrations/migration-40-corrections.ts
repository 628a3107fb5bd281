import type { Migration } from './migration.ts'

/**
 * What people corrected of items, actions and times. A correction belongs to a meeting, or to a file under review
 * until that is kept; `paper` is the paper it was made on (all its versions), none where it is `whole`: of the meeting.
 * With it, equal words are found at once wherever they stand.
 */
export const correctionsMigration: Migration = {
  version: 40,
  name: 'corrections',
  run: (database) => {
    database.exec(`
      CREATE TABLE corrections (
        id TEXT PRIMARY KEY,
        number INTEGER NOT NULL,
        meeting_id TEXT REFERENCES meetings (id) ON DELETE CASCADE,
        job_id TEXT REFERENCES jobs (id) ON DELETE CASCADE,
        from_job TEXT,
        whole INTEGER NOT NULL,
        paper TEXT,
        content TEXT NOT NULL,
        CHECK ((meeting_id IS NULL) <> (job_id IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX corrections_of_meeting ON corrections (meeting_id) WHERE meeting_id IS NOT NULL;
      CREATE INDEX corrections_of_job ON corrections (job_id) WHERE job_id IS NOT NULL;
      CREATE INDEX passages_by_words ON passages (text_key);
    `)
  },
}
