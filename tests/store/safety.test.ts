/* oxlint-disable unicorn/consistent-function-scoping -- builders stand beside the cases they serve */
import BetterSqlite3 from 'better-sqlite3'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../electron/store/driver.ts'
import { createLibrary } from '../../electron/store/library.ts'
import type { Library } from '../../electron/store/library.ts'
import { briefDocument, purgeDocuments } from '../../electron/store/meeting-changes.ts'
import { latestVersion, migrate } from '../../electron/store/migrate.ts'
import { openLibraryStore } from '../../electron/store/open-library-store.ts'
import { openOriginals } from '../../electron/store/originals.ts'
import { createLibraryStore } from '../../electron/store/sqlite-library-store.ts'
import { NOW, filesHolding, keep, review, withFolder, withStore } from './library-fixture.ts'
import type { FixtureDocument } from './library-fixture.ts'

const CANARY = 'zanzibarquokka'
const SECRET: FixtureDocument = {
  board: `${CANARY} Board`,
  items: [{ title: `${CANARY} plan`, minutes: 10, passages: [[`The ${CANARY} members left.`, 'customer']] }],
}
const OTHER: FixtureDocument = {
  date: '2025-05-05',
  items: [{ title: 'Roof', minutes: 5, passages: [['The roof leaks.', 'other']] }],
}
const code = (expected: string) => expect.objectContaining({ code: expected })

describe('deleting', () => {
  const importSecret = async (store: Parameters<Parameters<typeof withStore>[0]>[0], root: string) => {
    const kept = await keep(store, root, `${CANARY}.pdf`, SECRET, `bytes of ${CANARY}`)
    const again = await review(store, root, `${CANARY} again.pdf`, SECRET, `bytes of ${CANARY}`)
    store.keepJob(again)
    const [passage] = store.meeting(kept.meetingId).passages
    store.relabel([passage?.id ?? ''], { focus: 'numbers', fromCustomers: false })
    expect(filesHolding(store.folder, CANARY).length).toBeGreaterThan(0)
    return kept
  }

  test('a meeting leaves no trace in the folder', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'roof.pdf', OTHER)
      const kept = await importSecret(store, root)
      await store.removeMeeting(kept.meetingId)
      expect(filesHolding(store.folder, CANARY)).toEqual([])
      expect(store.search({ text: CANARY, limit: 5 }).total).toBe(0)
      expect(store.historyState().undo).toBe('Import a file')
      expect(store.meetings()).toHaveLength(1)
      expect((await store.verify()).problems).toEqual([])
    }))

  test('the last document takes its meeting along', () =>
    withStore(async (store, root) => {
      const kept = await importSecret(store, root)
      expect(await store.removeDocument(kept.documentId)).toEqual({ meetingId: null })
      expect(filesHolding(store.folder, CANARY)).toEqual([])
      expect([store.boards(), store.jobs(), store.isEmpty()]).toEqual([[], [], true])
      expect(() => store.meeting(kept.meetingId)).toThrow(code('not-found'))
    }))

  test('takes its words out of a search index that has grown over many imports', () =>
    withStore(async (store, root) => {
      const words = (from: number) =>
        Array.from({ length: 12 }, (_, index) => `${CANARY}${from + index}`).join(' ')
      const kept: string[] = []
      for (let meeting = 0; meeting < 25; meeting += 1) {
        const date = `2024-01-${String(meeting + 1).padStart(2, '0')}`
        const isSecret = meeting % 6 === 3
        const passages = Array.from({ length: 20 }, (_, index): [string, 'other'] => [
          isSecret
            ? `The roof ${words(index * 12)} leaks.`
            : `The roof over shed ${meeting} and ${index} leaks.`,
          'other',
        ])
        const { documentId } = await keep(store, root, `${meeting}.pdf`, {
          date,
          items: [{ title: 'Roof', passages }],
        })
        if (isSecret) kept.push(documentId)
      }
      expect(filesHolding(store.folder, CANARY)).not.toEqual([])
      // One is taken out of the store and its draft discarded; the others are removed.
      const [first = '', ...rest] = kept
      const job = store.jobs().find((each) => each.documentId === first)
      await store.undoKeep([job?.id ?? ''])
      await store.discardJobs([job?.id ?? ''])
      for (const id of rest) await store.removeDocument(id)
      for (const part of [CANARY, CANARY.slice(0, 9), `${CANARY.slice(5)}1`])
        expect(filesHolding(store.folder, part)).toEqual([])
      expect(store.search({ text: 'roof', limit: 500 }).total).toBe(21 * 20)
      expect((await store.verify()).problems).toEqual([])
    }))

  test('that a kill cut off is finished when the library is opened again', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'roof.pdf', OTHER)
      const { documentId } = await keep(store, root, 'a.pdf', SECRET, `bytes of ${CANARY}`)
      store.close()
      // The process dies between the commit of the deletion and the purge.
      const database = openDatabase(join(store.folder, 'library.sqlite'))
      const library = createLibrary(database, openOriginals(store.folder), NOW)
      const { meeting_id: meetingId } = briefDocument(library, documentId)
      const cutOff: Library = { ...library, purgeDeleted: () => Promise.reject(new Error('killed')) }
      const documents = library.documents.briefOfMeeting(meetingId)
      await expect(purgeDocuments(cutOff, meetingId, documents)).rejects.toThrow('killed')
      database.close()
      expect(filesHolding(store.folder, CANARY)).not.toEqual([])
      openLibraryStore({ folder: store.folder, now: NOW }).close()
      expect(filesHolding(store.folder, CANARY)).toEqual([])
    }))

  test('what was discarded in review leaves only its name in the queue, until that is cleared', () =>
    withStore(async (store, root) => {
      const id = await review(store, root, 'a.pdf', SECRET, `bytes of ${CANARY}`)
      store.correctJobs([id], { board: 'Board' })
      await store.discardJobs([id])
      expect(filesHolding(store.folder, CANARY)).toEqual([])
    }))
})

describe('opening', () => {
  test('sets every guard again on an existing library', () =>
    withFolder(async (root) => {
      const path = join(root, 'x.sqlite')
      openDatabase(path).close()
      const database = openDatabase(path)
      const pragmas = Object.fromEntries(
        [
          'synchronous',
          'journal_mode',
          'foreign_keys',
          'secure_delete',
          'trusted_schema',
          'cell_size_check',
        ].map((name) => [name, database.pragma(name, { simple: true })]),
      )
      database.close()
      expect(pragmas).toEqual({
        synchronous: 2,
        journal_mode: 'wal',
        foreign_keys: 1,
        secure_delete: 1,
        trusted_schema: 0,
        cell_size_check: 1,
      })
    }))

  test('files are the owner’s alone', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'roof.pdf', OTHER)
      const walk = (folder: string): string[] =>
        readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
          const path = join(folder, entry.name)
          const mode = (statSync(path).mode & 0o777).toString(8)
          return [
            `${entry.isDirectory() ? 'folder' : 'file'} ${mode}`,
            ...(entry.isDirectory() ? walk(path) : []),
          ]
        })
      expect(new Set(walk(store.folder))).toEqual(new Set(['folder 700', 'file 600']))
      expect((statSync(store.folder).mode & 0o777).toString(8)).toBe('700')
    }))

  test('a second owner is told that the library is busy', () =>
    withStore((store) => {
      expect(() => openLibraryStore({ folder: store.folder, now: NOW })).toThrow(code('library-busy'))
      store.close()
      openLibraryStore({ folder: store.folder, now: NOW }).close()
    }))

  test('a newer library is refused and left as it is', () =>
    withFolder((folder) => {
      openLibraryStore({ folder, now: NOW }).close()
      const path = join(folder, 'library.sqlite')
      const database = new BetterSqlite3(path)
      database.pragma(`user_version = ${latestVersion() + 10}`)
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.close()
      const bytes = readFileSync(path)
      expect(() => openLibraryStore({ folder, now: NOW })).toThrow(code('library-too-new'))
      expect(readFileSync(path).equals(bytes)).toBe(true)
    }))

  const damages: Record<string, (path: string) => void> = {
    'not a database': (path) => writeFileSync(path, 'Dear secretary, '.repeat(500)),
    'cut short': (path) => writeFileSync(path, readFileSync(path).subarray(0, 60)),
    'half gone': (path) => writeFileSync(path, readFileSync(path).subarray(0, 8192)),
    'zeroed head': (path) =>
      writeFileSync(path, Buffer.concat([Buffer.alloc(100), readFileSync(path).subarray(100)])),
    emptied: (path) => writeFileSync(path, ''),
    missing: (path) => rmSync(path),
    'another program’s': (path) => {
      rmSync(path)
      const database = new BetterSqlite3(path)
      database.exec('CREATE TABLE bookmarks (url TEXT)')
      database.close()
    },
    'schema page garbled': (path) => {
      const bytes = readFileSync(path)
      bytes.fill(0xa5, 108, 2000)
      writeFileSync(path, bytes)
    },
  }
  for (const [name, damage] of Object.entries(damages))
    test(`a file that is ${name} is never opened over or replaced`, () =>
      withStore(async (store, root) => {
        await keep(store, root, 'roof.pdf', OTHER)
        store.close()
        const path = join(store.folder, 'library.sqlite')
        damage(path)
        const before = existsSync(path) ? readFileSync(path) : null
        const options = { folder: store.folder, now: NOW, check: true }
        expect(() => openLibraryStore(options)).toThrow(code('library-damaged'))
        expect(existsSync(path) ? readFileSync(path) : null).toEqual(before)
        // And the lock is free again.
        expect(() => openLibraryStore(options)).toThrow(code('library-damaged'))
      }))

  test('what a killed process left half written is cleared away', () =>
    withStore(async (store, root) => {
      const { documentId } = await keep(store, root, 'roof.pdf', OTHER, 'kept bytes')
      store.close()
      mkdirSync(join(store.folder, 'originals', 'ab'), { recursive: true })
      writeFileSync(join(store.folder, 'originals', 'unfinished', 'half'), CANARY)
      writeFileSync(join(store.folder, 'originals', 'ab', `ab${'0'.repeat(62)}`), CANARY)
      const again = openLibraryStore({ folder: store.folder, now: NOW })
      expect(filesHolding(store.folder, CANARY)).toEqual([])
      expect(filesHolding(join(store.folder, 'originals'), 'kept bytes')).toHaveLength(1)
      expect(again.documentPage(documentId, 1).name).toBe('roof.pdf')
      again.close()
    }))
})

describe('a full disk', () => {
  test('is said, nothing half is kept, and the same file is kept once there is room', () =>
    withFolder(async (root) => {
      const folder = join(root, 'library')
      mkdirSync(folder)
      const database = openDatabase(join(folder, 'library.sqlite'))
      migrate(database)
      const library = createLibrary(database, openOriginals(folder), NOW)
      const store = createLibraryStore(library, folder, () => database.close())
      await keep(store, root, 'roof.pdf', OTHER)
      const passages = Array.from({ length: 400 }, (_, index): [string, 'other'] => [
        `Shed ${index} needs a new roof, door ${index * 7} and gutter ${index * 13}.`,
        'other',
      ])
      const job = await review(store, root, 'sheds.pdf', { items: [{ title: 'Sheds', passages }] })
      const pages = Number(database.pragma('page_count', { simple: true }))
      for (const room of [0, 1, 3, 10, 20]) {
        database.pragma(`max_page_count = ${pages + room}`)
        expect(() => store.keepJob(job)).toThrow(code('disk-full'))
        expect(store.job(job)).toMatchObject({ state: 'review', documentId: null })
        expect(store.meetings()).toHaveLength(1)
        expect(store.search({ text: 'gutter', limit: 5 }).total).toBe(0)
        expect((await store.verify()).problems).toEqual([])
      }
      database.pragma('max_page_count = 1000000')
      expect(store.keepJob(job).outcome).toBe('kept')
      expect(store.search({ text: 'gutter', limit: 5 }).total).toBe(400)
      store.close()
    }))
})

describe('verify', () => {
  test('finds a changed original and a missing one', () =>
    withStore(async (store, root) => {
      const roof = await keep(store, root, 'roof.pdf', OTHER, 'first bytes')
      const secret = await keep(store, root, 'secret.pdf', SECRET, 'second bytes')
      expect(await store.verify()).toMatchObject({ documents: 2, originals: 2, problems: [] })
      const [first, second] = ['first bytes', 'second bytes'].map(
        (words) => filesHolding(store.folder, words)[0] ?? '',
      )
      writeFileSync(first ?? '', 'other bytes')
      rmSync(second ?? '')
      const { problems } = await store.verify()
      expect(problems).toHaveLength(2)
      expect(problems).toEqual(
        expect.arrayContaining([
          {
            kind: 'original',
            meetingId: roof.meetingId,
            documentId: roof.documentId,
            message: 'An original is not as it was given.',
          },
          {
            kind: 'original',
            meetingId: secret.meetingId,
            documentId: secret.documentId,
            message: 'An original is missing.',
          },
        ]),
      )
    }))

  test('finds every flipped bit of a stored passage', () =>
    withStore(async (store, root) => {
      const { documentId } = await keep(store, root, 'roof.pdf', OTHER)
      store.close()
      const path = join(store.folder, 'library.sqlite')
      const whole = join(root, 'whole.sqlite')
      copyFileSync(path, whole)
      const at = readFileSync(whole).indexOf('The roof leaks.')
      let found = 0
      for (let bit = 0; bit < 40; bit += 1) {
        const bytes = readFileSync(whole)
        const place = at + (bit % 15)
        bytes[place] = (bytes[place] ?? 0) ^ (1 << (bit % 7))
        writeFileSync(path, bytes)
        const again = openLibraryStore({ folder: store.folder, now: NOW })
        const { problems } = await again.verify()
        again.close()
        if (problems.some((problem) => problem.kind === 'document' && problem.documentId === documentId))
          found += 1
      }
      expect(found).toBe(40)
    }))
})
