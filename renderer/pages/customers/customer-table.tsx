import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { CustomersOverview, CustomerView } from '../../../shared/model/customers.ts'
import { dateMiddle } from '../../format/dates.ts'
import { setParams } from '../../navigation/hash-route.ts'
import { usePrinting } from '../../shell/use-printing.ts'
import { isOverdue, silenceWords, valueWords } from './customer-words.ts'
import { Gap } from './top-ten-tab.tsx'

const ROW = 2.75

/** Up and down move from customer to customer. */
function moveAmongRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('button[data-open]')]
  const here = names.findIndex((name) => name === document.activeElement)
  const next = names[here + step]
  if (here === -1 || next === undefined) return
  event.preventDefault()
  next.focus()
}

/** The register; only the rows in view are drawn, and all of them on paper. */
export function CustomerTable({
  customers,
  overview,
  chosen,
  narrow,
}: {
  customers: readonly CustomerView[]
  overview: CustomersOverview
  chosen: string | undefined
  narrow: boolean
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
  const rows = useVirtualizer({
    count: customers.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW * rem,
    overscan: 12,
    initialRect: { width: 1200, height: 600 },
  })
  const printing = usePrinting()
  const visible = rows.getVirtualItems()
  const drawn = printing ? [...customers.keys()] : visible.map(({ index }) => index)
  const before = printing ? 0 : (visible[0]?.start ?? 0)
  const after = printing ? 0 : rows.getTotalSize() - (visible.at(-1)?.end ?? 0)
  const columns = narrow ? 4 : 8
  return (
    <div
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label="Customers"
      className="-mx-2 max-h-[70vh] overflow-auto px-2 print:max-h-none print:overflow-visible"
    >
      <table
        className={`w-full border-collapse text-left ${narrow ? 'min-w-[30rem]' : 'min-w-[58rem]'}`}
        aria-rowcount={customers.length + 1}
      >
        <thead className="sticky top-0 z-10 bg-paper">
          <tr className="text-[0.8125rem] text-faint [&>th]:border-b [&>th]:border-edge [&>th]:py-2 [&>th]:pr-4 [&>th]:font-medium">
            <th scope="col">Name</th>
            {!narrow && <th scope="col">Segment</th>}
            <th scope="col" className="text-right">
              Value
            </th>
            <th scope="col">Owner</th>
            {!narrow && <th scope="col">Last seen</th>}
            <th scope="col">Next visit</th>
            {!narrow && <th scope="col">Last discussed</th>}
            {!narrow && (
              <th scope="col" className="text-right">
                Passages
              </th>
            )}
          </tr>
        </thead>
        {/* Arrow keys are an addition to Tab between the rows' buttons. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody onKeyDown={moveAmongRows}>
          {before > 0 && (
            <tr aria-hidden="true">
              <td colSpan={columns} style={{ height: before }} />
            </tr>
          )}
          {drawn.map((index) => {
            const customer = customers[index]
            return customer === undefined ? null : (
              <Row
                key={customer.id}
                customer={customer}
                index={index}
                overview={overview}
                chosen={customer.id === chosen}
                narrow={narrow}
              />
            )
          })}
          {after > 0 && (
            <tr aria-hidden="true">
              <td colSpan={columns} style={{ height: after }} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

function Row({
  customer,
  index,
  overview,
  chosen,
  narrow,
}: {
  customer: CustomerView
  index: number
  overview: CustomersOverview
  chosen: boolean
  narrow: boolean
}) {
  const { attention } = customer
  const discussed = attention.lastDiscussed
  const open = () => setParams({ customer: chosen ? undefined : customer.id })
  return (
    // The button in the first cell is the row's control; a click elsewhere in the row is a convenience.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <tr
      aria-rowindex={index + 2}
      data-customer={customer.name}
      className={`h-[2.75rem] cursor-pointer hover:bg-hover [&>*]:border-b [&>*]:border-line [&>*]:pr-4 ${chosen ? 'bg-chosen' : ''}`}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('button') === null) open()
      }}
    >
      <th scope="row" className="max-w-56 font-medium">
        <button
          type="button"
          data-open
          aria-expanded={chosen}
          title={customer.name}
          className="quiet-link block max-w-full truncate text-left"
          onClick={open}
        >
          <bdi>{customer.name}</bdi>
        </button>
      </th>
      {!narrow && (
        <td className="max-w-36 truncate text-soft">
          <bdi>{customer.segment ?? '–'}</bdi>
        </td>
      )}
      <td className="figures text-right whitespace-nowrap">
        {customer.value === null ? (
          <span className="text-faint">unknown</span>
        ) : (
          valueWords(customer.value, customer.currency, true)
        )}
      </td>
      <td className="max-w-36 truncate">
        {customer.owner === null ? <Gap>No owner</Gap> : <bdi>{customer.owner}</bdi>}
      </td>
      {!narrow && (
        <td className="figures whitespace-nowrap text-soft">
          {customer.lastSeen === null ? 'not known' : dateMiddle(customer.lastSeen)}
        </td>
      )}
      <td className="figures whitespace-nowrap">
        {customer.nextVisit === null ? (
          <span className="text-faint">none planned</span>
        ) : isOverdue(customer, overview.today) ? (
          <Gap>
            {dateMiddle(customer.nextVisit)}
            {!narrow && ', overdue'}
            {narrow && <span className="sr-only">, overdue</span>}
          </Gap>
        ) : (
          dateMiddle(customer.nextVisit)
        )}
      </td>
      {!narrow && (
        <td
          className="figures whitespace-nowrap"
          title={silenceWords(attention, overview.record) ?? undefined}
        >
          {discussed === null ? (
            <span className="text-faint">
              {attention.lastInPapers === null ? 'not named' : 'in papers only'}
            </span>
          ) : (
            dateMiddle(discussed.date)
          )}
        </td>
      )}
      {!narrow && <td className="figures text-right text-soft">{attention.passages}</td>}
    </tr>
  )
}
