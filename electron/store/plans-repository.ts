import { z } from 'zod'
import { ServiceError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/model/library.ts'
import { planContentSchema } from '../../shared/model/planner.ts'
import type { PlanContent, PlanEvidence, SavedPlan, SavedPlanSummary } from '../../shared/model/planner.ts'
import type { SqlDatabase } from './driver.ts'
import type { Library } from './library.ts'
import { jsonColumn, parseRow, parseRows } from './parse-row.ts'
import { newId } from './store-ids.ts'

/** The saved plans of the library's boards. Failures as in `LibraryStore`. */
export interface PlansStore {
  /** The one saved last first. */
  list(boardId: Id): SavedPlanSummary[]
  get(id: Id): SavedPlan
  /** Without an id a new one; `not-found` where the board or the plan is gone. */
  save(plan: { boardId: Id; id: Id | null; name: string; content: PlanContent }): SavedPlan
  /** For good: nothing of it is left in the library's file. */
  remove(id: Id): Promise<void>
}

const planRowSchema = z
  .object({
    id: z.string(),
    board_id: z.string(),
    name: z.string(),
    created_at: z.string(),
    saved_at: z.string(),
    content: jsonColumn(planContentSchema),
  })
  .transform((row): SavedPlan => ({
    id: row.id,
    boardId: row.board_id,
    name: row.name,
    createdAt: row.created_at,
    savedAt: row.saved_at,
    date: row.content.settings.date,
    total: row.content.outcome.total,
    share: row.content.outcome.share,
    content: row.content,
  }))

const idAndContent = z.object({ id: z.string(), content: jsonColumn(planContentSchema) })

/**
 * Inside the transaction that deletes documents: what saved plans quote of them goes too. The titles and minutes of a
 * saved agenda are the user's own by now, and stay.
 */
export function forgetInPlans(db: SqlDatabase, documentIds: ReadonlySet<Id>): void {
  const update = db.prepare('UPDATE plans SET content = ? WHERE id = ?')
  const without = <T extends { evidence: PlanEvidence[] }>(part: T): T => ({
    ...part,
    evidence: part.evidence.filter(({ documentId }) => documentId === null || !documentIds.has(documentId)),
  })
  for (const { id, content } of parseRows(idAndContent, db.prepare('SELECT id, content FROM plans').all())) {
    const { base, proposals, changes } = content
    const kept = {
      ...content,
      base: base.map(without),
      proposals: proposals.map(without),
      changes: changes.map(without),
    }
    if (JSON.stringify(kept) !== JSON.stringify(content)) update.run(JSON.stringify(kept), id)
  }
}

/** Joins saved plans to the library's tables. */
export function createPlansStore(library: Library): PlansStore {
  const { db } = library
  const selectOne = db.prepare('SELECT * FROM plans WHERE id = ?')
  const selectOfBoard = db.prepare(
    'SELECT * FROM plans WHERE board_id = ? ORDER BY saved_at DESC, number DESC',
  )
  const insert = db.prepare(
    `INSERT INTO plans (id, board_id, name, created_at, saved_at, content)
     VALUES (@id, @boardId, @name, @now, @now, @content)`,
  )
  const update = db.prepare(
    'UPDATE plans SET name = @name, saved_at = @now, content = @content WHERE id = @id AND board_id = @boardId',
  )
  const deleteOne = db.prepare('DELETE FROM plans WHERE id = ?')

  const get = (id: Id): SavedPlan => {
    const row = selectOne.get(id)
    if (row === undefined) throw new ServiceError('not-found')
    return parseRow(planRowSchema, row)
  }
  return {
    list: (boardId) =>
      parseRows(planRowSchema, selectOfBoard.all(boardId)).map(
        ({ content: _content, ...summary }) => summary,
      ),
    get,
    save: ({ boardId, id, name, content }) =>
      library.transact(() => {
        library.boards.get(boardId)
        const row = { boardId, name, now: library.now().toISOString(), content: JSON.stringify(content) }
        if (id === null) {
          const made = newId()
          insert.run({ ...row, id: made })
          return get(made)
        }
        if (update.run({ ...row, id }).changes === 0) throw new ServiceError('not-found')
        return get(id)
      }),
    async remove(id) {
      library.transact(() => {
        const { boardId } = get(id)
        deleteOne.run(id)
        // A board whose meetings are gone was kept for its plans alone.
        library.boards.removeIfEmpty(boardId)
        library.askForPurge()
      })
      await library.purgeDeleted()
    },
  }
}
