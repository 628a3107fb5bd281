import { isCompoundFile, openCompoundFile } from './compound-file.ts'

export type CompoundKind = 'word' | 'spreadsheet' | 'presentation' | 'message' | 'encrypted' | 'other'

const KINDS: readonly (readonly [RegExp, CompoundKind])[] = [
  [/^EncryptedPackage$/i, 'encrypted'],
  [/^WordDocument$/, 'word'],
  [/^(?:Workbook|Book|WORKBOOK|BOOK)$/, 'spreadsheet'],
  [/^(?:PowerPoint Document|PP40|PP97_DUALSTORAGE)$/, 'presentation'],
  [/^__(?:nameid_version1\.0|properties_version1\.0|substg1\.0_)/, 'message'],
]

/** What an OLE container holds, by the names at its top; null where the bytes are none, or its directory is broken. */
export function compoundKind(bytes: Uint8Array): CompoundKind | null {
  if (!isCompoundFile(bytes)) return null
  try {
    const names = [...openCompoundFile(bytes).names]
    return KINDS.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? 'other'
  } catch {
    return null
  }
}
