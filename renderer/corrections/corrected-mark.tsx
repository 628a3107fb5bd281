import { RotateCcw, UserRoundCheck } from 'lucide-react'

/** Says that a person gave this value, with what was read beside it and the way back to it. */
export function CorrectedMark({
  asRead,
  onRestore,
  tabIndex,
}: {
  /** In words; null where nothing was read: a person added it. */
  asRead: string | null
  onRestore?: () => void
  tabIndex?: number
}) {
  const words = asRead === null ? 'Added by a person' : `Corrected by a person. As read: ${asRead}`
  return (
    <span className="inline-flex items-center gap-0.5 align-middle text-soft">
      <span title={words} className="inline-flex">
        <UserRoundCheck aria-hidden="true" className="size-3.5" />
        <span className="sr-only">{words}</span>
      </span>
      {onRestore !== undefined && (
        <button
          type="button"
          tabIndex={tabIndex}
          title={asRead === null ? 'Take it out again' : `Put back as read: ${asRead}`}
          aria-label={asRead === null ? 'Take it out again' : `Put back as read: ${asRead}`}
          onClick={onRestore}
          className="inline-flex size-6 items-center justify-center rounded hover:bg-hover hover:text-ink"
        >
          <RotateCcw aria-hidden="true" className="size-3" />
        </button>
      )}
    </span>
  )
}
