import { z } from 'zod'
import { documentKindSchema } from '../../shared/model/analysis.ts'
import { calendarDateSchema } from '../../shared/model/evidence.ts'
import type { Id } from '../../shared/model/library.ts'
import type { LibraryStore } from '../store/library-store.ts'

const importHintsSchema = z.object({
  /** Files added together. */
  batch: z.string(),
  /** Names of the folders the file came in, outermost first. */
  folders: z.array(z.string()),
  /** What a person said of it; these win over everything read. */
  board: z.string().nullable(),
  date: calendarDateSchema.nullable().optional(),
  kind: documentKindSchema.optional(),
  /** The organisation's words for its customers, where the host knows them; null leaves it to the board or the text. */
  customerTerms: z.array(z.string()).nullable(),
  /** Keep it as soon as its whole batch was read, without review. */
  keep: z.boolean(),
  /** Archives and messages around the file. */
  depth: z.int().min(0).default(0),
})
/** What is known of a file besides its bytes. */
export type ImportHints = z.infer<typeof importHintsSchema>

export const NO_HINTS: ImportHints = {
  batch: '',
  folders: [],
  board: null,
  customerTerms: null,
  keep: false,
  depth: 0,
}

const key = (id: Id): string => `import-hints:${id}`

/** Hints live beside the job in the store, so that a restart goes on with them. */
export function createImportHints(store: Pick<LibraryStore, 'setting' | 'setSetting'>) {
  return {
    of(id: Id): ImportHints {
      const text = store.setting(key(id))
      if (text === null) return NO_HINTS
      const parsed = importHintsSchema.safeParse(JSON.parse(text))
      return parsed.success ? parsed.data : NO_HINTS
    },
    set(id: Id, hints: ImportHints): void {
      store.setSetting(key(id), JSON.stringify(hints))
    },
    forget(id: Id): void {
      store.setSetting(key(id), null)
    },
  }
}
export type ImportHintsStore = ReturnType<typeof createImportHints>
