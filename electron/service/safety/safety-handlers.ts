import { openSync, closeSync, fstatSync, readSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ServiceError } from '../../../shared/contract/errors.ts'
import { UPLOAD_CHUNK_BYTES } from '../../../shared/contract/procedures.ts'
import type { safetyProcedures } from '../../../shared/contract/safety-procedures.ts'
import type { Handlers } from '../dispatch.ts'
import type { ServiceParts } from '../service.ts'

const done = { done: true } as const

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        stat(join(entry.parentPath, entry.name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

function readPiece(path: string, offset: number): { bytes: Uint8Array<ArrayBuffer>; total: number } {
  const file = openSync(path, 'r')
  try {
    const bytes = new Uint8Array(UPLOAD_CHUNK_BYTES)
    const read = readSync(file, bytes, 0, bytes.byteLength, offset)
    return { bytes: bytes.subarray(0, read), total: fstatSync(file).size }
  } finally {
    closeSync(file)
  }
}

/** What Settings offers for the library as a whole. */
export function createSafetyHandlers(parts: ServiceParts): Pick<Handlers, keyof typeof safetyProcedures> {
  const { store, uploads, libraryWork, options } = parts
  const { backups } = store
  // The answer goes out first; the next call waits for the library to be open again.
  const reopenSoon = (): void => void setImmediate(() => void options.reopen())

  return {
    'library.state': async () => {
      const meetings = store.meetings()
      return {
        folder: store.folder,
        backupsFolder: backups.folder,
        documents: meetings.reduce((sum, meeting) => sum + meeting.documents.length, 0),
        meetings: meetings.length,
        bytes: await bytesIn(store.folder),
        hasEarlier: backups.hasEarlier(),
        backups: backups.list(),
        work: libraryWork.current(),
      }
    },
    'library.verify': async () => {
      if (libraryWork.current()) throw new ServiceError('conflict')
      return store.verify()
    },
    'library.return': () => {
      if (libraryWork.current()) throw new ServiceError('conflict')
      if (!backups.decideReturn()) throw new ServiceError('not-found')
      reopenSoon()
      return done
    },
    'library.forgetEarlier': () => {
      if (libraryWork.current()) throw new ServiceError('conflict')
      backups.forgetEarlier()
      return done
    },
    'library.erase': () => {
      if (libraryWork.current()) throw new ServiceError('conflict')
      backups.decideErase()
      reopenSoon()
      return done
    },
    'backups.make': () => libraryWork.run('backup', (steps) => backups.make(steps)),
    'backups.take': async ({ uploadId }) => {
      const { original } = await uploads.finish(uploadId)
      try {
        const path = store.originalPath(original.sha256)
        if (path === null) throw new ServiceError('not-found')
        return await libraryWork.run('check', (steps) => backups.take(path, steps))
      } finally {
        store.dropOriginal(original.sha256)
      }
    },
    'backups.check': ({ name }) => libraryWork.run('check', (steps) => backups.check(name, steps)),
    'backups.remove': ({ name }) => {
      backups.remove(name)
      return done
    },
    'backups.restore': async ({ name }) => {
      const entry = await libraryWork.run('restore', (steps) => backups.prepareRestore(name, steps))
      if (entry) {
        backups.decideRestore(entry.kind === 'whole')
        reopenSoon()
      }
      return entry
    },
    'backups.read': ({ name, offset }) => readPiece(backups.pathOf(name), offset),
    'backups.cancel': () => {
      libraryWork.cancel()
      return done
    },
  }
}
