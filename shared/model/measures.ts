import { z } from 'zod'
import { focusSchema } from './focus.ts'

export const LENSES = ['planned', 'recorded', 'record', 'pack'] as const
/** What is shared out: planned minutes, recorded minutes, words in the minutes, pages of papers. */
export const lensSchema = z.enum(LENSES)
export type Lens = z.infer<typeof lensSchema>

/** A share between 0 and 1: the value it could be at least, the best estimate, and at most. */
export const shareRangeSchema = z.object({
  low: z.number().min(0).max(1),
  mid: z.number().min(0).max(1),
  high: z.number().min(0).max(1),
})
export type ShareRange = z.infer<typeof shareRangeSchema>

export const focusSharesSchema = z.record(focusSchema, shareRangeSchema)
export type FocusShares = z.infer<typeof focusSharesSchema>

/** One lens of one meeting. `total` is in the lens's unit: minutes, words or pages. */
export const lensMeasureSchema = z.object({
  /** All that is measured, substantive and procedural. */
  total: z.number().min(0),
  /** The substantive part: the headline's denominator. */
  substantiveTotal: z.number().min(0),
  /**
   * For time lenses the minutes known to the meeting but given to no item, or null when not even that is known;
   * for `record` and `pack` 0.
   */
  unknown: z.number().min(0).nullable(),
  /** Substantive items without a time (always 0 for `record` and `pack`). */
  untimedItems: z.int().min(0),
  /** Over substantive: the headline. `procedural` is 0 here. */
  shares: focusSharesSchema,
  /** Over everything, procedural included. */
  sharesOfAll: focusSharesSchema,
})
export type LensMeasure = z.infer<typeof lensMeasureSchema>

/** Null: the lens is absent for this meeting, because no document says anything on it. */
export const measuresSchema = z.record(lensSchema, lensMeasureSchema.nullable())
export type Measures = z.infer<typeof measuresSchema>

export const trendVerdictSchema = z.enum(['rising', 'falling', 'no clear change', 'too few meetings'])
export type TrendVerdict = z.infer<typeof trendVerdictSchema>

/** Theil-Sen slope of the customer share per year, Mann-Kendall's two-sided p, rolling mean of three. */
export const trendSchema = z.object({
  slopePerYear: z.number().nullable(),
  p: z.number().nullable(),
  verdict: trendVerdictSchema,
  /** One per meeting, oldest first; null until three meetings are there. */
  rollingMean: z.array(z.number().nullable()),
})
export type Trend = z.infer<typeof trendSchema>
