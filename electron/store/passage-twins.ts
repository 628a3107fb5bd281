import { z } from 'zod'
import { ServiceError } from '../../shared/contract/errors.ts'
import { focusSchema } from '../../shared/model/focus.ts'
import type { Focus } from '../../shared/model/focus.ts'
import { correctedTitles, titleNow } from './corrected-titles.ts'
import type { Library } from './library.ts'
import { parseRows } from './parse-row.ts'
import { parsePartId, partId } from './store-ids.ts'

/** Other passages with the same words: what a label would also reach. */
export interface PassageTwins {
  passages: {
    id: string
    meetingId: string
    board: string
    date: string | null
    item: string | null
    document: string
    page: number
    focus: Focus
    human: Focus | null
  }[]
  /** How many there are, shown or not. */
  total: number
}

const rowSchema = z.object({
  document_id: z.string(),
  position: z.int(),
  page: z.int(),
  label_key: z.string(),
  focus: focusSchema,
  meeting_id: z.string(),
  document: z.string(),
  board: z.string(),
  date: z.string().nullable(),
  item: z.string().nullable(),
  item_position: z.int().nullable(),
  human: focusSchema.nullable(),
})

/**
 * Passages of documents in use with the same words (by hash) as these, wherever they stand; these themselves, and
 * those that share their label anyway (the same words under the same item of that meeting), are left out.
 */
export function passageTwins(library: Library, ids: readonly string[], limit: number): PassageTwins {
  const { db } = library
  const selectKeys = db.prepare(
    `SELECT text_key, label_key, documents.meeting_id FROM passages
     JOIN documents ON documents.id = passages.document_id
     WHERE document_id = ? AND position = ?`,
  )
  const keys = new Set<string>()
  const own = new Set<string>()
  for (const id of ids) {
    const part = parsePartId(id)
    if (part === null || part.part !== 'p') throw new ServiceError('not-found')
    const rows = parseRows(
      z.object({ text_key: z.string(), label_key: z.string(), meeting_id: z.string() }),
      selectKeys.all(part.documentId, part.position),
    )
    for (const row of rows) {
      keys.add(row.text_key)
      own.add(`${row.meeting_id} ${row.label_key}`)
    }
  }
  const selectTwins = db.prepare(
    `SELECT passages.document_id, passages.position, passages.page, passages.label_key, passages.focus,
       documents.meeting_id, documents.name AS document, boards.name AS board, meetings.date,
       items.title AS item, passages.item AS item_position, human_labels.focus AS human
     FROM passages
     JOIN documents ON documents.id = passages.document_id AND documents.replaced_by IS NULL
     JOIN meetings ON meetings.id = documents.meeting_id
     JOIN boards ON boards.id = meetings.board_id
     LEFT JOIN items ON items.document_id = passages.document_id AND items.position = passages.item
     LEFT JOIN human_labels ON human_labels.meeting_id = meetings.id
       AND human_labels.label_key = passages.label_key
     WHERE passages.text_key = ?
     ORDER BY meetings.date DESC, passages.number`,
  )
  const found = [...keys].flatMap((key) => parseRows(rowSchema, selectTwins.all(key)))
  const others = found.filter((row) => !own.has(`${row.meeting_id} ${row.label_key}`))
  const listed = others.slice(0, limit)
  const titles = correctedTitles(
    library,
    listed.map((row) => row.meeting_id),
  )
  return {
    total: others.length,
    passages: listed.map((row) => ({
      id: partId(row.document_id, 'p', row.position),
      meetingId: row.meeting_id,
      board: row.board,
      date: row.date,
      item: titleNow(titles, row.document_id, row.item_position, row.item),
      document: row.document,
      page: row.page,
      focus: row.focus,
      human: row.human,
    })),
  }
}
