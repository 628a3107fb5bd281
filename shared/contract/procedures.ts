import { z } from 'zod'
import { documentKindSchema } from '../model/analysis.ts'
import { calendarDateSchema } from '../model/evidence.ts'
import { focusSchema } from '../model/focus.ts'
import {
  boardSchema,
  boardTrendSchema,
  dateOrderSchema,
  documentPageSchema,
  humanLabelSchema,
  idSchema,
  importJobSchema,
  meetingDetailSchema,
  meetingSummarySchema,
  searchHitSchema,
} from '../model/library.ts'
import { lensSchema } from '../model/measures.ts'
import { importPreviewSchema } from '../model/preview.ts'
import { originalProcedures } from './original-procedures.ts'
import { plannerProcedures } from './planner-procedures.ts'
import { annotationProcedures } from './annotation-procedures.ts'
import { reportProcedures } from './report-procedures.ts'
import { safetyProcedures } from './safety-procedures.ts'
import { beliefProcedures } from './belief-procedures.ts'
import { actionProcedures } from './action-procedures.ts'
import { correctionProcedures } from './correction-procedures.ts'
import { learningProcedures } from './learning-procedures.ts'
import { boardSettingsProcedures } from './board-settings-procedures.ts'
import { customerProcedures } from './customer-procedures.ts'

/** Bytes of a file go over in pieces no larger than this. */
export const UPLOAD_CHUNK_BYTES = 1024 * 1024
export const MAXIMUM_FILE_BYTES = 500 * 1024 * 1024

const nothing = z.object({}).strict()
const done = z.object({ done: z.literal(true) })
const ids = z.array(idSchema).min(1).max(10_000)

const procedure = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })

/** What a change left behind so that it can be taken back. */
const changeSchema = z.object({
  /** In words for the undo menu: "Relabel a passage". */
  label: z.string(),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
})
export type Change = z.infer<typeof changeSchema>

/** All that a host may ask. Types are inferred from here, never written again. */
export const procedures = {
  ...actionProcedures,
  ...beliefProcedures,
  'app.info': procedure(
    nothing,
    z.object({
      version: z.string(),
      host: z.enum(['desktop', 'browser', 'command line']),
      model: z.object({ version: z.string(), hash: z.string() }),
      /** The slower, better model; null where its files or its runtime are missing and the fast one answers alone. */
      carefulModel: z.object({ version: z.string(), hash: z.string() }).nullable(),
      /** True until anything was imported: the app then offers the sample board. */
      libraryIsEmpty: z.boolean(),
    }),
  ),
  'boards.list': procedure(nothing, z.array(boardSchema)),
  'boards.update': procedure(
    z.object({
      id: idSchema,
      name: z.string().trim().min(1).max(200).optional(),
      customerTerms: z.array(z.string().trim().min(1).max(60)).max(60).optional(),
      target: z.number().min(0).max(1).nullable().optional(),
      dateOrder: dateOrderSchema.optional(),
    }),
    boardSchema,
  ),
  'meetings.list': procedure(z.object({ boardId: idSchema.optional() }), z.array(meetingSummarySchema)),
  'meetings.get': procedure(z.object({ id: idSchema }), meetingDetailSchema),
  /** Correct a meeting's board or date; joins the meeting that is already there, if one is. */
  'meetings.update': procedure(
    z.object({
      id: idSchema,
      board: z.string().trim().min(1).max(200).optional(),
      date: calendarDateSchema.optional(),
    }),
    z.object({ id: idSchema }),
  ),
  'meetings.remove': procedure(z.object({ id: idSchema }), done),
  'documents.remove': procedure(z.object({ id: idSchema }), done),
  'documents.page': procedure(z.object({ id: idSchema, page: z.int().min(1) }), documentPageSchema),
  'trend.get': procedure(z.object({ boardId: idSchema, lens: lensSchema }), boardTrendSchema),
  'passages.relabel': procedure(
    z.object({ ids, label: humanLabelSchema.nullable() }),
    z.object({ change: changeSchema, meetingId: idSchema }),
  ),
  'history.state': procedure(nothing, z.object({ undo: z.string().nullable(), redo: z.string().nullable() })),
  'history.undo': procedure(nothing, z.object({ change: changeSchema.nullable() })),
  'history.redo': procedure(nothing, z.object({ change: changeSchema.nullable() })),
  'search.passages': procedure(
    z.object({
      text: z.string().trim().min(1).max(300),
      boardId: idSchema.optional(),
      from: calendarDateSchema.optional(),
      to: calendarDateSchema.optional(),
      focus: focusSchema.optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({
      hits: z.array(searchHitSchema),
      total: z.int().min(0),
      /** There are more than `total`: counting ended there. */
      more: z.boolean().default(false),
    }),
  ),
  /** A file's bytes arrive in pieces; no path ever comes from the page. */
  'uploads.begin': procedure(
    z.object({ name: z.string().min(1).max(1024), bytes: z.int().min(0).max(MAXIMUM_FILE_BYTES) }),
    z.object({ uploadId: idSchema }),
  ),
  'uploads.append': procedure(
    z.object({
      uploadId: idSchema,
      offset: z.int().min(0),
      bytes: z.instanceof(Uint8Array).refine((b) => b.byteLength <= UPLOAD_CHUNK_BYTES),
    }),
    done,
  ),
  /** Ends the upload and puts the file in the import queue. */
  'uploads.finish': procedure(z.object({ uploadId: idSchema }), z.object({ jobId: idSchema })),
  'imports.list': procedure(nothing, z.array(importJobSchema)),
  'imports.preview': procedure(z.object({ id: idSchema }), importPreviewSchema),
  /** What the user corrects before keeping. Null clears. */
  'imports.update': procedure(
    z.object({
      ids,
      board: z.string().trim().min(1).max(200).optional(),
      date: calendarDateSchema.nullable().optional(),
      kind: documentKindSchema.optional(),
    }),
    z.array(importJobSchema),
  ),
  /** Jobs that cannot be kept yet (no board known, not in review) come back unchanged. */
  'imports.keep': procedure(z.object({ ids }), z.array(importJobSchema)),
  'imports.discard': procedure(z.object({ ids }), z.array(importJobSchema)),
  'imports.cancel': procedure(z.object({ ids }), z.array(importJobSchema)),
  'imports.retry': procedure(z.object({ ids }), z.array(importJobSchema)),
  /** Takes kept files out again, back to review. */
  'imports.undo': procedure(z.object({ ids }), z.array(importJobSchema)),
  /** Clears ended jobs from the list; what was kept stays kept. */
  'imports.clear': procedure(nothing, z.array(importJobSchema)),
  /** What the careful model has still to settle; nothing where it is not there. */
  'refining.state': procedure(
    nothing,
    z.object({ passagesLeft: z.int().min(0), documentsLeft: z.int().min(0) }),
  ),
  ...correctionProcedures,
  /** Puts the sample board's files in the queue and keeps them. */
  'sample.import': procedure(nothing, z.object({ jobIds: z.array(idSchema) })),
  ...originalProcedures,
  ...annotationProcedures,
  ...reportProcedures,
  ...safetyProcedures,
  ...plannerProcedures,
  ...customerProcedures,
  ...learningProcedures,
  ...boardSettingsProcedures,
} as const

export type Procedures = typeof procedures
export type ProcedureName = keyof Procedures
export type ProcedureInput<N extends ProcedureName> = z.input<Procedures[N]['input']>
export type ParsedInput<N extends ProcedureName> = z.output<Procedures[N]['input']>
export type ProcedureOutput<N extends ProcedureName> = z.output<Procedures[N]['output']>

export const procedureNames = Object.keys(procedures) as readonly ProcedureName[]
