import { z } from 'zod'

/** What a passage is about. Definitions and rulings: docs/method.md. */
export const FOCI = ['customer', 'customer-in-numbers', 'numbers', 'other', 'procedural'] as const
export const focusSchema = z.enum(FOCI)
export type Focus = z.infer<typeof focusSchema>

/** Every focus but `procedural`: what the headline's denominator holds. */
export const SUBSTANTIVE_FOCI = ['customer', 'customer-in-numbers', 'numbers', 'other'] as const
export type SubstantiveFocus = (typeof SUBSTANTIVE_FOCI)[number]

/** One probability per focus; they sum to 1. */
export const focusProbabilitiesSchema = z.record(focusSchema, z.number().min(0).max(1))
export type FocusProbabilities = z.infer<typeof focusProbabilitiesSchema>

/** A word or phrase of the passage that spoke for the focus; `start` and `end` are offsets in its text. */
export const decidingWordsSchema = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
  weight: z.number(),
})
export type DecidingWords = z.infer<typeof decidingWordsSchema>

/** The eight customer questions a board may ask (DESIGN: docs/method.md). */
export const CUSTOMER_QUESTIONS = [
  'who',
  'needs',
  'experience',
  'voice',
  'proposition',
  'loyalty',
  'value',
  'owner',
] as const
export const customerQuestionSchema = z.enum(CUSTOMER_QUESTIONS)
export type CustomerQuestion = z.infer<typeof customerQuestionSchema>

/** What the classifier is given: one passage with what stands around it. */
export const classifierInputSchema = z.object({
  text: z.string(),
  item: z.string().default(''),
  before: z.string().default(''),
  after: z.string().default(''),
  customerTerms: z.array(z.string()).default([]),
})
export type ClassifierInput = z.infer<typeof classifierInputSchema>

/** What the classifier answers. */
export const classificationSchema = z.object({
  focus: focusSchema,
  confidence: z.number().min(0).max(1),
  probabilities: focusProbabilitiesSchema,
  /** Only ever true with focus `customer`: the passage rests on what customers said or did. */
  fromCustomers: z.boolean(),
  /** The customer questions the passage touches. */
  topics: z.array(customerQuestionSchema),
  evidence: z.array(decidingWordsSchema),
})
export type Classification = z.infer<typeof classificationSchema>
