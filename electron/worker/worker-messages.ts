import { z } from 'zod'
import { analysedDocumentSchema } from '../../shared/model/analysis.ts'
import { documentSchema } from '../../shared/model/document.ts'
import { focusProbabilitiesSchema, focusSchema } from '../../shared/model/focus.ts'
import { refusalCodeSchema, refusalHintSchema } from '../../shared/model/import-result.ts'
import { learnedModelSchema } from '../../shared/model/learning.ts'
import { dateOrderSchema } from '../../shared/model/library.ts'

/** What the analysis must know beside the bytes. */
export const workerContextSchema = z.object({
  dateOrder: dateOrderSchema,
  /** Null: taken from the document. */
  customerTerms: z.array(z.string()).nullable(),
})
export type WorkerContext = z.infer<typeof workerContextSchema>

export const MOST_PASSWORD_CHARACTERS = 1024

/** Parent to child. A child gets exactly one job. */
export const jobMessageSchema = z.object({
  type: z.literal('analyse'),
  sequence: z.int().min(0),
  fileName: z.string(),
  bytes: z.instanceof(Uint8Array),
  context: workerContextSchema,
  /** How long pages that are pictures may be recognised; `ask` to be told first that there are any. */
  recognition: z.union([z.literal('ask'), z.object({ milliseconds: z.number().min(0) })]),
  /** Crosses here only: never as an argument or in the environment, which other programs can read. */
  password: z.string().max(MOST_PASSWORD_CHARACTERS).optional(),
  /** Archives around the file, where what is in it is to be handed over; null where it is not. */
  depth: z.int().min(0).nullable(),
})
export type JobMessage = z.infer<typeof jobMessageSchema>

/** Parent to child, while it hands over what is in a file: the last part is on the disk. */
export const goOnMessageSchema = z.object({ type: z.literal('go-on'), sequence: z.int().min(0) })

const entryLabelSchema = z.string().min(1).max(2000)
/** The other job: the rows of a table, without anything made of them. */
export const tableMessageSchema = z.object({
  type: z.literal('table'),
  sequence: z.int().min(0),
  fileName: z.string(),
  bytes: z.instanceof(Uint8Array),
})
export type TableMessage = z.infer<typeof tableMessageSchema>

/** The third: learning from what people labelled, or judging each label by what the others teach. */
export const learnMessageSchema = z.object({
  type: z.literal('learn'),
  sequence: z.int().min(0),
  work: z.enum(['model', 'cross-fit']),
  examples: z.array(
    z.object({
      text: z.string(),
      item: z.string(),
      board: z.string(),
      probabilities: focusProbabilitiesSchema,
      focus: focusSchema,
      fromCustomers: z.boolean(),
    }),
  ),
})
export type LearnMessage = z.infer<typeof learnMessageSchema>

export const anyJobSchema = z.discriminatedUnion('type', [
  jobMessageSchema,
  tableMessageSchema,
  learnMessageSchema,
])

export const workerStageSchema = z.enum(['reading', 'structuring', 'classifying'])
export type WorkerStage = z.infer<typeof workerStageSchema>

/** Which of the pages that are pictures is being recognised, from 1. */
export const recognisingSchema = z.object({ page: z.int().min(1), pages: z.int().min(1) })
export type Recognising = z.infer<typeof recognisingSchema>

/** Child to parent, a closed union. The answer comes as JSON in parts, so that its size is counted on the way. */
export const workerMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({
    type: z.literal('progress'),
    sequence: z.int().min(0),
    stage: workerStageSchema,
    fraction: z.number().min(0).max(1),
    recognising: recognisingSchema.optional(),
  }),
  z.object({
    type: z.literal('recognition-needed'),
    sequence: z.int().min(0),
    pages: z.int().min(1),
  }),
  z.object({ type: z.literal('memory'), residentBytes: z.number().min(0) }),
  z.object({
    type: z.literal('answer'),
    sequence: z.int().min(0),
    part: z.instanceof(Uint8Array),
    last: z.boolean(),
  }),
  /** A file found in the file, in parts; the child waits for `go-on` after each. */
  z.object({
    type: z.literal('entry'),
    sequence: z.int().min(0),
    label: entryLabelSchema,
    part: z.instanceof(Uint8Array),
    last: z.boolean(),
  }),
  z.object({
    type: z.literal('entry-refused'),
    sequence: z.int().min(0),
    label: entryLabelSchema,
    code: refusalCodeSchema,
    hint: refusalHintSchema.nullable(),
  }),
])
export type WorkerMessage = z.infer<typeof workerMessageSchema>

export const workerOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('analysed'), document: documentSchema, analysis: analysedDocumentSchema }),
  /** An archive, or a message without words of its own: all of it is in the entries that were handed over. */
  z.object({ kind: z.literal('opened'), entries: z.int().min(1) }),
  z.object({
    kind: z.literal('refused'),
    code: refusalCodeSchema,
    page: z.int().min(1).optional(),
    hint: refusalHintSchema.optional(),
  }),
])
/** How one file ended: never an exception. */
export type WorkerOutcome = z.infer<typeof workerOutcomeSchema>

export const tableOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('table'),
    sheets: z.array(z.object({ name: z.string(), rows: z.array(z.array(z.string())) })).min(1),
  }),
  z.object({ kind: z.literal('refused'), code: refusalCodeSchema, page: z.int().min(1).optional() }),
])
export type TableOutcome = z.infer<typeof tableOutcomeSchema>

export const learnOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('learned'), model: learnedModelSchema.nullable() }),
  z.object({ kind: z.literal('fitted'), probabilities: z.array(focusProbabilitiesSchema) }),
  z.object({ kind: z.literal('refused'), code: refusalCodeSchema, page: z.int().min(1).optional() }),
])
export type LearnOutcome = z.infer<typeof learnOutcomeSchema>

export const ANSWER_PART_BYTES = 4 * 1024 * 1024
