import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { SqlDatabase } from './driver.ts'

/** Set from the deletion until nothing of what was deleted is left in the file; a start finishes what a kill cut off. */
const PURGE_DUE = 'purge-due'
/** Index pages merged at a time: some tens of milliseconds, so that the app stays awake. */
const STEP = 400
/** Above this the compaction goes through a file without a name instead of memory. */
const IN_MEMORY_BYTES = 256 * 1024 * 1024

/** To be called inside the transaction that deletes. */
export function askForPurge(db: SqlDatabase): void {
  db.prepare("INSERT INTO settings VALUES (?, '1') ON CONFLICT DO NOTHING").run(PURGE_DUE)
  // Even the hash of a passage would say that it was here.
  db.prepare('DELETE FROM careful_answers').run()
}

/** Deleted words leave the search index by merging it into one segment, a step at a time. */
function* mergeIndex(db: SqlDatabase): Generator<void> {
  const merge = db.prepare("INSERT INTO passages_index (passages_index, rank) VALUES ('merge', ?)")
  const changes = db.prepare('SELECT total_changes()').pluck()
  const step = (pages: number): number => {
    const before = z.int().parse(changes.get())
    merge.run(pages)
    return z.int().parse(changes.get()) - before
  }
  // A negative number takes in every segment; FTS5 says that it has nothing left by changing fewer than two rows.
  let changed = step(-STEP)
  while (changed >= 2) {
    yield
    changed = step(STEP)
  }
}

/**
 * `secure_delete` overwrites what is freed, but when SQLite moves rows between pages it leaves copies in the gaps of
 * the old ones: in trials a quarter of the runs left words there. Only writing the file anew leaves none.
 */
function compact(db: SqlDatabase): void {
  const bytes =
    z.int().parse(db.pragma('page_count', { simple: true })) *
    z.int().parse(db.pragma('page_size', { simple: true }))
  db.pragma(`temp_store = ${bytes > IN_MEMORY_BYTES ? 'FILE' : 'MEMORY'}`)
  db.exec('VACUUM')
  db.pragma('temp_store = MEMORY')
  db.prepare('DELETE FROM settings WHERE key = ?').run(PURGE_DUE)
  db.pragma('wal_checkpoint(TRUNCATE)')
}

const isDue = (db: SqlDatabase) =>
  db.prepare('SELECT 1 FROM settings WHERE key = ?').get(PURGE_DUE) !== undefined

/**
 * Leaves nothing of what was deleted in the search index, in the pages or in the log. FTS5's own `secure-delete`
 * took 37 s for a pack of 3,600 passages; merging takes a fraction of one. Does nothing when no purge is due.
 */
export async function purgeDeleted(db: SqlDatabase): Promise<void> {
  if (!isDue(db)) return
  for (const _ of mergeIndex(db)) await setImmediate()
  compact(db)
}

/** The same at a start, before anyone waits. */
export function finishPurge(db: SqlDatabase): void {
  if (!isDue(db)) return
  for (const _ of mergeIndex(db));
  compact(db)
}
