import { assembleAnalysis } from '../../shared/analysis/assemble-analysis.ts'
import { indexLearned, learnedClassification } from '../../shared/analysis/learning/apply-learned.ts'
import type { LearnedIndex } from '../../shared/analysis/learning/apply-learned.ts'
import { wordsKey } from '../../shared/analysis/learning/learning-features.ts'
import { classificationSchema } from '../../shared/model/focus.ts'
import type { Classification, Focus } from '../../shared/model/focus.ts'
import type { Library } from './library.ts'

/** A model in use: ready to be asked, and its name. */
export interface LearnedInUse {
  readonly id: string
  readonly index: LearnedIndex
}

const asJson = (value: unknown): string => JSON.stringify(value)

const certain = (focus: Focus): Classification => ({
  focus,
  confidence: 1,
  probabilities: { customer: 0, 'customer-in-numbers': 0, numbers: 0, other: 0, procedural: 0, [focus]: 1 },
  fromCustomers: false,
  topics: [],
  evidence: [],
})

/** The model in use, or null: learning is off, or nothing is learnt. */
export function learnedInUse(library: Library): LearnedInUse | null {
  const { on, modelId } = library.learning.use()
  const row = on ? library.learning.model(modelId) : null
  return row === null ? null : { id: row.id, index: indexLearned(row.content) }
}

const writersOf = (library: Library) => {
  const passage = library.db.prepare(
    'UPDATE passages SET focus = ?, classification = ? WHERE document_id = ? AND position = ?',
  )
  const item = library.db.prepare('UPDATE items SET content = ? WHERE document_id = ? AND position = ?')
  const action = library.db.prepare('UPDATE actions SET content = ? WHERE document_id = ? AND position = ?')
  return {
    passage: (id: string, position: number, said: Classification) =>
      passage.run(said.focus, asJson(said), id, position),
    item: (id: string, position: number, content: unknown) => item.run(asJson(content), id, position),
    action: (id: string, position: number, content: unknown) => action.run(asJson(content), id, position),
  }
}

/**
 * Puts a document back to what the shipped model said, exactly. Runs inside the caller's transaction, who rehashes
 * the document and refreshes its meeting. Answers whether there was anything to put back.
 */
export function restoreMachine(library: Library, documentId: string): boolean {
  const parts = library.learning.parts(documentId)
  const write = writersOf(library)
  for (const { part, position, content } of parts) {
    if (part === 'p') write.passage(documentId, position, content)
    else if (part === 'i') write.item(documentId, position, content)
    else write.action(documentId, position, content)
  }
  library.learning.removeParts(documentId)
  library.learning.setBy(documentId, null)
  return parts.length > 0
}

/**
 * Lays what was learnt over a document, in place of what lay there before; null takes it off. What the shipped model
 * said is kept beside every part that changes. Human labels are neither read nor written. Runs inside the caller's
 * transaction, who refreshes the meeting. Answers whether anything stored is another than before.
 */
export function layLearned(library: Library, documentId: string, model: LearnedInUse | null): boolean {
  const hash = (): unknown =>
    library.db.prepare('SELECT content_hash FROM documents WHERE id = ?').pluck().get(documentId)
  const before = hash()
  const wasLaid = restoreMachine(library, documentId)
  const isLaid = model !== null && lay(library, documentId, model)
  library.learning.setBy(documentId, model?.id ?? null)
  if (wasLaid || isLaid) library.documents.rehash(documentId)
  return before !== hash()
}

function lay(library: Library, documentId: string, { index }: LearnedInUse): boolean {
  const row = library.documents.find(documentId)
  if (row === null) return false
  const board = library.meetings.get(row.meeting_id).board_id
  const items = library.documents.items(documentId)
  const rows = library.documents.passages(documentId)
  const actions = library.documents.actions(documentId)
  const titleOf = (item: number | null): string => (item === null ? '' : (items[item]?.title ?? ''))
  const sameWords = new Set<number>()
  const ask = (text: string, item: string, machine: Classification, at: number): Classification => {
    const { probabilities } = machine
    const learned = learnedClassification(index, { text, item, board, probabilities }, machine)
    if (learned?.sameWords === true) sameWords.add(at)
    return learned?.classification ?? machine
  }
  const classified = [
    ...rows.map((one, at) => ask(one.text, titleOf(one.item), one.classification, at)),
    ...items.map((one) => ask(one.title, titleOf(one.parent), one.titleClassification, -1)),
    // Of actions only the focus is stored: the same words alone change it.
    ...actions.map((one) => {
      const key = wordsKey(one.text)
      return certain((key === null ? undefined : index.exact.get(key)?.focus) ?? one.focus)
    }),
  ]
  const write = writersOf(library)
  let changed = false
  rows.forEach((one, at) => {
    const said = classified[at]
    if (said === undefined || said === one.classification) return
    library.learning.addPart(documentId, 'p', one.position, sameWords.has(at), one.classification)
    write.passage(documentId, one.position, classificationSchema.parse(said))
    changed = true
  })
  if (!changed && classified.slice(rows.length).every((said, at) => isAsBefore(said, at, items, actions)))
    return false
  const analysis = {
    ...row.head.analysis,
    items,
    actions,
    passages: rows.map(({ text, page, block, item }) => ({ text, page, block, item })),
  }
  const laid = assembleAnalysis(analysis, analysis.pages, classified)
  items.forEach((one, position) => {
    const now = laid.items[position]
    if (now === undefined || asJson(now) === asJson(one)) return
    library.learning.addPart(documentId, 'i', position, false, one)
    write.item(documentId, position, now)
    changed = true
  })
  actions.forEach((one, position) => {
    const now = laid.actions[position]
    if (now === undefined || now.focus === one.focus) return
    library.learning.addPart(documentId, 'a', position, true, one)
    write.action(documentId, position, now)
    changed = true
  })
  return changed
}

function isAsBefore(
  said: Classification,
  at: number,
  items: readonly { titleClassification: Classification }[],
  actions: readonly { focus: Focus }[],
): boolean {
  const item = items[at]
  if (item !== undefined) return said === item.titleClassification
  return said.focus === actions[at - items.length]?.focus
}
