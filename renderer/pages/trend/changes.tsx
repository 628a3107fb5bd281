import { dateDayMonth, dateMiddle } from '../../format/dates.ts'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { percent, pointsInWords } from '../../format/numbers.ts'
import { FocusSwatch } from '../../components/focus-chip.tsx'
import { ShareFigure } from '../../components/share-figure.tsx'
import type { Denominator } from '../../navigation/use-view.ts'
import { fociOver, sharesOver } from './trend-model.ts'
import type { Slot } from './trend-model.ts'

/** The last measured meeting beside the one before it, focus by focus. */
export function Changes({ slots, over }: { slots: readonly Slot[]; over: Denominator }) {
  const points = slots.flatMap((slot) => (slot.point === null ? [] : [slot.point]))
  const last = points.at(-1)
  const before = points.at(-2)
  if (last === undefined || before === undefined) {
    return <p className="text-soft">There is no earlier meeting on this lens to compare with.</p>
  }
  return (
    <table className="w-full text-[0.8125rem]">
      <thead>
        <tr className="border-b border-line text-right text-faint">
          <th scope="col" className="py-1.5 text-left font-medium">
            <span className="sr-only">Focus</span>
          </th>
          <th scope="col" className="px-1.5 py-1.5 pr-[3.4em] font-medium whitespace-nowrap">
            {before.date.slice(0, 4) === last.date.slice(0, 4)
              ? dateDayMonth(before.date)
              : dateMiddle(before.date)}
          </th>
          <th scope="col" className="px-1.5 py-1.5 pr-[3.4em] font-medium whitespace-nowrap">
            {before.date.slice(0, 4) === last.date.slice(0, 4)
              ? dateDayMonth(last.date)
              : dateMiddle(last.date)}
          </th>
          <th scope="col" className="py-1.5 pl-2 font-medium">
            Change
          </th>
        </tr>
      </thead>
      <tbody>
        {fociOver(over).map((focus) => {
          const now = sharesOver(last, over)[focus]
          const then = sharesOver(before, over)[focus]
          // Where the ranges meet, the meetings may be equal, and the change is not a finding.
          const apart = now.low > then.high || now.high < then.low
          return (
            <tr key={focus} className="border-b border-line last:border-0">
              <th scope="row" className="py-2 text-left font-normal">
                <span className="inline-flex items-center gap-2 whitespace-nowrap">
                  <FocusSwatch focus={focus} />
                  {FOCUS_WORDS[focus]}
                </span>
              </th>
              <td className="px-1.5 py-2 text-right whitespace-nowrap text-soft">
                <ShareFigure aligned range={then} untimedItems={before.untimedItems} />
              </td>
              <td className="px-1.5 py-2 text-right whitespace-nowrap">
                <ShareFigure aligned range={now} untimedItems={last.untimedItems} />
              </td>
              <td className="py-2 pl-2 text-right whitespace-nowrap">
                {apart || percent(now.mid) === percent(then.mid) ? (
                  <span className={focus === 'customer' ? 'font-semibold' : ''}>
                    {pointsInWords(now.mid - then.mid)}
                  </span>
                ) : (
                  <span className="text-faint" title="The two ranges overlap">
                    about {pointsInWords(now.mid - then.mid)}
                  </span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
