import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { ServiceError } from '../../../shared/contract/errors.ts'
import type { originalProcedures } from '../../../shared/contract/original-procedures.ts'
import type { Id } from '../../../shared/model/library.ts'
import { readEngineFile } from '../../ingest/pdf/engine-files.ts'
import type { Handlers } from '../dispatch.ts'
import type { ServiceParts } from '../service.ts'
import { HEAD_BYTES, shapeOfOriginal } from './original-shape.ts'

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const buffer = new Uint8Array(length)
  const { bytesRead } = await handle.read(buffer, 0, length, offset)
  return buffer.subarray(0, bytesRead)
}

/** Stored originals for the page that shows them: by document and place, never by path. */
export function createOriginalHandlers({
  store,
  imports,
}: ServiceParts): Pick<Handlers, keyof typeof originalProcedures> {
  /** @throws ServiceError `not-found` where the document or its bytes are gone */
  const withOriginal = async <T>(
    documentId: Id,
    use: (handle: FileHandle, sha256: string) => Promise<T>,
  ): Promise<T> => {
    const sha256 = store.documentOriginal(documentId)
    const path = store.originalPath(sha256)
    if (path === null) throw new ServiceError('not-found')
    const handle = await open(path, 'r')
    try {
      return await use(handle, sha256)
    } finally {
      await handle.close()
    }
  }

  return {
    'originals.info': ({ documentId }) =>
      withOriginal(documentId, async (handle, sha256) => {
        const { size } = await handle.stat()
        const shape = shapeOfOriginal(await readAt(handle, 0, HEAD_BYTES))
        return { shape, bytes: size, sha256 }
      }),
    'originals.piece': ({ documentId, offset, length }) =>
      withOriginal(documentId, async (handle) => ({ bytes: await readAt(handle, offset, length) })),
    'originals.resource': async ({ kind, name }) => {
      const folder = kind === 'font' ? 'standard_fonts' : 'cmaps'
      const bytes = await readEngineFile(folder, name).catch((error: unknown) => {
        throw new ServiceError('not-found', { cause: error })
      })
      return { bytes }
    },
    'imports.unlock': ({ id, password }) => imports.unlock(id, password),
  }
}
