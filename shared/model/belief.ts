import { z } from 'zod'
import { calendarDateSchema } from './evidence.ts'
import { idSchema } from './library.ts'
import { lensSchema, shareRangeSchema } from './measures.ts'

export const BELIEF_ROLES = ['board', 'sales-marketing', 'sales-person', 'owner'] as const
export const beliefRoleSchema = z.enum(BELIEF_ROLES)
export type BeliefRole = z.infer<typeof beliefRoleSchema>

/** What an organisation sets out to be best at. */
export const DISCIPLINES = ['product', 'operations', 'closeness'] as const
export const disciplineSchema = z.enum(DISCIPLINES)
export type Discipline = z.infer<typeof disciplineSchema>

/** Fewer answers than this are never shown. */
export const FEWEST_ANSWERS = 3
/** The same for questions with a choice, where agreement would tell what each one chose. */
export const FEWEST_CHOICES = 5

const percent = z.int().min(0).max(100)
/** Whole shares in steps of five per cent and few, broad choices: what is not asked cannot be found out. */
const share = percent.multipleOf(5)
const when = z.enum(['month', 'quarter', 'half-year', 'year', 'longer', 'never'])
const next = z.enum(['month', 'quarter', 'later', 'none'])
const often = z.enum(['never', 'once', 'few', 'regularly'])
const satisfaction = z.enum(['not measured', 'figures', 'surveys', 'conversations', 'both'])
const known = z.enum(['all', 'most', 'some', 'none'])

/** One question of a form: how it is answered. Its words are the app's (`QUESTION_WORDS`). */
export const QUESTIONS = {
  customerShare: { kind: 'share', answer: share },
  numbersShare: { kind: 'share', answer: share },
  ownTimeCustomers: { kind: 'share', answer: share },
  ownTimeNumbers: { kind: 'share', answer: share },
  lastVisit: { kind: 'choice', answer: when },
  nextVisit: { kind: 'choice', answer: next },
  unsolicited: { kind: 'choice', answer: often },
  satisfaction: { kind: 'choice', answer: satisfaction },
  topTen: { kind: 'choice', answer: known },
  whyUs: { kind: 'choice', answer: known },
  discipline: { kind: 'choice', answer: disciplineSchema },
} as const
export type QuestionName = keyof typeof QUESTIONS
export const QUESTION_NAMES = [
  'customerShare',
  'numbersShare',
  'ownTimeCustomers',
  'ownTimeNumbers',
  'lastVisit',
  'nextVisit',
  'unsolicited',
  'satisfaction',
  'topTen',
  'whyUs',
  'discipline',
] as const satisfies readonly QuestionName[]

/** Who is asked what; the share of board time is asked of everyone, so that beliefs can be compared. */
export const QUESTIONS_OF_ROLE: Record<BeliefRole, readonly QuestionName[]> = {
  board: [
    'customerShare',
    'numbersShare',
    'lastVisit',
    'nextVisit',
    'topTen',
    'whyUs',
    'satisfaction',
    'discipline',
  ],
  'sales-marketing': [
    'customerShare',
    'ownTimeCustomers',
    'ownTimeNumbers',
    'lastVisit',
    'nextVisit',
    'unsolicited',
    'satisfaction',
    'topTen',
    'whyUs',
    'discipline',
  ],
  'sales-person': [
    'customerShare',
    'ownTimeCustomers',
    'ownTimeNumbers',
    'lastVisit',
    'nextVisit',
    'unsolicited',
    'topTen',
    'whyUs',
  ],
  owner: [
    'customerShare',
    'numbersShare',
    'ownTimeCustomers',
    'ownTimeNumbers',
    'lastVisit',
    'nextVisit',
    'satisfaction',
    'topTen',
    'whyUs',
    'discipline',
  ],
}

/** One form as filled in: every question may be left open. No name, no free words, no time. */
export const beliefAnswerSchema = z
  .object({
    customerShare: share.nullable(),
    numbersShare: share.nullable(),
    ownTimeCustomers: share.nullable(),
    ownTimeNumbers: share.nullable(),
    lastVisit: when.nullable(),
    nextVisit: next.nullable(),
    unsolicited: often.nullable(),
    satisfaction: satisfaction.nullable(),
    topTen: known.nullable(),
    whyUs: known.nullable(),
    discipline: disciplineSchema.nullable(),
  })
  .partial()
export type BeliefAnswer = z.infer<typeof beliefAnswerSchema>

export const beliefRoundSchema = z.object({
  id: idSchema,
  /** Null where the board is no longer in the library. */
  boardId: idSchema.nullable(),
  name: z.string(),
  askedOn: calendarDateSchema,
  /** The meetings it asks about. */
  from: calendarDateSchema,
  to: calendarDateSchema,
  lens: lensSchema,
  /** What the organisation says it sets out to be best at; null where it has not said. */
  discipline: disciplineSchema.nullable(),
  closed: z.boolean(),
  /** Forms handed in, all roles together. */
  answers: z.int().min(0),
})
export type BeliefRound = z.infer<typeof beliefRoundSchema>

export const beliefRoundInputSchema = z
  .object({
    boardId: idSchema,
    name: z.string().trim().min(1).max(120),
    askedOn: calendarDateSchema,
    from: calendarDateSchema,
    to: calendarDateSchema,
    lens: lensSchema,
    discipline: disciplineSchema.nullable(),
  })
  .refine(({ from, to }) => from <= to)

/**
 * What is shown of the answers of one group to one question: so coarse that nobody's answer can be computed from it,
 * not even by one who gave another (docs/method.md).
 */
export const questionSummarySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('share'),
    question: z.enum(QUESTION_NAMES),
    answers: z.int().min(FEWEST_ANSWERS),
    /** To the nearest ten per cent, 0 to 1. */
    mean: z.number().min(0).max(1),
    /** All answers lie between these, in steps of twenty per cent. */
    low: z.number().min(0).max(1),
    high: z.number().min(0).max(1),
  }),
  z.object({
    kind: z.literal('choice'),
    question: z.enum(QUESTION_NAMES),
    answers: z.int().min(FEWEST_CHOICES),
    /** The choices that at least half gave. */
    atLeastHalf: z.array(z.string()),
  }),
])
export type QuestionSummary = z.infer<typeof questionSummarySchema>

export const groupSummarySchema = z.object({
  /** `all` stands for every role together. */
  group: z.union([beliefRoleSchema, z.literal('all')]),
  /** Those that can be shown; one that is missing had too few answers, or would have told of someone's. */
  questions: z.array(questionSummarySchema),
})
export type GroupSummary = z.infer<typeof groupSummarySchema>

/** The measured share over the meetings of the round's period, each a door. */
export const beliefMeasuredSchema = z.object({
  lens: lensSchema,
  customer: shareRangeSchema,
  numbers: shareRangeSchema,
  untimedItems: z.int().min(0),
  meetings: z.array(
    z.object({
      id: idSchema,
      date: calendarDateSchema,
      customer: shareRangeSchema,
      untimedItems: z.int().min(0),
    }),
  ),
  /** Meetings of the period on which the lens says nothing. */
  absent: z.int().min(0),
})
export type BeliefMeasured = z.infer<typeof beliefMeasuredSchema>

export const beliefResultSchema = z.object({
  round: beliefRoundSchema,
  /** Null while the round is open: nothing is shown before everyone has answered. */
  groups: z.array(groupSummarySchema).nullable(),
  measured: beliefMeasuredSchema.nullable(),
})
export type BeliefResult = z.infer<typeof beliefResultSchema>
