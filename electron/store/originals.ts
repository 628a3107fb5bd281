import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { asServiceError } from './driver.ts'
import type { OriginalWriter, StoredOriginal } from './library-store.ts'
import { newId } from './store-ids.ts'

const CHUNK = 1024 * 1024
const HASH = /^[0-9a-f]{64}$/

/** The originals' folder: `originals/ab/abcdef…`, each file named by the SHA-256 of its bytes and never rewritten. */
export interface Originals {
  write(): Promise<OriginalWriter>
  copyIn(path: string): Promise<StoredOriginal>
  pathOf(sha256: string): string | null
  remove(sha256: string): void
  all(): string[]
  /** True from `finish` until a job names it: it may be needed in a moment. */
  isFresh(sha256: string): boolean
  settle(sha256: string): void
  /** The hash its bytes have now; null when it is not there. */
  hashNow(sha256: string): Promise<string | null>
  /** Removes what a killed process left half written. */
  clearUnfinished(): void
}

const makeFolder = (path: string) => {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(path, 0o700)
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.byteLength;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.byteLength - done)
    done += bytesWritten
  }
}

async function hashOf(path: string): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const hash = createHash('sha256')
    const buffer = new Uint8Array(CHUNK)
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await handle.close()
  }
}

export function openOriginals(folder: string): Originals {
  const root = join(folder, 'originals')
  const unfinished = join(root, 'unfinished')
  makeFolder(root)
  makeFolder(unfinished)
  const place = (sha256: string) => join(root, sha256.slice(0, 2), sha256)

  const moveIn = async (temporary: string, sha256: string): Promise<void> => {
    const target = place(sha256)
    // A twin is the same bytes: what is there is never overwritten.
    if (existsSync(target)) return rm(temporary, { force: true })
    const shelf = join(root, sha256.slice(0, 2))
    const isNew = !existsSync(shelf)
    makeFolder(shelf)
    if (isNew) await syncFolder(root)
    await rename(temporary, target)
    await syncFolder(shelf)
  }

  const fresh = new Set<string>()
  const write = async (): Promise<OriginalWriter> => {
    const temporary = join(unfinished, newId())
    const handle = await open(temporary, 'wx', 0o600).catch((error: unknown) => {
      throw asServiceError(error)
    })
    const hash = createHash('sha256')
    let received = 0
    let isOpen = true
    const discard = async () => {
      if (isOpen) {
        isOpen = false
        await handle.close().catch(() => undefined)
      }
      await rm(temporary, { force: true })
    }
    return {
      get received() {
        return received
      },
      async append(bytes) {
        try {
          await writeAll(handle, bytes)
          hash.update(bytes)
          received += bytes.byteLength
        } catch (error) {
          await discard()
          throw asServiceError(error)
        }
      },
      async finish() {
        try {
          await handle.sync()
          isOpen = false
          await handle.close()
          const sha256 = hash.digest('hex')
          fresh.add(sha256)
          await moveIn(temporary, sha256)
          return { sha256, bytes: received }
        } catch (error) {
          await discard()
          throw asServiceError(error)
        }
      },
      discard,
    }
  }

  return {
    write,
    async copyIn(path) {
      const source = await open(path, 'r').catch((error: unknown) => {
        throw asServiceError(error)
      })
      try {
        const writer = await write()
        try {
          const buffer = new Uint8Array(CHUNK)
          for (;;) {
            const { bytesRead } = await source.read(buffer, 0, CHUNK)
            if (bytesRead === 0) return await writer.finish()
            await writer.append(buffer.subarray(0, bytesRead))
          }
        } catch (error) {
          await writer.discard()
          throw asServiceError(error)
        }
      } finally {
        await source.close()
      }
    },
    pathOf(sha256) {
      if (!HASH.test(sha256)) return null
      const path = place(sha256)
      return existsSync(path) ? path : null
    },
    remove(sha256) {
      if (HASH.test(sha256)) rmSync(place(sha256), { force: true })
    },
    isFresh: (sha256) => fresh.has(sha256),
    settle: (sha256) => void fresh.delete(sha256),
    all() {
      return readdirSync(root)
        .filter((shelf) => shelf.length === 2 && statSync(join(root, shelf)).isDirectory())
        .flatMap((shelf) => readdirSync(join(root, shelf)))
        .filter((name) => HASH.test(name))
    },
    async hashNow(sha256) {
      const path = place(sha256)
      return existsSync(path) ? hashOf(path) : null
    },
    clearUnfinished() {
      for (const name of readdirSync(unfinished)) rmSync(join(unfinished, name), { force: true })
    },
  }
}
