import { z } from 'zod'
import { documentKindSchema } from '../../shared/model/analysis.ts'
import { correctionSchema } from '../../shared/model/corrections.ts'
import type { SqlDatabase } from './driver.ts'
import { jsonColumn, parseRow, parseRows } from './parse-row.ts'

const paperSchema = z.object({ kind: documentKindSchema, name: z.string() })

/** A correction and whose it is: a meeting's, or a file's under review. */
export const storedCorrectionSchema = z.object({
  id: z.string(),
  /** The higher was made later and wins. */
  number: z.int(),
  meetingId: z.string().nullable(),
  jobId: z.string().nullable(),
  /** The file it came with: it goes back with it when that is taken out again. */
  fromJob: z.string().nullable(),
  /** True where it is of the meeting as a whole, not of one paper. */
  whole: z.boolean(),
  /** The paper it is of; null while that is under review. */
  paper: paperSchema.nullable(),
  correction: correctionSchema,
})
export type StoredCorrection = z.infer<typeof storedCorrectionSchema>

const rowSchema = z
  .object({
    id: z.string(),
    number: z.int(),
    meeting_id: z.string().nullable(),
    job_id: z.string().nullable(),
    from_job: z.string().nullable(),
    whole: z.int(),
    paper: jsonColumn(paperSchema).nullable(),
    content: jsonColumn(correctionSchema),
  })
  .transform((row): StoredCorrection => ({
    id: row.id,
    number: row.number,
    meetingId: row.meeting_id,
    jobId: row.job_id,
    fromJob: row.from_job,
    whole: row.whole === 1,
    paper: row.paper,
    correction: row.content,
  }))

/** What people corrected, apart from what was read, so that it outlives every reading. */
export function createCorrectionsRepository(db: SqlDatabase) {
  const selectOne = db.prepare('SELECT * FROM corrections WHERE id = ?')
  const selectOfMeeting = db.prepare('SELECT * FROM corrections WHERE meeting_id = ? ORDER BY number')
  const selectOfJob = db.prepare('SELECT * FROM corrections WHERE job_id = ? ORDER BY number')
  const selectNext = db.prepare('SELECT coalesce(max(number), 0) + 1 FROM corrections').pluck()
  const upsert = db.prepare(
    `INSERT OR REPLACE INTO corrections (id, number, meeting_id, job_id, from_job, whole, paper, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const remove = db.prepare('DELETE FROM corrections WHERE id = ?')
  const removeOfJob = db.prepare('DELETE FROM corrections WHERE job_id = ?')
  const keepWithJob = db.prepare(
    `UPDATE corrections SET meeting_id = @meetingId, job_id = NULL, from_job = @jobId,
       paper = CASE WHEN whole = 0 AND paper IS NULL THEN @paper ELSE paper END
     WHERE job_id = @jobId`,
  )
  const takeBackWithJob = db.prepare(
    `UPDATE corrections SET meeting_id = NULL, job_id = @jobId, from_job = NULL, paper = NULL
     WHERE meeting_id = @meetingId AND from_job = @jobId AND whole = 0`,
  )
  const attachToJob = db.prepare(
    'UPDATE corrections SET meeting_id = NULL, job_id = @jobId, from_job = NULL WHERE meeting_id = @meetingId',
  )
  const move = db.prepare('UPDATE corrections SET meeting_id = @to WHERE meeting_id = @from')

  return {
    find(id: string): StoredCorrection | null {
      const row = selectOne.get(id)
      return row === undefined ? null : parseRow(rowSchema, row)
    },
    ofMeeting: (meetingId: string) => parseRows(rowSchema, selectOfMeeting.all(meetingId)),
    ofJob: (jobId: string) => parseRows(rowSchema, selectOfJob.all(jobId)),
    nextNumber: () => z.int().parse(selectNext.get()),
    put(row: StoredCorrection): void {
      upsert.run(
        row.id,
        row.number,
        row.meetingId,
        row.jobId,
        row.fromJob,
        row.whole ? 1 : 0,
        row.paper === null ? null : JSON.stringify(row.paper),
        JSON.stringify(row.correction),
      )
    },
    remove: (id: string) => remove.run(id),
    removeOfJob: (jobId: string) => removeOfJob.run(jobId),
    /** The file was kept: what was corrected in it is the meeting's, for this paper and its later versions. */
    keepWithJob: (jobId: string, meetingId: string, paper: z.infer<typeof paperSchema>) =>
      keepWithJob.run({ jobId, meetingId, paper: JSON.stringify(paper) }),
    /** The file was taken out again, with what was corrected in it. */
    takeBackWithJob: (jobId: string, meetingId: string) => takeBackWithJob.run({ jobId, meetingId }),
    /** The meeting goes with its last file: what is left of its corrections waits with that file. */
    attachToJob: (jobId: string, meetingId: string) => attachToJob.run({ jobId, meetingId }),
    moveMeeting: (from: string, to: string) => move.run({ from, to }),
  }
}
export type CorrectionsRepository = ReturnType<typeof createCorrectionsRepository>
