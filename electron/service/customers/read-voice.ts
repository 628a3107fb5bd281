import { canAsk, mapQuestions } from '../../../shared/analysis/customers/map-questions.ts'
import { inOrder, recordCover } from '../../../shared/analysis/customers/record-cover.ts'
import { evidenceKinds, namesEvidence } from '../../../shared/analysis/customers/voice/evidence-kinds.ts'
import { assertionFinder } from '../../../shared/analysis/customers/voice/find-assertions.ts'
import { findDecision, isFormal } from '../../../shared/analysis/customers/voice/find-decisions.ts'
import { inputLinker } from '../../../shared/analysis/customers/voice/link-input.ts'
import type { VoicePassage } from '../../../shared/analysis/customers/voice/voice-passage.ts'
import type { EvidenceKind, PassagePlace, QuestionMap, Voice } from '../../../shared/model/customers.ts'
import type { StructuredDecision } from '../../../shared/model/analysis.ts'
import type { CustomerQuestion } from '../../../shared/model/focus.ts'
import type { Id } from '../../../shared/model/library.ts'
import type { RecordPassageRow } from '../../store/customers-repository.ts'
import type { LibraryStore } from '../../store/library-store.ts'
import { partId } from '../../store/store-ids.ts'

const MOST_SHOWN = 400

const idOf = (row: RecordPassageRow): string => partId(row.document_id, 'p', row.position)

function places(store: LibraryStore, rows: readonly RecordPassageRow[]): PassagePlace[] {
  return rows.slice(0, MOST_SHOWN).flatMap((row) => store.customers.place(idOf(row)) ?? [])
}

/** The eight questions over the meetings of a board. */
export function readQuestions(store: LibraryStore, boardId: Id): QuestionMap {
  store.board(boardId)
  const passages = store.customers
    .record(boardId, null)
    .map(({ meeting_id: meetingId, kind, focus, topics }) => ({ meetingId, kind, focus, topics }))
  return mapQuestions(boardId, store.customers.meetings(boardId), passages)
}

/** The passages behind a cell of the map, or behind a question, latest meeting first. */
export function readQuestionPassages(
  store: LibraryStore,
  boardId: Id,
  question: CustomerQuestion,
  meetingId: Id | null,
): PassagePlace[] {
  store.board(boardId)
  const rows = store.customers
    .record(boardId, meetingId)
    .filter(({ focus, topics }) => canAsk(focus) && topics.includes(question))
  return places(store, rows).toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
}

const restsOnCustomers = (row: RecordPassageRow): boolean =>
  row.from_customers === 1 && row.focus === 'customer'

/** The passages of one kind of evidence in one meeting. */
export function readEvidencePassages(
  store: LibraryStore,
  boardId: Id,
  meetingId: Id,
  kind: EvidenceKind,
): PassagePlace[] {
  store.board(boardId)
  const rows = store.customers
    .record(boardId, meetingId)
    .filter((row) => restsOnCustomers(row) && evidenceKinds(row.text, row.item_title).includes(kind))
  return places(store, rows)
}

/** What rests on customers in a board's record: before decisions, over time, and what is said without it. */
export function readVoice(store: LibraryStore, boardId: Id): Voice {
  const board = store.board(boardId)
  const meetings = store.customers.meetings(boardId)
  const { ordered, order, rows, passages } = readRecord(store, boardId, meetings)
  const findAssertion = assertionFinder(board.customerTerms)
  const asserts = (text: string): boolean => findAssertion(text) !== null
  // A pack holds the minutes before it again: what they say was said once.
  const said = new Map<string, number>()
  for (const { text, meetingId } of passages)
    said.set(text, Math.min(said.get(text) ?? Infinity, order.get(meetingId) ?? Infinity))
  const isFirst = ({ text, meetingId }: VoicePassage): boolean => said.get(text) === order.get(meetingId)
  const latestFirst = passages.toSorted(
    (a, b) => (order.get(b.meetingId) ?? 0) - (order.get(a.meetingId) ?? 0) || a.position - b.position,
  )
  const assertions: Voice['assertions'] = []
  for (const passage of latestFirst) {
    if (passage.focus !== 'customer' || !isFirst(passage) || assertions.length >= MOST_SHOWN) continue
    const words = findAssertion(passage.text)
    const place = words === null ? null : store.customers.place(passage.id)
    if (words !== null && place !== null && !hasEvidence(passage, passages, asserts))
      assertions.push({ ...place, ...words })
  }
  return {
    boardId,
    record: recordCover(meetings),
    decisions: decisionsIn(store, boardId, { order, passages }, latestFirst),
    assertions,
    evidence: ordered.map(({ id, date }) => {
      const kinds = noEvidence()
      let count = 0
      for (const row of rows) {
        if (row.meeting_id !== id || !restsOnCustomers(row)) continue
        count += 1
        for (const kind of evidenceKinds(row.text, row.item_title)) kinds[kind] += 1
      }
      return { meetingId: id, date, passages: count, kinds }
    }),
  }
}

/** The decisions about customers of one meeting, in reading order, each with what customers had said or done before. */
export function readDecisions(store: LibraryStore, boardId: Id, meetingId: Id): Voice['decisions'] {
  const record = readRecord(store, boardId, store.customers.meetings(boardId))
  const ofMeeting = record.passages.filter((passage) => passage.meetingId === meetingId)
  return decisionsIn(store, boardId, record, ofMeeting)
}

/** The passages of a board's dated record, and the order of its meetings. */
function readRecord(
  store: LibraryStore,
  boardId: Id,
  meetings: ReturnType<LibraryStore['customers']['meetings']>,
) {
  const ordered = inOrder(meetings)
  const order = new Map(ordered.map(({ id }, index) => [id, index]))
  const rows = store.customers.record(boardId, null).filter((row) => order.has(row.meeting_id))
  const passages = rows.map((row): VoicePassage => ({
    id: idOf(row),
    meetingId: row.meeting_id,
    documentId: row.document_id,
    kind: row.kind,
    position: row.position,
    block: row.block,
    item: row.item,
    itemTitle: row.item_title,
    text: row.text,
    focus: row.focus,
    fromCustomers: row.from_customers === 1,
  }))
  return { ordered, order, rows, passages }
}

function customersOfPassages(store: LibraryStore, boardId: Id): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map(store.customers.all().map(({ id, name }) => [id, name]))
  const customersOf = new Map<string, Set<string>>()
  for (const mention of store.customers.mentions(boardId)) {
    const name = names.get(mention.customer_id)
    if (!mention.counts || name === undefined) continue
    const id = partId(mention.document_id, 'p', mention.passage)
    customersOf.set(id, (customersOf.get(id) ?? new Set()).add(name))
  }
  return customersOf
}

/** The decisions about customers among some passages of a record, with their inputs from all of it. */
function decisionsIn(
  store: LibraryStore,
  boardId: Id,
  { order, passages }: Pick<ReturnType<typeof readRecord>, 'order' | 'passages'>,
  among: readonly VoicePassage[],
): Voice['decisions'] {
  const findAssertion = assertionFinder(store.board(boardId).customerTerms)
  const linkInput = inputLinker(
    passages,
    order,
    customersOfPassages(store, boardId),
    (text) => findAssertion(text) !== null,
  )
  const decisionIn = decisionFinder(store, boardId)
  const decisions: Voice['decisions'] = []
  for (const passage of among) {
    if (!isCustomerDecision(passage) || decisions.length >= MOST_SHOWN) continue
    const words = decisionIn(passage)
    const place = words === null ? null : store.customers.place(passage.id)
    if (words === null || place === null) continue
    const inputs = linkInput(passage, words.start).flatMap(({ passage: input, where, shared }) => {
      const found = store.customers.place(input.id)
      return found === null
        ? []
        : [{ ...found, where, shared, kinds: evidenceKinds(input.text, input.itemTitle) }]
    })
    decisions.push({ ...place, ...words, inputs })
  }
  return decisions
}

/** Decided, and not lost, deferred or withdrawn. */
const stands = ({ kind, outcome }: StructuredDecision): boolean =>
  outcome === 'carried' || (outcome === null && kind !== 'moved')

/**
 * The words of a passage that say what was decided: by the reading of its document where that found decisions, else
 * (documents read by an earlier version) by the wording alone.
 */
function decisionFinder(
  store: LibraryStore,
  boardId: Id,
): (passage: VoicePassage) => { start: number; end: number } | null {
  const read = store.customers.decisions(boardId)
  return ({ documentId, block, text }) => {
    const decisions = read.get(documentId)
    if (decisions === undefined) return findDecision(text)
    for (const decision of decisions) {
      if (decision.evidence.block !== block || !stands(decision) || isFormal(decision.text)) continue
      for (const words of [decision.evidence.quote, decision.text]) {
        const start = words === '' ? -1 : text.indexOf(words)
        if (start !== -1) return { start, end: start + words.length }
      }
      // A table's rows share a block: only the words tell them apart.
      const wording = findDecision(text)
      if (wording !== null) return wording
    }
    return null
  }
}

const noEvidence = (): Record<EvidenceKind, number> => ({
  survey: 0,
  visit: 0,
  complaint: 0,
  council: 0,
  interview: 0,
  research: 0,
  data: 0,
  other: 0,
})

/** Decisions stand in minutes; papers only ask for them. */
const isCustomerDecision = ({ kind, focus }: VoicePassage): boolean =>
  (kind === 'minutes' || kind === 'transcript') && (focus === 'customer' || focus === 'customer-in-numbers')

/**
 * Its item is one of evidence ("Subscriber survey"), or what customers said stands beside it there. The model takes
 * whatever is put into customers' mouths for theirs, so that its word on the passage itself, or on another such, is none.
 */
function hasEvidence(
  passage: VoicePassage,
  passages: readonly VoicePassage[],
  asserts: (text: string) => boolean,
): boolean {
  if (passage.itemTitle !== null && namesEvidence(passage.itemTitle)) return true
  return passages.some(
    (other) =>
      other.id !== passage.id &&
      other.documentId === passage.documentId &&
      other.item === passage.item &&
      other.fromCustomers &&
      Math.abs(other.position - passage.position) <= 1 &&
      !asserts(other.text),
  )
}
