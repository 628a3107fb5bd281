import { z } from 'zod'
import {
  actionValuesSchema,
  correctionRefSchema,
  itemValuesSchema,
  windowValuesSchema,
} from '../model/corrections.ts'
import { calendarDateSchema } from '../model/evidence.ts'
import { focusSchema } from '../model/focus.ts'
import { idSchema } from '../model/library.ts'

/** Whose items, actions and times: a stored meeting's, or those of a file under review. */
const ofSchema = z.union([z.object({ meetingId: idSchema }).strict(), z.object({ jobId: idSchema }).strict()])
export type CorrectionsOf = z.infer<typeof ofSchema>

const answerSchema = z.object({
  change: z.object({ label: z.string(), canUndo: z.boolean(), canRedo: z.boolean() }),
})

/** Structural corrections by people: laid over what was read, never in place of it. */
export const correctionProcedures = {
  /** A value equal to what was read takes the correction of that field back. */
  'corrections.item': {
    input: z.object({ of: ofSchema, ref: correctionRefSchema, set: itemValuesSchema.partial() }),
    output: answerSchema,
  },
  'corrections.action': {
    input: z.object({ of: ofSchema, ref: correctionRefSchema, set: actionValuesSchema.partial() }),
    output: answerSchema,
  },
  'corrections.window': {
    input: z.object({ of: ofSchema, set: windowValuesSchema.partial() }),
    output: answerSchema,
  },
  /** Back to what was read: the named fields or, with none named, everything, also what was taken out. */
  'corrections.restore': {
    input: z.object({
      of: ofSchema,
      on: z.enum(['item', 'action', 'window']),
      ref: correctionRefSchema.optional(),
      fields: z.array(z.string().max(40)).max(20).optional(),
    }),
    output: answerSchema,
  },
  /** For what is none: its passages go to the item it stood under, else to the one before it. */
  'corrections.remove': {
    input: z.object({ of: ofSchema, on: z.enum(['item', 'action']), ref: correctionRefSchema }),
    output: answerSchema,
  },
  'corrections.add-item': {
    input: z.object({ of: ofSchema, values: itemValuesSchema, after: correctionRefSchema.nullable() }),
    output: answerSchema.extend({ ref: correctionRefSchema }),
  },
  'corrections.add-action': {
    input: z.object({ of: ofSchema, values: actionValuesSchema, item: correctionRefSchema.nullable() }),
    output: answerSchema.extend({ ref: correctionRefSchema }),
  },
  /** Gives up a correction that finds nothing to stand on any more. */
  'corrections.drop': {
    input: z.object({ of: ofSchema, id: idSchema }),
    output: answerSchema,
  },
  /** Where the same words stand elsewhere: what a label would reach as well, before it does. */
  'passages.twins': {
    input: z.object({
      ids: z.array(idSchema).min(1).max(10_000),
      limit: z.int().min(1).max(10_000).default(200),
    }),
    output: z.object({
      passages: z.array(
        z.object({
          id: idSchema,
          meetingId: idSchema,
          board: z.string(),
          date: calendarDateSchema.nullable(),
          item: z.string().nullable(),
          document: z.string(),
          page: z.int().min(1),
          focus: focusSchema,
          human: focusSchema.nullable(),
        }),
      ),
      total: z.int().min(0),
    }),
  },
} as const
