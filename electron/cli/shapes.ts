import { z } from 'zod'
import {
  actionStatusSchema,
  decisionKindSchema,
  decisionOutcomeSchema,
  documentKindSchema,
  itemPurposeSchema,
  mixBasisSchema,
  presenceSchema,
  timeWindowSchema,
} from '../../shared/model/analysis.ts'
import {
  basisSchema,
  calendarDateSchema,
  clockTimeSchema,
  warningSchema,
} from '../../shared/model/evidence.ts'
import { classificationSchema, focusProbabilitiesSchema, focusSchema } from '../../shared/model/focus.ts'
import { refusalCodeSchema, resultClassSchema } from '../../shared/model/import-result.ts'
import { customersOverviewSchema, questionMapSchema } from '../../shared/model/customers.ts'
import { idSchema } from '../../shared/model/library.ts'
import { chairReportSchema } from '../../shared/model/report.ts'
import { planContentSchema } from '../../shared/model/planner.ts'
import { backupEntrySchema, verifyReportSchema } from '../../shared/model/safety.ts'
import { focusSharesSchema, lensSchema, trendSchema } from '../../shared/model/measures.ts'

// What the command line prints, as others may rely on it: every line is parsed by these before it is written.

const minutes = z.number().positive().nullable()
const start = clockTimeSchema.nullable()

const measureSchema = z.object({
  total: z.number(),
  unknown: z.number().nullable(),
  shares: focusSharesSchema,
})
export const measuresShape = z.record(lensSchema, measureSchema.nullable())

const passageShape = classificationSchema.extend({ text: z.string(), page: z.int() })

const itemShape = z.object({
  number: z.string().nullable(),
  title: z.string(),
  level: z.int(),
  lead: z.string().nullable(),
  purpose: itemPurposeSchema.nullable(),
  deferred: z.boolean(),
  planned: z.object({ start, minutes, minutesMax: minutes, basis: basisSchema }).nullable(),
  recorded: z.object({ start, minutes, basis: basisSchema }).nullable(),
  pages: z.tuple([z.int(), z.int()]).nullable(),
  focus: focusSchema,
  shares: focusProbabilitiesSchema,
  mixBasis: mixBasisSchema,
  passages: z.array(passageShape),
})

const windowShape = timeWindowSchema.pick({ start: true, end: true }).nullable()

/** One line of `analyse --json`. A refused file says nothing of itself: null, or an empty list. */
export const analyseShape = z.object({
  file: z.string(),
  sha256: z.string().nullable(),
  result: resultClassSchema,
  code: z.string().optional(),
  kind: documentKindSchema.nullable(),
  pages: z.int().nullable(),
  meeting: z.object({
    body: z.string().nullable(),
    date: calendarDateSchema.nullable(),
    start,
    end: start,
    window: z.object({ planned: windowShape, recorded: windowShape }),
  }),
  items: z.array(itemShape),
  passages: z.array(passageShape),
  actions: z.array(
    z.object({
      text: z.string(),
      owner: z.string().nullable(),
      ownerName: z.string().nullable(),
      due: calendarDateSchema.nullable(),
      status: actionStatusSchema,
      focus: focusSchema,
    }),
  ),
  decisions: z.array(
    z.object({
      text: z.string(),
      kind: decisionKindSchema,
      mover: z.string().nullable(),
      seconder: z.string().nullable(),
      outcome: decisionOutcomeSchema.nullable(),
      /** Index into items. */
      item: z.int().nullable(),
      page: z.int(),
      quote: z.string(),
    }),
  ),
  attendance: z.array(
    z.object({
      name: z.string(),
      role: z.string().nullable(),
      presence: presenceSchema,
      onlyFor: z.string().nullable(),
    }),
  ),
  measures: measuresShape,
  warnings: z.array(warningSchema),
})
export type AnalyseLine = z.infer<typeof analyseShape>

const identifier = z.union([z.string(), z.number()])

/** One line that `classify` takes. */
export const classifyInputShape = z.object({
  id: identifier,
  text: z.string(),
  item: z.string().nullish(),
  before: z.string().nullish(),
  after: z.string().nullish(),
  customerTerms: z.array(z.string()).nullish(),
})
/** One line that `classify` prints. */
export const classifyShape = z.object({ id: identifier, ...classificationSchema.shape })

/** One line of `import --json`. */
export const importShape = z.object({
  path: z.string(),
  sha256: z.string().nullable(),
  result: resultClassSchema,
  code: z.union([refusalCodeSchema, z.string()]).optional(),
  message: z.string(),
  meeting: z.object({ id: idSchema, board: z.string(), date: calendarDateSchema.nullable() }).nullable(),
  duplicateOf: z.object({ documentId: idSchema, name: z.string(), meetingId: idSchema }).optional(),
})
export type ImportLine = z.infer<typeof importShape>

/** What `meetings --json` prints, whole. */
export const meetingsShape = z.array(
  z.object({
    id: idSchema,
    board: z.string(),
    date: calendarDateSchema.nullable(),
    documents: z.array(z.object({ id: idSchema, kind: documentKindSchema, name: z.string() })),
    measures: measuresShape,
  }),
)

/** One line of `trend --json`, one per board. */
export const trendShape = z.object({
  board: z.string(),
  lens: lensSchema,
  target: z.number().nullable(),
  meetings: z.array(
    z.object({
      id: idSchema,
      date: calendarDateSchema,
      total: z.number(),
      unknown: z.number().nullable(),
      shares: focusSharesSchema,
    }),
  ),
  trend: trendSchema,
})

/** What `plan --json` prints, whole; shares 0 to 1. */
export const planShape = planContentSchema.extend({ board: z.string(), out: z.string().nullable() })

/** What `backup` and `restore` print. */
export const backupShape = backupEntrySchema.omit({ name: true }).extend({ file: z.string() })

/** What `verify --json` prints. */
export const verifyShape = verifyReportSchema

/** What `report --json` prints. */
export const reportShape = chairReportSchema.extend({ out: z.string().nullable() })

/** What `customers --json` prints: the register with what the record holds of each, and the portfolio. */
export const customersShape = customersOverviewSchema.omit({ documentsLeft: true })

/** What `questions --json` prints. */
export const questionsShape = questionMapSchema
