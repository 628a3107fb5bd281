import { z } from 'zod'
import { focusSchema } from '../../shared/model/focus.ts'
import type { HumanLabel } from '../../shared/model/library.ts'
import type { SqlDatabase } from './driver.ts'
import { parseRow, parseRows } from './parse-row.ts'

export const storedLabelSchema = z.object({
  labelKey: z.string(),
  textKey: z.string(),
  focus: focusSchema,
  fromCustomers: z.boolean(),
})
/** A human label and what it holds on to: its words, and its words under its item. */
export type StoredLabel = z.infer<typeof storedLabelSchema>

const labelRowSchema = z
  .object({ label_key: z.string(), text_key: z.string(), focus: focusSchema, from_customers: z.int() })
  .transform((row): StoredLabel => ({
    labelKey: row.label_key,
    textKey: row.text_key,
    focus: row.focus,
    fromCustomers: row.from_customers === 1,
  }))

const values = (meetingId: string, label: StoredLabel) =>
  [meetingId, label.labelKey, label.textKey, label.focus, label.fromCustomers ? 1 : 0] as const

/** Human labels, kept by meeting, item and words, so that they outlive the passage they were given to. */
export function createLabelsRepository(db: SqlDatabase) {
  const selectOfMeeting = db.prepare('SELECT * FROM human_labels WHERE meeting_id = ?')
  const selectOne = db.prepare('SELECT * FROM human_labels WHERE meeting_id = ? AND label_key = ?')
  const selectOfDocument = db.prepare(
    `SELECT DISTINCT human_labels.* FROM human_labels
     JOIN documents ON documents.meeting_id = human_labels.meeting_id
     JOIN passages ON passages.document_id = documents.id AND passages.label_key = human_labels.label_key
     WHERE documents.id = ?`,
  )
  const upsert = db.prepare(
    `INSERT INTO human_labels (meeting_id, label_key, text_key, focus, from_customers) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET focus = excluded.focus, from_customers = excluded.from_customers`,
  )
  const insertMissing = db.prepare(
    `INSERT INTO human_labels (meeting_id, label_key, text_key, focus, from_customers) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  )
  const clear = db.prepare('DELETE FROM human_labels WHERE meeting_id = ? AND label_key = ?')
  const clearOrphans = db.prepare(
    `DELETE FROM human_labels WHERE meeting_id = @meetingId AND label_key NOT IN (
       SELECT passages.label_key FROM passages JOIN documents ON documents.id = passages.document_id
       WHERE documents.meeting_id = @meetingId)`,
  )

  return {
    ofMeeting(meetingId: string): Map<string, StoredLabel> {
      const labels = parseRows(labelRowSchema, selectOfMeeting.all(meetingId))
      return new Map(labels.map((label) => [label.labelKey, label]))
    },
    ofDocument: (documentId: string) => parseRows(labelRowSchema, selectOfDocument.all(documentId)),
    find(meetingId: string, labelKey: string): HumanLabel | null {
      const row = selectOne.get(meetingId, labelKey)
      if (row === undefined) return null
      const { focus, fromCustomers } = parseRow(labelRowSchema, row)
      return { focus, fromCustomers }
    },
    set: (meetingId: string, label: StoredLabel) => upsert.run(...values(meetingId, label)),
    addMissing: (meetingId: string, label: StoredLabel) => insertMissing.run(...values(meetingId, label)),
    clear: (meetingId: string, labelKey: string) => clear.run(meetingId, labelKey),
    clearOrphans: (meetingId: string) => clearOrphans.run({ meetingId }),
    /**
     * Carries labels of the version that was replaced to equal words of the new one, also where their item was
     * given another title; words labelled in two ways stay open.
     */
    carryOver(
      meetingId: string,
      labels: readonly StoredLabel[],
      passages: readonly { text_key: string; label_key: string }[],
    ): void {
      const keys = new Set(passages.map((passage) => passage.label_key))
      const byWords = new Map<string, StoredLabel | null>()
      for (const label of labels) {
        if (keys.has(label.labelKey)) continue
        const other = byWords.get(label.textKey)
        const agrees =
          other === undefined ||
          (other !== null && other.focus === label.focus && other.fromCustomers === label.fromCustomers)
        byWords.set(label.textKey, agrees ? label : null)
      }
      for (const passage of passages) {
        const label = byWords.get(passage.text_key) ?? null
        if (label !== null) insertMissing.run(...values(meetingId, { ...label, labelKey: passage.label_key }))
      }
    },
  }
}
export type LabelsRepository = ReturnType<typeof createLabelsRepository>
