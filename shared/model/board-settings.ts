import { z } from 'zod'
import { idSchema } from './library.ts'
import { learnedShareSchema } from './learning.ts'

/** What a board says of an item title of its own, in place of the rule for all. */
export const titleRoleSchema = z.object({
  title: z.string().trim().min(1).max(300),
  role: z.enum(['procedural', 'topic']),
})
export type TitleRole = z.infer<typeof titleRoleSchema>

export const MOST_TITLE_ROLES = 500
export const titleRolesSchema = z.array(titleRoleSchema).max(MOST_TITLE_ROLES)

/** One written form of the titles in a board's papers; figures and months do not tell two apart. */
export const boardTitleSchema = z.object({
  title: z.string(),
  items: z.int().min(0),
  meetings: z.int().min(0),
  role: titleRoleSchema.shape.role,
  /** What the rule for all makes of it; the board said otherwise where this is another. */
  usual: titleRoleSchema.shape.role,
})
export type BoardTitle = z.infer<typeof boardTitleSchema>

/** What a list of titles would change. */
export const titlesPreviewSchema = z.object({
  items: z.int().min(0),
  meetings: z.int().min(0),
  /** The board's customer share of the year, by each lens that measures it. */
  shares: z.array(learnedShareSchema),
})
export type TitlesPreview = z.infer<typeof titlesPreviewSchema>

/** A noun that a board's papers use for those it serves. */
export const wordSuggestionSchema = z.object({
  word: z.string(),
  /** How often it stands in the papers, and in how many of them. */
  count: z.int().min(1),
  documents: z.int().min(1),
  example: z.object({ passageId: idSchema, meetingId: idSchema, text: z.string(), page: z.int().min(1) }),
})
export type WordSuggestion = z.infer<typeof wordSuggestionSchema>

export const customerWordSchema = z.string().trim().min(1).max(60)
export const customerWordsSchema = z.object({
  suggestions: z.array(wordSuggestionSchema),
  /** Suggestions that were turned down. */
  dismissed: z.array(z.string()),
})
export type CustomerWords = z.infer<typeof customerWordsSchema>
