import { z } from 'zod'
import { idSchema } from '../model/library.ts'
import { paperCheckSchema } from '../model/paper-check.ts'
import {
  chairQuestionsSchema,
  madeFileSchema,
  planContentSchema,
  savedPlanSchema,
  savedPlanSummarySchema,
} from '../model/planner.ts'
import { refusalCodeSchema } from '../model/import-result.ts'

/** A draft is held in memory while it is looked at, so it has a smaller limit than what is imported. */
export const MAXIMUM_DRAFT_BYTES = 100 * 1024 * 1024
const CHUNK_BYTES = 1024 * 1024

const done = z.object({ done: z.literal(true) })
const procedure = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })

export const planFormatSchema = z.enum(['docx', 'pdf', 'md', 'ics'])
export type PlanFormat = z.infer<typeof planFormatSchema>

export const plannerProcedures = {
  /** A fresh plan from the board's last agenda with times, or from the template where it has none. */
  'planner.start': procedure(z.object({ boardId: idSchema }), planContentSchema),
  /** The best agenda for these settings, locks and decisions; what was arranged by hand is arranged anew. */
  'planner.solve': procedure(z.object({ content: planContentSchema }), planContentSchema),
  /** What an agenda arranged by hand comes to: its share, and what became of each item. */
  'planner.explain': procedure(z.object({ content: planContentSchema }), planContentSchema),
  'planner.list': procedure(z.object({ boardId: idSchema }), z.array(savedPlanSummarySchema)),
  'planner.open': procedure(z.object({ id: idSchema }), savedPlanSchema),
  /** Without an id a new plan is saved beside the others. */
  'planner.save': procedure(
    z.object({
      boardId: idSchema,
      id: idSchema.nullable(),
      name: z.string().trim().min(1).max(200),
      content: planContentSchema,
    }),
    savedPlanSchema,
  ),
  'planner.remove': procedure(z.object({ id: idSchema }), done),
  'planner.export': procedure(
    z.object({ boardId: idSchema, content: planContentSchema, format: planFormatSchema }),
    madeFileSchema,
  ),
  'questions.get': procedure(z.object({ boardId: idSchema }), chairQuestionsSchema),
  'questions.export': procedure(
    z.object({ boardId: idSchema, format: z.enum(['docx', 'md']) }),
    madeFileSchema,
  ),
  /** A draft's bytes arrive in pieces and stay in memory: nothing of it reaches the library unless it is kept. */
  'papers.begin': procedure(
    z.object({ name: z.string().min(1).max(1024), bytes: z.int().min(0).max(MAXIMUM_DRAFT_BYTES) }),
    z.object({ draftId: idSchema }),
  ),
  'papers.append': procedure(
    z.object({
      draftId: idSchema,
      offset: z.int().min(0),
      bytes: z.instanceof(Uint8Array).refine((b) => b.byteLength <= CHUNK_BYTES),
    }),
    done,
  ),
  /** Reads it in a child process; the board says how its customers are called. Cancelling is a refusal. */
  'papers.check': procedure(
    z.object({ draftId: idSchema, boardId: idSchema.nullable() }),
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('checked'), check: paperCheckSchema }),
      z.object({ kind: z.literal('refused'), code: refusalCodeSchema, message: z.string() }),
    ]),
  ),
  'papers.checkDocument': procedure(z.object({ documentId: idSchema }), paperCheckSchema),
  /** Stops what is under way, forgets the bytes. */
  'papers.discard': procedure(z.object({ draftId: idSchema }), done),
  /** Puts the draft into the import queue after all. */
  'papers.keep': procedure(z.object({ draftId: idSchema }), z.object({ jobId: idSchema })),
  'papers.export': procedure(
    z.object({ check: paperCheckSchema, format: z.enum(['docx', 'md']) }),
    madeFileSchema,
  ),
} as const
