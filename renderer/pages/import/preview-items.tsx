import type { PlannedTime } from '../../../shared/model/analysis.ts'
import type { ImportPreview } from '../../../shared/model/preview.ts'
import { FocusChip } from '../../components/focus-chip.tsx'
import { MarkedText } from '../../components/marked-text.tsx'
import { SetAside } from '../../corrections/set-aside.tsx'
import { useCorrections } from '../../corrections/use-corrections.ts'
import { WindowFields } from '../../corrections/window-fields.tsx'
import { counted, wholeNumber } from '../../format/numbers.ts'
import { ActionsGrid } from './actions-grid.tsx'
import { ItemsGrid } from './items-grid.tsx'
import { VersionDifferenceTable } from './version-difference.tsx'

export function plannedInWords(planned: PlannedTime | null): string {
  if (planned === null || planned.minutes === null) return planned?.start ?? '–'
  const { minutes, minutesMax } = planned
  const length =
    minutesMax !== null && minutesMax !== minutes
      ? `${wholeNumber(minutes)}–${wholeNumber(minutesMax)} min`
      : `${wholeNumber(minutes)} min`
  return planned.start === null ? length : `${planned.start}, ${length}`
}

/** The items with their times and leads, the actions, and every passage with its label: all that is stored. */
export function PreviewItems({ preview }: { preview: ImportPreview }) {
  const { analysis, corrections: made } = preview
  const corrections = useCorrections({ jobId: preview.job.id })
  const loose = analysis.passages.filter((passage) => passage.item === null)
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <p className="figures text-[0.8125rem] text-faint">
        {analysis.pages === null ? '' : `${counted(analysis.pages, 'page')}, `}
        {counted(analysis.items.length, 'item')}, {counted(analysis.passages.length, 'passage')},{' '}
        {counted(analysis.actions.length, 'action')}
      </p>
      {preview.difference !== null && <VersionDifferenceTable difference={preview.difference} />}
      <WindowFields window={analysis.window} mark={made.window} corrections={corrections} />
      <ItemsGrid analysis={analysis} marks={made.items} corrections={corrections} />
      <ActionsGrid analysis={analysis} preview={made} corrections={corrections} />
      <SetAside
        removed={made.removed}
        unapplied={made.unapplied}
        corrections={corrections}
        canDrop={preview.job.wouldReplace === null}
      />
      <details>
        <summary className="w-fit py-1 text-[0.8125rem] font-medium">
          Passages and their labels ({analysis.passages.length})
        </summary>
        <ul
          className="flex max-h-[28rem] flex-col gap-3 overflow-y-auto pt-2"
          aria-label="Passages"
          tabIndex={0}
        >
          {[...analysis.passages.filter((passage) => passage.item !== null), ...loose].map(
            (passage, index) => (
              <li key={index} className="flex flex-col gap-1 border-b border-line pb-3 text-[0.8125rem]">
                <span>
                  <FocusChip
                    focus={passage.focus}
                    confidence={passage.confidence}
                    fromCustomers={passage.fromCustomers}
                  />
                </span>
                <span>
                  <MarkedText text={passage.text} spans={passage.evidence} />
                </span>
              </li>
            ),
          )}
        </ul>
      </details>
    </div>
  )
}
