import { z } from 'zod'
import { actionStatusSchema, documentKindSchema } from './analysis.ts'
import { actionFieldSchema } from './corrections.ts'
import { calendarDateSchema } from './evidence.ts'
import { focusSchema } from './focus.ts'
import { idSchema } from './library.ts'

/** One mention of an action: its meeting and a digest of its words, so that it outlives a new reading. */
export const mentionKeySchema = z.string().regex(/^[a-z0-9]{8,32}-[a-z]{2}[0-9a-f]{16}$/)

/**
 * What the record says of an action. `lost`: it was open, a later log or matters-arising of that board no longer
 * carries it, and nothing says that it was done. `not followed up`: mentioned once, and no later document that
 * carries actions is there to say more.
 */
export const actionStateSchema = z.enum(['open', 'lost', 'not followed up', 'done'])
export type ActionState = z.infer<typeof actionStateSchema>

/**
 * How a document speaks of the action: it asks for it, carries it in a log, repeats the words of earlier minutes,
 * speaks of it under matters arising, or speaks of all actions at once.
 */
export const mentionRoleSchema = z.enum(['asked', 'log', 'repeated', 'matters arising', 'all actions'])
export type MentionRole = z.infer<typeof mentionRoleSchema>

export const joinReasonSchema = z.enum([
  'same reference',
  'same words',
  'same owner, similar words',
  'named under matters arising',
  'said of all actions',
  'by hand',
])
export type JoinReason = z.infer<typeof joinReasonSchema>

/** A place in a stored document, with the words that stand there. */
export const actionPlaceSchema = z.object({
  meetingId: idSchema,
  date: calendarDateSchema.nullable(),
  documentId: idSchema,
  document: z.string(),
  kind: documentKindSchema,
  page: z.int().min(1),
})
export type ActionPlace = z.infer<typeof actionPlaceSchema>

export const actionMentionSchema = actionPlaceSchema.extend({
  /** Null for words under matters arising: they cannot be joined or separated on their own. */
  key: mentionKeySchema.nullable(),
  /** The stored action, by which it can be corrected; null as above. */
  actionId: idSchema.nullable(),
  /** What a person corrected of it. */
  corrected: z.array(actionFieldSchema),
  role: mentionRoleSchema,
  text: z.string(),
  quote: z.string(),
  owner: z.string().nullable(),
  due: calendarDateSchema.nullable(),
  dueText: z.string().nullable(),
  says: actionStatusSchema,
  /** Null for the first. */
  joinedBecause: joinReasonSchema.nullable(),
})
export type ActionMention = z.infer<typeof actionMentionSchema>

const settable = <T extends z.ZodType>(value: T) => z.object({ value, basis: z.enum(['record', 'human']) })

/** How success would be known, in the action's own words: the span and the rule that found it. */
export const measureRuleSchema = z.enum(['amount', 'threshold', 'so that', 'named measure', 'by hand'])
export const actionMeasureSchema = z.object({ text: z.string(), rule: measureRuleSchema })
export type ActionMeasure = z.infer<typeof actionMeasureSchema>

export const actionThreadSchema = z.object({
  /** The key of its first mention. */
  id: mentionKeySchema,
  boardId: idSchema,
  board: z.string(),
  text: z.string(),
  owner: settable(z.string().nullable()),
  due: settable(calendarDateSchema.nullable()),
  dueText: z.string().nullable(),
  measure: settable(actionMeasureSchema.nullable()),
  state: settable(actionStateSchema),
  /** The state with what it rests on, as a neutral sentence. */
  because: z.string(),
  focus: focusSchema,
  first: actionPlaceSchema,
  last: actionPlaceSchema,
  mentions: z.int().min(1),
  meetings: z.int().min(1),
  /** From the first mention to the board's latest meeting; null where a date is missing. */
  ageDays: z.int().min(0).nullable(),
  ageMeetings: z.int().min(0),
  /** Days past the due date at the board's latest meeting, and today; null where not due, done, or undated. */
  overdueDays: z.int().min(1).nullable(),
  overdueDaysToday: z.int().min(1).nullable(),
})
export type ActionThread = z.infer<typeof actionThreadSchema>

/** A later document that carries actions and does not hold this one. */
export const actionThreadDetailSchema = actionThreadSchema.extend({
  history: z.array(actionMentionSchema),
  notCarried: z.array(actionPlaceSchema),
  /** Meetings of the board after the last mention: how many are stored, and how many of them carry actions. */
  later: z.object({ meetings: z.int().min(0), carrying: z.int().min(0) }),
})
export type ActionThreadDetail = z.infer<typeof actionThreadDetailSchema>

/** What the actions of one board rest on. */
export const actionCoverageSchema = z.object({
  boardId: idSchema,
  board: z.string(),
  latest: calendarDateSchema.nullable(),
  meetings: z.int().min(0),
  /** Meetings with a document that carries earlier actions: a log or a matters-arising item. */
  carrying: z.int().min(0),
  withActions: z.int().min(0),
  /** Rows that were read as actions but hold figures or column heads; they are left out. */
  leftOut: z.int().min(0),
})
export type ActionCoverage = z.infer<typeof actionCoverageSchema>

export const actionOverviewSchema = z.object({
  today: calendarDateSchema,
  boards: z.array(actionCoverageSchema),
  /** Customer actions first, then the longest open. */
  threads: z.array(actionThreadSchema),
})
export type ActionOverview = z.infer<typeof actionOverviewSchema>

/**
 * What a person sets by hand of an action as a whole; a field left out stays, null returns to what the record says.
 * Its owner and date are those of a mention, and are corrected there (`corrections.action`).
 */
export const actionPatchSchema = z.object({
  state: actionStateSchema.nullable().optional(),
  measure: z.string().trim().min(1).max(300).nullable().optional(),
})
export type ActionPatch = z.infer<typeof actionPatchSchema>

/** What is set by hand on a thread as a whole; null where the record speaks. Owner and date are corrections. */
export const actionSettingSchema = z.object({
  state: actionStateSchema.nullable(),
  measure: z.string().nullable(),
})
export type ActionSetting = z.infer<typeof actionSettingSchema>

/** A file made here, to be saved by the page or the command line. */
export const exportedFileSchema = z.object({
  name: z.string(),
  type: z.string(),
  bytes: z.instanceof(Uint8Array),
})
export type ExportedFile = z.infer<typeof exportedFileSchema>
