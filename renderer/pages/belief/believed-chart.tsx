import type { BeliefMeasured, GroupSummary } from '../../../shared/model/belief.ts'
import { percent, rangeInWords } from '../../format/numbers.ts'
import { customerShareOf, gapInWords, groupInWords } from './group-words.ts'

const at = (share: number): string => `${share * 100}%`

/** Believed shares per group as bars from lowest to highest step, on the measured band; every figure also in words. */
export function BelievedChart({
  groups,
  measured,
}: {
  groups: readonly GroupSummary[]
  measured: BeliefMeasured | null
}) {
  const shown = groups.flatMap((group) => {
    const share = customerShareOf(group)
    return share === null ? [] : [{ group: group.group, share }]
  })
  if (shown.length === 0)
    return (
      <p className="text-soft">
        No role has enough answers to this question that can be shown without telling of someone’s.
      </p>
    )
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="text-left text-[0.8125rem] text-faint [&>th]:border-b [&>th]:border-edge [&>th]:py-2 [&>th]:font-medium">
          <th scope="col" className="w-52 pr-4">
            Role
          </th>
          <th scope="col" className="pr-4">
            <span className="figures flex justify-between">
              <span>0 %</span>
              <span>Customers’ share of the board’s time</span>
              <span>100 %</span>
            </span>
          </th>
          <th scope="col" className="w-72">
            Believed
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ group, share }) => (
          <tr key={group} className="[&>*]:border-b [&>*]:border-line [&>*]:py-3">
            <th scope="row" className="pr-4 text-left font-medium">
              {groupInWords(group)}
              <span className="figures block text-xs font-normal text-faint">{share.answers} answers</span>
            </th>
            <td className="pr-4">
              <span className="relative block h-6" aria-hidden="true">
                {measured !== null && (
                  <span
                    className="absolute -inset-y-3 min-w-0.5 bg-customer opacity-30"
                    style={{
                      left: at(measured.customer.low),
                      width: at(measured.customer.high - measured.customer.low),
                    }}
                  />
                )}
                <span className="absolute inset-x-0 top-1/2 border-t border-line" />
                <span
                  className="absolute top-1.5 h-3 rounded-full border border-edge bg-chosen"
                  style={{ left: at(share.low), width: at(share.high - share.low) }}
                />
                <span
                  className="absolute top-0.5 h-5 w-1 -translate-x-1/2 rounded bg-ink"
                  style={{ left: at(share.mean) }}
                />
              </span>
            </td>
            <td className="figures">
              <span className="font-semibold">about {percent(share.mean)}</span>
              <span className="text-soft">
                , between {percent(share.low)} and {percent(share.high)}
              </span>
              {measured !== null && (
                <span className="block text-[0.8125rem] text-soft">{gapInWords(share.mean, measured)}</span>
              )}
            </td>
          </tr>
        ))}
        {measured !== null && (
          <tr>
            <th scope="row" className="pt-3 pr-4 text-left font-medium text-customer-ink">
              The record
              <span className="figures block text-xs font-normal text-faint">
                {measured.meetings.length} meetings
              </span>
            </th>
            <td className="pt-3 pr-4">
              <span className="relative block h-6" aria-hidden="true">
                <span
                  className="absolute inset-y-1 min-w-1 rounded bg-customer"
                  style={{
                    left: at(measured.customer.low),
                    width: at(measured.customer.high - measured.customer.low),
                  }}
                />
              </span>
            </td>
            <td className="figures pt-3 font-semibold text-customer-ink">
              {rangeInWords(measured.customer)}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
