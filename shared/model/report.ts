import { z } from 'zod'
import { calendarDateSchema } from './evidence.ts'
import { focusSchema } from './focus.ts'
import { lensSchema } from './measures.ts'

export const reportFormatSchema = z.enum(['html', 'pdf', 'docx'])
export type ReportFormat = z.infer<typeof reportFormatSchema>

/** One meeting's bar: the estimates, and the figures of the customer share in words. */
export const reportBarSchema = z.object({
  date: calendarDateSchema,
  parts: z.array(z.object({ focus: focusSchema, share: z.number().min(0).max(1) })),
  customers: z.string(),
  inNumbers: z.string(),
  /** Some of the time is not stated, so the figures are ranges. */
  partlyUntimed: z.boolean(),
})

/** A passage behind the latest figure. */
export const reportPassageSchema = z.object({
  focus: focusSchema,
  text: z.string(),
  /** "Minutes, page 3, item 4: Customer Council". */
  place: z.string(),
  /** "settled by a person", "estimate, 82 %". */
  basis: z.string(),
})

/** The chair's report on one board and lens: one page, and the passages behind its latest meeting. */
export const chairReportSchema = z.object({
  board: z.string(),
  lens: lensSchema,
  made: calendarDateSchema,
  meetings: z.int().min(0),
  /** Of the first meeting measured. */
  first: calendarDateSchema.nullable(),
  /** Of the meeting that the latest is compared with. */
  changedSince: calendarDateSchema.nullable(),
  headline: z.string(),
  verdict: z.string(),
  bars: z.array(reportBarSchema),
  changes: z.array(z.string()),
  questions: z.array(z.object({ question: z.string(), because: z.string() })),
  notes: z.array(z.string()),
  method: z.array(z.string()),
  latest: calendarDateSchema.nullable(),
  passages: z.array(reportPassageSchema),
  /** How many passages of the latest meeting there was no room for. */
  passagesLeftOut: z.int().min(0),
})
export type ChairReport = z.infer<typeof chairReportSchema>
