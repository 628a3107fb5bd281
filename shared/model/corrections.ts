import { z } from 'zod'
import { actionStatusSchema, itemPurposeSchema, itemRoleSchema } from './analysis.ts'
import { calendarDateSchema } from './evidence.ts'
import { classificationSchema, focusSchema } from './focus.ts'

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
const minutes = z.number().positive().max(1440)
const words = (most: number) => z.string().trim().min(1).max(most)

/** What a person may say of an item. Null: unknown, or the document names none. */
export const itemValuesSchema = z.object({
  number: words(20).nullable(),
  title: words(500),
  lead: words(200).nullable(),
  purpose: itemPurposeSchema.nullable(),
  role: itemRoleSchema,
  deferred: z.boolean(),
  plannedStart: clock.nullable(),
  plannedMinutes: minutes.nullable(),
  recordedStart: clock.nullable(),
  recordedMinutes: minutes.nullable(),
})
export type ItemValues = z.infer<typeof itemValuesSchema>
export const itemFieldSchema = itemValuesSchema.keyof()
export type ItemField = z.infer<typeof itemFieldSchema>
export const ITEM_FIELDS = itemFieldSchema.options

export const actionValuesSchema = z.object({
  text: words(4000),
  owner: words(200).nullable(),
  due: calendarDateSchema.nullable(),
  status: actionStatusSchema,
})
export type ActionValues = z.infer<typeof actionValuesSchema>
export const actionFieldSchema = actionValuesSchema.keyof()
export type ActionField = z.infer<typeof actionFieldSchema>
export const ACTION_FIELDS = actionFieldSchema.options

export const windowValuesSchema = z.object({
  plannedStart: clock.nullable(),
  plannedEnd: clock.nullable(),
  recordedStart: clock.nullable(),
  recordedEnd: clock.nullable(),
})
export type WindowValues = z.infer<typeof windowValuesSchema>
export const windowFieldSchema = windowValuesSchema.keyof()
export type WindowField = z.infer<typeof windowFieldSchema>
export const WINDOW_FIELDS = windowFieldSchema.options

/**
 * How a correction finds its item again in another reading or another version: by the names it was read under
 * (one for each document that holds it), and its place among those of the same name.
 */
export const itemAnchorSchema = z.object({
  names: z.array(z.object({ number: z.string().nullable(), title: z.string() })).min(1),
  nth: z.int().min(0),
})
export type ItemAnchor = z.infer<typeof itemAnchorSchema>

export const actionAnchorSchema = z.object({ text: z.string(), nth: z.int().min(0) })
export type ActionAnchor = z.infer<typeof actionAnchorSchema>

/**
 * One correction by a person. It never rewrites what was read: it is laid over it. `putBack` names fields that an
 * earlier correction changed and this one gives back; `removed` is null where it says nothing of that.
 */
export const correctionSchema = z.discriminatedUnion('on', [
  z.object({
    on: z.literal('item'),
    anchor: itemAnchorSchema,
    set: itemValuesSchema.partial(),
    putBack: z.array(itemFieldSchema),
    removed: z.boolean().nullable(),
    /** What the models say of a corrected title; null leaves the mix to the title as it was read. */
    titleClassification: classificationSchema.nullable(),
  }),
  z.object({
    on: z.literal('action'),
    anchor: actionAnchorSchema,
    set: actionValuesSchema.partial(),
    putBack: z.array(actionFieldSchema),
    removed: z.boolean().nullable(),
  }),
  z.object({
    on: z.literal('window'),
    set: windowValuesSchema.partial(),
    putBack: z.array(windowFieldSchema),
  }),
  z.object({
    on: z.literal('new item'),
    values: itemValuesSchema,
    /** It stands after this one, at its level; null puts it first. */
    after: itemAnchorSchema.nullable(),
    titleClassification: classificationSchema.nullable(),
  }),
  z.object({
    on: z.literal('new action'),
    values: actionValuesSchema,
    item: itemAnchorSchema.nullable(),
    /** The id of the addition it stands under, where a person added the item as well. */
    addedItem: z.string().nullable(),
    focus: focusSchema,
  }),
])
export type Correction = z.infer<typeof correctionSchema>
export type CorrectionOf<K extends Correction['on']> = Extract<Correction, { on: K }>

/** The values as the machine read them; a hostile document may state what a person could not type. */
export const itemAsReadSchema = z.object({
  ...itemValuesSchema.shape,
  number: z.string().nullable(),
  title: z.string(),
  lead: z.string().nullable(),
  plannedStart: z.string().nullable(),
  plannedMinutes: z.number().nullable(),
  recordedStart: z.string().nullable(),
  recordedMinutes: z.number().nullable(),
})
export type ItemAsRead = z.infer<typeof itemAsReadSchema>

export const actionAsReadSchema = z.object({
  ...actionValuesSchema.shape,
  text: z.string(),
  owner: z.string().nullable(),
})
export type ActionAsRead = z.infer<typeof actionAsReadSchema>

export const windowAsReadSchema = z.object({
  plannedStart: z.string().nullable(),
  plannedEnd: z.string().nullable(),
  recordedStart: z.string().nullable(),
  recordedEnd: z.string().nullable(),
})
export type WindowAsRead = z.infer<typeof windowAsReadSchema>

/** What a person changed of an item; `asRead` is null for one that a person added. */
export const itemMarkSchema = z.object({
  fields: z.array(itemFieldSchema),
  asRead: itemAsReadSchema.nullable(),
})
export type ItemMark = z.infer<typeof itemMarkSchema>

export const actionMarkSchema = z.object({
  fields: z.array(actionFieldSchema),
  asRead: actionAsReadSchema.nullable(),
})
export type ActionMark = z.infer<typeof actionMarkSchema>

export const windowMarkSchema = z.object({ fields: z.array(windowFieldSchema), asRead: windowAsReadSchema })
export type WindowMark = z.infer<typeof windowMarkSchema>

/** Names an item or an action in a call: `i3` and `a0` as read in a file under review, else its id. */
export const correctionRefSchema = z.string().regex(/^[a-z0-9]{1,32}$/)

/** What a person took out: shown so that it can be put back. */
export const removedPartSchema = z.object({
  ref: correctionRefSchema,
  on: z.enum(['item', 'action']),
  number: z.string().nullable(),
  text: z.string(),
  page: z.int().min(1).nullable(),
})
export type RemovedPart = z.infer<typeof removedPartSchema>

/** A correction that finds nothing to stand on any more: kept, and shown as not applied. */
export const unappliedCorrectionSchema = z.object({
  id: z.string(),
  on: z.enum(['item', 'action', 'window', 'new item', 'new action']),
  /** The item or action it was made for, as it was read then. */
  text: z.string(),
  /** Its fields and values in plain words: "planned minutes 20". */
  says: z.array(z.string()),
})
export type UnappliedCorrection = z.infer<typeof unappliedCorrectionSchema>

/** All that people corrected of one file in review; `items` and `actions` go by index with its analysis. */
export const previewCorrectionsSchema = z.object({
  items: z.array(z.object({ ref: correctionRefSchema, mark: itemMarkSchema.nullable() })),
  actions: z.array(z.object({ ref: correctionRefSchema, mark: actionMarkSchema.nullable() })),
  window: windowMarkSchema.nullable(),
  removed: z.array(removedPartSchema),
  unapplied: z.array(unappliedCorrectionSchema),
})
export type PreviewCorrections = z.infer<typeof previewCorrectionsSchema>

/** The same of a stored meeting; its items and actions carry their own marks. */
export const meetingCorrectionsSchema = previewCorrectionsSchema.pick({
  window: true,
  removed: true,
  unapplied: true,
})
export type MeetingCorrections = z.infer<typeof meetingCorrectionsSchema>

const comparedItemSchema = z.object({
  number: z.string().nullable(),
  title: z.string(),
  planned: z.string().nullable(),
  recorded: z.string().nullable(),
})
export type ComparedItem = z.infer<typeof comparedItemSchema>

/** How a later version of a paper differs from the one it would replace, item by item in its order. */
export const versionDifferenceSchema = z.object({
  items: z.array(
    z.object({
      before: comparedItemSchema.nullable(),
      after: comparedItemSchema.nullable(),
      changes: z.array(z.enum(['added', 'removed', 'renumbered', 'retitled', 'retimed', 'moved'])),
    }),
  ),
  unchanged: z.int().min(0),
  passagesAdded: z.int().min(0),
  passagesRemoved: z.int().min(0),
  actionsAdded: z.int().min(0),
  actionsRemoved: z.int().min(0),
})
export type VersionDifference = z.infer<typeof versionDifferenceSchema>
