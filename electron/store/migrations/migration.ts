import type { SqlDatabase } from '../driver.ts'

/** One step of the schema. Numbers go up by tens; a step that was released is never changed. */
export interface Migration {
  version: number
  name: string
  run(database: SqlDatabase): void
}
