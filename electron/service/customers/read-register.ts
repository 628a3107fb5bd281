import { measureAttention } from '../../../shared/analysis/customers/measure-attention.ts'
import type { NamingPassage } from '../../../shared/analysis/customers/measure-attention.ts'
import { measurePortfolio } from '../../../shared/analysis/customers/measure-portfolio.ts'
import { recordCover } from '../../../shared/analysis/customers/record-cover.ts'
import type { CustomersOverview, MentionView } from '../../../shared/model/customers.ts'
import type { CustomersStore, JudgedMention } from '../../store/customers-store.ts'
import { partId } from '../../store/store-ids.ts'

/** Silence is marked from this many meetings on: one meeting without a customer is no news. */
export const SILENT_FROM = 3
const MOST_MENTIONS = 500

const naming = (mention: JudgedMention): NamingPassage => ({
  customerId: mention.customer_id,
  passageId: partId(mention.document_id, 'p', mention.passage),
  meetingId: mention.meeting_id,
  date: mention.date,
  kind: mention.kind,
  focus: mention.focus,
  words: mention.words,
})

/** Every customer with its attention in the record of a board, or of all; the portfolio of those not archived. */
export function readRegister(
  store: CustomersStore,
  boardId: string | null,
  today: string,
  documentsLeft: number,
): CustomersOverview {
  const customers = store.all()
  const meetings = store.meetings(boardId)
  const mentions = store.mentions(boardId)
  const counted = mentions.filter(({ counts }) => counts).map(naming)
  const doubtful = new Map<string, number>()
  for (const { waits, customer_id: id } of mentions) if (waits) doubtful.set(id, (doubtful.get(id) ?? 0) + 1)
  const attention = measureAttention(
    customers.map(({ id }) => id),
    meetings,
    counted,
    doubtful,
  )
  return {
    today,
    customers: customers.flatMap((customer) => {
      const own = attention.get(customer.id)
      return own === undefined ? [] : [{ ...customer, attention: own }]
    }),
    record: recordCover(meetings),
    portfolio: measurePortfolio(
      customers,
      counted,
      (id) => (attention.get(id)?.silentFor ?? 0) >= SILENT_FROM,
    ),
    documentsLeft,
  }
}

const latestFirst = (a: JudgedMention, b: JudgedMention): number =>
  (b.date ?? '').localeCompare(a.date ?? '') ||
  (a.document_id < b.document_id
    ? -1
    : a.document_id > b.document_id
      ? 1
      : a.passage - b.passage || a.start - b.start)

function views(store: CustomersStore, mentions: readonly JudgedMention[]): MentionView[] {
  return mentions.flatMap((mention) => store.mentionView(mention) ?? [])
}

const rank = ({ waits, counts }: JudgedMention): number => (waits ? 0 : counts ? 1 : 2)

/** Where one customer is named, those that wait first, then the latest. Rejected ones come last, to be taken back. */
export function readMentions(
  store: CustomersStore,
  customerId: string,
  boardId: string | null,
): { mentions: MentionView[]; left: number } {
  store.find(customerId)
  const all = store.mentionsOf(customerId, boardId).toSorted(latestFirst)
  const ordered = all.toSorted((a, b) => rank(a) - rank(b))
  const mentions = views(store, ordered.slice(0, MOST_MENTIONS))
  return { mentions, left: ordered.length - mentions.length }
}

/** Mentions that wait for a person, of customers that are not archived. */
export function readDoubtful(
  store: CustomersStore,
  boardId: string | null,
): { mentions: MentionView[]; total: number } {
  const live = new Set(store.all().flatMap(({ id, archived }) => (archived ? [] : [id])))
  const waiting = store
    .mentions(boardId)
    .filter(({ waits, customer_id: id }) => waits && live.has(id))
    .toSorted(latestFirst)
  return { mentions: views(store, waiting.slice(0, MOST_MENTIONS)), total: waiting.length }
}
