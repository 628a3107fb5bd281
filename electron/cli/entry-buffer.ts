import { createHash } from 'node:crypto'
import type { RefusalCode, RefusalHint } from '../../shared/model/import-result.ts'
import type { EntrySink } from '../worker/worker-client.ts'

export type BufferedEntry =
  | { readonly kind: 'file'; readonly label: string; readonly bytes: Uint8Array; readonly sha256: string }
  | {
      readonly kind: 'refused'
      readonly label: string
      readonly code: RefusalCode
      readonly hint: RefusalHint | null
    }

/** Puts the parts of each entry together in memory and waits until it was dealt with, so that there is one at a time. */
export function createEntryBuffer(depth: number, take: (entry: BufferedEntry) => Promise<void>): EntrySink {
  let parts: Uint8Array[] = []
  return {
    depth,
    async part(label, bytes, isLast) {
      parts.push(bytes)
      if (!isLast) return
      const whole = new Uint8Array(Buffer.concat(parts))
      parts = []
      await take({
        kind: 'file',
        label,
        bytes: whole,
        sha256: createHash('sha256').update(whole).digest('hex'),
      })
    },
    refused: (label, code, hint) => take({ kind: 'refused', label, code, hint }),
  }
}
