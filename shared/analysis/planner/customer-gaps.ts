import type { CustomerView } from '../../model/customers.ts'
import type { CustomerGap } from './gaps.ts'
import { countOfMeetings, dateInWords } from './question-words.ts'

const TOP = 10

/**
 * Customers of the register among the ten that stand first whom the latest meetings do not name, and any whose planned
 * visit is past. `silentFrom` is after how many meetings silence is news; `today` is YYYY-MM-DD.
 */
export function customerGaps(
  customers: readonly CustomerView[],
  today: string,
  silentFrom: number,
): CustomerGap[] {
  return customers
    .filter(({ archived }) => !archived)
    .flatMap((customer, place): CustomerGap[] => {
      const topTen = place < TOP
      const { lastDiscussed, silentFor } = customer.attention
      const evidence =
        lastDiscussed === null
          ? []
          : [
              {
                meetingId: lastDiscussed.meetingId,
                date: lastDiscussed.date,
                documentId: null,
                passageId: null,
                page: null,
                quote: '',
              },
            ]
      const since =
        lastDiscussed?.date == null ? '' : `, last discussed on ${dateInWords(lastDiscussed.date)}`
      const silent: CustomerGap[] =
        topTen && silentFor >= silentFrom
          ? [
              {
                name: customer.name,
                owner: customer.owner,
                kind: 'silent',
                because: `Not named in the latest ${countOfMeetings(silentFor)}${since}.`,
                evidence,
                topTen,
              },
            ]
          : []
      const due = customer.nextVisit
      const overdue: CustomerGap[] =
        due !== null && due < today && (customer.lastSeen === null || customer.lastSeen < due)
          ? [
              {
                name: customer.name,
                owner: customer.owner,
                kind: 'visit',
                because: `The next visit was planned for ${dateInWords(due)}.`,
                evidence: [],
                topTen,
              },
            ]
          : []
      return [...silent, ...overdue]
    })
}
