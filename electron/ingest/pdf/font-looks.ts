import { z } from 'zod'
import type { FontLook } from './page-runs.ts'
import type { PdfPage, PdfTextContent } from './pdf-engine.ts'

/** Font names are only known after a page's drawing operators were read; so many pages are read for that at most. */
const MOST_PAGES = 40

const fontSchema = z.object({ name: z.string() })

export interface FontLooks {
  readonly byName: Map<string, FontLook>
  pagesRead: number
}

function lookOf(name: string): FontLook {
  return {
    bold: /bold|black|heavy|semibold|demi(?!r)|[-,]bd|bolder/i.test(name),
    italic: /italic|oblique|[-,]it\b|[-,]ita/i.test(name),
  }
}

/** Learns how the fonts of this page look that were not met before. Errors in drawing operators are no matter. */
export async function learnFonts(page: PdfPage, content: PdfTextContent, looks: FontLooks): Promise<void> {
  const used = Object.keys(content.styles)
  if (used.every((font) => looks.byName.has(font)) || looks.pagesRead >= MOST_PAGES) return
  looks.pagesRead += 1
  await page.getOperatorList().catch(() => undefined)
  for (const font of used) {
    if (looks.byName.has(font)) continue
    const known: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null
    const parsed = fontSchema.safeParse(known)
    looks.byName.set(font, lookOf(parsed.success ? parsed.data.name : ''))
  }
}
