import { createHash } from 'node:crypto'
import { ServiceError } from '../../shared/contract/errors.ts'
import type { StructuredDecision } from '../../shared/model/analysis.ts'
import type { Mention } from '../../shared/analysis/customers/find-mentions.ts'
import type { RecordMeeting } from '../../shared/analysis/customers/record-cover.ts'
import { isAlsoWord } from '../../shared/analysis/customers/recorded-mentions.ts'
import type { Customer, CustomerFields, MentionView, PassagePlace } from '../../shared/model/customers.ts'
import type { Id } from '../../shared/model/library.ts'
import { changeNow } from './change-now.ts'
import { applyCustomers, applyVerdicts } from './customer-changes.ts'
import type { CustomerChange } from './customer-changes.ts'
import type { MentionRow, PlaceRow, RecordPassageRow } from './customers-repository.ts'
import type { StoreChange } from './library-store.ts'
import type { Library } from './library.ts'
import { newId, parsePartId, partId } from './store-ids.ts'

/** A mention with what a person said of it taken in. */
export interface JudgedMention extends MentionRow {
  /** It counts: sure by its words, or because a person said so. */
  counts: boolean
  /** It waits for a person. */
  waits: boolean
  settled: boolean
}

/** The library as the register of customers sees it. Changes go into the history. */
export interface CustomersStore {
  /** By the user's own order. */
  all(): Customer[]
  find(id: Id): Customer
  idByName(name: string): Id | null
  /** Adds and writes over customers as one change; a name twice is a `conflict`. */
  save(
    label: string,
    saved: readonly { id: Id | null; fields: CustomerFields }[],
  ): { change: StoreChange; ids: Id[] }
  archive(ids: readonly Id[], archived: boolean): StoreChange
  remove(ids: readonly Id[]): StoreChange
  /** Gives the places these customers have to them in this order. */
  order(ids: readonly Id[]): StoreChange

  /** Documents in use that were not looked through for this register, oldest first. */
  unscanned(register: string): Id[]
  /** Null when it is gone. */
  textsOf(documentId: Id): { contentHash: string; passages: { position: number; text: string }[] } | null
  /** Nothing is kept when the document is another by now. */
  saveMentions(
    documentId: Id,
    contentHash: string,
    register: string,
    found: readonly { position: number; mention: Mention }[],
  ): void
  /** Every mention, with people's verdicts; those that only show a word in small letters are left out. */
  mentions(boardId: Id | null): JudgedMention[]
  mentionsOf(customerId: Id, boardId: Id | null): JudgedMention[]
  judge(
    where: { customerId: Id; passageId: Id; start: number; everywhere: boolean },
    verdict: 'is' | 'is-not' | null,
  ): StoreChange

  meetings(boardId: Id | null): (RecordMeeting & { boardId: Id })[]
  record(boardId: Id, meetingId: Id | null): RecordPassageRow[]
  /** Decisions by document, where the reading of it found any. */
  decisions(boardId: Id): Map<Id, StructuredDecision[]>
  place(passageId: Id): PassagePlace | null
  mentionView(mention: JudgedMention): MentionView | null
  /** Takes an uploaded table out of the originals again, unless it is also a document's. */
  forgetUpload(sha256: string): void
}

/** Words are remembered by their hash only: a verdict must not keep what a deleted document said. */
const formKey = (form: string): string =>
  createHash('sha256').update(`form\n${form}`).digest('hex').slice(0, 32)

const placeOf = (row: PlaceRow): PassagePlace => ({
  passageId: partId(row.document_id, 'p', row.position),
  meetingId: row.meeting_id,
  documentId: row.document_id,
  boardId: row.board_id,
  date: row.date,
  kind: row.kind,
  document: row.document,
  page: row.page,
  item: row.item,
  focus: row.focus,
  text: row.text,
})

const EVERYWHERE = ''

/** Joins the register to the library's tables. */
export function createCustomersStore(library: Library): CustomersStore {
  const { customers, history } = library
  const known = (id: Id): Customer => {
    const customer = customers.find(id)
    if (customer === null) throw new ServiceError('not-found')
    return customer
  }
  const commit = (label: string, changes: CustomerChange[]): StoreChange => {
    applyCustomers(library, changes, 'after')
    history.add(label, { kind: 'customers', changes })
    return changeNow(library, label)
  }

  const judged = (rows: readonly MentionRow[], counted: readonly MentionRow[]): JudgedMention[] => {
    const verdicts = new Map<string, 'is' | 'is-not'>(
      customers.verdicts().map((row) => [`${row.customer_id} ${row.form_key} ${row.text_key}`, row.verdict]),
    )
    const counts = new Map<string, { small: number; sure: number }>()
    for (const { form_key: key, certainty } of counted) {
      const count = counts.get(key) ?? { small: 0, sure: 0 }
      counts.set(key, count)
      if (certainty === 'small') count.small += 1
      if (certainty === 'sure') count.sure += 1
    }
    return rows.flatMap((row): JudgedMention[] => {
      if (row.certainty === 'small') return []
      const key = `${row.customer_id} ${row.form_key}`
      const said = verdicts.get(`${key} ${row.text_key}`) ?? verdicts.get(`${key} ${EVERYWHERE}`) ?? null
      const isWord =
        row.certainty === 'unless-word' && isAlsoWord(counts.get(row.form_key) ?? { small: 0, sure: 0 })
      const isSure = row.certainty === 'sure' || (row.certainty === 'unless-word' && !isWord)
      return [
        {
          ...row,
          doubt: isWord ? 'everyday-word' : row.doubt,
          counts: said === null ? isSure : said === 'is',
          waits: said === null && !isSure,
          settled: said !== null,
        },
      ]
    })
  }

  return {
    all: () => customers.all(),
    find: known,
    idByName: (name) => customers.idByName(name),
    save: (label, saved) =>
      library.transact(() => {
        let position = customers.nextPosition()
        const changes = saved.map(({ id, fields }): CustomerChange => {
          if (id === null)
            return { before: null, after: { ...fields, id: newId(), position: position++, archived: false } }
          const before = known(id)
          return { before, after: { ...before, ...fields } }
        })
        return { change: commit(label, changes), ids: changes.flatMap(({ after }) => after?.id ?? []) }
      }),
    archive: (ids, archived) =>
      library.transact(() => {
        const changes = ids.map((id): CustomerChange => {
          const before = known(id)
          return { before, after: { ...before, archived } }
        })
        const words = archived ? 'Archive' : 'Bring back'
        return commit(ids.length === 1 ? `${words} a customer` : `${words} ${ids.length} customers`, changes)
      }),
    remove: (ids) =>
      library.transact(() =>
        commit(
          ids.length === 1 ? 'Remove a customer' : `Remove ${ids.length} customers`,
          ids.map((id) => ({ before: known(id), after: null })),
        ),
      ),
    order: (ids) =>
      library.transact(() => {
        const moved = [...new Set(ids)].map(known)
        const places = moved.map(({ position }) => position).toSorted((a, b) => a - b)
        const changes = moved.flatMap((before, index): CustomerChange[] => {
          const position = places[index] ?? before.position
          return position === before.position ? [] : [{ before, after: { ...before, position } }]
        })
        return commit('Change the order of customers', changes)
      }),

    unscanned: (register) => customers.unscanned(register),
    textsOf(documentId) {
      const contentHash = customers.contentHash(documentId)
      return contentHash === null ? null : { contentHash, passages: customers.texts(documentId) }
    },
    saveMentions: (documentId, contentHash, register, found) =>
      library.transact(() => {
        if (customers.contentHash(documentId) !== contentHash) return
        customers.saveMentions(
          documentId,
          contentHash,
          register,
          found.map(({ position, mention }) => ({
            passage: position,
            start: mention.start,
            end: mention.end,
            customer_id: mention.customer,
            form_key: formKey(mention.form),
            certainty: mention.certainty,
            doubt: mention.doubt,
          })),
        )
      }),
    mentions(boardId) {
      const everywhere = customers.mentions(null)
      const rows = boardId === null ? everywhere : everywhere.filter((row) => row.board_id === boardId)
      return judged(rows, everywhere)
    },
    mentionsOf(customerId, boardId) {
      const everywhere = customers.mentionsOf(customerId, null)
      const rows = boardId === null ? everywhere : everywhere.filter((row) => row.board_id === boardId)
      return judged(rows, everywhere)
    },
    judge: ({ customerId, passageId, start, everywhere }, verdict) =>
      library.transact(() => {
        const part = parsePartId(passageId)
        known(customerId)
        const row =
          part === null || part.part !== 'p'
            ? undefined
            : customers
                .mentionsOf(customerId, null)
                .find(
                  (one) =>
                    one.document_id === part.documentId &&
                    one.passage === part.position &&
                    one.start === start,
                )
        if (row === undefined) throw new ServiceError('not-found')
        const keys = verdict === null ? [row.text_key, EVERYWHERE] : [everywhere ? EVERYWHERE : row.text_key]
        const changes = keys.flatMap((textKey) => {
          const before = customers.verdict(customerId, row.form_key, textKey)
          return before === verdict
            ? []
            : [{ customerId, formKey: row.form_key, textKey, before, after: verdict }]
        })
        applyVerdicts(library, changes, 'after')
        const label = verdict === null ? 'Take back a verdict on a mention' : 'Settle a mention of a customer'
        if (changes.length > 0) history.add(label, { kind: 'mention-verdicts', changes })
        return changeNow(library, label)
      }),

    meetings: (boardId) =>
      customers
        .meetings(boardId)
        .map(({ id, board_id, date, kinds }) => ({ id, boardId: board_id, date, kinds })),
    record: (boardId, meetingId) => customers.record(boardId, meetingId),
    decisions: (boardId) =>
      new Map(customers.decisions(boardId).map(({ document_id: id, decisions }) => [id, decisions])),
    place(passageId) {
      const part = parsePartId(passageId)
      const row = part === null || part.part !== 'p' ? null : customers.place(part.documentId, part.position)
      return row === null ? null : placeOf(row)
    },
    mentionView(mention) {
      const row = customers.place(mention.document_id, mention.passage)
      if (row === null) return null
      const { start, end, customer_id: customerId, settled } = mention
      return {
        ...placeOf(row),
        customerId,
        start,
        end,
        settled,
        doubt: mention.counts ? null : mention.doubt,
      }
    },
    forgetUpload(sha256) {
      library.originals.settle(sha256)
      library.dropOriginals([sha256])
    },
  }
}
