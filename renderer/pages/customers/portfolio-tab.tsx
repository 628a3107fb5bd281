import type { CustomersOverview } from '../../../shared/model/customers.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/page-state.tsx'
import { counted, percent } from '../../format/numbers.ts'
import { addressOf, go, useRoute } from '../../navigation/hash-route.ts'
import { NO_SEGMENT, valueWords } from './customer-words.ts'

function Bar({ share, paint }: { share: number | null; paint: string }) {
  return (
    <span
      aria-hidden="true"
      className="block h-2.5 w-full min-w-24 rounded-[3px] bg-sunken ring-1 ring-line ring-inset"
    >
      {share !== null && share > 0 && (
        <span
          className={`block h-full rounded-[3px] ${paint}`}
          style={{ width: `${Math.max(1, share * 100)}%` }}
        />
      )}
    </span>
  )
}

/** Where value and attention lie apart, segment by segment. */
export function PortfolioTab({ overview }: { overview: CustomersOverview }) {
  const route = useRoute()
  const { portfolio } = overview
  const { segments, currency, totalValue, totalPassages, otherCurrencies } = portfolio
  if (segments.length === 0)
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
        With segments and values in the register, this view sets each segment’s share of value beside its
        share of the board’s attention.
      </Notice>
    )
  // Its customers stand behind a segment's figures, each with its value and its passages.
  const behind = (segment: string | null): string =>
    addressOf(route, 'customers', null, {
      segment: segment ?? NO_SEGMENT,
      ...(route.params['of'] === 'all' ? { of: 'all' } : {}),
    })
  const unknown = segments.reduce((sum, { unknownValues }) => sum + unknownValues, 0)
  return (
    <section aria-label="Portfolio" className="flex flex-col gap-4">
      <p className="max-w-[70ch] text-soft">
        Value is what the register says each customer is worth a year. Attention is the share of passages that
        name a customer: {counted(totalPassages, 'passage')} in all; one that names customers of several
        segments is shared out evenly.
      </p>
      {(unknown > 0 || otherCurrencies > 0) && (
        <p className="max-w-[70ch]" data-unknown>
          {unknown - otherCurrencies > 0 &&
            `The value of ${counted(unknown - otherCurrencies, 'customer')} is unknown and stays out of the shares. `}
          {otherCurrencies > 0 &&
            `${counted(otherCurrencies, 'value')} in other currencies than ${currency ?? 'most'} ${otherCurrencies === 1 ? 'is' : 'are'} left out as well.`}
        </p>
      )}
      <div role="region" aria-label="Segments" tabIndex={0} className="-mx-2 overflow-x-auto px-2">
        <table className="w-full min-w-[48rem] border-collapse text-left">
          <thead>
            <tr className="text-[0.8125rem] text-faint [&>th]:border-b [&>th]:border-edge [&>th]:py-2 [&>th]:pr-5 [&>th]:font-medium">
              <th scope="col">Segment</th>
              <th scope="col" className="text-right">
                Customers
              </th>
              <th scope="col" className="w-1/3">
                Share of value
              </th>
              <th scope="col" className="w-1/3">
                Share of attention
              </th>
            </tr>
          </thead>
          <tbody>
            {segments.map((row) => (
              <tr
                key={row.segment ?? ''}
                className="align-top [&>*]:border-b [&>*]:border-line [&>*]:py-3 [&>*]:pr-5"
                data-segment={row.segment ?? 'none'}
              >
                <th scope="row" className="max-w-56 font-medium break-words">
                  {row.segment === null ? 'No segment' : <bdi>{row.segment}</bdi>}
                </th>
                <td className="figures text-right">
                  <a
                    className="quiet-link"
                    href={behind(row.segment)}
                    aria-label={`${counted(row.customers, 'customer')} of ${row.segment ?? 'no segment'}: open in the register`}
                  >
                    {row.customers}
                  </a>
                </td>
                <td>
                  <span className="figures flex items-baseline justify-between gap-3 pb-1">
                    <span className="font-semibold">
                      {row.valueShare === null || row.unknownValues === row.customers
                        ? 'unknown'
                        : percent(row.valueShare)}
                    </span>
                    <span className="text-[0.8125rem] text-soft">
                      {row.unknownValues < row.customers && valueWords(row.value, currency, true)}
                      {row.unknownValues > 0 &&
                        row.unknownValues < row.customers &&
                        `, ${row.unknownValues} unknown`}
                    </span>
                  </span>
                  <Bar
                    share={row.unknownValues === row.customers ? null : row.valueShare}
                    paint="paint-numbers"
                  />
                </td>
                <td>
                  <span className="figures flex items-baseline justify-between gap-3 pb-1">
                    <span className="font-semibold text-customer-ink">
                      {row.attentionShare === null ? 'nothing named' : percent(row.attentionShare)}
                    </span>
                    <span className="text-[0.8125rem] text-soft">
                      <a
                        className="quiet-link"
                        href={behind(row.segment)}
                        aria-label={`${counted(Math.round(row.passages * 10) / 10, 'passage')} on ${row.segment ?? 'no segment'}: open their customers`}
                      >
                        {counted(Math.round(row.passages * 10) / 10, 'passage')}
                      </a>
                      {row.silent > 0 && `, ${row.silent} of ${row.customers} silent`}
                    </span>
                  </span>
                  <Bar share={row.attentionShare} paint="paint-customer" />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="figures text-[0.8125rem] text-soft [&>*]:py-2 [&>*]:pr-5">
              <th scope="row" className="font-medium">
                Together
              </th>
              <td className="text-right">{segments.reduce((sum, { customers }) => sum + customers, 0)}</td>
              <td>{totalValue > 0 ? valueWords(totalValue, currency, true) : 'no value known'}</td>
              <td>{counted(totalPassages, 'passage')}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}
