import type { CustomersOverview, CustomerView } from '../../../shared/model/customers.ts'
import { toCsv } from '../../format/csv.ts'

const HEAD = [
  'Name',
  'Also known as',
  'Segment',
  'Value',
  'Lifetime value',
  'Currency',
  'Owner',
  'Last seen',
  'Next visit',
  'Purpose of visit',
  'Notes',
  'Last discussed',
  'In focus',
  'Last in papers',
  'Meetings that name it',
  'Passages',
  'Only as a figure',
  'Meetings of the record since',
  'Meetings of the record',
]

/** The register as it can be read back in, with what the record holds of each. */
export function customersCsv(customers: readonly CustomerView[], { record }: CustomersOverview): string {
  return toCsv([
    HEAD,
    ...customers.map(({ attention, ...customer }) => [
      customer.name,
      customer.aliases.join('; '),
      customer.segment,
      customer.value,
      customer.lifetimeValue,
      customer.currency,
      customer.owner,
      customer.lastSeen,
      customer.nextVisit,
      customer.nextPurpose,
      customer.notes,
      attention.lastDiscussed?.date ?? null,
      attention.lastDiscussed?.focus ?? null,
      attention.lastInPapers?.date ?? null,
      attention.meetings,
      attention.passages,
      attention.byFocus['customer-in-numbers'] + attention.byFocus.numbers,
      attention.silentFor,
      record.meetings,
    ]),
  ])
}
