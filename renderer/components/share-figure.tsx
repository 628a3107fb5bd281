import type { ShareRange } from '../../shared/model/measures.ts'
import { shareFigure } from '../format/numbers.ts'

/** A share with its 90 % band in a lighter hand; a range alone where some time is not known. */
export function ShareFigure({
  range,
  untimedItems,
  className = '',
  aligned = false,
}: {
  range: ShareRange
  untimedItems: number
  className?: string
  /** Keeps room for the band, so that the figures of a column stand under each other. */
  aligned?: boolean
}) {
  const { main, band } = shareFigure(range, untimedItems)
  return (
    <span className="figures whitespace-nowrap">
      <span className={className}>{main}</span>
      {(band !== null || aligned) && (
        <span
          className={`text-[0.85em] font-normal text-faint ${aligned ? 'inline-block min-w-[4em] pl-1 text-left' : ''}`}
        >
          {band !== null && (
            <>
              {' '}
              <span className="sr-only">between </span>
              {band}
            </>
          )}
        </span>
      )}
    </span>
  )
}
