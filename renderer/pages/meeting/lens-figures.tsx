import type { Measures, LensMeasure, Lens } from '../../../shared/model/measures.ts'
import { LENSES } from '../../../shared/model/measures.ts'
import { ShareFigure } from '../../components/share-figure.tsx'
import { ShareBar } from '../../components/share-bar.tsx'
import { LENS_WORDS, totalInWords, unknownInWords } from '../../format/lens-words.ts'

/** Every lens of the meeting side by side; they are never blended. */
export function LensFigures({ measures }: { measures: Measures }) {
  if (LENSES.every((lens) => measures[lens] === null))
    return (
      <p className="rounded-xl border border-line bg-surface px-4 py-3 text-soft">
        No share can be measured here: this meeting has no planned and no recorded times, no minutes and no
        papers in the library.
      </p>
    )
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line xl:grid-cols-4">
      {LENSES.map((lens) => (
        <div key={lens} className="flex min-h-28 flex-col gap-1.5 bg-surface px-4 py-3" data-lens={lens}>
          <dt className="text-[0.8125rem] font-medium text-soft">{LENS_WORDS[lens].name}</dt>
          <LensFigure lens={lens} measure={measures[lens]} />
        </div>
      ))}
    </dl>
  )
}

function LensFigure({ lens, measure }: { lens: Lens; measure: LensMeasure | null }) {
  if (measure === null) {
    return <dd className="text-[0.8125rem] text-faint">This meeting {LENS_WORDS[lens].missing}.</dd>
  }
  const { shares } = measure
  const unknown = unknownInWords(measure)
  return (
    <>
      <dd className="figures flex flex-wrap items-baseline gap-x-2">
        <span data-customer-share>
          <ShareFigure
            range={shares.customer}
            untimedItems={measure.untimedItems}
            className="text-xl font-semibold text-customer-ink"
          />
        </span>
        <span className="text-[0.8125rem] text-soft">customers</span>
      </dd>
      <dd className="text-[0.8125rem] text-faint">
        <ShareFigure range={shares['customer-in-numbers']} untimedItems={measure.untimedItems} /> customers in
        numbers
      </dd>
      <dd>
        <ShareBar
          className="h-2"
          shares={{
            customer: shares.customer.mid,
            'customer-in-numbers': shares['customer-in-numbers'].mid,
            numbers: shares.numbers.mid,
            other: shares.other.mid,
            procedural: 0,
          }}
        />
      </dd>
      <dd className="figures text-xs text-faint">
        {totalInWords(lens, measure.total)}
        {unknown !== null && `; ${unknown}`}
      </dd>
    </>
  )
}
