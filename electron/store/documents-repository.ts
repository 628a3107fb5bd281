import { createHash } from 'node:crypto'
import { z } from 'zod'
import {
  analysedActionSchema,
  analysedDocumentSchema,
  analysedItemSchema,
  documentKindSchema,
} from '../../shared/model/analysis.ts'
import type { AnalysedDocument } from '../../shared/model/analysis.ts'
import { blockSchema, documentSchema } from '../../shared/model/document.ts'
import { classificationSchema } from '../../shared/model/focus.ts'
import type { Classification } from '../../shared/model/focus.ts'
import { resultClassSchema } from '../../shared/model/import-result.ts'
import type { ResultClass } from '../../shared/model/import-result.ts'
import type { SqlDatabase } from './driver.ts'
import type { Draft } from './library-store.ts'
import { jsonColumn, parseRow, parseRows } from './parse-row.ts'
import { labelKey, newId, textKey } from './store-ids.ts'

const headSchema = z.object({
  document: documentSchema.omit({ blocks: true }),
  analysis: analysedDocumentSchema.omit({ items: true, passages: true, actions: true, measures: true }),
})

const documentRowSchema = z.object({
  id: z.string(),
  number: z.int(),
  meeting_id: z.string(),
  kind: documentKindSchema,
  name: z.string(),
  sha256: z.string(),
  result: resultClassSchema,
  replaced_by: z.string().nullable(),
  head: jsonColumn(headSchema),
})
export type DocumentRow = z.infer<typeof documentRowSchema>

const briefRowSchema = documentRowSchema.omit({ head: true })
/** A document without what was read from it. */
export type BriefDocument = z.infer<typeof briefRowSchema>

const passageRowSchema = z.object({
  position: z.int(),
  item: z.int().nullable(),
  page: z.int(),
  block: z.int(),
  text: z.string(),
  text_key: z.string(),
  label_key: z.string(),
  classification: jsonColumn(classificationSchema),
})
export type PassageRow = z.infer<typeof passageRowSchema>

const itemRowSchema = z.object({ content: jsonColumn(analysedItemSchema) })
const actionRowSchema = z.object({ content: jsonColumn(analysedActionSchema) })
const blockRowSchema = z.object({ position: z.int(), content: jsonColumn(blockSchema) })

export interface NewDocument {
  meetingId: string
  name: string
  sha256: string
  result: ResultClass
  addedAt: string
  draft: Draft
}

const classificationOf = (value: Classification): Classification => ({
  focus: value.focus,
  confidence: value.confidence,
  probabilities: value.probabilities,
  fromCustomers: value.fromCustomers,
  topics: value.topics,
  evidence: value.evidence,
})

function headOf({ document, analysis }: Draft): z.infer<typeof headSchema> {
  const { blocks: _blocks, ...rest } = document
  const { items: _items, passages: _passages, actions: _actions, measures: _measures, ...said } = analysis
  return { document: rest, analysis: said }
}

/** Documents with all that was read from them. Every call that writes must run inside the caller's transaction. */
export function createDocumentsRepository(db: SqlDatabase) {
  const insertDocument = db.prepare(
    `INSERT INTO documents (id, meeting_id, kind, name, sha256, result, head, content_hash, added_at)
     VALUES (@id, @meetingId, @kind, @name, @sha256, @result, @head, '', @addedAt)`,
  )
  const insertBlock = db.prepare('INSERT INTO document_blocks VALUES (?, ?, ?, ?)')
  const insertItem = db.prepare('INSERT INTO items VALUES (?, ?, ?, ?)')
  const insertPassage = db.prepare(
    `INSERT INTO passages
       (document_id, position, item, page, block, text, text_key, label_key, focus, classification)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertIndex = db.prepare('INSERT INTO passages_index (rowid, text) VALUES (?, ?)')
  const insertAction = db.prepare('INSERT INTO actions VALUES (?, ?, ?)')
  const setHash = db.prepare('UPDATE documents SET content_hash = ? WHERE id = ?')
  const updateHead = db.prepare(
    'UPDATE documents SET kind = ?, result = ?, head = ?, refined_by = NULL, learned_by = NULL WHERE id = ?',
  )

  const selectDocument = db.prepare('SELECT * FROM documents WHERE id = ?')
  const brief = 'SELECT id, number, meeting_id, kind, name, sha256, result, replaced_by FROM documents'
  const selectByOriginal = db.prepare(`${brief} WHERE sha256 = ?`)
  const selectBriefOne = db.prepare(`${brief} WHERE id = ?`)
  const selectBrief = db.prepare(`${brief} WHERE meeting_id = ? ORDER BY number`)
  const selectLive = db.prepare(
    'SELECT * FROM documents WHERE meeting_id = ? AND replaced_by IS NULL ORDER BY number',
  )
  const selectIds = db.prepare('SELECT id FROM documents ORDER BY number').pluck()
  const selectOriginals = db
    .prepare('SELECT sha256 FROM documents UNION SELECT sha256 FROM jobs WHERE sha256 IS NOT NULL')
    .pluck()
  const selectPassages = db.prepare('SELECT * FROM passages WHERE document_id = ? ORDER BY position')
  const selectItems = db.prepare('SELECT content FROM items WHERE document_id = ? ORDER BY position')
  const selectActions = db.prepare('SELECT content FROM actions WHERE document_id = ? ORDER BY position')
  const selectBlocks = db.prepare(
    'SELECT position, content FROM document_blocks WHERE document_id = ? ORDER BY position',
  )
  const selectPageBlocks = db.prepare(
    'SELECT position, content FROM document_blocks WHERE document_id = ? AND page = ? ORDER BY position',
  )
  const selectPagePassages = db.prepare(
    'SELECT position, block FROM passages WHERE document_id = ? AND page = ? ORDER BY position',
  )

  const unindex = db.prepare(
    `INSERT INTO passages_index (passages_index, rowid, text)
     SELECT 'delete', number, text FROM passages WHERE document_id = ?`,
  )
  const deleteParts = ['document_blocks', 'items', 'passages', 'actions', 'machine_parts'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE document_id = ?`),
  )
  const passOnReplacement = db.prepare(
    `UPDATE documents SET replaced_by = (SELECT replaced_by FROM documents WHERE id = @id) WHERE replaced_by = @id`,
  )
  const deleteDocument = db.prepare('DELETE FROM documents WHERE id = ?')
  const setReplacedBy = db.prepare('UPDATE documents SET replaced_by = ? WHERE id = ?')
  const setMeeting = db.prepare('UPDATE documents SET meeting_id = ? WHERE id = ?')
  const selectHash = db.prepare('SELECT content_hash FROM documents WHERE id = ?').pluck()
  const hashed = [
    db.prepare('SELECT id, kind, name, sha256, result, head, added_at FROM documents WHERE id = ?'),
    db.prepare('SELECT position, page, content FROM document_blocks WHERE document_id = ? ORDER BY position'),
    db.prepare('SELECT position, title, content FROM items WHERE document_id = ? ORDER BY position'),
    db.prepare(
      `SELECT position, item, page, block, text, text_key, label_key, focus, classification
       FROM passages WHERE document_id = ? ORDER BY position`,
    ),
    db.prepare('SELECT position, content FROM actions WHERE document_id = ? ORDER BY position'),
  ].map((statement) => statement.raw())

  /** SHA-256 over every stored cell of the document: what SQLite's own checks do not see, this does. */
  const contentHash = (id: string): string => {
    const hash = createHash('sha256')
    for (const statement of hashed) {
      for (const row of statement.iterate(id)) hash.update(JSON.stringify(row)).update('\n')
      hash.update('\f')
    }
    return hash.digest('hex')
  }

  const insertParts = (id: string, { document, analysis }: Draft): void => {
    document.blocks.forEach((block, position) =>
      insertBlock.run(id, position, block.page, JSON.stringify(block)),
    )
    analysis.items.forEach((item, position) => insertItem.run(id, position, item.title, JSON.stringify(item)))
    analysis.passages.forEach((passage, position) => {
      const words = textKey(passage.text)
      const title = passage.item === null ? null : (analysis.items[passage.item]?.title ?? null)
      const { lastInsertRowid } = insertPassage.run(
        id,
        position,
        passage.item,
        passage.page,
        passage.block,
        passage.text,
        words,
        labelKey(words, title),
        passage.focus,
        JSON.stringify(classificationOf(passage)),
      )
      insertIndex.run(lastInsertRowid, passage.text)
    })
    analysis.actions.forEach((action, position) => insertAction.run(id, position, JSON.stringify(action)))
    setHash.run(contentHash(id), id)
  }

  const removeParts = (id: string): void => {
    unindex.run(id)
    for (const statement of deleteParts) statement.run(id)
  }

  const find = (id: string): DocumentRow | null => {
    const row = selectDocument.get(id)
    return row === undefined ? null : parseRow(documentRowSchema, row)
  }
  const passages = (id: string): PassageRow[] => parseRows(passageRowSchema, selectPassages.all(id))
  const items = (id: string) => parseRows(itemRowSchema, selectItems.all(id)).map((row) => row.content)
  const actions = (id: string) => parseRows(actionRowSchema, selectActions.all(id)).map((row) => row.content)

  return {
    insert(document: NewDocument): string {
      const id = newId()
      insertDocument.run({
        id,
        meetingId: document.meetingId,
        kind: document.draft.analysis.kind,
        name: document.name,
        sha256: document.sha256,
        result: document.result,
        head: JSON.stringify(headOf(document.draft)),
        addedAt: document.addedAt,
      })
      insertParts(id, document.draft)
      return id
    },
    /** Puts a new reading of the same original in place of the old. */
    replaceContent(id: string, draft: Draft, result: ResultClass): void {
      removeParts(id)
      updateHead.run(draft.analysis.kind, result, JSON.stringify(headOf(draft)), id)
      insertParts(id, draft)
    },
    /** The versions it had replaced pass to what replaced it, or stand again. */
    remove(id: string): void {
      removeParts(id)
      passOnReplacement.run({ id })
      deleteDocument.run(id)
    },
    find,
    /** Without its head, which may be long. */
    brief(id: string): BriefDocument | null {
      const row = selectBriefOne.get(id)
      return row === undefined ? null : parseRow(briefRowSchema, row)
    },
    briefOfMeeting: (meetingId: string) => parseRows(briefRowSchema, selectBrief.all(meetingId)),
    byOriginal(sha256: string): BriefDocument | null {
      const row = selectByOriginal.get(sha256)
      return row === undefined ? null : parseRow(briefRowSchema, row)
    },
    liveOfMeeting: (meetingId: string) => parseRows(documentRowSchema, selectLive.all(meetingId)),
    allIds: () => z.array(z.string()).parse(selectIds.all()),
    neededOriginals: () => new Set(z.array(z.string()).parse(selectOriginals.all())),
    setReplacedBy: (id: string, by: string | null) => setReplacedBy.run(by, id),
    setMeeting: (id: string, meetingId: string) => setMeeting.run(meetingId, id),
    passages,
    items,
    actions,
    /** The blocks that begin on a page, and the passages on it. */
    page(id: string, page: number) {
      return {
        blocks: parseRows(blockRowSchema, selectPageBlocks.all(id, page)),
        passages: parseRows(
          z.object({ position: z.int(), block: z.int() }),
          selectPagePassages.all(id, page),
        ),
      }
    },
    /** All that was stored of it, as it was given; measures are the caller's to add. */
    content(row: DocumentRow): Omit<Draft, 'analysis'> & { analysis: Omit<AnalysedDocument, 'measures'> } {
      const blocks = parseRows(blockRowSchema, selectBlocks.all(row.id)).map((block) => block.content)
      return {
        document: { ...row.head.document, blocks },
        analysis: {
          ...row.head.analysis,
          items: items(row.id),
          passages: passages(row.id).map(({ classification, text, page, block, item }) => ({
            text,
            page,
            block,
            item,
            ...classification,
          })),
          actions: actions(row.id),
        },
      }
    },
    /** After its passages, items or actions were written by another hand. */
    rehash: (id: string) => setHash.run(contentHash(id), id),
    isWhole: (id: string) => selectHash.get(id) === contentHash(id),
  }
}
export type DocumentsRepository = ReturnType<typeof createDocumentsRepository>
