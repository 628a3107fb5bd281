import { z } from 'zod'
import type { Rule } from '../layout/text-run.ts'
import { pageRules } from './page-rules.ts'
import type { FontLook } from './page-runs.ts'
import type { PdfPage, PdfTextContent } from './pdf-engine.ts'

/** Agendas stand in front: on these pages the ruling of tables is always read. */
const RULED_PAGES = 12
/** Reading drawing operators costs about as much as reading the text, so it is done for so many pages at most. */
const MOST_PAGES = 48

const fontSchema = z.object({ name: z.string() })

/** What was learnt of a document's fonts so far. */
export interface FontLooks {
  readonly byName: Map<string, FontLook>
  pagesRead: number
}

function lookOf(name: string): FontLook {
  return {
    bold: /bold|black|heavy|semibold|demi(?!r)|[-,]bd/i.test(name),
    italic: /italic|oblique|[-,]it\b|[-,]ita/i.test(name),
  }
}

/**
 * Reads a page's drawing operators where they are worth it: for its fonts' names (they come no other way) and for
 * the lines of its tables. Errors in them are no matter: the text is read apart.
 */
export async function readDrawing(
  page: PdfPage,
  content: PdfTextContent,
  looks: FontLooks,
  viewport: readonly number[],
): Promise<Rule[]> {
  const used = Object.keys(content.styles)
  const known = used.every((font) => looks.byName.has(font))
  if (looks.pagesRead >= MOST_PAGES || (known && page.pageNumber > RULED_PAGES)) return []
  looks.pagesRead += 1
  const operators = await page.getOperatorList().catch(() => null)
  for (const font of used) {
    if (looks.byName.has(font)) continue
    const found: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null
    const parsed = fontSchema.safeParse(found)
    looks.byName.set(font, lookOf(parsed.success ? parsed.data.name : ''))
  }
  return operators ? pageRules(operators, viewport) : []
}
