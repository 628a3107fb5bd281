import { residentMemory } from './resident-memory.ts'
import type { WorkerProcess } from './worker-process.ts'
import { workerMessageSchema } from './worker-messages.ts'

export interface PartnerLink {
  /** Carries a part from the reader to its helper; false when there is too much of it. */
  carry(part: Uint8Array, last: boolean): boolean
  /** Ends the helper when it holds more memory than it may. */
  watch(mostResidentBytes: number): void
}

/** Less than this is read sooner by one child than two are started. */
const LONG_PDF_BYTES = 200 * 1024

export function isLongPdf(bytes: Uint8Array): boolean {
  if (bytes.byteLength < LONG_PDF_BYTES) return false
  return Buffer.from(bytes.buffer, bytes.byteOffset, 1024).includes('%PDF-')
}

/**
 * Puts a second child to the same document. What the two say to each other is carried unread, and counted; a helper
 * that fails in any way is ended, and the reader does the work alone.
 */
export function linkHelper(
  reader: WorkerProcess,
  helper: WorkerProcess,
  sequence: number,
  bytes: Uint8Array,
  mostBytes: number,
): PartnerLink {
  let carried = 0
  let ended = false
  const end = (): void => {
    if (ended) return
    ended = true
    helper.kill()
    reader.send({ type: 'alone', sequence })
  }
  const fits = (part: Uint8Array): boolean => {
    carried += part.byteLength
    return carried <= mostBytes
  }
  helper.onExit(end)
  helper.onMessage((unchecked) => {
    if (ended) return
    const { data } = workerMessageSchema.safeParse(unchecked)
    if (data?.type === 'ready' || data?.type === 'memory') return
    if (data?.type !== 'relay' || data.sequence !== sequence || !fits(data.part)) end()
    else reader.send(data)
  })
  helper.send({ type: 'help', sequence, bytes })
  return {
    carry(part, last) {
      if (!fits(part)) return false
      if (!ended) helper.send({ type: 'relay', sequence, part, last })
      return true
    },
    watch(mostResidentBytes) {
      if (ended || helper.pid === undefined) return
      void residentMemory(helper.pid).then((held) => ((held ?? 0) > mostResidentBytes ? end() : undefined))
    },
  }
}
