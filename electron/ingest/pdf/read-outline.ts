import { z } from 'zod'
import type { OutlineEntry } from '../../../shared/model/document.ts'
import { cleanText } from './page-runs.ts'
import type { PdfDocument, PdfOutline } from './pdf-engine.ts'

const MOST_ENTRIES = 5000
const MOST_LEVELS = 12

const referenceSchema = z.object({ num: z.int(), gen: z.int() })

async function pageOf(document: PdfDocument, destination: unknown): Promise<number | null> {
  try {
    const explicit: unknown =
      typeof destination === 'string' ? await document.getDestination(destination) : destination
    if (!Array.isArray(explicit)) return null
    const target: unknown = explicit[0]
    const reference = referenceSchema.safeParse(target)
    const index = reference.success ? await document.getPageIndex(reference.data) : target
    if (typeof index !== 'number' || !Number.isInteger(index)) return null
    return index >= 0 && index < document.numPages ? index + 1 : null
  } catch {
    return null
  }
}

/** The bookmarks, depth first, each with the page it leads to. */
export async function readOutline(
  document: PdfDocument,
  outline: PdfOutline | null | undefined,
): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = []
  const visit = async (nodes: PdfOutline | null | undefined, level: number): Promise<void> => {
    for (const node of nodes ?? []) {
      if (entries.length >= MOST_ENTRIES || level > MOST_LEVELS) return
      const title = cleanText(node.title).trim()
      // One after the other: the order of entries is the document's.
      // oxlint-disable-next-line no-await-in-loop
      if (title !== '') entries.push({ title, level, page: await pageOf(document, node.dest) })
      // oxlint-disable-next-line no-await-in-loop
      await visit(node.items, level + 1)
    }
  }
  await visit(outline, 1)
  return entries
}
