import type { Document } from '../../../shared/model/document.ts'
import { documentSchema } from '../../../shared/model/document.ts'
import type { StructuredDocument } from '../../../shared/model/analysis.ts'
import { structureDocument } from '../../../shared/analysis/structure/structure-document.ts'
import { readDocument } from '../../../electron/ingest/read-document.ts'
import { ReadRefusal } from '../../../electron/ingest/read-refusal.ts'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export async function readBytes(bytes: Uint8Array | string, fileName: string): Promise<Document> {
  const given = typeof bytes === 'string' ? bytesOf(bytes) : bytes
  return documentSchema.parse(await readDocument(given, { fileName }))
}

/** How a file ends that is refused: its code, and its hint where it has one. */
export async function refusalOf(bytes: Uint8Array | string, fileName: string): Promise<string> {
  try {
    return (await readBytes(bytes, fileName)).format
  } catch (error) {
    if (!(error instanceof ReadRefusal)) throw error
    return error.hint === null ? error.code : `${error.code} ${error.hint}`
  }
}

export async function structureOf(bytes: Uint8Array | string, fileName: string): Promise<StructuredDocument> {
  return structureDocument(await readBytes(bytes, fileName), { fileName, dateOrder: 'day-first' })
}
