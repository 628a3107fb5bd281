import { z } from 'zod'
import { itemPurposeSchema, itemRoleSchema } from './analysis.ts'
import { calendarDateSchema, clockTimeSchema } from './evidence.ts'
import { focusSchema } from './focus.ts'
import { idSchema } from './library.ts'

/** No agenda is longer than this; it also bounds what the optimiser has to look at. */
export const LONGEST_MEETING = 720
export const MOST_AGENDA_ITEMS = 80

const words = z.string().max(2000)
const title = z.string().trim().min(1).max(400)
const minutes = z.int().min(0).max(LONGEST_MEETING)
const share = z.number().min(0).max(1)

/** Names an item or a proposal within one plan. */
export const planItemIdSchema = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/)

/** Where something stands that a plan says: a passage, an item of an agenda, or a meeting that was searched. */
export const planEvidenceSchema = z.object({
  meetingId: idSchema.nullable(),
  date: calendarDateSchema.nullable(),
  documentId: idSchema.nullable(),
  passageId: idSchema.nullable(),
  page: z.int().min(1).nullable(),
  /** The words as they stand; empty where it is the meeting as a whole. */
  quote: words,
})
export type PlanEvidence = z.infer<typeof planEvidenceSchema>

/** What a plan starts from. */
export const planSourceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('meeting'),
    meetingId: idSchema,
    date: calendarDateSchema.nullable(),
    /** Which of its times were taken. */
    times: z.enum(['planned', 'recorded']),
  }),
  z.object({ kind: z.literal('template') }),
])
export type PlanSource = z.infer<typeof planSourceSchema>

/**
 * Where an item's minutes come from: the agenda states them, they follow from its clock times, they are what the
 * meeting's window leaves, the median of this board's earlier meetings, a person's word, the template; none where
 * nothing says.
 */
export const minutesBasisSchema = z.enum([
  'stated',
  'derived',
  'window',
  'history',
  'given',
  'template',
  'unknown',
])
export type MinutesBasis = z.infer<typeof minutesBasisSchema>

/** One row of the agenda the plan starts from. */
export const planBaseItemSchema = z.object({
  id: planItemIdSchema,
  number: z.string().max(40).nullable(),
  title,
  /** The heading it stands under. */
  group: z.string().max(400).nullable(),
  /** Titles of what stands below it without a time of its own. */
  parts: z.array(z.string().max(400)).max(100),
  lead: z.string().max(300).nullable(),
  purpose: itemPurposeSchema.nullable(),
  role: itemRoleSchema,
  /** Whole minutes; null until somebody says. */
  minutes: minutes.nullable(),
  basis: minutesBasisSchema,
  /** The earlier meetings a `history` median rests on. */
  history: z.array(z.object({ meetingId: idSchema, date: calendarDateSchema.nullable(), minutes })).max(40),
  /** The part of its time that went to customers, and that was substantive, 0 to 1. */
  customer: share,
  substantive: share,
  focus: focusSchema,
  evidence: z.array(planEvidenceSchema).max(20),
})
export type PlanBaseItem = z.infer<typeof planBaseItemSchema>

/** What the user holds fast. `stays`: neither cut nor moved to the consent agenda; `not-cut`: it may be moved there. */
export const planLockSchema = z.object({
  keep: z.enum(['free', 'not-cut', 'stays']),
  fixed: minutes.nullable(),
  atMost: minutes.nullable(),
  /** Keeps the place in the order that it has in the agenda the plan starts from. */
  position: z.boolean(),
})
export type PlanLock = z.infer<typeof planLockSchema>

export const proposalKindSchema = z.enum(['question', 'silent-customer', 'visit', 'action', 'figures'])
export type ProposalKind = z.infer<typeof proposalKindSchema>

/** An item that is missing from the agenda, and why. It counts as wholly about customers. */
export const planProposalSchema = z.object({
  id: planItemIdSchema,
  kind: proposalKindSchema,
  title,
  lead: z.string().max(300).nullable(),
  because: words,
  evidence: z.array(planEvidenceSchema).max(40),
  /** The item of the agenda that it is made out of; its time comes from there first. */
  outOf: planItemIdSchema.nullable(),
  least: minutes,
  wanted: minutes,
  most: minutes,
  /** How much speaks for it, 1 to 30. */
  weight: z.int().min(1).max(30),
  decision: z.enum(['open', 'accepted', 'rejected']),
})
export type PlanProposal = z.infer<typeof planProposalSchema>

/** One row of the new agenda. */
export const planItemSchema = z.object({
  /** The id of its base item or proposal; `consent` for a consent agenda; `own-…` for the user's own. */
  id: planItemIdSchema,
  origin: z.enum(['agenda', 'proposal', 'consent', 'own']),
  title,
  group: z.string().max(400).nullable(),
  parts: z.array(z.string().max(400)).max(100),
  lead: z.string().max(300).nullable(),
  purpose: itemPurposeSchema.nullable(),
  role: itemRoleSchema,
  minutes,
  customer: share,
  substantive: share,
})
export type PlanItem = z.infer<typeof planItemSchema>

export const planChangeSchema = z.object({
  id: planItemIdSchema,
  kind: z.enum(['shortened', 'lengthened', 'consent', 'cut', 'added', 'moved']),
  title,
  before: minutes.nullable(),
  after: minutes.nullable(),
  reason: words,
  evidence: z.array(planEvidenceSchema).max(40),
})
export type PlanChange = z.infer<typeof planChangeSchema>

export const planOutcomeSchema = z.object({
  /** The customer share of the agenda it starts from and of the new one, over substantive time; null without any. */
  before: share.nullable(),
  share: share.nullable(),
  total: z.int().min(0),
  reached: z.boolean(),
  /** Where the target cannot be reached: the highest share that can. */
  nearest: share.nullable(),
  /** Locks without which more could be reached, and how much. */
  standingInTheWay: z.array(z.object({ id: planItemIdSchema, lock: words, share })).max(100),
  /** Why there is no agenda: locks or minimums that do not fit the total, or items without minutes. */
  impossible: z.enum(['too-long', 'too-short', 'minutes-missing', 'locks']).nullable(),
  /** With `too-long` and `too-short`: the least and the most minutes that the items can take. */
  possible: z.tuple([z.int().min(0), z.int().min(0)]).nullable(),
})
export type PlanOutcome = z.infer<typeof planOutcomeSchema>

export const planSettingsSchema = z.object({
  total: z.int().min(1).max(LONGEST_MEETING),
  target: share,
  date: calendarDateSchema.nullable(),
  start: clockTimeSchema.nullable(),
  place: z.string().max(300),
})
export type PlanSettings = z.infer<typeof planSettingsSchema>

/** Everything of a plan but its name: what is worked on, saved, and exported. */
export const planContentSchema = z.object({
  source: planSourceSchema,
  settings: planSettingsSchema,
  base: z.array(planBaseItemSchema).max(MOST_AGENDA_ITEMS),
  proposals: z.array(planProposalSchema).max(40),
  locks: z.record(planItemIdSchema, planLockSchema),
  items: z.array(planItemSchema).max(MOST_AGENDA_ITEMS * 2),
  changes: z.array(planChangeSchema).max(400),
  outcome: planOutcomeSchema,
})
export type PlanContent = z.infer<typeof planContentSchema>

export const savedPlanSummarySchema = z.object({
  id: idSchema,
  boardId: idSchema,
  name: z.string(),
  createdAt: z.string(),
  savedAt: z.string(),
  date: calendarDateSchema.nullable(),
  total: z.int().min(0),
  share: share.nullable(),
})
export type SavedPlanSummary = z.infer<typeof savedPlanSummarySchema>
export const savedPlanSchema = savedPlanSummarySchema.extend({ content: planContentSchema })
export type SavedPlan = z.infer<typeof savedPlanSchema>

/** A question for the chair to put, with what it rests on. */
export const chairQuestionSchema = z.object({
  kind: z.enum(['question', 'customer', 'decision', 'figures', 'action', 'belief']),
  question: words,
  because: words,
  evidence: z.array(planEvidenceSchema).max(40),
  weight: z.int().min(1),
})
export type ChairQuestion = z.infer<typeof chairQuestionSchema>

export const chairQuestionsSchema = z.object({
  board: z.string(),
  meetingId: idSchema.nullable(),
  date: calendarDateSchema.nullable(),
  /** How many meetings were searched for what is missing. */
  searched: z.int().min(0),
  questions: z.array(chairQuestionSchema).max(10),
})
export type ChairQuestions = z.infer<typeof chairQuestionsSchema>

/** A file made for the user to save. */
export const madeFileSchema = z.object({
  name: z.string(),
  type: z.string(),
  bytes: z.instanceof(Uint8Array),
})
export type MadeFile = z.infer<typeof madeFileSchema>
