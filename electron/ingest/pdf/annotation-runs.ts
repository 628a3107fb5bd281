import { z } from 'zod'
import type { TextRun } from '../layout/text-run.ts'
import { cleanText } from './page-runs.ts'
import type { PdfPage } from './pdf-engine.ts'

const HIDDEN_FLAGS = 2 | 32

const annotationSchema = z.object({
  subtype: z.enum(['Widget', 'FreeText']),
  fieldType: z.string().nullish(),
  fieldValue: z.union([z.string(), z.array(z.string())]).nullish(),
  password: z.boolean().nullish(),
  annotationFlags: z.number().nullish(),
  contentsObj: z.object({ str: z.string() }).nullish(),
  textContent: z.array(z.string()).nullish(),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
})

type Annotation = z.infer<typeof annotationSchema>

function textOf(annotation: Annotation): string {
  if (annotation.subtype === 'FreeText')
    return annotation.contentsObj?.str || (annotation.textContent ?? []).join('\n')
  // Buttons hold states, not words.
  if (annotation.fieldType === 'Btn' || annotation.password === true) return ''
  const value = annotation.fieldValue ?? ''
  return typeof value === 'string' ? value : value.join(', ')
}

/** What was typed into form fields and free-text comments, placed where it stands on the page. */
export async function annotationRuns(page: PdfPage): Promise<TextRun[]> {
  const annotations: unknown[] = await page.getAnnotations({ intent: 'display' }).catch(() => [])
  const runs: TextRun[] = []
  for (const unchecked of annotations) {
    const parsed = annotationSchema.safeParse(unchecked)
    if (!parsed.success || ((parsed.data.annotationFlags ?? 0) & HIDDEN_FLAGS) !== 0) continue
    const lines = textOf(parsed.data)
      .split(/\r\n|\r|\n/)
      .map((line) => cleanText(line).trim())
      .filter((line) => line !== '')
    if (lines.length === 0) continue
    const [x1, y1, x2, y2] = page.getViewport({ scale: 1 }).convertToViewportRectangle(parsed.data.rect)
    const top = Math.min(Number(y1), Number(y2))
    const height = Math.abs(Number(y2) - Number(y1))
    const left = Math.min(Number(x1), Number(x2))
    const width = Math.abs(Number(x2) - Number(x1))
    if (![top, height, left, width].every(Number.isFinite)) continue
    const step = Math.max(height / lines.length, 1)
    const size = Math.min(Math.max(step * 0.75, 4), 12)
    lines.forEach((text, index) => {
      runs.push({
        text,
        x: left + 2,
        baseline: top + step * (index + 0.5) + size * 0.35,
        width: Math.min(width, text.length * size * 0.5),
        size,
        bold: false,
        italic: false,
        spaceBefore: true,
      })
    })
  }
  return runs
}
