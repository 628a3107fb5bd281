import { z } from 'zod'
import { ServiceError } from '../../shared/contract/errors.ts'
import { analysedDocumentSchema, documentKindSchema } from '../../shared/model/analysis.ts'
import { documentSchema } from '../../shared/model/document.ts'
import { warningSchema } from '../../shared/model/evidence.ts'
import { refusalCodeSchema, resultClassSchema } from '../../shared/model/import-result.ts'
import { jobStateSchema } from '../../shared/model/library.ts'
import type { SqlDatabase } from './driver.ts'
import { storedLabelSchema } from './labels-repository.ts'
import type { StoredLabel } from './labels-repository.ts'
import type { Draft, NewJob } from './library-store.ts'
import { jsonColumn, parseRow, parseRows } from './parse-row.ts'
import { newId } from './store-ids.ts'

const jobRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.int(),
  sha256: z.string().nullable(),
  state: jobStateSchema,
  added_at: z.string(),
  result: resultClassSchema.nullable(),
  code: refusalCodeSchema.nullable(),
  message: z.string().nullable(),
  warnings: jsonColumn(z.array(warningSchema)),
  kind: documentKindSchema.nullable(),
  board: z.string().nullable(),
  date: z.string().nullable(),
  pages: z.int().nullable(),
  items: z.int().nullable(),
  passages: z.int().nullable(),
  document_id: z.string().nullable(),
  labels: jsonColumn(z.array(storedLabelSchema)),
  /** The meeting it was taken out of: keeping it again makes that meeting again, under the same id. */
  home_meeting: z.string().nullable(),
})
export type JobRow = z.infer<typeof jobRowSchema>

const draftRowSchema = z.object({
  document: jsonColumn(documentSchema),
  analysis: jsonColumn(analysedDocumentSchema),
})

/** The import queue with its drafts. */
export function createJobsRepository(db: SqlDatabase) {
  const selectAll = db.prepare('SELECT * FROM jobs ORDER BY number')
  const selectOne = db.prepare('SELECT * FROM jobs WHERE id = ?')
  const selectByDocument = db.prepare('SELECT * FROM jobs WHERE document_id = ?')
  const selectByOriginal = db.prepare('SELECT * FROM jobs WHERE sha256 = ?')
  const insert = db.prepare(
    `INSERT INTO jobs (id, name, bytes, sha256, state, added_at) VALUES (?, ?, ?, ?, 'waiting', ?)`,
  )
  const update = db.prepare(
    `UPDATE jobs SET sha256 = @sha256, state = @state, result = @result, code = @code, message = @message,
       warnings = @warnings, kind = @kind, board = @board, date = @date, pages = @pages, items = @items,
       passages = @passages, document_id = @document_id, labels = @labels,
       home_meeting = @home_meeting WHERE id = @id`,
  )
  const remove = db.prepare('DELETE FROM jobs WHERE id = ?')
  const resume = db.prepare(
    `UPDATE jobs SET state = 'waiting' WHERE state IN ('reading', 'structuring', 'classifying')`,
  )
  const putDraft = db.prepare('INSERT OR REPLACE INTO job_drafts VALUES (?, ?, ?)')
  const selectDraft = db.prepare('SELECT document, analysis FROM job_drafts WHERE job_id = ?')
  const removeDraft = db.prepare('DELETE FROM job_drafts WHERE job_id = ?')
  // The draft just stored is mostly the next one asked for; parsing a long pack again would cost as much as storing it.
  let latest: { id: string; draft: Draft } | null = null

  const get = (id: string): JobRow => {
    const row = selectOne.get(id)
    if (row === undefined) throw new ServiceError('not-found')
    return parseRow(jobRowSchema, row)
  }
  return {
    all: () => parseRows(jobRowSchema, selectAll.all()),
    get,
    exists: (id: string) => selectOne.get(id) !== undefined,
    ofDocument: (documentId: string) => parseRows(jobRowSchema, selectByDocument.all(documentId)),
    ofOriginal: (sha256: string) => parseRows(jobRowSchema, selectByOriginal.all(sha256)),
    add(job: NewJob, addedAt: string): string {
      const id = newId()
      insert.run(id, job.name, job.bytes, job.sha256, addedAt)
      return id
    },
    update(id: string, patch: Partial<Omit<JobRow, 'id' | 'name' | 'bytes' | 'added_at'>>): void {
      const row = { ...get(id), ...patch }
      update.run({
        ...row,
        warnings: JSON.stringify(row.warnings),
        labels: JSON.stringify(row.labels satisfies StoredLabel[]),
      })
    },
    remove: (id: string) => remove.run(id),
    resume: () => resume.run(),
    /** The draft is held on to: whoever gives it must not change it afterwards. */
    putDraft(id: string, draft: Draft): void {
      latest = null
      putDraft.run(id, JSON.stringify(draft.document), JSON.stringify(draft.analysis))
      latest = { id, draft }
    },
    draft(id: string): Draft | null {
      if (latest?.id === id) return latest.draft
      const row = selectDraft.get(id)
      return row === undefined ? null : parseRow(draftRowSchema, row)
    },
    removeDraft(id: string): void {
      if (latest?.id === id) latest = null
      removeDraft.run(id)
    },
    /** After a rollback what is held in memory may never have been stored. */
    forgetCache(): void {
      latest = null
    },
  }
}
export type JobsRepository = ReturnType<typeof createJobsRepository>
