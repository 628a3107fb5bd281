import { z } from 'zod'
import { focusProbabilitiesSchema, focusSchema } from './focus.ts'

/** What the shipped model alone said of a passage whose label learning changed. */
export const learnedMarkSchema = z.object({
  machine: focusSchema,
  machineProbabilities: focusProbabilitiesSchema,
  /** A person labelled the same words elsewhere; else learnt weights made the difference. */
  sameWords: z.boolean(),
})
export type LearnedMark = z.infer<typeof learnedMarkSchema>
