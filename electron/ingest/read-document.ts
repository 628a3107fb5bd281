import type { Document } from '../../shared/model/document.ts'
import { OPENED_WITH_PASSWORD } from '../../shared/model/import-result.ts'
import type { ReadOptions } from './document-reader.ts'
import { compoundKind } from './ole/compound-kind.ts'
import { openProtectedOffice } from './ole/office-encryption.ts'
import { readers } from './readers.ts'
import { ReadRefusal, refuseIfAborted } from './read-refusal.ts'
import { refuseKnownButUnread } from './refuse-known-but-unread.ts'

export const MAXIMUM_DOCUMENT_BYTES = 500 * 1024 * 1024

/** No other reader scores higher, so none need look at the bytes. */
const SURE = 0.95

/**
 * Reads a document of any supported format, chosen by its bytes.
 * @throws ReadRefusal for every file that cannot be read; any other error is a fault of the reader.
 */
export async function readDocument(given: Uint8Array, options: ReadOptions): Promise<Document> {
  refuseIfAborted(options.signal)
  if (given.byteLength === 0) throw new ReadRefusal('empty')
  if (given.byteLength > MAXIMUM_DOCUMENT_BYTES) throw new ReadRefusal('too-large')
  const bytes = compoundKind(given) === 'encrypted' ? openProtectedOffice(given, options.password) : given
  refuseKnownButUnread(bytes)
  let best: { score: number; reader: (typeof readers)[number] } | null = null
  for (const reader of readers) {
    if (best && best.score >= SURE) break
    const score = reader.score(bytes, options.fileName)
    if (score !== null && (!best || score > best.score)) best = { score, reader }
  }
  if (!best) throw new ReadRefusal('unsupported-type')
  const { onProgress } = options
  const document = await best.reader.read(bytes, {
    ...options,
    // Sums of fractions may come out a hair above one.
    onProgress: onProgress && ((fraction) => onProgress(Math.min(Math.max(fraction, 0), 1))),
  })
  // A password is only ever given after the file could not be read without.
  return options.password === undefined
    ? document
    : { ...document, warnings: [...document.warnings, { ...OPENED_WITH_PASSWORD }] }
}
