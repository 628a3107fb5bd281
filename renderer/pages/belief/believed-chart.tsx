import type { GroupSummary } from '../../../shared/model/belief.ts'
import { counted, percent, rangeInWords } from '../../format/numbers.ts'
import { believedOf, gapInWords, groupInWords } from './group-words.ts'
import type { MeasuredQuestion } from './group-words.ts'
import type { ShareRange } from '../../../shared/model/measures.ts'

const LOOKS = {
  customerShare: {
    paint: 'bg-customer',
    ink: 'text-customer-ink',
    share: 'Customers’ share of the board’s time',
  },
  numbersShare: { paint: 'bg-numbers', ink: 'text-ink', share: 'Figures’ share of the board’s time' },
} as const

const at = (share: number): string => `${share * 100}%`

/** Believed shares per group as bars from lowest to highest step, on the measured band; every figure also in words. */
export function BelievedChart({
  question,
  groups,
  measured,
  meetings,
}: {
  question: MeasuredQuestion
  groups: readonly GroupSummary[]
  measured: ShareRange | null
  meetings: number
}) {
  const look = LOOKS[question]
  const shown = groups.flatMap((group) => {
    const share = believedOf(group, question)
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
          <th scope="col" className="w-52 pr-4 print:w-36">
            Role
          </th>
          <th scope="col" className="pr-4">
            <span className="figures flex justify-between whitespace-nowrap">
              <span>0 %</span>
              <span>{look.share}</span>
              <span>100 %</span>
            </span>
          </th>
          <th scope="col" className="w-72 print:w-44">
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
                    className={`absolute -inset-y-3 min-w-0.5 opacity-30 ${look.paint}`}
                    style={{
                      left: at(measured.low),
                      width: at(measured.high - measured.low),
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
            <th scope="row" className={`pt-3 pr-4 text-left font-medium ${look.ink}`}>
              The record
              <span className="figures block text-xs font-normal text-faint">
                {counted(meetings, 'meeting')}
              </span>
            </th>
            <td className="pt-3 pr-4">
              <span className="relative block h-6" aria-hidden="true">
                <span
                  className={`absolute inset-y-1 min-w-1 rounded ${look.paint}`}
                  style={{
                    left: at(measured.low),
                    width: at(measured.high - measured.low),
                  }}
                />
              </span>
            </td>
            <td className={`figures pt-3 font-semibold ${look.ink}`}>{rangeInWords(measured)}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
