import type { RemovedPart, UnappliedCorrection } from '../../shared/model/corrections.ts'
import { Button } from '../components/button.tsx'
import { counted } from '../format/numbers.ts'
import type { Corrections } from './use-corrections.ts'

/** What people took out, to be put back; and corrections that find nothing to stand on any more. */
export function SetAside({
  removed,
  unapplied,
  corrections,
  canDrop = true,
}: {
  removed: readonly RemovedPart[]
  unapplied: readonly UnappliedCorrection[]
  corrections: Corrections
  /** False where they belong to a meeting that is not shown here. */
  canDrop?: boolean
}) {
  return (
    <>
      {removed.length > 0 && (
        <details className="text-[0.8125rem]" open={removed.length <= 3}>
          <summary className="w-fit py-1 font-medium">Taken out by a person ({removed.length})</summary>
          <ul className="flex flex-col">
            {removed.map((part) => (
              <li key={part.ref} className="flex items-center gap-3 border-b border-line py-1">
                <span className="min-w-0 flex-1 truncate text-soft line-through" title={part.text}>
                  {[part.number, part.text].filter((words) => words !== null).join(' ')}
                </span>
                {part.page !== null && <span className="figures text-faint">p. {part.page}</span>}
                <Button
                  small
                  look="bare"
                  aria-label={`Put back: ${part.text}`}
                  onClick={() => corrections.restore(part.on, part.ref)}
                >
                  Put back
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {unapplied.length > 0 && (
        <section
          aria-label="Corrections not applied"
          className="flex flex-col gap-1 rounded-lg bg-sunken px-4 py-3 text-[0.8125rem]"
        >
          <p className="font-medium">
            {counted(unapplied.length, 'correction')} not applied: nothing in these documents matches what
            {unapplied.length === 1 ? ' it was' : ' they were'} made on.
          </p>
          <ul className="flex flex-col">
            {unapplied.map((one) => (
              <li key={one.id} className="flex items-center gap-3 py-0.5">
                <span className="min-w-0 flex-1 break-words text-soft">
                  {one.text}: {one.says.join(', ') || 'put back as read'}
                </span>
                {canDrop && (
                  <Button
                    small
                    look="bare"
                    aria-label={`Give up the correction of ${one.text}`}
                    onClick={() => corrections.drop(one.id)}
                  >
                    Give up
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
