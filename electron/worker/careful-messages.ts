import { z } from 'zod'
import { carefulAnswerSchema } from '../../shared/analysis/focus/careful-answer.ts'
import { classifierInputSchema } from '../../shared/model/focus.ts'

/** Passages in one message: some seconds of work on a slow machine. */
export const PASSAGES_PER_MESSAGE = 128

/** Parent to child. */
export const carefulRequestSchema = z.object({
  type: z.literal('classify'),
  sequence: z.int().min(0),
  folder: z.string(),
  threads: z.int().min(1),
  inputs: z.array(classifierInputSchema).max(PASSAGES_PER_MESSAGE),
})
export type CarefulRequest = z.infer<typeof carefulRequestSchema>

/** Child to parent, a closed union; one answer for each input, in order. */
export const carefulReplySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('answers'),
    sequence: z.int().min(0),
    answers: z.array(carefulAnswerSchema).max(PASSAGES_PER_MESSAGE),
  }),
  z.object({
    type: z.literal('failed'),
    sequence: z.int().min(0),
    /** `broken`: it loaded and then could not answer; all others stay so until the program is installed anew. */
    reason: z.enum(['missing', 'unreadable', 'unsupported', 'broken']),
  }),
])
export type CarefulReply = z.infer<typeof carefulReplySchema>
