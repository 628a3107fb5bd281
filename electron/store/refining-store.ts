import { z } from 'zod'
import { FOCI } from '../../shared/model/focus.ts'
import type { AnalysedDocument } from '../../shared/model/analysis.ts'
import type { FocusProbabilities } from '../../shared/model/focus.ts'
import type { Id } from '../../shared/model/library.ts'
import { ServiceError } from '../../shared/contract/errors.ts'
import { layLearned, learnedInUse, restoreMachine } from './lay-learned.ts'
import type { Library } from './library.ts'
import { parseRow, parseRows } from './parse-row.ts'
import { refreshRollUp } from './read-meeting.ts'

/** What the careful model said of one passage; known by a SHA-256 (hex) over model and passage. */
export interface StoredAnswer {
  readonly probabilities: FocusProbabilities
  readonly fromCustomers: number
}

/** A document as it was read, to be given back refined. */
export interface ToRefine {
  readonly analysis: Omit<AnalysedDocument, 'measures'>
  /** The board's words for its customers; none leaves them to the document. */
  readonly customerTerms: string[]
  /** Says on giving back whether the document is still the one that was read. */
  readonly contentHash: string
}

/** The library as the refining of its labels sees it. Human labels are never touched here. */
export interface RefiningStore {
  /** Documents in use that these models have not settled, oldest first. */
  unrefined(by: string): { id: Id; passages: number }[]
  /** Null when it is gone. */
  read(documentId: Id): ToRefine | null
  /** Puts other labels on the same passages; null, and nothing changed, when the document is another by now. */
  save(
    documentId: Id,
    contentHash: string,
    analysis: AnalysedDocument,
    by: string,
  ): { meetingId: Id; changed: boolean } | null
  answers(keys: readonly string[]): Map<string, StoredAnswer>
  /** The oldest go when there are too many; all go when anything is deleted for good. */
  keepAnswers(answers: ReadonlyMap<string, StoredAnswer>): void
}

/** About ten megabytes. */
const MOST_ANSWERS = 60_000
const NUMBERS = FOCI.length + 1

const answerRowSchema = z.object({
  answer: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength === NUMBERS * 8),
})

function pack({ probabilities, fromCustomers }: StoredAnswer): Buffer {
  const bytes = Buffer.alloc(NUMBERS * 8)
  ;[...FOCI.map((focus) => probabilities[focus]), fromCustomers].forEach((value, at) =>
    bytes.writeDoubleLE(value, at * 8),
  )
  return bytes
}

function unpack(bytes: Uint8Array): StoredAnswer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = (index: number): number => view.getFloat64(index * 8, true)
  return {
    probabilities: {
      customer: at(0),
      'customer-in-numbers': at(1),
      numbers: at(2),
      other: at(3),
      procedural: at(4),
    },
    fromCustomers: at(5),
  }
}

const asJson = (value: unknown): string => JSON.stringify(value)

/** Joins the refining of labels to the library's tables. */
export function createRefiningStore(library: Library): RefiningStore {
  const { db, documents } = library
  const selectUnrefined = db.prepare(
    `SELECT id, (SELECT count(*) FROM passages WHERE document_id = documents.id) AS passages
     FROM documents WHERE replaced_by IS NULL AND refined_by IS NOT ? ORDER BY number`,
  )
  const selectHash = db.prepare('SELECT content_hash FROM documents WHERE id = ?').pluck()
  const setRefined = db.prepare('UPDATE documents SET refined_by = ? WHERE id = ?')
  const setPassage = db.prepare(
    'UPDATE passages SET focus = ?, classification = ? WHERE document_id = ? AND position = ?',
  )
  const setItem = db.prepare('UPDATE items SET content = ? WHERE document_id = ? AND position = ?')
  const setAction = db.prepare('UPDATE actions SET content = ? WHERE document_id = ? AND position = ?')
  const selectAnswer = db.prepare('SELECT answer FROM careful_answers WHERE key = ?')
  const insertAnswer = db.prepare(
    'INSERT INTO careful_answers (key, answer) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  const trimAnswers = db.prepare(
    'DELETE FROM careful_answers WHERE number <= (SELECT max(number) FROM careful_answers) - ?',
  )
  const hashOf = (id: Id): string | null =>
    z
      .string()
      .nullable()
      .parse(selectHash.get(id) ?? null)

  const write = (
    id: Id,
    before: ToRefine['analysis'],
    { passages, items, actions }: AnalysedDocument,
  ): boolean => {
    let changed = false
    passages.forEach((passage, position) => {
      const { focus, confidence, probabilities, fromCustomers, topics, evidence } = passage
      if (asJson(passage) === asJson(before.passages[position])) return
      const said = { focus, confidence, probabilities, fromCustomers, topics, evidence }
      setPassage.run(focus, asJson(said), id, position)
      changed = true
    })
    items.forEach((item, position) => {
      if (asJson(item) === asJson(before.items[position])) return
      setItem.run(asJson(item), id, position)
      changed = true
    })
    actions.forEach((action, position) => {
      if (action.focus === before.actions[position]?.focus) return
      setAction.run(asJson(action), id, position)
      changed = true
    })
    return changed
  }

  const read = (documentId: Id): ToRefine | null => {
    const row = documents.find(documentId)
    const contentHash = hashOf(documentId)
    if (row === null || contentHash === null) return null
    const { board_id: boardId } = library.meetings.get(row.meeting_id)
    const { customerTerms } = library.boards.get(boardId)
    // Its blocks, the most of it, are not looked at.
    const passages = documents
      .passages(documentId)
      .map(({ text, page, block, item, classification }) => ({ text, page, block, item, ...classification }))
    const [items, actions] = [documents.items(documentId), documents.actions(documentId)]
    return {
      analysis: { ...row.head.analysis, items, passages, actions },
      customerTerms,
      contentHash,
    }
  }

  return {
    unrefined: (by) => parseRows(z.object({ id: z.string(), passages: z.int() }), selectUnrefined.all(by)),
    read,
    save: (documentId, contentHash, analysis, by) =>
      library.transact(() => {
        const now = read(documentId)
        const document = documents.brief(documentId)
        if (now === null || document === null || now.contentHash !== contentHash) return null
        const same =
          analysis.passages.length === now.analysis.passages.length &&
          analysis.items.length === now.analysis.items.length &&
          analysis.actions.length === now.analysis.actions.length
        if (!same) throw new ServiceError('conflict')
        const wasLaid = restoreMachine(library, documentId)
        const machine = wasLaid ? (read(documentId)?.analysis ?? now.analysis) : now.analysis
        const isWritten = write(documentId, machine, analysis)
        if (wasLaid || isWritten) documents.rehash(documentId)
        setRefined.run(by, documentId)
        layLearned(library, documentId, learnedInUse(library))
        const changed = hashOf(documentId) !== contentHash
        if (changed) refreshRollUp(library, document.meeting_id)
        return { meetingId: document.meeting_id, changed }
      }),
    answers(keys) {
      const found = new Map<string, StoredAnswer>()
      for (const key of keys) {
        const row = selectAnswer.get(Buffer.from(key, 'hex'))
        if (row !== undefined) found.set(key, unpack(parseRow(answerRowSchema, row).answer))
      }
      return found
    },
    keepAnswers: (answers) =>
      library.transact(() => {
        for (const [key, answer] of answers) insertAnswer.run(Buffer.from(key, 'hex'), pack(answer))
        trimAnswers.run(MOST_ANSWERS)
      }),
  }
}
