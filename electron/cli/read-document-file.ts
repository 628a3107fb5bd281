import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { MAXIMUM_FILE_BYTES } from '../../shared/contract/procedures.ts'
import type { RefusalCode } from '../../shared/model/import-result.ts'
import type { DocumentFile } from '../service/list-document-files.ts'

export type FileBytes =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly sha256: string }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/** A file's bytes, opened for reading only and never past the limit. */
export async function readDocumentFile(file: DocumentFile): Promise<FileBytes> {
  if (file.fault) return { kind: 'refused', code: file.fault }
  try {
    const handle = await open(file.path, 'r')
    try {
      const { size } = await handle.stat()
      if (size > MAXIMUM_FILE_BYTES) return { kind: 'refused', code: 'too-large' }
      const bytes = new Uint8Array(await handle.readFile())
      return { kind: 'read', bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
    } finally {
      await handle.close()
    }
  } catch {
    return { kind: 'refused', code: 'unreadable' }
  }
}
