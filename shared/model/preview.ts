import { z } from 'zod'
import { analysedDocumentSchema } from './analysis.ts'
import { importJobSchema } from './library.ts'

/** Exactly what keeping the file would store. */
export const importPreviewSchema = z.object({ job: importJobSchema, analysis: analysedDocumentSchema })
export type ImportPreview = z.infer<typeof importPreviewSchema>
