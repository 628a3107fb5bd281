import { z } from 'zod'

/** How the page can show an original: drawn as a PDF, as a picture, or not at all, only as its text. */
export const originalShapeSchema = z.enum(['pdf', 'picture', 'text-only'])
export type OriginalShape = z.infer<typeof originalShapeSchema>

export const originalInfoSchema = z.object({
  shape: originalShapeSchema,
  bytes: z.int().min(0),
  sha256: z.string(),
})
export type OriginalInfo = z.infer<typeof originalInfoSchema>
