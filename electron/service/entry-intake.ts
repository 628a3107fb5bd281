import type { RefusalCode, RefusalHint } from '../../shared/model/import-result.ts'
import type { LibraryStore, OriginalWriter, StoredOriginal } from '../store/library-store.ts'
import type { EntrySink } from '../worker/worker-client.ts'

/** A file taken out of another: its bytes are in the library, no job names them yet. */
export type TakenEntry =
  | { readonly kind: 'file'; readonly label: string; readonly original: StoredOriginal }
  | {
      readonly kind: 'refused'
      readonly label: string
      readonly code: RefusalCode
      readonly hint: RefusalHint | null
    }

export interface EntryIntake {
  readonly sink: EntrySink
  /** What was taken in, each file whole. */
  readonly entries: readonly TakenEntry[]
  /** Forgets everything: the file around them was not read to its end. */
  discard(): Promise<void>
}

/** Writes the files found in another among the originals, part by part as they come out of the worker. */
export function createEntryIntake(
  store: Pick<LibraryStore, 'writeOriginal' | 'dropOriginal'>,
  depth: number,
): EntryIntake {
  const entries: TakenEntry[] = []
  let writer: OriginalWriter | null = null
  let underWay: Promise<void> = Promise.resolve()
  const take = async (label: string, bytes: Uint8Array, isLast: boolean): Promise<void> => {
    const open = writer ?? (await store.writeOriginal())
    writer = open
    if (bytes.byteLength > 0) await open.append(bytes)
    if (!isLast) return
    writer = null
    entries.push({ kind: 'file', label, original: await open.finish() })
  }
  return {
    entries,
    sink: {
      depth,
      part(label, bytes, isLast) {
        underWay = take(label, bytes, isLast)
        return underWay
      },
      refused(label, code, hint) {
        entries.push({ kind: 'refused', label, code, hint })
        return Promise.resolve()
      },
    },
    async discard() {
      // A part may still be on its way to the disk when a person stops the reading.
      await underWay.catch(() => undefined)
      await writer?.discard()
      writer = null
      for (const entry of entries) if (entry.kind === 'file') store.dropOriginal(entry.original.sha256)
      entries.length = 0
    },
  }
}
