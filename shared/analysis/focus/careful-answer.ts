import { z } from 'zod'
import { focusProbabilitiesSchema } from '../../model/focus.ts'

/** What the careful model answers for one passage. */
export const carefulAnswerSchema = z.object({
  /** Calibrated on held-out bodies; they sum to 1. */
  probabilities: focusProbabilitiesSchema,
  /** That the passage rests on what customers said or did, if it is about customers at all; 0 to 1. */
  fromCustomers: z.number().min(0).max(1),
})
export type CarefulAnswer = Readonly<z.infer<typeof carefulAnswerSchema>>
