import { z } from 'zod'

/** `YYYY-MM-DD`. */
export const calendarDateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** `HH:MM`, 24 hours. */
export const clockTimeSchema = z.string().regex(/^\d{2}:\d{2}$/)

/** Where a fact was read: the page (1-based), the words as they stand, and the rule that read them. */
export const evidenceSchema = z.object({
  page: z.int().min(1),
  /** Index into the document's blocks, or null when the fact came from outside the text (a file name). */
  block: z.int().min(0).nullable(),
  quote: z.string(),
  rule: z.string(),
})
export type Evidence = z.infer<typeof evidenceSchema>

export const basisSchema = z.enum(['stated', 'derived', 'human'])
export type Basis = z.infer<typeof basisSchema>

/** Something the reader should know; never document text beyond a short quote. */
export const warningSchema = z.object({
  code: z.string(),
  message: z.string(),
  page: z.int().min(1).optional(),
})
export type Warning = z.infer<typeof warningSchema>
