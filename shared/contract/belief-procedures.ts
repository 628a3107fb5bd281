import { z } from 'zod'
import {
  beliefAnswerSchema,
  beliefResultSchema,
  beliefRoleSchema,
  beliefRoundInputSchema,
  beliefRoundSchema,
} from '../model/belief.ts'
import { exportedFileSchema } from '../model/actions-over-meetings.ts'
import { idSchema } from '../model/library.ts'

const done = z.object({ done: z.literal(true) })

/** Belief rounds. There is no procedure that reads an answer, and none that tells roles apart before the end. */
export const beliefProcedures = {
  'belief.rounds': { input: z.object({ boardId: idSchema.optional() }), output: z.array(beliefRoundSchema) },
  'belief.start': { input: beliefRoundInputSchema, output: beliefRoundSchema },
  /** A closed round takes no more: `conflict`. */
  'belief.answer': {
    input: z.object({ roundId: idSchema, role: beliefRoleSchema, answer: beliefAnswerSchema }),
    output: done,
  },
  /** For good: what was shown of a closed round must not change with one more answer. */
  'belief.close': { input: z.object({ id: idSchema }), output: beliefRoundSchema },
  'belief.result': { input: z.object({ id: idSchema }), output: beliefResultSchema },
  /** The round and its answers, without a trace and without undo. */
  'belief.remove': { input: z.object({ id: idSchema }), output: done },
  /** A form to print, one page per role. */
  'belief.form': {
    input: z.object({ id: idSchema, format: z.enum(['pdf', 'docx']) }),
    output: exportedFileSchema,
  },
} as const
