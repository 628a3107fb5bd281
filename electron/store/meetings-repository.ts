import { z } from 'zod'
import { ServiceError } from '../../shared/contract/errors.ts'
import { documentKindSchema } from '../../shared/model/analysis.ts'
import { warningSchema } from '../../shared/model/evidence.ts'
import { resultClassSchema } from '../../shared/model/import-result.ts'
import type { DocumentSummary, MeetingSummary } from '../../shared/model/library.ts'
import { LENSES, lensMeasureSchema, lensSchema } from '../../shared/model/measures.ts'
import type { Lens, LensMeasure, Measures } from '../../shared/model/measures.ts'
import type { SqlDatabase } from './driver.ts'
import { jsonColumn, parseRow, parseRows } from './parse-row.ts'
import { newId } from './store-ids.ts'

const meetingRowSchema = z.object({
  id: z.string(),
  board_id: z.string(),
  board: z.string(),
  date: z.string().nullable(),
  passages: z.int(),
  settled: z.int(),
})
export type MeetingRow = z.infer<typeof meetingRowSchema>

const measureRowSchema = z.object({
  meeting_id: z.string(),
  lens: lensSchema,
  measure: jsonColumn(lensMeasureSchema),
})

const summaryRowSchema = z
  .object({
    meeting_id: z.string(),
    id: z.string(),
    kind: documentKindSchema,
    name: z.string(),
    result: resultClassSchema,
    replaced_by: z.string().nullable(),
    pages: z.int().nullable(),
    warnings: jsonColumn(z.array(warningSchema)),
  })
  .transform((row) => ({
    meetingId: row.meeting_id,
    summary: {
      id: row.id,
      kind: row.kind,
      name: row.name,
      pages: row.pages,
      result: row.result,
      warnings: row.warnings,
      replacedBy: row.replaced_by,
    } satisfies DocumentSummary,
  }))

const trendRowSchema = z.object({
  id: z.string(),
  date: z.string().nullable(),
  measure: jsonColumn(lensMeasureSchema).nullable(),
})

function groupBy<T, V>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  valueOf: (row: T) => V,
): Map<string, V[]> {
  const groups = new Map<string, V[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [valueOf(row)])
    else group.push(valueOf(row))
  }
  return groups
}

const measuresFrom = (rows: readonly { lens: Lens; measure: LensMeasure }[]): Measures => {
  const measures: Measures = { planned: null, recorded: null, record: null, pack: null }
  for (const row of rows) measures[row.lens] = row.measure
  return measures
}

const summary = (row: MeetingRow, files: DocumentSummary[], measures: Measures): MeetingSummary => ({
  id: row.id,
  boardId: row.board_id,
  board: row.board,
  date: row.date,
  documents: files,
  measures,
  passages: row.passages,
  settled: row.settled,
})

/** Meetings with their roll-ups, so that a trend never reads a passage. */
export function createMeetingsRepository(db: SqlDatabase) {
  const select = `SELECT meetings.*, boards.name AS board FROM meetings JOIN boards ON boards.id = meetings.board_id`
  const order = 'ORDER BY meetings.date IS NULL, meetings.date, meetings.id'
  const selectAll = db.prepare(`${select} ${order}`)
  const selectOfBoard = db.prepare(`${select} WHERE board_id = ? ${order}`)
  const selectOne = db.prepare(`${select} WHERE meetings.id = ?`)
  const selectByDate = db.prepare('SELECT id FROM meetings WHERE board_id = ? AND date = ?').pluck()
  const selectIds = db.prepare('SELECT id FROM meetings ORDER BY id').pluck()
  const insert = db.prepare('INSERT INTO meetings (id, board_id, date) VALUES (?, ?, ?)')
  const move = db.prepare('UPDATE meetings SET board_id = ?, date = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM meetings WHERE id = ?')
  const documents = `SELECT documents.meeting_id, documents.id, kind, name, result, replaced_by,
      json_extract(head, '$.analysis.pages') AS pages, json_extract(head, '$.analysis.warnings') AS warnings
    FROM documents`
  const selectDocuments = db.prepare(`${documents} ORDER BY number`)
  const selectDocumentsOf = db.prepare(`${documents} WHERE meeting_id = ? ORDER BY number`)
  const selectMeasures = db.prepare('SELECT * FROM meeting_measures')
  const selectMeasuresOf = db.prepare('SELECT * FROM meeting_measures WHERE meeting_id = ?')
  const removeMeasures = db.prepare('DELETE FROM meeting_measures WHERE meeting_id = ?')
  const insertMeasure = db.prepare('INSERT INTO meeting_measures VALUES (?, ?, ?)')
  const setCounts = db.prepare('UPDATE meetings SET passages = ?, settled = ? WHERE id = ?')
  const selectTrend = db.prepare(
    `SELECT meetings.id, meetings.date, meeting_measures.measure FROM meetings
     LEFT JOIN meeting_measures ON meeting_measures.meeting_id = meetings.id AND meeting_measures.lens = ?
     WHERE meetings.board_id = ? ${order}`,
  )

  const get = (id: string): MeetingRow => {
    const row = selectOne.get(id)
    if (row === undefined) throw new ServiceError('not-found')
    return parseRow(meetingRowSchema, row)
  }
  const summaryOf = (id: string): MeetingSummary =>
    summary(
      get(id),
      parseRows(summaryRowSchema, selectDocumentsOf.all(id)).map((row) => row.summary),
      measuresFrom(parseRows(measureRowSchema, selectMeasuresOf.all(id))),
    )

  return {
    get,
    summaryOf,
    list(boardId: string | null): MeetingSummary[] {
      const rows = parseRows(
        meetingRowSchema,
        boardId === null ? selectAll.all() : selectOfBoard.all(boardId),
      )
      if (boardId !== null) return rows.map((row) => summaryOf(row.id))
      const files = groupBy(
        parseRows(summaryRowSchema, selectDocuments.all()),
        (row) => row.meetingId,
        (row) => row.summary,
      )
      const measures = groupBy(
        parseRows(measureRowSchema, selectMeasures.all()),
        (row) => row.meeting_id,
        (row) => row,
      )
      return rows.map((row) =>
        summary(row, files.get(row.id) ?? [], measuresFrom(measures.get(row.id) ?? [])),
      )
    },
    idByDate(boardId: string, date: string | null): string | null {
      if (date === null) return null
      return z
        .string()
        .nullable()
        .parse(selectByDate.get(boardId, date) ?? null)
    },
    allIds: () => z.array(z.string()).parse(selectIds.all()),
    exists: (id: string) => selectOne.get(id) !== undefined,
    create(boardId: string, date: string | null, id = newId()): string {
      insert.run(id, boardId, date)
      return id
    },
    move: (id: string, boardId: string, date: string | null) => move.run(boardId, date, id),
    remove: (id: string) => remove.run(id),
    storeRollUp(id: string, measures: Measures, counts: { passages: number; settled: number }): void {
      removeMeasures.run(id)
      for (const lens of LENSES) {
        const measure = measures[lens]
        if (measure !== null) insertMeasure.run(id, lens, JSON.stringify(measure))
      }
      setCounts.run(counts.passages, counts.settled, id)
    },
    /** Oldest first, undated last; `measure` is null where the lens is absent. */
    trendRows: (boardId: string, lens: Lens) => parseRows(trendRowSchema, selectTrend.all(lens, boardId)),
  }
}
export type MeetingsRepository = ReturnType<typeof createMeetingsRepository>
