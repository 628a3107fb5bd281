import { z } from 'zod'
import { annotationSchema } from '../../shared/model/annotations.ts'
import type { Annotation } from '../../shared/model/annotations.ts'
import type { SqlDatabase } from './driver.ts'
import { parseRow, parseRows } from './parse-row.ts'

const rowSchema = z
  .object({ id: z.string(), board_id: z.string(), date: z.string(), text: z.string() })
  .transform(({ board_id: boardId, ...row }): Annotation => annotationSchema.parse({ ...row, boardId }))

export function createAnnotationsRepository(db: SqlDatabase) {
  const selectOfBoard = db.prepare('SELECT * FROM annotations WHERE board_id = ? ORDER BY date, id')
  const selectOne = db.prepare('SELECT * FROM annotations WHERE id = ?')
  const selectBoard = db.prepare('SELECT 1 FROM boards WHERE id = ?')
  const upsert = db.prepare(
    `INSERT INTO annotations VALUES (@id, @boardId, @date, @text)
     ON CONFLICT DO UPDATE SET date = excluded.date, text = excluded.text`,
  )
  const remove = db.prepare('DELETE FROM annotations WHERE id = ?')
  return {
    ofBoard: (boardId: string): Annotation[] => parseRows(rowSchema, selectOfBoard.all(boardId)),
    find(id: string): Annotation | null {
      const row = selectOne.get(id)
      return row === undefined ? null : parseRow(rowSchema, row)
    },
    /** False when its board is gone. */
    put(annotation: Annotation): boolean {
      if (selectBoard.get(annotation.boardId) === undefined) return false
      upsert.run(annotation)
      return true
    },
    remove: (id: string) => remove.run(id),
  }
}
