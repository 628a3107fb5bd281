import { z } from 'zod'
import {
  basisSchema,
  calendarDateSchema,
  clockTimeSchema,
  evidenceSchema,
  warningSchema,
} from './evidence.ts'
import { classificationSchema, focusProbabilitiesSchema, focusSchema } from './focus.ts'
import { measuresSchema } from './measures.ts'

export const documentKindSchema = z.enum(['agenda', 'minutes', 'pack', 'paper', 'transcript', 'action log'])
export type DocumentKind = z.infer<typeof documentKindSchema>

export const itemPurposeSchema = z.enum(['decision', 'discussion', 'information', 'noting'])
export type ItemPurpose = z.infer<typeof itemPurposeSchema>

/** `minutes` and `minutesMax` differ only where the document gives a range ("5 - 15 mins"). */
export const plannedTimeSchema = z.object({
  start: clockTimeSchema.nullable(),
  minutes: z.number().positive().nullable(),
  minutesMax: z.number().positive().nullable(),
  basis: basisSchema,
  evidence: evidenceSchema.nullable(),
})
export type PlannedTime = z.infer<typeof plannedTimeSchema>

export const recordedTimeSchema = z.object({
  start: clockTimeSchema.nullable(),
  minutes: z.number().positive().nullable(),
  basis: basisSchema,
  evidence: evidenceSchema.nullable(),
})
export type RecordedTime = z.infer<typeof recordedTimeSchema>

export const timeWindowSchema = z.object({
  start: clockTimeSchema.nullable(),
  end: clockTimeSchema.nullable(),
  evidence: evidenceSchema.nullable(),
})
export type TimeWindow = z.infer<typeof timeWindowSchema>

/** What part an item plays in the meeting; only `topic` can be substantive. */
export const itemRoleSchema = z.enum(['topic', 'procedural', 'break'])
export type ItemRole = z.infer<typeof itemRoleSchema>

/** An agenda item as one document gives it, in document order. */
export const structuredItemSchema = z.object({
  number: z.string().nullable(),
  title: z.string(),
  /** 1 for the top of the agenda. */
  level: z.int().min(1),
  /** Index of the enclosing item in the same list; null at the top. */
  parent: z.int().min(0).nullable(),
  lead: z.string().nullable(),
  purpose: itemPurposeSchema.nullable(),
  role: itemRoleSchema,
  deferred: z.boolean(),
  planned: plannedTimeSchema.nullable(),
  recorded: recordedTimeSchema.nullable(),
  /** First and last page of its papers; null where the document has no pages or does not say. */
  pages: z.tuple([z.int().min(1), z.int().min(1)]).nullable(),
  evidence: evidenceSchema,
})
export type StructuredItem = z.infer<typeof structuredItemSchema>

export const structuredPassageSchema = z.object({
  text: z.string(),
  page: z.int().min(1),
  /** Index into the document's blocks, where it was read. */
  block: z.int().min(0),
  /** Index into items; null when it stands under none. */
  item: z.int().min(0).nullable(),
})
export type StructuredPassage = z.infer<typeof structuredPassageSchema>

export const actionStatusSchema = z.enum(['open', 'done', 'unknown'])
export const structuredActionSchema = z.object({
  text: z.string(),
  /** Who has to act, as written: "AB", "Cllr Brown", "the Clerk". */
  owner: z.string().nullable(),
  /** The owner's full name, where the document's attendance list says whose initials or surname it is. */
  ownerName: z.string().nullable().default(null),
  /** As a date where it can be resolved; null when the document names none or only a word ("next meeting"). */
  due: calendarDateSchema.nullable(),
  /** The due words as written. */
  dueText: z.string().nullable(),
  status: actionStatusSchema,
  item: z.int().min(0).nullable(),
  evidence: evidenceSchema,
})
export type StructuredAction = z.infer<typeof structuredActionSchema>

/** `moved`: put to the vote, with no outcome told. */
export const decisionKindSchema = z.enum(['resolved', 'agreed', 'approved', 'moved'])
export type DecisionKind = z.infer<typeof decisionKindSchema>
export const decisionOutcomeSchema = z.enum(['carried', 'lost', 'deferred', 'withdrawn'])

/** What the meeting decided. What it only noted, heard or discussed is none. */
export const structuredDecisionSchema = z.object({
  text: z.string(),
  kind: decisionKindSchema,
  mover: z.string().nullable(),
  seconder: z.string().nullable(),
  /** Null where the document does not tell how it ended. */
  outcome: decisionOutcomeSchema.nullable(),
  item: z.int().min(0).nullable(),
  evidence: evidenceSchema,
})
export type StructuredDecision = z.infer<typeof structuredDecisionSchema>

export const presenceSchema = z.enum(['present', 'in attendance', 'apologies', 'absent'])
export type Presence = z.infer<typeof presenceSchema>

/** One person of the attendance list. */
export const attendeeSchema = z.object({
  name: z.string(),
  /** Initials the list itself gives ("Ann Bell (AB)"); null where it gives none. */
  initials: z.string().nullable(),
  /** Post or organisation, as written. */
  role: z.string().nullable(),
  presence: presenceSchema,
  /** "for item 4", "items 3 to 5": as written; null where they were there throughout, or it is not said. */
  onlyFor: z.string().nullable(),
  evidence: evidenceSchema,
})
export type Attendee = z.infer<typeof attendeeSchema>

/** When a transcript's passage was said: seconds from the start of the recording; `to` null where only starts are marked. */
export const talkSpanSchema = z.object({
  /** Index into passages. */
  passage: z.int().min(0),
  from: z.number().min(0),
  to: z.number().min(0).nullable(),
})
export type TalkSpan = z.infer<typeof talkSpanSchema>

const fact = <T extends z.ZodType>(value: T) =>
  z.object({ value, evidence: evidenceSchema.nullable() }).nullable()

/** What a document says of its meeting, before anything is classified. Null where it does not say. */
export const structuredDocumentSchema = z.object({
  kind: documentKindSchema,
  kindEvidence: evidenceSchema.nullable(),
  title: z.string().nullable(),
  body: fact(z.string()),
  date: fact(calendarDateSchema),
  window: z.object({ planned: timeWindowSchema.nullable(), recorded: timeWindowSchema.nullable() }),
  items: z.array(structuredItemSchema),
  passages: z.array(structuredPassageSchema),
  actions: z.array(structuredActionSchema),
  decisions: z.array(structuredDecisionSchema).default([]),
  attendance: z.array(attendeeSchema).default([]),
  /** Time stamps of a transcript's passages, in order; empty for everything else. */
  talk: z.array(talkSpanSchema).default([]),
  /** Words by which this document seems to name its customers ("members", "tenants"), most frequent first. */
  customerTerms: z.array(z.string()),
  warnings: z.array(warningSchema),
})
export type StructuredDocument = z.infer<typeof structuredDocumentSchema>

export const analysedPassageSchema = structuredPassageSchema.extend(classificationSchema.shape)
export type AnalysedPassage = z.infer<typeof analysedPassageSchema>

export const mixBasisSchema = z.enum(['minutes', 'papers', 'title', 'human'])
export type MixBasis = z.infer<typeof mixBasisSchema>

export const analysedItemSchema = structuredItemSchema.extend({
  /** What the title alone says. */
  titleClassification: classificationSchema,
  focus: focusSchema,
  /** The item's mix over all five foci; sums to 1. */
  shares: focusProbabilitiesSchema,
  mixBasis: mixBasisSchema,
})
export type AnalysedItem = z.infer<typeof analysedItemSchema>

export const analysedActionSchema = structuredActionSchema.extend({ focus: focusSchema })
export type AnalysedAction = z.infer<typeof analysedActionSchema>

/** One document, read, structured, classified and measured. */
export const analysedDocumentSchema = structuredDocumentSchema.extend({
  pages: z.int().min(1).nullable(),
  items: z.array(analysedItemSchema),
  passages: z.array(analysedPassageSchema),
  actions: z.array(analysedActionSchema),
  measures: measuresSchema,
})
export type AnalysedDocument = z.infer<typeof analysedDocumentSchema>
