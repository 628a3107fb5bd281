import { z } from 'zod'
import {
  customerFieldsSchema,
  customersOverviewSchema,
  evidenceKindSchema,
  mentionViewSchema,
  passagePlaceSchema,
  questionMapSchema,
  tablePreviewSchema,
  tableReadingSchema,
  voiceSchema,
} from '../model/customers.ts'
import { customerQuestionSchema } from '../model/focus.ts'
import { refusalCodeSchema } from '../model/import-result.ts'
import { idSchema } from '../model/library.ts'

const procedure = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })

const changeSchema = z.object({ label: z.string(), canUndo: z.boolean(), canRedo: z.boolean() })
const changed = z.object({ change: changeSchema })
const ids = z.array(idSchema).min(1).max(50_000)

/** Pasted text is held to this many characters. */
export const PASTE_LIMIT = 4 * 1024 * 1024

/** A table as first read: refused like any file, or waiting under an id to be understood. */
const readTableSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('read'), tableId: idSchema, preview: tablePreviewSchema }),
  z.object({ result: z.literal('refused'), code: refusalCodeSchema }),
])

/** The register of customers, where the record names them, the eight questions, and the customers' voice. */
export const customerProcedures = {
  /** Every customer with what the record of one board, or of all, holds of it. */
  'customers.list': procedure(z.object({ boardId: idSchema.nullable() }), customersOverviewSchema),
  /** Adds a customer, or writes over one. A name that another customer has is an outcome, not an error. */
  'customers.save': procedure(
    z.object({ id: idSchema.nullable(), fields: customerFieldsSchema }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), id: idSchema, change: changeSchema }),
      z.object({ outcome: z.literal('same-name'), id: idSchema }),
    ]),
  ),
  'customers.archive': procedure(z.object({ ids, archived: z.boolean() }), changed),
  'customers.remove': procedure(z.object({ ids }), changed),
  /** The user's own order of these customers among each other. */
  'customers.order': procedure(z.object({ ids }), changed),
  /** Where one customer is named, latest first; also the doubtful ones. */
  'customers.mentions': procedure(
    z.object({ id: idSchema, boardId: idSchema.nullable() }),
    z.object({ mentions: z.array(mentionViewSchema), left: z.int().min(0) }),
  ),
  /** Mentions of any customer that wait for a person. */
  'customers.doubtful': procedure(
    z.object({ boardId: idSchema.nullable() }),
    z.object({ mentions: z.array(mentionViewSchema), total: z.int().min(0) }),
  ),
  /** A person's verdict, on this passage or on these words everywhere; null takes it back. */
  'customers.judge': procedure(
    z.object({
      customerId: idSchema,
      passageId: idSchema,
      start: z.int().min(0),
      verdict: z.enum(['is', 'is-not']).nullable(),
      everywhere: z.boolean(),
    }),
    changed,
  ),
  /** Reads an uploaded table, or pasted text, in the capped child; nothing is taken yet. */
  'customers.readTable': procedure(
    z.union([
      z.object({ uploadId: idSchema }).strict(),
      z.object({ text: z.string().min(1).max(PASTE_LIMIT) }).strict(),
    ]),
    readTableSchema,
  ),
  'customers.previewTable': procedure(
    z.object({ tableId: idSchema, reading: tableReadingSchema }),
    tablePreviewSchema,
  ),
  /** Takes the whole table in one change; a `conflict` while any row is at fault. */
  'customers.takeTable': procedure(
    z.object({ tableId: idSchema, reading: tableReadingSchema }),
    z.object({ change: changeSchema, added: z.int().min(0), updated: z.int().min(0) }),
  ),
  'questionMap.get': procedure(z.object({ boardId: idSchema }), questionMapSchema),
  /** The passages behind a cell, or behind a whole question. */
  'questionMap.passages': procedure(
    z.object({ boardId: idSchema, question: customerQuestionSchema, meetingId: idSchema.nullable() }),
    z.array(passagePlaceSchema),
  ),
  'voice.get': procedure(z.object({ boardId: idSchema }), voiceSchema),
  /** The passages of one kind of evidence in one meeting. */
  'voice.passages': procedure(
    z.object({ boardId: idSchema, meetingId: idSchema, kind: evidenceKindSchema }),
    z.array(passagePlaceSchema),
  ),
} as const
