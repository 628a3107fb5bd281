import type { BoardTrend } from '../../../shared/model/library.ts'
import type { ShareRange } from '../../../shared/model/measures.ts'
import { ShareFigure } from '../../components/share-figure.tsx'
import { dateLong } from '../../format/dates.ts'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { LENS_WORDS, totalInWords, unknownInWords } from '../../format/lens-words.ts'
import { percent } from '../../format/numbers.ts'
import type { Denominator } from '../../navigation/use-view.ts'
import { fociOver, sharesOver } from './trend-model.ts'
import type { Slot } from './trend-model.ts'

/** The chart's figures as a table: the same slots, the same shares. */
export function TrendTable({
  slots,
  trend,
  over,
  addressOfMeeting,
}: {
  slots: readonly Slot[]
  trend: BoardTrend
  over: Denominator
  addressOfMeeting: (id: string) => string
}) {
  const foci = fociOver(over)
  return (
    <div className="overflow-x-auto print:overflow-visible">
      <table className="w-full text-[0.8125rem] print:text-[0.625rem] print:[&_td]:px-1 print:[&_th]:px-1">
        <caption className="sr-only">
          {LENS_WORDS[trend.lens].name} of {trend.board}, shares per meeting
        </caption>
        <thead>
          <tr className="border-b border-edge text-left text-faint">
            <th scope="col" className="py-2 pr-4 font-medium">
              Meeting
            </th>
            {foci.map((focus) => (
              <th key={focus} scope="col" className="px-3 py-2 text-right font-medium">
                {FOCUS_WORDS[focus]}
              </th>
            ))}
            <th scope="col" className="px-3 py-2 text-right font-medium">
              Mean of three
            </th>
            <th scope="col" className="px-3 py-2 text-right font-medium">
              Measured
            </th>
            <th scope="col" className="py-2 pl-3 font-medium">
              Not known
            </th>
          </tr>
        </thead>
        <tbody>
          {slots.map(({ point, ...slot }) => (
            <tr key={slot.id} className="border-b border-line">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal whitespace-nowrap">
                <a className="quiet-link" href={addressOfMeeting(slot.id)}>
                  {dateLong(slot.date)}
                </a>
              </th>
              {point === null ? (
                <td colSpan={foci.length + 3} className="px-3 py-1.5 text-faint">
                  This meeting {LENS_WORDS[trend.lens].missing}.
                </td>
              ) : (
                <>
                  {foci.map((focus) => (
                    <RangeCell
                      key={focus}
                      range={sharesOver(point, over)[focus]}
                      untimedItems={point.untimedItems}
                      strong={focus === 'customer'}
                    />
                  ))}
                  <td className="px-3 py-1.5 text-right">
                    {slot.rollingMean === null ? (
                      <span className="text-faint">–</span>
                    ) : (
                      percent(slot.rollingMean)
                    )}
                  </td>
                  <td className="px-3 py-1.5 text-right whitespace-nowrap">
                    {totalInWords(trend.lens, point.total)}
                  </td>
                  <td className="py-1.5 pl-3 text-soft">{unknownInWords(point) ?? 'Nothing'}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RangeCell({
  range,
  untimedItems,
  strong,
}: {
  range: ShareRange
  untimedItems: number
  strong: boolean
}) {
  return (
    <td className="px-3 py-1.5 text-right whitespace-nowrap">
      <ShareFigure
        aligned
        range={range}
        untimedItems={untimedItems}
        className={strong ? 'font-semibold text-customer-ink' : ''}
      />
    </td>
  )
}
