import { z } from 'zod'
import { calendarDateSchema } from './evidence.ts'
import { focusSchema } from './focus.ts'
import { idSchema } from './library.ts'
import { lensSchema } from './measures.ts'

const hashSchema = z.string().regex(/^[0-9a-f]{8,64}$/)
const perFocusSchema = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()])

/**
 * What was learnt from human labels, on top of the shipped model: hashes and weights, never a document's words.
 * Weights are per focus, in the order of FOCI.
 */
export const learnedModelSchema = z.object({
  format: z.literal(1),
  /** Hash of all that follows. */
  id: hashSchema,
  /** Human labels it was made from, and a hash over them. */
  labels: z.int().min(1),
  labelsHash: hashSchema,
  byFocus: z.record(focusSchema, z.int().min(0)),
  /** How far the weights are followed, 0 to 1, by what they gained on labels they were not made from. */
  strength: z.number().min(0).max(1),
  /** Hash of a word, title or board with its weights. */
  weights: z.array(z.tuple([z.int().min(0), perFocusSchema])),
  /** Hash of a whole passage's words: what people said of exactly those. */
  exact: z.array(z.tuple([hashSchema, focusSchema, z.boolean()])),
})
export type LearnedModel = z.infer<typeof learnedModelSchema>

/** A label that learning would change. */
export const learnedChangeSchema = z.object({
  passageId: idSchema,
  meetingId: idSchema,
  board: z.string(),
  date: calendarDateSchema.nullable(),
  item: z.string().nullable(),
  document: z.string(),
  page: z.int().min(1),
  text: z.string(),
  /** As it is counted now, and as it would be. */
  from: focusSchema,
  to: focusSchema,
  /** The same words were labelled by a person. */
  sameWords: z.boolean(),
})
export type LearnedChange = z.infer<typeof learnedChangeSchema>

/** A board's customer share over the year to its latest meeting. */
export const learnedShareSchema = z.object({
  boardId: idSchema,
  board: z.string(),
  lens: lensSchema,
  meetings: z.int().min(1),
  before: z.number().min(0).max(1),
  after: z.number().min(0).max(1),
})

export const learningPreviewSchema = z.object({
  /** What `learning.apply` takes, so that nothing else is applied than what was shown. */
  modelId: z.string(),
  labels: z.int().min(0),
  passages: z.int().min(0),
  meetings: z.int().min(0),
  /** The first of them. */
  changes: z.array(learnedChangeSchema),
  shares: z.array(learnedShareSchema),
})
export type LearningPreview = z.infer<typeof learningPreviewSchema>

export const learningStateSchema = z.object({
  on: z.boolean(),
  /** What is learnt, on or off; null where nothing is. */
  learned: z
    .object({
      id: z.string(),
      labels: z.int(),
      byFocus: z.record(focusSchema, z.int().min(0)),
      strength: z.number(),
    })
    .nullable(),
  /** Human labels there are now. */
  labels: z.int().min(0),
  labelsByFocus: z.record(focusSchema, z.int().min(0)),
  /** They are others than those learnt from. */
  isStale: z.boolean(),
  /** Passages whose label or probabilities are learnt at present, and those whose label is another than the machine's. */
  adjusted: z.int().min(0),
  changed: z.int().min(0),
  /** Documents that learning has still to be laid over, or taken off. */
  documentsLeft: z.int().min(0),
})
export type LearningState = z.infer<typeof learningStateSchema>

const agreementSchema = z.object({
  agreed: z.int().min(0),
  /** 95 % (Wilson 1927). */
  low: z.number().min(0).max(1),
  high: z.number().min(0).max(1),
})

/** How often the machine was right on the passages that people labelled. */
export const learningAccuracySchema = z.object({
  labels: z.int().min(0),
  machine: agreementSchema,
  /** With learning, each label judged by what was learnt without it. */
  learned: agreementSchema,
  /** Rows: what people said. Columns: what the machine said. */
  confusion: z.record(focusSchema, z.record(focusSchema, z.int().min(0))),
})
export type LearningAccuracy = z.infer<typeof learningAccuracySchema>
