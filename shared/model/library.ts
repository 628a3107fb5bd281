import { z } from 'zod'
import {
  actionStatusSchema,
  attendeeSchema,
  documentKindSchema,
  itemPurposeSchema,
  itemRoleSchema,
  mixBasisSchema,
  plannedTimeSchema,
  recordedTimeSchema,
  structuredDecisionSchema,
  timeWindowSchema,
} from './analysis.ts'
import { actionMarkSchema, itemMarkSchema, meetingCorrectionsSchema } from './corrections.ts'
import { blockSchema } from './document.ts'
import { calendarDateSchema, warningSchema } from './evidence.ts'
import { classificationSchema, focusProbabilitiesSchema, focusSchema } from './focus.ts'
import { refusalCodeSchema, resultClassSchema } from './import-result.ts'
import { learnedMarkSchema } from './learned-mark.ts'
import { focusSharesSchema, lensSchema, measuresSchema, trendSchema } from './measures.ts'

/** Store ids are opaque strings; only the store makes them. */
export const idSchema = z.string().regex(/^[a-z0-9]{8,32}$/)
export type Id = z.infer<typeof idSchema>

export const dateOrderSchema = z.enum(['day-first', 'month-first', 'from-documents'])
export type DateOrder = z.infer<typeof dateOrderSchema>

/** A body with meetings of its own. */
export const boardSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** How this organisation names those it serves. */
  customerTerms: z.array(z.string()),
  /** Wanted customer share, 0 to 1; null when none is set. */
  target: z.number().min(0).max(1).nullable(),
  dateOrder: dateOrderSchema,
  meetings: z.int().min(0),
  firstDate: calendarDateSchema.nullable(),
  lastDate: calendarDateSchema.nullable(),
})
export type Board = z.infer<typeof boardSchema>

export const documentSummarySchema = z.object({
  id: idSchema,
  kind: documentKindSchema,
  name: z.string(),
  pages: z.int().min(1).nullable(),
  result: resultClassSchema,
  warnings: z.array(warningSchema),
  /** Set when a newer version of the same paper took its place; it is no longer measured. */
  replacedBy: idSchema.nullable(),
})
export type DocumentSummary = z.infer<typeof documentSummarySchema>

export const meetingSummarySchema = z.object({
  id: idSchema,
  boardId: idSchema,
  board: z.string(),
  /** Null while no document and no one has said it. */
  date: calendarDateSchema.nullable(),
  documents: z.array(documentSummarySchema),
  measures: measuresSchema,
  passages: z.int().min(0),
  /** Passages settled by a person. */
  settled: z.int().min(0),
})
export type MeetingSummary = z.infer<typeof meetingSummarySchema>

export const humanLabelSchema = z.object({ focus: focusSchema, fromCustomers: z.boolean() })
export type HumanLabel = z.infer<typeof humanLabelSchema>

/** A passage as shown: the machine's answer always, the human's beside it where there is one. */
export const passageViewSchema = classificationSchema.extend({
  id: idSchema,
  documentId: idSchema,
  meetingItemId: idSchema.nullable(),
  text: z.string(),
  page: z.int().min(1),
  human: humanLabelSchema.nullable(),
  /** Set where learning from labels changed what the shipped model says. */
  learned: learnedMarkSchema.nullable().optional(),
})
export type PassageView = z.infer<typeof passageViewSchema>

/** An item of the meeting: the same item of its agenda, minutes and pack, matched into one. */
export const meetingItemSchema = z.object({
  id: idSchema,
  number: z.string().nullable(),
  title: z.string(),
  level: z.int().min(1),
  parent: idSchema.nullable(),
  lead: z.string().nullable(),
  purpose: itemPurposeSchema.nullable(),
  role: itemRoleSchema,
  deferred: z.boolean(),
  planned: plannedTimeSchema.nullable(),
  recorded: recordedTimeSchema.nullable(),
  /** Where it stands, document by document. */
  sources: z.array(
    z.object({
      documentId: idSchema,
      page: z.int().min(1),
      pages: z.tuple([z.int().min(1), z.int().min(1)]).nullable(),
      quote: z.string(),
    }),
  ),
  focus: focusSchema,
  shares: focusProbabilitiesSchema,
  mixBasis: mixBasisSchema,
  /** Ids of its passages in document order, minutes first. */
  passages: z.array(idSchema),
  /** What a person changed of it, with what was read; null where nobody did. */
  human: itemMarkSchema.nullable().optional(),
})
export type MeetingItem = z.infer<typeof meetingItemSchema>

export const actionViewSchema = z.object({
  id: idSchema,
  documentId: idSchema,
  meetingItemId: idSchema.nullable(),
  text: z.string(),
  owner: z.string().nullable(),
  /** The owner's full name by the attendance list; null where that does not say. */
  ownerName: z.string().nullable().default(null),
  due: calendarDateSchema.nullable(),
  dueText: z.string().nullable(),
  status: actionStatusSchema,
  focus: focusSchema,
  /** Where it was read; of no meaning for one that a person added (`human.asRead` is null). */
  page: z.int().min(1),
  quote: z.string().optional(),
  /** What a person changed of it, with what was read; null where nobody did. */
  human: actionMarkSchema.nullable().optional(),
})
export type ActionView = z.infer<typeof actionViewSchema>

/** A decision as one of the meeting's documents tells it. */
export const decisionViewSchema = structuredDecisionSchema.omit({ item: true, evidence: true }).extend({
  id: idSchema,
  documentId: idSchema,
  meetingItemId: idSchema.nullable(),
  page: z.int().min(1),
  quote: z.string(),
})
export type DecisionView = z.infer<typeof decisionViewSchema>

/** Someone of the meeting's attendance lists, with the document that names them. */
export const attendeeViewSchema = attendeeSchema.omit({ evidence: true }).extend({
  documentId: idSchema,
  page: z.int().min(1),
})
export type AttendeeView = z.infer<typeof attendeeViewSchema>

export const meetingDetailSchema = meetingSummarySchema.omit({ passages: true }).extend({
  window: z.object({ planned: timeWindowSchema.nullable(), recorded: timeWindowSchema.nullable() }),
  corrections: meetingCorrectionsSchema.optional(),
  items: z.array(meetingItemSchema),
  passages: z.array(passageViewSchema),
  actions: z.array(actionViewSchema),
  decisions: z.array(decisionViewSchema).default([]),
  attendance: z.array(attendeeViewSchema).default([]),
})
export type MeetingDetail = z.infer<typeof meetingDetailSchema>

export const trendPointSchema = z.object({
  id: idSchema,
  date: calendarDateSchema,
  total: z.number().min(0),
  unknown: z.number().min(0).nullable(),
  untimedItems: z.int().min(0),
  shares: focusSharesSchema,
  sharesOfAll: focusSharesSchema,
})
export type TrendPoint = z.infer<typeof trendPointSchema>

export const boardTrendSchema = z.object({
  boardId: idSchema,
  board: z.string(),
  lens: lensSchema,
  target: z.number().min(0).max(1).nullable(),
  meetings: z.array(trendPointSchema),
  /** Meetings of the board with nothing to say on this lens, or without a date. */
  absent: z.array(z.object({ id: idSchema, date: calendarDateSchema.nullable() })),
  trend: trendSchema,
})
export type BoardTrend = z.infer<typeof boardTrendSchema>

/** The blocks of one page of one stored document, to be shown with a passage's words marked. */
export const documentPageSchema = z.object({
  documentId: idSchema,
  name: z.string(),
  kind: documentKindSchema,
  page: z.int().min(1),
  pages: z.int().min(1),
  paged: z.boolean(),
  /** `index` is the block's index in the whole document. */
  blocks: z.array(z.object({ index: z.int().min(0), block: blockSchema })),
  passages: z.array(z.object({ id: idSchema, block: z.int().min(0) })),
})
export type DocumentPage = z.infer<typeof documentPageSchema>

export const searchHitSchema = z.object({
  passageId: idSchema,
  meetingId: idSchema,
  documentId: idSchema,
  board: z.string(),
  date: calendarDateSchema.nullable(),
  item: z.string().nullable(),
  document: z.string(),
  page: z.int().min(1),
  focus: focusSchema,
  text: z.string(),
  /** Where the words searched for stand in `text`. */
  marks: z.array(z.object({ start: z.int().min(0), end: z.int().min(0) })),
})
export type SearchHit = z.infer<typeof searchHitSchema>

/**
 * The life of one imported file:
 * waiting -> reading -> structuring -> classifying -> review -> kept, with undone, discarded, refused, cancelled
 * and opened (an archive, whose files are jobs of their own) as its other ends. `duplicate` is refused with that code.
 */
export const jobStateSchema = z.enum([
  'waiting',
  'reading',
  'structuring',
  'classifying',
  'review',
  'kept',
  'discarded',
  'undone',
  'refused',
  'cancelled',
  'opened',
])
export type JobState = z.infer<typeof jobStateSchema>

export const importJobSchema = z.object({
  id: idSchema,
  name: z.string(),
  bytes: z.int().min(0),
  state: jobStateSchema,
  /** 0 to 1 over all weighted stages. */
  progress: z.number().min(0).max(1),
  /** While pages that are pictures are read: which of them, from 1. */
  recognising: z.object({ page: z.int().min(1), pages: z.int().min(1) }).optional(),
  addedAt: z.string(),
  result: resultClassSchema.nullable(),
  code: refusalCodeSchema.nullable(),
  /** A neutral sentence on how it ended; never document text. */
  message: z.string().nullable(),
  /** What was read, or what the user made of it. */
  kind: documentKindSchema.nullable(),
  board: z.string().nullable(),
  date: calendarDateSchema.nullable(),
  pages: z.int().min(1).nullable(),
  items: z.int().min(0).nullable(),
  passages: z.int().min(0).nullable(),
  warnings: z.array(warningSchema),
  meetingId: idSchema.nullable(),
  documentId: idSchema.nullable(),
  /** The stored document with the same bytes. */
  duplicateOf: z.object({ documentId: idSchema, name: z.string(), meetingId: idSchema }).nullable(),
  /** The stored document of the same meeting and kind that keeping this one would replace. */
  wouldReplace: z.object({ documentId: idSchema, name: z.string() }).nullable(),
})
export type ImportJob = z.infer<typeof importJobSchema>
