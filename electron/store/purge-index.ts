import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { INDEX_HOLDS_DELETED } from './documents-repository.ts'
import type { SqlDatabase } from './driver.ts'

/** Index pages merged at a time: some tens of milliseconds, so that the app stays awake. */
const STEP = 400

/** True when words of deleted passages may still stand in the index's segments. */
export function indexHoldsDeleted(db: SqlDatabase): boolean {
  return db.prepare('SELECT 1 FROM settings WHERE key = ?').get(INDEX_HOLDS_DELETED) !== undefined
}

/**
 * Rids the search index of deleted words by merging it into one segment, a step at a time; what the old segments
 * held is overwritten (`secure_delete`). FTS5's own `secure-delete` does the same row by row, but took 37 s for a
 * pack of 3,600 passages where this takes a fraction of one. A kill on the way is made good by the next call.
 */
export function* purgeIndex(db: SqlDatabase): Generator<void> {
  if (!indexHoldsDeleted(db)) return
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
  db.prepare('DELETE FROM settings WHERE key = ?').run(INDEX_HOLDS_DELETED)
}

/** The same, letting other work in between the steps. */
export async function purgeIndexInSteps(db: SqlDatabase): Promise<void> {
  for (const _ of purgeIndex(db)) await setImmediate()
}
