import type { Lens } from '../../../shared/model/measures.ts'
import { FocusSwatch } from '../../components/focus-chip.tsx'
import { ShareFigure } from '../../components/share-figure.tsx'
import { dateLong } from '../../format/dates.ts'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { LENS_WORDS, totalInWords, unknownInWords } from '../../format/lens-words.ts'
import type { Denominator } from '../../navigation/use-view.ts'
import { fociOver, sharesOver } from './trend-model.ts'
import type { Slot } from './trend-model.ts'

/** The figures of the bar that is pointed at, in a place that does not move. */
export function Readout({ slot, lens, over }: { slot: Slot | undefined; lens: Lens; over: Denominator }) {
  if (slot === undefined) return null
  return (
    <p
      aria-hidden="true"
      className="no-print figures flex min-h-9 flex-wrap items-center gap-x-5 gap-y-1 rounded-lg bg-sunken px-4 py-1.5 text-[0.8125rem]"
    >
      <strong className="font-semibold">{dateLong(slot.date)}</strong>
      {slot.point === null ? (
        <span>This meeting {LENS_WORDS[lens].missing}.</span>
      ) : (
        <>
          {fociOver(over).map((focus) => (
            <span key={focus} className="inline-flex items-center gap-1.5">
              <FocusSwatch focus={focus} className="size-2.5" />
              {FOCUS_WORDS[focus]}{' '}
              {slot.point !== null && (
                <ShareFigure
                  range={sharesOver(slot.point, over)[focus]}
                  untimedItems={slot.point.untimedItems}
                  className="font-semibold"
                />
              )}
            </span>
          ))}
          <span className="text-faint">
            {totalInWords(lens, slot.point.total)}
            {unknownInWords(slot.point) !== null && `; ${unknownInWords(slot.point)}`}
          </span>
        </>
      )}
    </p>
  )
}
