import { z } from 'zod'
import { analysedDocumentSchema } from './analysis.ts'
import { previewCorrectionsSchema, versionDifferenceSchema } from './corrections.ts'
import { importJobSchema } from './library.ts'

/** Exactly what keeping the file would store. */
export const importPreviewSchema = z.object({
  job: importJobSchema,
  analysis: analysedDocumentSchema,
  corrections: previewCorrectionsSchema,
  /** Beside the version it would replace; null where it replaces none. */
  difference: versionDifferenceSchema.nullable(),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>
