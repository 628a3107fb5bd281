import { z } from 'zod'
import type { SqlDatabase } from './driver.ts'

/** The app's own settings, as text by key. */
export function createSettingsRepository(db: SqlDatabase) {
  const select = db.prepare('SELECT value FROM settings WHERE key = ?').pluck()
  const set = db.prepare(
    'INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  const remove = db.prepare('DELETE FROM settings WHERE key = ?')
  return {
    get: (key: string): string | null =>
      z
        .string()
        .nullable()
        .parse(select.get(key) ?? null),
    set: (key: string, value: string | null) => (value === null ? remove.run(key) : set.run(key, value)),
  }
}
