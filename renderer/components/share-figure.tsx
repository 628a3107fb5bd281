import type { ShareRange } from '../../shared/model/measures.ts'
import { shareFigure } from '../format/numbers.ts'

/** A share with its 90 % band in a lighter hand; a range alone where some time is not known. */
export function ShareFigure({
  range,
  untimedItems,
  className = '',
}: {
  range: ShareRange
  untimedItems: number
  className?: string
}) {
  const { main, band } = shareFigure(range, untimedItems)
  return (
    <span className="figures whitespace-nowrap">
      <span className={className}>{main}</span>
      {band !== null && (
        <span className="text-[0.85em] font-normal text-faint">
          {' '}
          <span className="sr-only">between </span>
          {band}
        </span>
      )}
    </span>
  )
}
