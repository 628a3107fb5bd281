import { z } from 'zod'
import { ServiceError } from '../../shared/contract/errors.ts'
import { titleRolesSchema } from '../../shared/model/board-settings.ts'
import { dateOrderSchema } from '../../shared/model/library.ts'
import { itemRoleSchema } from '../../shared/model/analysis.ts'
import type { Board, DateOrder } from '../../shared/model/library.ts'
import type { SqlDatabase } from './driver.ts'
import { jsonColumn, parseRow, parseRows } from './parse-row.ts'
import { boardKey, newId } from './store-ids.ts'

const boardRowSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    customer_terms: jsonColumn(z.array(z.string())),
    target: z.number().nullable(),
    date_order: dateOrderSchema,
    meetings: z.int(),
    first_date: z.string().nullable(),
    last_date: z.string().nullable(),
  })
  .transform((row): Board => ({
    id: row.id,
    name: row.name,
    customerTerms: row.customer_terms,
    target: row.target,
    dateOrder: row.date_order,
    meetings: row.meetings,
    firstDate: row.first_date,
    lastDate: row.last_date,
  }))

/** All that a person may set of a board. */
export const boardSettingsSchema = z.object({
  name: z.string(),
  customerTerms: z.array(z.string()),
  target: z.number().nullable(),
  dateOrder: dateOrderSchema,
  titleRoles: titleRolesSchema,
  dismissedWords: z.array(z.string()),
})
export type BoardSettings = z.infer<typeof boardSettingsSchema>

const listsRowSchema = z.object({
  title_roles: jsonColumn(titleRolesSchema),
  dismissed_words: jsonColumn(z.array(z.string())),
})

const titleRowSchema = z.object({ title: z.string(), role: itemRoleSchema, meeting_id: z.string() })

export interface BoardPatch {
  name?: string
  customerTerms?: string[]
  target?: number | null
  dateOrder?: DateOrder
}

/** Boards, told apart by their normalised names. */
export function createBoardsRepository(db: SqlDatabase) {
  const select = `SELECT boards.*, count(meetings.id) AS meetings, min(meetings.date) AS first_date,
      max(meetings.date) AS last_date
    FROM boards LEFT JOIN meetings ON meetings.board_id = boards.id`
  const selectAll = db.prepare(`${select} GROUP BY boards.id ORDER BY boards.name_key`)
  const selectOne = db.prepare(`${select} WHERE boards.id = ? GROUP BY boards.id`)
  const selectByKey = db.prepare('SELECT id FROM boards WHERE name_key = ?').pluck()
  const insert = db.prepare('INSERT INTO boards (id, name, name_key) VALUES (?, ?, ?)')
  const update = db.prepare(
    `UPDATE boards SET name = @name, name_key = @key, customer_terms = @terms, target = @target,
       date_order = @dateOrder WHERE id = @id`,
  )
  const selectLists = db.prepare('SELECT title_roles, dismissed_words FROM boards WHERE id = ?')
  const updateLists = db.prepare('UPDATE boards SET title_roles = ?, dismissed_words = ? WHERE id = ?')
  const selectTitles = db.prepare(
    `SELECT items.title, json_extract(items.content, '$.role') AS role, documents.meeting_id
     FROM items
     JOIN documents ON documents.id = items.document_id AND documents.replaced_by IS NULL
     JOIN meetings ON meetings.id = documents.meeting_id
     WHERE meetings.board_id = ?`,
  )
  const removeEmpty = db.prepare(
    `DELETE FROM boards WHERE id = ? AND NOT EXISTS (SELECT 1 FROM meetings WHERE board_id = boards.id)
       AND NOT EXISTS (SELECT 1 FROM plans WHERE board_id = boards.id)`,
  )

  const idByName = (name: string): string | null =>
    z
      .string()
      .nullable()
      .parse(selectByKey.get(boardKey(name)) ?? null)
  const get = (id: string): Board => {
    const row = selectOne.get(id)
    if (row === undefined) throw new ServiceError('not-found')
    return parseRow(boardRowSchema, row)
  }
  const lists = (id: string) => {
    const row = selectLists.get(id)
    if (row === undefined) throw new ServiceError('not-found')
    const { title_roles: titleRoles, dismissed_words: dismissedWords } = parseRow(listsRowSchema, row)
    return { titleRoles, dismissedWords }
  }
  const settings = (id: string): BoardSettings => {
    const { name, customerTerms, target, dateOrder } = get(id)
    return { name, customerTerms, target, dateOrder, ...lists(id) }
  }
  const change = (id: string, patch: BoardPatch): void => {
    const before = get(id)
    const name = patch.name?.trim() ?? before.name
    const twin = idByName(name)
    if (twin !== null && twin !== id) throw new ServiceError('conflict')
    update.run({
      id,
      name,
      key: boardKey(name),
      terms: JSON.stringify(patch.customerTerms ?? before.customerTerms),
      target: patch.target === undefined ? before.target : patch.target,
      dateOrder: patch.dateOrder ?? before.dateOrder,
    })
  }
  const putSettings = (id: string, { titleRoles, dismissedWords, ...patch }: BoardSettings): void => {
    change(id, patch)
    updateLists.run(JSON.stringify(titleRoles), JSON.stringify(dismissedWords), id)
  }
  return {
    all: () => parseRows(boardRowSchema, selectAll.all()),
    get,
    idByName,
    findOrCreate(name: string): string {
      const found = idByName(name)
      if (found !== null) return found
      const id = newId()
      insert.run(id, name.trim(), boardKey(name))
      return id
    },
    update: change,
    settings,
    putSettings,
    titleRoles: (id: string) => lists(id).titleRoles,
    /** Item titles as they were read, with the role that the rule for all gives them. */
    titles: (id: string) => parseRows(titleRowSchema, selectTitles.all(id)),
    removeIfEmpty: (id: string) => removeEmpty.run(id),
    /** As above, but a board the user has set up stays. */
    removeIfUnused(id: string): void {
      const { customerTerms, target, dateOrder, titleRoles } = settings(id)
      const isSetUp = customerTerms.length > 0 || target !== null || titleRoles.length > 0
      if (!isSetUp && dateOrder === 'from-documents') removeEmpty.run(id)
    },
  }
}
export type BoardsRepository = ReturnType<typeof createBoardsRepository>
