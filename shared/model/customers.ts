import { z } from 'zod'
import { documentKindSchema } from './analysis.ts'
import { calendarDateSchema } from './evidence.ts'
import { customerQuestionSchema, focusSchema } from './focus.ts'
import { idSchema } from './library.ts'

/** A day that is in the calendar: not 31 February. */
export const realDateSchema = calendarDateSchema.refine((text) => {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
})

const words = (longest: number) => z.string().trim().max(longest)
const optionalWords = (longest: number) =>
  words(longest)
    .transform((text) => (text === '' ? null : text))
    .nullable()

export const CUSTOMER_ALIASES = 30
export const CUSTOMER_NAME_LENGTH = 200
/** Customers a register may hold. */
export const MOST_CUSTOMERS = 50_000

/** What an organisation says of one of its customers. Null is unknown, and stays so. */
export const customerFieldsSchema = z.object({
  name: words(CUSTOMER_NAME_LENGTH).min(1),
  aliases: z.array(words(CUSTOMER_NAME_LENGTH).min(1)).max(CUSTOMER_ALIASES),
  segment: optionalWords(100),
  /** What the customer is worth a year, as the user reckons it. */
  value: z.number().min(0).max(1e15).nullable(),
  /** What the relationship is worth over its life. */
  lifetimeValue: z.number().min(0).max(1e15).nullable(),
  /** As written: "£", "EUR". Values in different currencies are never added. */
  currency: optionalWords(12),
  /** Who answers for the relationship. */
  owner: optionalWords(120),
  lastSeen: realDateSchema.nullable(),
  nextVisit: realDateSchema.nullable(),
  nextPurpose: optionalWords(400),
  notes: optionalWords(8000),
})
export type CustomerFields = z.output<typeof customerFieldsSchema>
export type CustomerFieldsInput = z.input<typeof customerFieldsSchema>

export const customerSchema = customerFieldsSchema.extend({
  id: idSchema,
  /** The user's own order. */
  position: z.int().min(0),
  archived: z.boolean(),
})
export type Customer = z.output<typeof customerSchema>

/** Where something stands that can be opened. */
export const passagePlaceSchema = z.object({
  passageId: idSchema,
  meetingId: idSchema,
  documentId: idSchema,
  boardId: idSchema,
  date: calendarDateSchema.nullable(),
  kind: documentKindSchema,
  document: z.string(),
  page: z.int().min(1),
  item: z.string().nullable(),
  /** A person's label where there is one. */
  focus: focusSchema,
  text: z.string(),
})
export type PassagePlace = z.infer<typeof passagePlaceSchema>

/** Where and when a customer came up last. */
export const lastMentionSchema = z.object({
  meetingId: idSchema,
  date: calendarDateSchema.nullable(),
  focus: focusSchema,
})
export type LastMention = z.infer<typeof lastMentionSchema>

/** What the imported record holds of one customer; only mentions that count. */
export const attentionSchema = z.object({
  passages: z.int().min(0),
  /** Words of those passages. */
  words: z.int().min(0),
  meetings: z.int().min(0),
  byFocus: z.record(focusSchema, z.int().min(0)),
  /** In minutes or a transcript, outside the running of the meeting. */
  lastDiscussed: lastMentionSchema.nullable(),
  /** In agendas, packs and papers. */
  lastInPapers: lastMentionSchema.nullable(),
  /** How many of the record's latest meetings do not name it. */
  silentFor: z.int().min(0),
  /** Mentions that wait for a person. */
  doubtful: z.int().min(0),
})
export type Attention = z.infer<typeof attentionSchema>

/** Which meetings the figures rest on: nothing is claimed beyond them. */
export const recordCoverSchema = z.object({
  meetings: z.int().min(0),
  undated: z.int().min(0),
  firstDate: calendarDateSchema.nullable(),
  lastDate: calendarDateSchema.nullable(),
  withMinutes: z.int().min(0),
  withPapers: z.int().min(0),
})
export type RecordCover = z.infer<typeof recordCoverSchema>

export const customerViewSchema = customerSchema.extend({ attention: attentionSchema })
export type CustomerView = z.infer<typeof customerViewSchema>

/** A share between 0 and 1, or null where it cannot be told. */
const share = z.number().min(0).max(1).nullable()

export const portfolioSchema = z.object({
  /** The currency of most values; others are left out of the sums. */
  currency: z.string().nullable(),
  otherCurrencies: z.int().min(0),
  totalValue: z.number().min(0),
  totalPassages: z.number().min(0),
  segments: z.array(
    z.object({
      /** Null: customers without a segment. */
      segment: z.string().nullable(),
      customers: z.int().min(0),
      value: z.number().min(0),
      unknownValues: z.int().min(0),
      valueShare: share,
      /** Passages that name its customers; one that names several segments is shared out evenly. */
      passages: z.number().min(0),
      attentionShare: share,
      silent: z.int().min(0),
    }),
  ),
})
export type Portfolio = z.infer<typeof portfolioSchema>

export const customersOverviewSchema = z.object({
  today: calendarDateSchema,
  customers: z.array(customerViewSchema),
  record: recordCoverSchema,
  portfolio: portfolioSchema,
  /** Documents still to be looked through; the figures grow until it is 0. */
  documentsLeft: z.int().min(0),
})
export type CustomersOverview = z.infer<typeof customersOverviewSchema>

export const mentionDoubtSchema = z.enum(['everyday-word', 'longer-name', 'near-spelling', 'shared-name'])
export type MentionDoubt = z.infer<typeof mentionDoubtSchema>

export const mentionViewSchema = passagePlaceSchema.extend({
  customerId: idSchema,
  start: z.int().min(0),
  end: z.int().min(0),
  /** Why it waits for a person; null where it counts. */
  doubt: mentionDoubtSchema.nullable(),
  /** True where a person said so. */
  settled: z.boolean(),
})
export type MentionView = z.infer<typeof mentionViewSchema>

/** Where a column of a table goes. */
export const customerColumnSchema = z.enum([
  'name',
  'aliases',
  'segment',
  'value',
  'lifetimeValue',
  'currency',
  'owner',
  'lastSeen',
  'nextVisit',
  'nextPurpose',
  'notes',
])
export type CustomerColumn = z.infer<typeof customerColumnSchema>

export const tableDateOrderSchema = z.enum(['day-first', 'month-first'])
export type TableDateOrder = z.infer<typeof tableDateOrderSchema>

/** How a table is to be understood. Rows and columns count from 0. */
export const tableReadingSchema = z.object({
  sheet: z.int().min(0).max(999).default(0),
  /** The row of column heads; null when there is none. */
  head: z.int().min(0).max(100).nullable(),
  columns: z.array(customerColumnSchema.nullable()).max(100),
  /** Needed only where the table's own dates do not tell. */
  dateOrder: tableDateOrderSchema.nullable(),
  /** Rows to leave out. */
  skip: z.array(z.int().min(0)).max(MOST_CUSTOMERS),
  /** Cells as the user has put them right. */
  edits: z
    .array(z.object({ row: z.int().min(0), column: z.int().min(0), text: z.string().max(8000) }))
    .max(5000),
})
export type TableReading = z.infer<typeof tableReadingSchema>

export const rowFaultSchema = z.object({
  /** Null: the row as a whole. */
  column: z.int().min(0).nullable(),
  code: z.enum([
    'no-name',
    'too-long',
    'too-many-aliases',
    'same-name',
    'ambiguous-name',
    'impossible-date',
    'ambiguous-date',
    'not-a-date',
    'not-a-number',
    'ambiguous-number',
    'negative-number',
  ]),
  /** For `same-name`: the other row. */
  otherRow: z.int().min(0).nullable(),
})
export type RowFault = z.infer<typeof rowFaultSchema>

export const tablePreviewSchema = z.object({
  /** The name of the file, or null for pasted text. */
  name: z.string().nullable(),
  sheets: z.array(z.string()),
  reading: tableReadingSchema,
  /** The column heads, or their letters. */
  heads: z.array(z.string()),
  /** What the dates of the table tell of their order. */
  dateOrderFound: tableDateOrderSchema.nullable(),
  counts: z.object({
    rows: z.int().min(0),
    added: z.int().min(0),
    updated: z.int().min(0),
    unchanged: z.int().min(0),
    skipped: z.int().min(0),
    faulty: z.int().min(0),
  }),
  /** The rows at fault first in `faulty`; the rest only as far as they are shown. */
  rows: z.array(
    z.object({
      row: z.int().min(0),
      cells: z.array(z.string()),
      outcome: z.enum(['added', 'updated', 'unchanged', 'skipped', 'faulty']),
      faults: z.array(rowFaultSchema),
    }),
  ),
  /** Rows not sent. */
  rowsLeft: z.int().min(0),
})
export type TablePreview = z.infer<typeof tablePreviewSchema>

export const questionMapSchema = z.object({
  boardId: idSchema,
  record: recordCoverSchema,
  meetings: z.array(
    z.object({
      id: idSchema,
      date: calendarDateSchema,
      hasMinutes: z.boolean(),
      hasPapers: z.boolean(),
    }),
  ),
  questions: z.array(
    z.object({
      question: customerQuestionSchema,
      /** One per meeting: passages that touch it, and those of them in minutes. */
      cells: z.array(z.object({ passages: z.int().min(0), inMinutes: z.int().min(0) })),
      lastAsked: z.object({ meetingId: idSchema, date: calendarDateSchema }).nullable(),
      /** Latest meetings with minutes or papers in which it does not come up. */
      notAskedFor: z.int().min(0),
    }),
  ),
})
export type QuestionMap = z.infer<typeof questionMapSchema>

export const EVIDENCE_KINDS = [
  'survey',
  'visit',
  'complaint',
  'council',
  'interview',
  'research',
  'data',
  'other',
] as const
export const evidenceKindSchema = z.enum(EVIDENCE_KINDS)
export type EvidenceKind = z.infer<typeof evidenceKindSchema>

export const customerInputSchema = passagePlaceSchema.extend({
  where: z.enum(['same-passage', 'same-item', 'same-meeting', 'earlier-meeting']),
  kinds: z.array(evidenceKindSchema),
  /** The words, or the customer, that it has in common with the decision. */
  shared: z.array(z.string()),
})
export type CustomerInput = z.infer<typeof customerInputSchema>

export const voiceSchema = z.object({
  boardId: idSchema,
  record: recordCoverSchema,
  decisions: z.array(
    passagePlaceSchema.extend({
      /** The words that say that it was decided. */
      start: z.int().min(0),
      end: z.int().min(0),
      inputs: z.array(customerInputSchema),
    }),
  ),
  assertions: z.array(
    passagePlaceSchema.extend({
      start: z.int().min(0),
      end: z.int().min(0),
    }),
  ),
  /** Meetings in order; passages that rest on customers, by kind of evidence. One passage may be of several kinds. */
  evidence: z.array(
    z.object({
      meetingId: idSchema,
      date: calendarDateSchema,
      passages: z.int().min(0),
      kinds: z.record(evidenceKindSchema, z.int().min(0)),
    }),
  ),
})
export type Voice = z.infer<typeof voiceSchema>
