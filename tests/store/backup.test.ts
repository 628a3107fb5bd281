import BetterSqlite3 from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decideSwap } from '../../electron/store/backup/swap-library.ts'
import { restoreIntoFolder } from '../../electron/store/backup/restore-into-folder.ts'
import type { LibraryStore } from '../../electron/store/library-store.ts'
import { APPLICATION_ID, latestVersion, migrate } from '../../electron/store/migrate.ts'
import { allMigrations } from '../../electron/store/migrations/all-migrations.ts'
import { openLibraryStore } from '../../electron/store/open-library-store.ts'
import { NOW, filesHolding, keep, withFolder, withStore } from './library-fixture.ts'
import type { FixtureDocument } from './library-fixture.ts'

const paper = (date: string, words: string): FixtureDocument => ({
  date,
  items: [{ title: 'Roof', minutes: 5, passages: [[words, 'other']] }],
})
const code = (expected: string) => expect.objectContaining({ code: expected })
const open = (folder: string) => openLibraryStore({ folder, now: NOW, check: true })
const datesOf = (store: LibraryStore) => store.meetings().map(({ date }) => date)

/** A library of two meetings, one of them relabelled, and a backup of it in the folder above. */
async function libraryWithBackup(root: string): Promise<{ store: LibraryStore; backup: string }> {
  const store = open(join(root, 'library'))
  const first = await keep(store, root, 'a.pdf', paper('2025-01-14', 'The roof leaks.'), 'bytes of a')
  await keep(store, root, 'b.pdf', paper('2025-02-14', 'The gutter leaks.'), 'bytes of b')
  const [passage] = store.meeting(first.meetingId).passages
  store.relabel([passage?.id ?? ''], { focus: 'customer', fromCustomers: true })
  const backup = join(root, 'backup.emptychair')
  await store.backups.make(undefined, backup)
  return { store, backup }
}

describe('a backup', () => {
  test('put back gives every meeting, label and original as they were, and what was there stays aside', () =>
    withFolder(async (root) => {
      const { store, backup } = await libraryWithBackup(root)
      const before = store.meetings().map(({ id }) => store.meeting(id))
      await keep(store, root, 'c.pdf', paper('2025-03-14', 'The door sticks.'), 'bytes of c')
      const [removed] = store.meetings()
      await store.removeMeeting(removed?.id ?? '')
      store.close()
      const folder = join(root, 'library')
      await restoreIntoFolder(folder, backup, NOW)
      const restored = open(folder)
      expect(restored.meetings().map(({ id }) => restored.meeting(id))).toEqual(before)
      expect((await restored.verify()).problems).toEqual([])
      expect(filesHolding(join(folder, 'originals'), 'bytes of a')).toHaveLength(1)

      expect(restored.backups.hasEarlier()).toBe(true)
      expect(restored.backups.decideReturn()).toBe(true)
      restored.close()
      const returned = open(folder)
      expect(datesOf(returned)).toEqual(['2025-02-14', '2025-03-14'])
      expect((await returned.verify()).problems).toEqual([])
      // The way there and back leaves the restored one as the earlier one.
      expect(returned.backups.hasEarlier()).toBe(true)
      returned.backups.forgetEarlier()
      expect(returned.backups.hasEarlier()).toBe(false)
      expect(filesHolding(folder, 'bytes of a')).toEqual([])
      returned.close()
    }))

  test('made while documents come and go is one committed state', () =>
    withStore(async (store, root) => {
      for (let run = 0; run < 12; run += 1) {
        const target = join(root, `backup-${run}`)
        const making = store.backups.make(undefined, target)
        const kept = await keep(
          store,
          root,
          `${run}.pdf`,
          paper(`2025-01-${10 + run}`, `Door ${run} sticks.`),
        )
        if (run % 3 === 2) await store.removeMeeting(kept.meetingId)
        await making
        const folder = join(root, `restored-${run}`)
        await restoreIntoFolder(folder, target, NOW)
        const copy = open(folder)
        expect((await copy.verify()).problems).toEqual([])
        const known = new Set(Array.from({ length: run + 1 }, (_, index) => `2025-01-${10 + index}`))
        for (const date of datesOf(copy)) expect(known.has(date ?? '')).toBe(true)
        expect(copy.meetings().length).toBeGreaterThanOrEqual(store.meetings().length - 1)
        copy.close()
      }
    }))

  test('that is cancelled leaves nothing behind', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'a.pdf', paper('2025-01-14', 'The roof leaks.'))
      const stop = new AbortController()
      const making = store.backups.make({
        signal: stop.signal,
        onProgress: () => stop.abort(new Error('stopped')),
      })
      await expect(making).rejects.toThrow('stopped')
      expect(store.backups.list()).toEqual([])
      expect(readdirSync(join(store.folder, 'snapshots'))).toEqual([])
      expect(readdirSync(store.backups.folder)).toEqual([])
    }))

  test('is the owner’s alone, listed with what it holds, and removed by name only', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'a.pdf', paper('2025-01-14', 'The roof leaks.'))
      const made = await store.backups.make()
      expect(statSync(store.backups.pathOf(made.name)).mode & 0o777).toBe(0o600)
      expect(store.backups.list()).toEqual([made])
      expect(made).toMatchObject({ kind: 'whole', meetings: 1, documents: 1 })
      for (const name of ['../library.sqlite', '/etc/passwd', 'nothing.emptychair', ''])
        expect(() => store.backups.remove(name)).toThrow(code('not-found'))
      store.backups.remove(made.name)
      expect(store.backups.list()).toEqual([])
    }))
})

/** The code it is refused with, once it was seen that nothing changed. */
const tryRestore = async (store: LibraryStore, file: string): Promise<unknown> => {
  const before = store.meetings()
  const copy = join(store.backups.folder, 'tried.emptychair')
  mkdirSync(store.backups.folder, { recursive: true })
  copyFileSync(file, copy)
  const answer = await store.backups.prepareRestore('tried.emptychair').catch((error: unknown) => error)
  expect(existsSync(join(store.folder, 'restoring'))).toBe(false)
  expect(store.meetings()).toEqual(before)
  return answer
}

/** Rewrites the library inside a backup and makes its hash fit, as an attacker would. */
const withLibrary = (backup: string, change: (library: BetterSqlite3.Database) => void): string => {
  const container = new BetterSqlite3(backup)
  const pieces = container
    .prepare('SELECT content FROM pieces WHERE part = 1 ORDER BY piece')
    .pluck()
    .all()
    .filter((piece) => piece instanceof Uint8Array)
  const inner = `${backup}.inner`
  writeFileSync(inner, Buffer.concat(pieces))
  const library = new BetterSqlite3(inner)
  library.pragma('journal_mode = DELETE')
  change(library)
  library.close()
  const bytes = readFileSync(inner)
  container.prepare('DELETE FROM pieces WHERE part = 1').run()
  container.prepare('INSERT INTO pieces VALUES (1, 0, ?)').run(bytes)
  container
    .prepare('UPDATE parts SET bytes = ?, sha256 = ? WHERE part = 1')
    .run(bytes.byteLength, createHash('sha256').update(bytes).digest('hex'))
  container.close()
  return backup
}

describe('what is no good backup is refused and the library stays as it is', () => {
  const hostile: [name: string, change: (backup: string) => unknown, code: string][] = [
    ['a file of other words', (backup) => writeFileSync(backup, 'no backup'), 'backup-damaged'],
    ['empty', (backup) => writeFileSync(backup, ''), 'backup-damaged'],
    [
      'another database',
      (backup) => (rmSync(backup), new BetterSqlite3(backup).exec('CREATE TABLE a (b)').close()),
      'backup-damaged',
    ],
    [
      'a library itself',
      (backup) => copyFileSync(join(backup, '../library/library.sqlite'), backup),
      'backup-damaged',
    ],
    ['of a later format', (backup) => new BetterSqlite3(backup).pragma('user_version = 2'), 'backup-too-new'],
    [
      'with a view',
      (backup) =>
        new BetterSqlite3(backup).exec(
          'DROP TABLE manifest; CREATE VIEW manifest AS SELECT 1 AS key, 2 AS value',
        ),
      'backup-damaged',
    ],
    [
      'with a trigger',
      (backup) =>
        new BetterSqlite3(backup).exec('CREATE TRIGGER t AFTER INSERT ON parts BEGIN DELETE FROM parts; END'),
      'backup-damaged',
    ],
    [
      'with a part of another name',
      (backup) => new BetterSqlite3(backup).exec("UPDATE parts SET name = '../../out' WHERE part = 2"),
      'backup-damaged',
    ],
    [
      'with a changed original',
      (backup) => new BetterSqlite3(backup).exec("UPDATE pieces SET content = x'00' WHERE part = 2"),
      'backup-damaged',
    ],
    [
      'with a missing original',
      (backup) =>
        new BetterSqlite3(backup).exec('DELETE FROM parts WHERE part = 2; DELETE FROM pieces WHERE part = 2'),
      'backup-damaged',
    ],
    [
      'with a blob of ten gigabytes announced',
      (backup) => new BetterSqlite3(backup).exec('UPDATE parts SET bytes = 10000000000 WHERE part = 2'),
      'backup-damaged',
    ],
    [
      'with a trigger inside its library',
      (backup) =>
        withLibrary(backup, (library) =>
          library.exec('CREATE TRIGGER t AFTER INSERT ON boards BEGIN DELETE FROM boards; END'),
        ),
      'backup-damaged',
    ],
    [
      'with a view inside its library',
      (backup) => withLibrary(backup, (library) => library.exec('CREATE VIEW v AS SELECT 1')),
      'backup-damaged',
    ],
    [
      'with a generated column inside its library',
      (backup) =>
        withLibrary(backup, (library) =>
          library.exec('ALTER TABLE boards ADD COLUMN g TEXT GENERATED ALWAYS AS (upper(name)) VIRTUAL'),
        ),
      'backup-damaged',
    ],
    [
      'with a library of a later version',
      (backup) => withLibrary(backup, (library) => library.pragma(`user_version = ${latestVersion() + 10}`)),
      'backup-too-new',
    ],
    [
      'with a changed passage',
      (backup) =>
        withLibrary(backup, (library) =>
          library.exec("UPDATE passages SET text = 'The roof is sound.' WHERE text = 'The roof leaks.'"),
        ),
      'backup-damaged',
    ],
    [
      'with a foreign library',
      (backup) => withLibrary(backup, (library) => library.pragma('application_id = 1')),
      'backup-damaged',
    ],
  ]
  test.each(hostile)('%s', (_name, change, expected) =>
    withFolder(async (root) => {
      const { store, backup } = await libraryWithBackup(root)
      change(backup)
      expect(await tryRestore(store, backup)).toMatchObject({ code: expected })
      store.close()
    }),
  )

  test('cut short at any place', () =>
    withFolder(async (root) => {
      const { store, backup } = await libraryWithBackup(root)
      const { size } = statSync(backup)
      for (let part = 1; part < 12; part += 1) {
        const cut = join(root, 'cut')
        copyFileSync(backup, cut)
        truncateSync(cut, Math.floor((size * part) / 12))
        expect(await tryRestore(store, cut)).toMatchObject({ code: 'backup-damaged' })
      }
      store.close()
    }))
})

describe('a restore that is cut off', () => {
  test.each([0, 1, 2, 3, 4])('after %i moves is finished at the next opening', (moves) =>
    withFolder(async (root) => {
      const { store, backup } = await libraryWithBackup(root)
      await keep(store, root, 'c.pdf', paper('2025-03-14', 'The door sticks.'))
      mkdirSync(store.backups.folder, { recursive: true })
      copyFileSync(backup, join(store.backups.folder, 'one.emptychair'))
      await store.backups.prepareRestore('one.emptychair')
      store.close()
      const folder = join(root, 'library')
      decideSwap(folder, true)
      mkdirSync(join(folder, 'earlier'), { recursive: true })
      const steps = [
        () => renameSync(join(folder, 'library.sqlite'), join(folder, 'earlier/library.sqlite')),
        () => renameSync(join(folder, 'originals'), join(folder, 'earlier/originals')),
        () => writeFileSync(join(folder, 'swap.json'), JSON.stringify({ phase: 'in', withOriginals: true })),
        () => renameSync(join(folder, 'restoring/library.sqlite'), join(folder, 'library.sqlite')),
      ]
      for (const step of steps.slice(0, moves)) step()
      const again = open(folder)
      expect(datesOf(again)).toEqual(['2025-01-14', '2025-02-14'])
      expect((await again.verify()).problems).toEqual([])
      expect(existsSync(join(folder, 'swap.json'))).toBe(false)
      expect(again.backups.decideReturn()).toBe(true)
      again.close()
      const back = open(folder)
      expect(datesOf(back)).toEqual(['2025-01-14', '2025-02-14', '2025-03-14'])
      back.close()
    }),
  )

  test('by a kill at any moment leaves the one library or the other, whole', { timeout: 120_000 }, () =>
    withFolder(async (root) => {
      const { store, backup } = await libraryWithBackup(root)
      await keep(store, root, 'c.pdf', paper('2025-03-14', 'The door sticks.'))
      store.close()
      const folder = join(root, 'library')
      for (let run = 0; run < 12; run += 1) {
        const child = spawn(
          process.execPath,
          [
            '--disable-warning=ExperimentalWarning',
            join(import.meta.dirname, 'restore-child.ts'),
            folder,
            backup,
          ],
          { stdio: ['ignore', 'pipe', 'inherit'] },
        )
        await new Promise<void>((ended) => {
          child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), run * 4))
          child.once('close', () => ended())
        })
        const again = open(folder)
        expect([2, 3]).toContain(again.meetings().length)
        expect((await again.verify()).problems).toEqual([])
        again.close()
      }
    }),
  )
})

describe('an update of the library', () => {
  test('backs its file up first, and that backup can be put back', () =>
    withFolder(async (root) => {
      const folder = join(root, 'library')
      mkdirSync(folder)
      const old = new BetterSqlite3(join(folder, 'library.sqlite'))
      migrate(old, allMigrations.slice(0, 1))
      old.exec(`
        INSERT INTO boards (id, name, name_key) VALUES ('b', 'Harbour Board', 'harbour board');
        INSERT INTO meetings (id, board_id, date) VALUES ('m', 'b', '2025-01-14');
      `)
      old.close()
      const store = open(folder)
      const [entry] = store.backups.list()
      expect(entry).toMatchObject({ kind: 'library-only', meetings: 1 })
      const path = store.backups.pathOf(entry?.name ?? '')
      const copy = join(root, 'copy')
      copyFileSync(path, copy)
      store.close()
      // Opening it again is no update.
      open(folder).close()
      await restoreIntoFolder(folder, copy, NOW)
      const restored = open(folder)
      expect(restored.boards().map(({ name }) => name)).toEqual(['Harbour Board'])
      restored.close()
    }))
})

describe('erasing', () => {
  test('leaves nothing of any document, and an empty library', () =>
    withFolder(async (root) => {
      const { store } = await libraryWithBackup(root)
      await store.backups.make()
      store.backups.decideErase()
      store.close()
      const folder = join(root, 'library')
      const again = open(folder)
      expect(again.isEmpty()).toBe(true)
      expect(again.backups.list()).toEqual([])
      again.close()
      for (const words of ['roof leaks', 'bytes of a', 'Harbour'])
        expect(filesHolding(folder, words)).toEqual([])
      expect(readFileSync(join(folder, 'library.sqlite')).readUInt32BE(68)).toBe(APPLICATION_ID)
    }))
})
