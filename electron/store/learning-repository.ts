import { z } from 'zod'
import { analysedActionSchema, analysedItemSchema } from '../../shared/model/analysis.ts'
import { classificationSchema, focusSchema } from '../../shared/model/focus.ts'
import { learnedModelSchema } from '../../shared/model/learning.ts'
import type { LearnedModel } from '../../shared/model/learning.ts'
import type { SqlDatabase } from './driver.ts'
import { jsonColumn, parseRow, parseRows } from './parse-row.ts'

/** Which learnt model is in use; off keeps it for another day. */
export const learningUseSchema = z.object({ modelId: z.string().nullable(), on: z.boolean() })
export type LearningUse = z.infer<typeof learningUseSchema>

const labelRefSchema = z.object({ meetingId: z.string(), labelKey: z.string() })
export type LabelRef = z.infer<typeof labelRefSchema>

const modelRowSchema = z.object({
  id: z.string(),
  machine: z.string(),
  labels: jsonColumn(z.array(labelRefSchema)),
  content: jsonColumn(learnedModelSchema),
})

const partRowSchema = z.discriminatedUnion('part', [
  z.object({
    part: z.literal('p'),
    position: z.int(),
    same_words: z.int(),
    content: jsonColumn(classificationSchema),
  }),
  z.object({
    part: z.literal('i'),
    position: z.int(),
    same_words: z.int(),
    content: jsonColumn(analysedItemSchema),
  }),
  z.object({
    part: z.literal('a'),
    position: z.int(),
    same_words: z.int(),
    content: jsonColumn(analysedActionSchema),
  }),
])
/** A passage's, item's or action's as the shipped model left it. */
export type MachinePart = z.infer<typeof partRowSchema>

const exampleRowSchema = z.object({
  meeting_id: z.string(),
  label_key: z.string(),
  focus: focusSchema,
  from_customers: z.int(),
  board_id: z.string(),
  text: z.string(),
  item: z.string().nullable(),
  classification: jsonColumn(classificationSchema),
  machine: jsonColumn(classificationSchema).nullable(),
})

const USE = 'learning'
const OFF: LearningUse = { modelId: null, on: false }
/** What undo and redo may still want. */
const MOST_MODELS = 20

/** Learnt models and what they lie over. Every call that writes must run inside the caller's transaction. */
export function createLearningRepository(db: SqlDatabase) {
  const selectUse = db.prepare('SELECT value FROM settings WHERE key = ?').pluck()
  const setUse = db.prepare(
    'INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  const selectModel = db.prepare('SELECT id, machine, labels, content FROM learned_models WHERE id = ?')
  const insertModel = db.prepare(
    `INSERT INTO learned_models (id, machine, labels, content) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET machine = excluded.machine, labels = excluded.labels`,
  )
  const trimModels = db.prepare(
    'DELETE FROM learned_models WHERE id IS NOT ? AND number <= (SELECT max(number) FROM learned_models) - ?',
  )
  const deleteModels = db.prepare('DELETE FROM learned_models')
  const selectParts = db.prepare(
    'SELECT part, position, same_words, content FROM machine_parts WHERE document_id = ? ORDER BY part, position',
  )
  const insertPart = db.prepare('INSERT INTO machine_parts VALUES (?, ?, ?, ?, ?)')
  const deleteParts = db.prepare('DELETE FROM machine_parts WHERE document_id = ?')
  const setBy = db.prepare('UPDATE documents SET learned_by = ? WHERE id = ?')
  const selectPending = db
    .prepare('SELECT id FROM documents WHERE learned_by IS NOT ? ORDER BY number')
    .pluck()
  const selectAdjusted = db.prepare(
    `SELECT count(*) AS adjusted,
       coalesce(sum(passages.focus <> json_extract(machine_parts.content, '$.focus')), 0) AS changed
     FROM machine_parts
     JOIN passages ON passages.document_id = machine_parts.document_id
       AND passages.position = machine_parts.position
     JOIN documents ON documents.id = machine_parts.document_id AND documents.replaced_by IS NULL
     LEFT JOIN human_labels ON human_labels.meeting_id = documents.meeting_id
       AND human_labels.label_key = passages.label_key
     WHERE machine_parts.part = 'p' AND human_labels.focus IS NULL`,
  )
  const selectExamples = db.prepare(
    `SELECT human_labels.meeting_id, human_labels.label_key, human_labels.focus, human_labels.from_customers,
       meetings.board_id, passages.text, items.title AS item, passages.classification,
       machine_parts.content AS machine
     FROM human_labels
     JOIN meetings ON meetings.id = human_labels.meeting_id
     JOIN documents ON documents.meeting_id = meetings.id
     JOIN passages ON passages.document_id = documents.id AND passages.label_key = human_labels.label_key
     LEFT JOIN items ON items.document_id = documents.id AND items.position = passages.item
     LEFT JOIN machine_parts ON machine_parts.document_id = documents.id AND machine_parts.part = 'p'
       AND machine_parts.position = passages.position
     ORDER BY documents.replaced_by IS NOT NULL, documents.number, passages.position`,
  )

  return {
    use(): LearningUse {
      const value = z.string().optional().parse(selectUse.get(USE))
      return value === undefined ? OFF : learningUseSchema.parse(JSON.parse(value))
    },
    setUse: (use: LearningUse) => setUse.run(USE, JSON.stringify(use)),
    model(id: string | null) {
      const row = id === null ? undefined : selectModel.get(id)
      return row === undefined ? null : parseRow(modelRowSchema, row)
    },
    keepModel(model: LearnedModel, machine: string, labels: readonly LabelRef[]): void {
      insertModel.run(model.id, machine, JSON.stringify(labels), JSON.stringify(model))
      trimModels.run(model.id, MOST_MODELS)
    },
    forgetModels: () => deleteModels.run(),
    parts: (documentId: string) => parseRows(partRowSchema, selectParts.all(documentId)),
    addPart: (
      documentId: string,
      part: MachinePart['part'],
      position: number,
      sameWords: boolean,
      content: unknown,
    ) => insertPart.run(documentId, part, position, sameWords ? 1 : 0, JSON.stringify(content)),
    removeParts: (documentId: string) => deleteParts.run(documentId),
    setBy: (documentId: string, modelId: string | null) => setBy.run(modelId, documentId),
    /** Documents that the model in use (null: none) does not lie over as it should. */
    pending: (modelId: string | null) => z.array(z.string()).parse(selectPending.all(modelId)),
    counts: () => parseRow(z.object({ adjusted: z.int(), changed: z.int() }), selectAdjusted.get()),
    /** Every human label once, with its passage as the shipped model left it. */
    examples() {
      const once = new Map<string, z.infer<typeof exampleRowSchema>>()
      for (const row of parseRows(exampleRowSchema, selectExamples.all())) {
        const key = `${row.meeting_id} ${row.label_key}`
        if (!once.has(key)) once.set(key, row)
      }
      return [...once.values()].map((row) => ({
        meetingId: row.meeting_id,
        labelKey: row.label_key,
        text: row.text,
        item: row.item ?? '',
        board: row.board_id,
        machine: (row.machine ?? row.classification).focus,
        probabilities: (row.machine ?? row.classification).probabilities,
        focus: row.focus,
        fromCustomers: row.from_customers === 1,
      }))
    },
  }
}
export type LearningRepository = ReturnType<typeof createLearningRepository>
