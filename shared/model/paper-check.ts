import { z } from 'zod'
import { documentKindSchema } from './analysis.ts'
import { warningSchema } from './evidence.ts'
import { focusProbabilitiesSchema } from './focus.ts'

export const paperFindingKindSchema = z.enum([
  'only-figures',
  'no-customer-heading',
  'assertion-without-evidence',
  'decision-without-input',
])
export type PaperFindingKind = z.infer<typeof paperFindingKindSchema>

/** Where it stands in the paper. */
export const paperPlaceSchema = z.object({
  page: z.int().min(1),
  /** The heading or item it stands under. */
  section: z.string().nullable(),
  quote: z.string(),
})
export type PaperPlace = z.infer<typeof paperPlaceSchema>

export const paperFindingSchema = z.object({
  kind: paperFindingKindSchema,
  title: z.string(),
  /** What could be added, in neutral words. */
  suggestion: z.string(),
  places: z.array(paperPlaceSchema),
})
export type PaperFinding = z.infer<typeof paperFindingSchema>

/** What a draft paper or pack says of customers, before it is circulated. */
export const paperCheckSchema = z.object({
  name: z.string(),
  kind: documentKindSchema,
  title: z.string().nullable(),
  pages: z.int().min(1).nullable(),
  paged: z.boolean(),
  passages: z.int().min(0),
  words: z.int().min(0),
  /** Over all words, by the passages' probabilities; sums to 1 where there are words. */
  shares: focusProbabilitiesSchema,
  /** The customer part of the substantive words; null where there are none. */
  customerShare: z.number().min(0).max(1).nullable(),
  /** Customer passages that rest on what customers said or did. */
  fromCustomers: z.int().min(0),
  findings: z.array(paperFindingSchema),
  warnings: z.array(warningSchema),
})
export type PaperCheck = z.infer<typeof paperCheckSchema>
