import { randomBytes } from 'node:crypto'
import { ServiceError } from '../../shared/contract/errors.ts'
import type { LibraryStore, OriginalWriter, StoredOriginal } from '../store/library-store.ts'

const MAXIMUM_OPEN = 256
const IDLE_MS = 10 * 60_000

interface Upload {
  readonly name: string
  readonly bytes: number
  readonly writer: OriginalWriter
  /** Pieces are written one after another, however they arrive. */
  tail: Promise<unknown>
  touchedAt: number
}

export interface FinishedUpload {
  readonly name: string
  readonly original: StoredOriginal
}

export interface Uploads {
  begin(name: string, bytes: number): Promise<string>
  append(id: string, offset: number, bytes: Uint8Array): Promise<void>
  finish(id: string): Promise<FinishedUpload>
  close(): Promise<void>
}

/**
 * Files that a page hands over piece by piece. Sizes are held to what was announced, pieces to their order; an
 * upload left alone for ten minutes is dropped with all it wrote.
 */
export function createUploads(store: Pick<LibraryStore, 'writeOriginal'>, clock: () => Date): Uploads {
  const open = new Map<string, Upload>()

  const dropIdle = async (): Promise<void> => {
    const oldest = clock().getTime() - IDLE_MS
    for (const [id, upload] of open) if (upload.touchedAt < oldest) await drop(id, upload)
  }
  const drop = async (id: string, upload: Upload): Promise<void> => {
    open.delete(id)
    await upload.tail.catch(() => undefined)
    await upload.writer.discard()
  }
  const find = (id: string): Upload => {
    const upload = open.get(id)
    if (!upload) throw new ServiceError('not-found')
    upload.touchedAt = clock().getTime()
    return upload
  }
  const inTurn = <T>(upload: Upload, work: () => Promise<T>): Promise<T> => {
    const next = upload.tail.then(work)
    upload.tail = next.catch(() => undefined)
    return next
  }

  return {
    async begin(name, bytes) {
      await dropIdle()
      if (open.size >= MAXIMUM_OPEN) throw new ServiceError('too-large')
      const writer = await store.writeOriginal()
      const id = randomBytes(12).toString('hex')
      open.set(id, { name, bytes, writer, tail: Promise.resolve(), touchedAt: clock().getTime() })
      return id
    },
    async append(id, offset, bytes) {
      const upload = find(id)
      await inTurn(upload, async () => {
        if (offset !== upload.writer.received) throw new ServiceError('conflict')
        if (offset + bytes.byteLength > upload.bytes) throw new ServiceError('too-large')
        await upload.writer.append(bytes)
      })
    },
    async finish(id) {
      const upload = find(id)
      return inTurn(upload, async () => {
        if (upload.writer.received !== upload.bytes) throw new ServiceError('conflict')
        open.delete(id)
        try {
          return { name: upload.name, original: await upload.writer.finish() }
        } finally {
          await upload.writer.discard()
        }
      })
    },
    async close() {
      await Promise.all([...open].map(([id, upload]) => drop(id, upload)))
    },
  }
}
