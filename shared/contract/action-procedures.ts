import { z } from 'zod'
import {
  actionOverviewSchema,
  actionPatchSchema,
  actionThreadDetailSchema,
  exportedFileSchema,
  mentionKeySchema,
} from '../model/actions-over-meetings.ts'
import { idSchema } from '../model/library.ts'

const threads = z.array(mentionKeySchema).min(1).max(10_000)
const changed = z.object({
  change: z.object({ label: z.string(), canUndo: z.boolean(), canRedo: z.boolean() }),
})

/** Actions over the meetings of a board: read, set by hand, joined, separated, exported. */
export const actionProcedures = {
  'actions.list': {
    input: z.object({ boardId: idSchema.optional() }),
    output: actionOverviewSchema,
  },
  'actions.get': { input: z.object({ id: mentionKeySchema }), output: actionThreadDetailSchema },
  /** Sets fields of threads by hand; null gives a field back to the record. */
  'actions.set': { input: z.object({ ids: threads, patch: actionPatchSchema }), output: changed },
  /** Says that these threads are one action; remembered over new readings. Boards cannot be mixed. */
  'actions.join': { input: z.object({ ids: threads.min(2).max(50) }), output: changed },
  /** Says that this mention is an action of its own. */
  'actions.separate': {
    input: z.object({ id: mentionKeySchema, mention: mentionKeySchema }),
    output: changed,
  },
  /** One list per owner, as a Word or PDF file. */
  'actions.export': {
    input: z.object({ ids: threads, format: z.enum(['docx', 'pdf']) }),
    output: exportedFileSchema,
  },
} as const
