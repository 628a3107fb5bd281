import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { APPLICATION_ID, latestVersion, migrate } from '../../electron/store/migrate.ts'
import { allMigrations } from '../../electron/store/migrations/all-migrations.ts'
import type { Migration } from '../../electron/store/migrations/migration.ts'

type Database = BetterSqlite3.Database

interface MigrationCase {
  /** Fills a library of the version before. */
  before(database: Database): void
  /** Looks at what became of it. */
  after(database: Database): void
}

const tables = (database: Database) =>
  database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all()

/** One for each migration: adding one without its case fails the suite. */
const cases: Record<number, MigrationCase> = {
  10: {
    before: (database) => expect(tables(database)).toEqual([]),
    after: (database) => {
      expect(tables(database)).toEqual(
        expect.arrayContaining(['boards', 'meetings', 'documents', 'passages', 'human_labels', 'jobs']),
      )
    },
  },
  20: {
    before: (database) => {
      database.exec(`
        INSERT INTO boards (id, name, name_key) VALUES ('b', 'Harbour Board', 'harbour board');
        INSERT INTO meetings (id, board_id, date) VALUES ('m', 'b', '2025-01-14');
        INSERT INTO documents (id, meeting_id, kind, name, sha256, result, head, content_hash, added_at)
          VALUES ('d', 'm', 'minutes', 'minutes.pdf', 'abc', 'imported', '{}', 'hash', '2026-01-01');
      `)
    },
    after: (database) => {
      expect(tables(database)).toContain('careful_answers')
      expect(database.prepare('SELECT id, content_hash, refined_by FROM documents').all()).toEqual([
        { id: 'd', content_hash: 'hash', refined_by: null },
      ])
    },
  },
  40: {
    before: (database) => {
      database.exec(`
        INSERT INTO boards (id, name, name_key) VALUES ('b', 'Harbour Board', 'harbour board');
        INSERT INTO meetings (id, board_id, date) VALUES ('m', 'b', '2025-01-14');
        INSERT INTO human_labels VALUES ('m', 'label', 'text', 'customer', 0);
      `)
    },
    after: (database) => {
      expect(database.prepare('SELECT meeting_id, focus FROM human_labels').all()).toEqual([
        { meeting_id: 'm', focus: 'customer' },
      ])
      const insert = database.prepare(
        `INSERT OR REPLACE INTO corrections (id, number, meeting_id, job_id, whole, content)
         VALUES ('c', 1, ?, ?, 1, '{}')`,
      )
      expect(() => insert.run(null, null)).toThrow('CHECK constraint failed')
      insert.run('m', null)
      database.pragma('foreign_keys = ON')
      database.exec("DELETE FROM meetings WHERE id = 'm'; INSERT INTO meetings VALUES ('m', 'b', null, 0, 0)")
      expect(database.prepare('SELECT count(*) FROM corrections').pluck().get()).toBe(0)
      database.exec("INSERT INTO human_labels VALUES ('m', 'label', 'text', 'customer', 0)")
    },
  },
  50: {
    before: (database) => {
      database.exec(`
        INSERT INTO boards (id, name, name_key) VALUES ('b', 'Harbour Board', 'harbour board');
        INSERT INTO meetings (id, board_id, date) VALUES ('m', 'b', '2025-01-14');
        INSERT INTO documents (id, meeting_id, kind, name, sha256, result, head, content_hash, added_at)
          VALUES ('d', 'm', 'minutes', 'minutes.pdf', 'abc', 'imported', '{}', 'hash', '2026-01-01');
      `)
    },
    after: (database) => {
      expect(tables(database)).toEqual(
        expect.arrayContaining(['customers', 'customer_verdicts', 'customer_mentions', 'customer_scans']),
      )
      database.pragma('foreign_keys = ON')
      // Where customers are named goes with the document.
      database.exec(`
        SAVEPOINT gone;
        INSERT INTO customer_mentions VALUES ('d', 0, 4, 9, 'c', 'form', 'sure', NULL);
        DELETE FROM documents WHERE id = 'd';
      `)
      expect(database.prepare('SELECT count(*) FROM customer_mentions').pluck().get()).toBe(0)
      database.exec('ROLLBACK TO gone; RELEASE gone')
    },
  },
  60: {
    before: (database) => {
      expect(tables(database)).not.toContain('plans')
      database.exec("INSERT INTO boards (id, name, name_key) VALUES ('b60', 'Pier Board', 'pier board')")
    },
    after: (database) => {
      expect(database.prepare('SELECT id FROM boards WHERE id = ?').pluck().get('b60')).toBe('b60')
      database.pragma('foreign_keys = ON')
      // A plan goes with its board.
      database.exec(`SAVEPOINT gone;
        INSERT INTO plans (id, board_id, name, created_at, saved_at, content)
          VALUES ('p', 'b60', 'December', '2026-01-01', '2026-01-02', '{}');
        DELETE FROM boards WHERE id = 'b60';`)
      expect(database.prepare('SELECT count(*) FROM plans').pluck().get()).toBe(0)
      database.exec('ROLLBACK TO gone; RELEASE gone')
    },
  },
  70: {
    before: (database) => {
      database.exec(`
        INSERT INTO boards (id, name, name_key) VALUES ('b', 'Harbour Board', 'harbour board');
        INSERT INTO meetings (id, board_id, date) VALUES ('m', 'b', '2025-01-14');
      `)
    },
    after: (database) => {
      expect(tables(database)).toEqual(
        expect.arrayContaining(['action_marks', 'belief_rounds', 'belief_answers']),
      )
      database.pragma('foreign_keys = ON')
      // What was decided on a meeting's actions goes with the meeting; answers hold no time and no row number.
      database.exec(`
        INSERT OR REPLACE INTO action_marks VALUES ('m', 'mi0123', 1, NULL, NULL, NULL);
        SAVEPOINT gone; DELETE FROM meetings WHERE id = 'm';
      `)
      expect(database.prepare('SELECT count(*) FROM action_marks').pluck().get()).toBe(0)
      database.exec('ROLLBACK TO gone; RELEASE gone')
      expect(database.pragma('table_info(belief_answers)')).toHaveLength(4)
      expect(() => database.prepare('SELECT rowid FROM belief_answers').get()).toThrow('no such column')
    },
  },
  80: {
    before: (database) => {
      database.exec("INSERT INTO boards (id, name, name_key) VALUES ('b', 'Harbour Board', 'harbour board')")
    },
    after: (database) => {
      database.pragma('foreign_keys = ON')
      database.exec(`
        INSERT OR REPLACE INTO annotations VALUES ('a', 'b', '2025-01-14', 'New chair');
        SAVEPOINT gone; DELETE FROM boards WHERE id = 'b';
      `)
      expect(database.prepare('SELECT count(*) FROM annotations').pluck().get()).toBe(0)
      database.exec('ROLLBACK TO gone; RELEASE gone')
    },
  },
  90: {
    before: (database) => {
      database.exec(`
        INSERT INTO boards (id, name, name_key) VALUES ('b', 'Harbour Board', 'harbour board');
        INSERT INTO meetings (id, board_id, date) VALUES ('m', 'b', '2025-01-14');
        INSERT INTO documents (id, meeting_id, kind, name, sha256, result, head, content_hash, added_at)
          VALUES ('d', 'm', 'minutes', 'minutes.pdf', 'abc', 'imported', '{}', 'hash', '2026-01-01');
      `)
    },
    after: (database) => {
      database.pragma('foreign_keys = ON')
      expect(tables(database)).toContain('learned_models')
      expect(database.prepare('SELECT content_hash, learned_by FROM documents').all()).toEqual([
        { content_hash: 'hash', learned_by: null },
      ])
      database.exec(`
        INSERT OR REPLACE INTO machine_parts VALUES ('d', 'p', 0, 0, '{}');
        SAVEPOINT gone; DELETE FROM documents WHERE id = 'd';
      `)
      expect(database.prepare('SELECT count(*) FROM machine_parts').pluck().get()).toBe(0)
      database.exec('ROLLBACK TO gone; RELEASE gone')
    },
  },
  100: {
    before: (database) => {
      database.exec(`
        INSERT INTO boards (id, name, name_key, customer_terms, target)
          VALUES ('b', 'Harbour Board', 'harbour board', '["berth holders"]', 0.2);
      `)
    },
    after: (database) =>
      expect(database.prepare('SELECT * FROM boards').all()).toEqual([
        {
          id: 'b',
          name: 'Harbour Board',
          name_key: 'harbour board',
          customer_terms: '["berth holders"]',
          target: 0.2,
          date_order: 'from-documents',
          title_roles: '[]',
          dismissed_words: '[]',
        },
      ]),
  },
}

describe('migrations', () => {
  test('each has a before/after case', () => {
    expect(allMigrations.map((migration) => migration.version)).toEqual(Object.keys(cases).map(Number))
  })

  test('are numbered upwards by tens', () => {
    allMigrations.forEach((migration, index) => {
      expect(migration.version % 10).toBe(0)
      expect(migration.version).toBeGreaterThan(allMigrations[index - 1]?.version ?? 0)
    })
  })

  for (const [index, migration] of allMigrations.entries()) {
    test(`${migration.version} ${migration.name}`, () => {
      const database = new BetterSqlite3(':memory:')
      migrate(database, allMigrations.slice(0, index))
      cases[migration.version]?.before(database)
      migrate(database, allMigrations.slice(0, index + 1))
      cases[migration.version]?.after(database)
      expect(database.pragma('user_version', { simple: true })).toBe(migration.version)
      expect(database.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
      migrate(database, allMigrations.slice(0, index + 1))
      cases[migration.version]?.after(database)
      database.close()
    })
  }

  test('one that fails leaves the version before it, whole', () => {
    const failing: Migration = {
      version: latestVersion() + 10,
      name: 'failing',
      run: (database) => {
        database.exec('CREATE TABLE half_done (x TEXT)')
        throw new Error('the disk is full')
      },
    }
    const database = new BetterSqlite3(':memory:')
    expect(() => migrate(database, [...allMigrations, failing])).toThrow('the disk is full')
    expect(database.pragma('user_version', { simple: true })).toBe(latestVersion())
    expect(tables(database)).not.toContain('half_done')
    database.close()
  })
})
