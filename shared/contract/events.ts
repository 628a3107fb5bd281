import { z } from 'zod'
import { idSchema, importJobSchema } from '../model/library.ts'
import { libraryStateSchema } from '../model/safety.ts'

/** What the core tells every open page. */
export const serviceEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('import-changed'), job: importJobSchema }),
  /** Stored meetings, labels or boards changed: what was shown of them is old. */
  z.object({ type: z.literal('library-changed'), meetingIds: z.array(idSchema) }),
  /** The careful model goes on settling labels in the background; nothing left means that the figures are final. */
  z.object({
    type: z.literal('refining-changed'),
    passagesLeft: z.int().min(0),
    documentsLeft: z.int().min(0),
  }),
  /** A draft paper is being read; 0 to 1. */
  z.object({ type: z.literal('paper-progress'), draftId: idSchema, progress: z.number().min(0).max(1) }),
  /** What learning would change is being looked at, 0 to 1; null when that ended. */
  z.object({ type: z.literal('learning-progress'), progress: z.number().min(0).max(1).nullable() }),
  /** A backup, check or restore goes on, or ended. */
  z.object({ type: z.literal('safety-changed'), work: libraryStateSchema.shape.work }),
])
export type ServiceEvent = z.infer<typeof serviceEventSchema>
