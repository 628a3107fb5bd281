import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { focusSchema } from '../../shared/model/focus.ts'
import type { SearchHit } from '../../shared/model/library.ts'
import { titleNow } from './corrected-titles.ts'
import type { CorrectedTitles } from './corrected-titles.ts'
import type { SqlDatabase } from './driver.ts'
import type { SearchRequest } from './library-store.ts'
import { parseRows } from './parse-row.ts'
import { partId } from './store-ids.ts'

const MOST_WORDS = 24
/** Above this a count says no more than that there are many. */
const MOST_COUNTED = 5000
/** How many times the hits wanted are ranked before filters are tried on them. */
const BEST_FIRST = 20
const WORD = /[\p{L}\p{N}\p{M}]+/gu

const wordsOf = (text: string) => [...text.matchAll(WORD)].map((match) => match[0])

/**
 * What the user wrote as an FTS5 query: every word quoted, all of them wanted, words between quotation marks as a
 * phrase, the last word also as a beginning. Nothing the user writes is ever an operator. Null when no word is left.
 */
export function buildMatchQuery(text: string): string | null {
  const terms: string[] = []
  // Odd pieces stand between quotation marks.
  text.split(/["“”]/).forEach((piece, index, pieces) => {
    const words = wordsOf(piece)
    const isPhrase = index % 2 === 1 && index < pieces.length - 1
    if (isPhrase && words.length > 0) terms.push(`"${words.join(' ')}"`)
    else for (const word of words) terms.push(`"${word}"`)
  })
  if (terms.length === 0) return null
  const kept = terms.slice(0, MOST_WORDS)
  const endsOpen = /[\p{L}\p{N}\p{M}]$/u.test(text.trim())
  return kept.join(' AND ') + (endsOpen && kept.length === terms.length ? '*' : '')
}

/** Takes the marks out of a highlighted text and says where they stood. */
function readMarks(marked: string, open: string, close: string): Pick<SearchHit, 'text' | 'marks'> {
  const marks: SearchHit['marks'] = []
  let text = ''
  marked.split(open).forEach((piece, index) => {
    if (index === 0) {
      text += piece
      return
    }
    const end = piece.indexOf(close)
    if (end === -1) {
      text += piece
      return
    }
    marks.push({ start: text.length, end: text.length + end })
    text += piece.slice(0, end) + piece.slice(end + close.length)
  })
  return { text, marks }
}

const hitRowSchema = z.object({
  number: z.int(),
  document_id: z.string(),
  position: z.int(),
  meeting_id: z.string(),
  board: z.string(),
  date: z.string().nullable(),
  item: z.string().nullable(),
  item_position: z.int().nullable(),
  document: z.string(),
  page: z.int(),
  focus: focusSchema,
})

const markedRowSchema = z.object({ number: z.int(), marked: z.string() })

/** Full-text search over the passages of documents that were not replaced. */
export function createSearchRepository(db: SqlDatabase) {
  const joined = `JOIN passages ON passages.number = hits.rowid
    JOIN documents ON documents.id = passages.document_id AND documents.replaced_by IS NULL
    JOIN meetings ON meetings.id = documents.meeting_id
    LEFT JOIN human_labels ON human_labels.meeting_id = meetings.id AND human_labels.label_key = passages.label_key
    WHERE (@boardId IS NULL OR meetings.board_id = @boardId)
      AND (@from IS NULL OR meetings.date >= @from)
      AND (@to IS NULL OR meetings.date <= @to)
      AND (@focus IS NULL OR coalesce(human_labels.focus, passages.focus) = @focus)`
  const every = '(SELECT rowid, rank FROM passages_index WHERE passages_index MATCH @query) AS hits'
  // A word that stands in half of the library: its best hits are looked at first, and counting ends in time.
  const best =
    '(SELECT rowid, rank FROM passages_index WHERE passages_index MATCH @query ORDER BY rank LIMIT @best) AS hits'
  const count = db
    .prepare(`SELECT count(*) FROM (SELECT 1 FROM ${every} ${joined} LIMIT ${MOST_COUNTED + 1})`)
    .pluck()
  const selectFrom = (hits: string) =>
    db.prepare(
      `SELECT found.number, passages.document_id, passages.position, documents.meeting_id, boards.name AS board,
       meetings.date, items.title AS item, passages.item AS item_position, documents.name AS document,
       passages.page, found.focus
     FROM (SELECT passages.number, coalesce(human_labels.focus, passages.focus) AS focus, hits.rank
           FROM ${hits} ${joined} ORDER BY hits.rank, passages.number LIMIT @limit) AS found
     JOIN passages ON passages.number = found.number
     JOIN documents ON documents.id = passages.document_id
     JOIN meetings ON meetings.id = documents.meeting_id
     JOIN boards ON boards.id = meetings.board_id
     LEFT JOIN items ON items.document_id = documents.id AND items.position = passages.item
     ORDER BY found.rank, found.number`,
    )
  const selectBest = selectFrom(best)
  const selectEvery = selectFrom(every)
  // Only the passages shown are marked, in a table of their own in memory: asking the whole index for one passage
  // took 20 ms where half of the library matched.
  db.exec(
    'CREATE VIRTUAL TABLE IF NOT EXISTS temp.shown USING fts5 (text, tokenize = "unicode61 remove_diacritics 2")',
  )
  const textOf = db.prepare('SELECT text FROM passages WHERE number = ?').pluck()
  const show = db.prepare('INSERT INTO temp.shown (rowid, text) VALUES (?, ?)')
  const clear = db.prepare('DELETE FROM temp.shown')
  const highlight = db.prepare(
    'SELECT rowid AS number, highlight(shown, 0, @open, @close) AS marked FROM temp.shown WHERE shown MATCH @query',
  )
  const marked = (numbers: readonly number[], query: string, open: string, close: string) =>
    db.transaction(() => {
      for (const number of numbers) show.run(number, textOf.get(number))
      const rows = parseRows(markedRowSchema, highlight.all({ query, open, close }))
      clear.run()
      return new Map(rows.map((row) => [row.number, row.marked]))
    })()
  return {
    /**
     * `total` counts to `MOST_COUNTED`; there are `more` where it ended there. `titlesOf` says what items of these
     * meetings are called now.
     */
    search(
      request: SearchRequest,
      titlesOf: (meetingIds: readonly string[]) => CorrectedTitles,
    ): { hits: SearchHit[]; total: number; more: boolean } {
      const query = buildMatchQuery(request.text)
      if (query === null) return { hits: [], total: 0, more: false }
      // A document cannot forge marks it cannot guess.
      const secret = randomBytes(6).toString('hex')
      const [open, close] = [`\u0001${secret}<`, `\u0001${secret}>`]
      const values = {
        query,
        boardId: request.boardId ?? null,
        from: request.from ?? null,
        to: request.to ?? null,
        focus: request.focus ?? null,
      }
      const total = z.int().parse(count.get(values))
      const wanted = { ...values, limit: request.limit }
      let rows = parseRows(hitRowSchema, selectBest.all({ ...wanted, best: request.limit * BEST_FIRST }))
      // The filters left too few of the best.
      if (rows.length < Math.min(request.limit, total))
        rows = parseRows(hitRowSchema, selectEvery.all(wanted))
      const texts = marked(
        rows.map(({ number }) => number),
        query,
        open,
        close,
      )
      const titles = titlesOf(rows.map((row) => row.meeting_id))
      return {
        total: Math.min(total, MOST_COUNTED),
        more: total > MOST_COUNTED,
        hits: rows.map((row) => ({
          passageId: partId(row.document_id, 'p', row.position),
          meetingId: row.meeting_id,
          documentId: row.document_id,
          board: row.board,
          date: row.date,
          item: titleNow(titles, row.document_id, row.item_position, row.item),
          document: row.document,
          page: row.page,
          focus: row.focus,
          ...readMarks(texts.get(row.number) ?? '', open, close),
        })),
      }
    },
  }
}
export type SearchRepository = ReturnType<typeof createSearchRepository>
