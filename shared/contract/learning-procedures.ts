import { z } from 'zod'
import {
  learnedModelSchema,
  learningAccuracySchema,
  learningPreviewSchema,
  learningStateSchema,
} from '../model/learning.ts'

const nothing = z.object({}).strict()
const changeSchema = z.object({
  change: z.object({ label: z.string(), canUndo: z.boolean(), canRedo: z.boolean() }),
})

/** Learning from human labels, laid over the shipped model's answers; never in their place. */
export const learningProcedures = {
  'learning.state': { input: nothing, output: learningStateSchema },
  /**
   * What learning from all labels would change; null where there is none to learn from, or when it was cancelled. Changes
   * nothing. Takes seconds in a large library: `learning-progress` says how far it is.
   */
  'learning.preview': {
    input: z.object({ limit: z.int().min(0).max(5_000).default(200) }).strict(),
    output: z.object({ preview: learningPreviewSchema.nullable(), cancelled: z.boolean() }),
  },
  /** Ends the preview under way; none is no error. */
  'learning.cancel': { input: nothing, output: z.object({ done: z.literal(true) }) },
  /** Only what was shown: a `conflict` when the labels are others by now. */
  'learning.apply': { input: z.object({ modelId: z.string().max(64) }).strict(), output: changeSchema },
  /** Off puts the shipped model's labels back, exactly; on lays what was learnt over them again. */
  'learning.use': { input: z.object({ on: z.boolean() }).strict(), output: changeSchema },
  /** Forgets what was learnt; the labels stay. Not to be undone. */
  'learning.reset': { input: nothing, output: z.object({ done: z.literal(true) }) },
  /** Hashes and weights, no document's words; null where nothing is learnt. */
  'learning.export': { input: nothing, output: z.object({ model: learnedModelSchema.nullable() }) },
  'learning.accuracy': { input: nothing, output: learningAccuracySchema },
} as const
