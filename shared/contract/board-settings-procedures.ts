import { z } from 'zod'
import {
  boardTitleSchema,
  customerWordSchema,
  customerWordsSchema,
  titleRolesSchema,
  titlesPreviewSchema,
} from '../model/board-settings.ts'
import { idSchema } from '../model/library.ts'

const change = z.object({ label: z.string(), canUndo: z.boolean(), canRedo: z.boolean() })
const board = z.object({ boardId: idSchema }).strict()
const titles = board.extend({ roles: titleRolesSchema })

/** What a board says of its own: who its customers are, and which items are procedure. */
export const boardSettingsProcedures = {
  /** Nouns that the board's papers use for those it serves, most frequent first, each with a passage. */
  'boards.words': { input: board, output: customerWordsSchema },
  /** Turned down, or suggested again. */
  'boards.dismissWord': {
    input: board.extend({ word: customerWordSchema, dismissed: z.boolean() }),
    output: z.object({ change }),
  },
  /** All item titles of the board's papers, most frequent first, with what they count as. */
  'boards.titles': { input: board, output: z.object({ titles: z.array(boardTitleSchema) }) },
  /** What a list in place of the board's would change; nothing is changed. */
  'boards.previewTitles': { input: titles, output: titlesPreviewSchema },
  /** The board's whole list; empty leaves it to the rule for all. */
  'boards.setTitles': { input: titles, output: z.object({ change }) },
} as const
