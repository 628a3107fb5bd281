import { z } from 'zod'
import { idSchema, importJobSchema } from '../model/library.ts'

/** What the core tells every open page. */
export const serviceEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('import-changed'), job: importJobSchema }),
  /** Stored meetings, labels or boards changed: what was shown of them is old. */
  z.object({ type: z.literal('library-changed'), meetingIds: z.array(idSchema) }),
])
export type ServiceEvent = z.infer<typeof serviceEventSchema>
