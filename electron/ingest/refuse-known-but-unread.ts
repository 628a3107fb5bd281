import type { RefusalHint } from '../../shared/model/import-result.ts'
import { compoundKind } from './ole/compound-kind.ts'
import type { CompoundKind } from './ole/compound-kind.ts'
import { isCompoundFile } from './ole/compound-file.ts'
import { ReadRefusal } from './read-refusal.ts'

const HINTS: Readonly<Partial<Record<CompoundKind, RefusalHint>>> = {
  spreadsheet: 'save-as-xlsx',
  presentation: 'save-as-pptx',
  message: 'save-as-eml',
  other: 'save-as-pdf',
}

const ENCRYPTED_NAME = Buffer.from('EncryptedPackage', 'utf16le')

/** Archives that are told apart from what they might be taken for. */
const OTHER_ARCHIVES: readonly (readonly number[])[] = [
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
  [0x1f, 0x8b],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
]

/** Types that are recognised so as to say clearly that they cannot be read, or not without a password. */
export function refuseKnownButUnread(bytes: Uint8Array): void {
  if (OTHER_ARCHIVES.some((magic) => magic.every((byte, at) => bytes[at] === byte)))
    throw new ReadRefusal('unsupported-type', { hint: 'unpack-first' })
  if (!isCompoundFile(bytes)) return
  const kind = compoundKind(bytes)
  if (kind === null) {
    // What is encrypted stays so when it is cut short.
    const named = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED_NAME)
    throw named ? new ReadRefusal('encrypted', { hint: 'save-unprotected' }) : new ReadRefusal('damaged')
  }
  // Once more inside what a password opened.
  if (kind === 'encrypted') throw new ReadRefusal('encrypted', { hint: 'save-unprotected' })
  const hint = HINTS[kind]
  if (hint) throw new ReadRefusal('unsupported-type', { hint })
}
