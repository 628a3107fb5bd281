import { z } from 'zod'
import { idSchema } from '../model/library.ts'
import { lensSchema } from '../model/measures.ts'
import { madeFileSchema } from '../model/planner.ts'
import { reportFormatSchema } from '../model/report.ts'

export const reportProcedures = {
  /** The chair's report of a board as a file; on the lens that most of its meetings have unless one is given. */
  'report.make': {
    input: z.object({
      boardId: idSchema,
      lens: lensSchema.optional(),
      format: reportFormatSchema,
      appendix: z.boolean().default(true),
    }),
    output: madeFileSchema,
  },
} as const
