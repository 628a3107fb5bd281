import { z } from 'zod'
import { documentKindSchema, structuredDecisionSchema } from '../../shared/model/analysis.ts'
import { customerFieldsSchema, mentionDoubtSchema } from '../../shared/model/customers.ts'
import type { Customer } from '../../shared/model/customers.ts'
import { customerQuestionSchema, focusSchema } from '../../shared/model/focus.ts'
import { customerKey } from '../../shared/analysis/customers/customer-key.ts'
import type { SqlDatabase } from './driver.ts'
import { jsonColumn, parseRow, parseRows } from './parse-row.ts'

const customerRowSchema = z
  .object({
    id: z.string(),
    position: z.int(),
    archived: z.int(),
    content: jsonColumn(customerFieldsSchema),
  })
  .transform((row): Customer => ({
    ...row.content,
    id: row.id,
    position: row.position,
    archived: row.archived === 1,
  }))

export const certaintySchema = z.enum(['sure', 'unless-word', 'doubtful', 'near', 'small'])

/** A mention as it is stored: a place in a passage and how sure it is. */
export const storedMentionSchema = z.object({
  passage: z.int(),
  start: z.int(),
  end: z.int(),
  customer_id: z.string(),
  form_key: z.string(),
  certainty: certaintySchema,
  doubt: mentionDoubtSchema.nullable(),
})
export type StoredMention = z.infer<typeof storedMentionSchema>

const mentionRowSchema = storedMentionSchema.extend({
  document_id: z.string(),
  meeting_id: z.string(),
  board_id: z.string(),
  date: z.string().nullable(),
  kind: documentKindSchema,
  focus: focusSchema,
  text_key: z.string(),
  words: z.int(),
})
/** The same with where it stands. */
export type MentionRow = z.infer<typeof mentionRowSchema>

const placeRowSchema = z.object({
  document_id: z.string(),
  position: z.int(),
  meeting_id: z.string(),
  board_id: z.string(),
  date: z.string().nullable(),
  kind: documentKindSchema,
  document: z.string(),
  page: z.int(),
  item: z.string().nullable(),
  focus: focusSchema,
  text: z.string(),
})
export type PlaceRow = z.infer<typeof placeRowSchema>

const recordPassageSchema = z.object({
  document_id: z.string(),
  position: z.int(),
  meeting_id: z.string(),
  kind: documentKindSchema,
  block: z.int(),
  item: z.int().nullable(),
  item_title: z.string().nullable(),
  text: z.string(),
  focus: focusSchema,
  from_customers: z.int(),
  topics: jsonColumn(z.array(customerQuestionSchema)),
})
export type RecordPassageRow = z.infer<typeof recordPassageSchema>

const meetingRowSchema = z.object({
  id: z.string(),
  board_id: z.string(),
  date: z.string().nullable(),
  kinds: jsonColumn(z.array(documentKindSchema)),
})
const decisionsRowSchema = z.object({
  document_id: z.string(),
  decisions: jsonColumn(z.array(structuredDecisionSchema)),
})
const verdictSchema = z.enum(['is', 'is-not'])
const verdictRowSchema = z.object({
  customer_id: z.string(),
  form_key: z.string(),
  text_key: z.string(),
  verdict: verdictSchema,
})
export type VerdictRow = z.infer<typeof verdictRowSchema>

/** All SQL about customers. Every call that writes must run inside the caller's transaction. */
export function createCustomersRepository(db: SqlDatabase) {
  const selectAll = db.prepare('SELECT * FROM customers ORDER BY position, id')
  const selectOne = db.prepare('SELECT * FROM customers WHERE id = ?')
  const selectByKey = db.prepare('SELECT id FROM customers WHERE name_key = ?').pluck()
  const selectLast = db.prepare('SELECT coalesce(max(position), -1) FROM customers').pluck()
  const put = db.prepare(
    `INSERT INTO customers (id, position, archived, name_key, content)
     VALUES (@id, @position, @archived, @key, @content)
     ON CONFLICT (id) DO UPDATE SET position = @position, archived = @archived, name_key = @key, content = @content`,
  )
  const remove = db.prepare('DELETE FROM customers WHERE id = ?')

  const live = `documents.replaced_by IS NULL AND (@boardId IS NULL OR meetings.board_id = @boardId)`
  const labelled = `LEFT JOIN human_labels ON human_labels.meeting_id = meetings.id
       AND human_labels.label_key = passages.label_key`
  const selectUnscanned = db
    .prepare(
      `SELECT documents.id FROM documents LEFT JOIN customer_scans ON customer_scans.document_id = documents.id
       WHERE documents.replaced_by IS NULL AND (customer_scans.register IS NOT ?
         OR customer_scans.content_hash IS NOT documents.content_hash) ORDER BY documents.number`,
    )
    .pluck()
  const selectHash = db.prepare('SELECT content_hash FROM documents WHERE id = ?').pluck()
  const selectTexts = db.prepare(
    'SELECT position, text FROM passages WHERE document_id = ? ORDER BY position',
  )
  const clearMentions = db.prepare('DELETE FROM customer_mentions WHERE document_id = ?')
  const insertMention = db.prepare(
    `INSERT INTO customer_mentions (document_id, passage, start, end, customer_id, form_key, certainty, doubt)
     VALUES (@document_id, @passage, @start, @end, @customer_id, @form_key, @certainty, @doubt) ON CONFLICT DO NOTHING`,
  )
  const setScan = db.prepare(
    `INSERT INTO customer_scans VALUES (@id, @hash, @register)
     ON CONFLICT DO UPDATE SET content_hash = @hash, register = @register`,
  )
  // A scan of another reading of the document has places that no longer fit.
  const mentions = `SELECT customer_mentions.*, documents.meeting_id, meetings.board_id, meetings.date, documents.kind,
      coalesce(human_labels.focus, passages.focus) AS focus, passages.text_key,
      length(passages.text) - length(replace(passages.text, ' ', '')) + 1 AS words
    FROM customer_mentions
    JOIN documents ON documents.id = customer_mentions.document_id
    JOIN customer_scans ON customer_scans.document_id = documents.id
      AND customer_scans.content_hash = documents.content_hash
    JOIN meetings ON meetings.id = documents.meeting_id
    JOIN passages ON passages.document_id = documents.id AND passages.position = customer_mentions.passage
    ${labelled}
    WHERE ${live}`
  const selectMentions = db.prepare(mentions)
  const selectMentionsOf = db.prepare(`${mentions} AND customer_mentions.customer_id = @customerId`)
  const place = `SELECT passages.document_id, passages.position, documents.meeting_id, meetings.board_id, meetings.date,
      documents.kind, documents.name AS document, passages.page, items.title AS item,
      coalesce(human_labels.focus, passages.focus) AS focus, passages.text
    FROM passages JOIN documents ON documents.id = passages.document_id
    JOIN meetings ON meetings.id = documents.meeting_id
    LEFT JOIN items ON items.document_id = documents.id AND items.position = passages.item
    ${labelled}`
  const selectPlace = db.prepare(`${place} WHERE passages.document_id = ? AND passages.position = ?`)
  const selectRecord = db.prepare(
    `SELECT passages.document_id, passages.position, documents.meeting_id, documents.kind, passages.block, passages.item,
       items.title AS item_title, passages.text, coalesce(human_labels.focus, passages.focus) AS focus,
       coalesce(human_labels.from_customers, json_extract(passages.classification, '$.fromCustomers')) AS from_customers,
       json_extract(passages.classification, '$.topics') AS topics
     FROM passages JOIN documents ON documents.id = passages.document_id
     JOIN meetings ON meetings.id = documents.meeting_id
     LEFT JOIN items ON items.document_id = documents.id AND items.position = passages.item
     ${labelled}
     WHERE ${live} AND (@meetingId IS NULL OR meetings.id = @meetingId)
     ORDER BY meetings.date, documents.number, passages.position`,
  )
  const selectMeetings = db.prepare(
    `SELECT meetings.id, meetings.board_id, meetings.date, json_group_array(DISTINCT documents.kind) AS kinds
     FROM meetings JOIN documents ON documents.meeting_id = meetings.id
     WHERE ${live} GROUP BY meetings.id ORDER BY meetings.date IS NULL, meetings.date, meetings.id`,
  )
  const selectDecisions = db.prepare(
    `SELECT documents.id AS document_id, json_extract(documents.head, '$.analysis.decisions') AS decisions
     FROM documents JOIN meetings ON meetings.id = documents.meeting_id
     WHERE ${live} AND json_array_length(documents.head, '$.analysis.decisions') > 0`,
  )
  const selectVerdicts = db.prepare('SELECT * FROM customer_verdicts')
  const selectVerdict = db
    .prepare('SELECT verdict FROM customer_verdicts WHERE customer_id = ? AND form_key = ? AND text_key = ?')
    .pluck()
  const putVerdict = db.prepare(
    `INSERT INTO customer_verdicts VALUES (@customer_id, @form_key, @text_key, @verdict)
     ON CONFLICT DO UPDATE SET verdict = @verdict`,
  )
  const dropVerdict = db.prepare(
    'DELETE FROM customer_verdicts WHERE customer_id = ? AND form_key = ? AND text_key = ?',
  )

  return {
    all: () => parseRows(customerRowSchema, selectAll.all()),
    find(id: string): Customer | null {
      const row = selectOne.get(id)
      return row === undefined ? null : parseRow(customerRowSchema, row)
    },
    idByName: (name: string): string | null =>
      z
        .string()
        .nullable()
        .parse(selectByKey.get(customerKey(name)) ?? null),
    nextPosition: (): number => z.int().parse(selectLast.get()) + 1,
    put({ id, position, archived, ...fields }: Customer): void {
      put.run({
        id,
        position,
        archived: archived ? 1 : 0,
        key: customerKey(fields.name),
        content: JSON.stringify(fields),
      })
    },
    remove: (id: string) => remove.run(id),

    unscanned: (register: string) => z.array(z.string()).parse(selectUnscanned.all(register)),
    contentHash: (documentId: string): string | null =>
      z
        .string()
        .nullable()
        .parse(selectHash.get(documentId) ?? null),
    texts: (documentId: string) =>
      parseRows(z.object({ position: z.int(), text: z.string() }), selectTexts.all(documentId)),
    saveMentions(documentId: string, hash: string, register: string, found: readonly StoredMention[]): void {
      clearMentions.run(documentId)
      for (const mention of found) insertMention.run({ ...mention, document_id: documentId })
      setScan.run({ id: documentId, hash, register })
    },
    mentions: (boardId: string | null) => parseRows(mentionRowSchema, selectMentions.all({ boardId })),
    mentionsOf: (customerId: string, boardId: string | null) =>
      parseRows(mentionRowSchema, selectMentionsOf.all({ customerId, boardId })),
    place(documentId: string, position: number): PlaceRow | null {
      const row = selectPlace.get(documentId, position)
      return row === undefined ? null : parseRow(placeRowSchema, row)
    },
    /** Every passage of a board's documents in use, in the order of its meetings; or of one meeting of it. */
    record: (boardId: string, meetingId: string | null) =>
      parseRows(recordPassageSchema, selectRecord.all({ boardId, meetingId })),
    meetings: (boardId: string | null) => parseRows(meetingRowSchema, selectMeetings.all({ boardId })),

    /** What each document of a board says was decided; documents that say nothing are left out. */
    decisions: (boardId: string) => parseRows(decisionsRowSchema, selectDecisions.all({ boardId })),

    verdicts: () => parseRows(verdictRowSchema, selectVerdicts.all()),
    verdict: (customerId: string, formKey: string, textKey: string) =>
      verdictSchema.nullable().parse(selectVerdict.get(customerId, formKey, textKey) ?? null),
    setVerdict(row: Omit<VerdictRow, 'verdict'>, verdict: VerdictRow['verdict'] | null): void {
      if (verdict === null) dropVerdict.run(row.customer_id, row.form_key, row.text_key)
      else putVerdict.run({ ...row, verdict })
    },
  }
}
export type CustomersRepository = ReturnType<typeof createCustomersRepository>
