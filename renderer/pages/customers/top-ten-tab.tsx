import { ArrowDown, ArrowUp, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CustomersOverview, CustomerView } from '../../../shared/model/customers.ts'
import { Button } from '../../components/button.tsx'
import { FocusChip } from '../../components/focus-chip.tsx'
import { Notice, errorWords } from '../../components/page-state.tsx'
import { dateMiddle } from '../../format/dates.ts'
import { counted } from '../../format/numbers.ts'
import { useChange } from '../../host/queries.ts'
import { addressOf, go, useRoute } from '../../navigation/hash-route.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import {
  figureWords,
  inRank,
  isOverdue,
  isSilent,
  silenceWords,
  valueWords,
  wantsPurpose,
} from './customer-words.ts'

const TEN = 10

/** A gap that is there to be closed: never by colour alone. */
export function Gap({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 font-medium text-customer-ink">
      <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0" />
      {children}
    </span>
  )
}

/** "3 without an owner, 2 visits overdue …": what the ten have that they should not. */
function summaryOf(ten: readonly CustomerView[], { today, record }: CustomersOverview): string {
  const count = (test: (customer: CustomerView) => boolean): number => ten.filter(test).length
  const parts = [
    [count(({ owner }) => owner === null), 'without an owner'],
    [count(({ lastSeen }) => lastSeen === null), 'with no visit known'],
    [count((customer) => isOverdue(customer, today)), 'with an overdue visit'],
    [count((customer) => wantsPurpose(customer)), 'with a visit that has no purpose'],
    [count(({ nextVisit }) => nextVisit === null), 'with no visit planned'],
    [count(({ attention }) => isSilent(attention, record)), 'on whom the record is silent'],
  ] as const
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`)
  const lead = ten.length === 1 ? 'One customer' : `The first ${ten.length}`
  return said.length === 0
    ? `${lead}: every one has an owner, a visit with a purpose, and has lately been named.`
    : `${lead}: ${said.join(', ')}.`
}

/** What a customer is ranked by: its value, where that can be compared with the others. */
const worth = ({ value, currency }: CustomerView, main: string | null): number | null =>
  currency !== null && currency !== main ? null : value

/** The ten that matter most: who answers for them, when they were seen, and when the board spoke of them. */
export function TopTenTab({ overview }: { overview: CustomersOverview }) {
  const route = useRoute()
  const announce = useAnnounce()
  const order = useChange('customers.order')
  const { portfolio } = overview
  const ranked = inRank(
    overview.customers.filter(({ archived }) => !archived),
    overview.portfolio.currency,
  )
  const ten = ranked.slice(0, TEN)
  if (ten.length === 0)
    return (
      <Notice
        within
        title="There is no customer in the register yet."
        action={
          <Button look="strong" onClick={() => go(addressOf(route, 'customers'))}>
            Open the register
          </Button>
        }
      >
        Type them in, paste them from a spreadsheet or import a file; the ten of most value then stand here.
      </Notice>
    )
  const sameWorth = (a: CustomerView | undefined, b: CustomerView | undefined): boolean =>
    a !== undefined && b !== undefined && worth(a, portfolio.currency) === worth(b, portfolio.currency)
  const swap = (first: CustomerView, second: CustomerView, moved: CustomerView): void =>
    order.mutate(
      { ids: [second.id, first.id] },
      {
        onSuccess: () => announce(`${moved.name} was moved.`),
        onError: (error) => announce(errorWords(error)),
      },
    )
  return (
    <section aria-label="Top ten" className="flex flex-col gap-4">
      <p className="heading-serif text-lg" data-summary>
        {summaryOf(ten, overview)}
      </p>
      <p className="text-[0.8125rem] text-faint">
        By value; customers of equal or unknown value stand in your own order, which the arrows change.
      </p>
      {/* Wide tables scroll by keyboard. */}
      <div role="region" aria-label="The ten customers" tabIndex={0} className="-mx-2 overflow-x-auto px-2">
        <table className="w-full min-w-[62rem] border-collapse text-left">
          <thead>
            <tr className="text-[0.8125rem] text-faint [&>th]:border-b [&>th]:border-edge [&>th]:py-2 [&>th]:pr-4 [&>th]:font-medium">
              <th scope="col" className="w-8">
                <span className="sr-only">Place</span>
              </th>
              <th scope="col">Customer</th>
              <th scope="col">Owner</th>
              <th scope="col">Last seen</th>
              <th scope="col">Next visit</th>
              <th scope="col">Last discussed by the board</th>
              <th scope="col" className="w-20">
                <span className="sr-only">Order</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {ten.map((customer, place) => {
              const above = ranked[place - 1]
              const below = ranked[place + 1]
              return (
                <tr
                  key={customer.id}
                  data-customer={customer.name}
                  className="align-top [&>*]:border-b [&>*]:border-line [&>*]:py-3 [&>*]:pr-4"
                >
                  <td className="figures text-faint">{place + 1}</td>
                  <th scope="row" className="max-w-64 font-normal">
                    <a
                      className="quiet-link font-semibold break-words"
                      href={addressOf(route, 'customers', null, { customer: customer.id })}
                    >
                      <bdi>{customer.name}</bdi>
                    </a>
                    <span className="figures block text-[0.8125rem] text-soft">
                      {customer.value === null
                        ? 'value unknown'
                        : `${valueWords(customer.value, customer.currency, true)} a year`}
                      {customer.segment !== null && (
                        <>
                          , <bdi>{customer.segment}</bdi>
                        </>
                      )}
                    </span>
                  </th>
                  <td className="max-w-40 break-words">
                    {customer.owner === null ? <Gap>No owner</Gap> : <bdi>{customer.owner}</bdi>}
                  </td>
                  <td className="figures whitespace-nowrap">
                    {customer.lastSeen === null ? <Gap>Not known</Gap> : dateMiddle(customer.lastSeen)}
                  </td>
                  <td className="max-w-56">
                    <NextVisit customer={customer} today={overview.today} />
                  </td>
                  <td>
                    <Discussed customer={customer} overview={overview} />
                  </td>
                  <td className="whitespace-nowrap">
                    <Button
                      look="bare"
                      small
                      aria-label={`Move ${customer.name} up`}
                      disabled={!sameWorth(customer, above) || order.isPending}
                      onClick={() => above !== undefined && swap(above, customer, customer)}
                    >
                      <ArrowUp aria-hidden="true" className="size-4" />
                    </Button>
                    <Button
                      look="bare"
                      small
                      aria-label={`Move ${customer.name} down`}
                      disabled={!sameWorth(customer, below) || order.isPending}
                      onClick={() => below !== undefined && swap(customer, below, customer)}
                    >
                      <ArrowDown aria-hidden="true" className="size-4" />
                    </Button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function NextVisit({ customer, today }: { customer: CustomerView; today: string }) {
  if (customer.nextVisit === null) return <Gap>None planned</Gap>
  return (
    <span className="flex flex-col gap-0.5">
      {isOverdue(customer, today) ? (
        <Gap>Overdue since {dateMiddle(customer.nextVisit)}</Gap>
      ) : (
        <span className="figures">{dateMiddle(customer.nextVisit)}</span>
      )}
      {customer.nextPurpose === null ? (
        <Gap>No purpose</Gap>
      ) : (
        <bdi className="text-[0.8125rem] break-words text-soft">{customer.nextPurpose}</bdi>
      )}
    </span>
  )
}

function Discussed({ customer, overview }: { customer: CustomerView; overview: CustomersOverview }) {
  const route = useRoute()
  const { attention } = customer
  const { lastDiscussed, lastInPapers } = attention
  const silence = silenceWords(attention, overview.record)
  const last = lastDiscussed ?? lastInPapers
  const named = attention.meetings
  return (
    <span className="flex flex-col items-start gap-1">
      {last !== null && (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <a
            className="quiet-link figures"
            href={addressOf(route, 'customers', null, { customer: customer.id })}
            aria-label={`${dateMiddle(last.date)}: where ${customer.name} is named`}
          >
            {dateMiddle(last.date)}
          </a>
          {lastDiscussed === null && <span className="text-[0.8125rem] text-soft">in papers only</span>}
          <FocusChip focus={last.focus} />
        </span>
      )}
      {silence !== null && <Gap>{silence}</Gap>}
      {attention.passages > 0 && (
        <span className="figures text-[0.8125rem] text-soft">
          In {counted(named, 'meeting')}; {figureWords(attention)}
        </span>
      )}
    </span>
  )
}
