import type { AnalysedDocument, AnalysedItem } from '../../../shared/model/analysis.ts'
import type { PlannedTime } from '../../../shared/model/analysis.ts'
import { FocusChip } from '../../components/focus-chip.tsx'
import { MarkedText } from '../../components/marked-text.tsx'
import { ShareBar } from '../../components/share-bar.tsx'
import { counted, wholeNumber } from '../../format/numbers.ts'

export function plannedInWords(planned: PlannedTime | null): string {
  if (planned === null || planned.minutes === null) return planned?.start ?? '–'
  const { minutes, minutesMax } = planned
  const length =
    minutesMax !== null && minutesMax !== minutes
      ? `${wholeNumber(minutes)}–${wholeNumber(minutesMax)} min`
      : `${wholeNumber(minutes)} min`
  return planned.start === null ? length : `${planned.start}, ${length}`
}

function recordedInWords(item: AnalysedItem): string {
  const { recorded } = item
  if (recorded === null || recorded.minutes === null) return recorded?.start ?? '–'
  const length = `${wholeNumber(recorded.minutes)} min`
  return recorded.start === null ? length : `${recorded.start}, ${length}`
}

/** The items with their times and leads, and below them every passage with its label: all that is stored. */
export function PreviewItems({ analysis }: { analysis: AnalysedDocument }) {
  const loose = analysis.passages.filter((passage) => passage.item === null)
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <p className="figures text-[0.8125rem] text-faint">
        {analysis.pages === null ? '' : `${counted(analysis.pages, 'page')}, `}
        {counted(analysis.items.length, 'item')}, {counted(analysis.passages.length, 'passage')},{' '}
        {counted(analysis.actions.length, 'action')}
      </p>
      {analysis.items.length === 0 ? (
        <p className="text-soft">No agenda items were found in this document.</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full text-[0.8125rem]">
            <caption className="sr-only">Items as they would be stored</caption>
            <thead>
              <tr className="border-b border-edge text-left text-faint [&>th]:py-1.5 [&>th]:pr-3 [&>th]:font-medium">
                <th scope="col">No.</th>
                <th scope="col">Item</th>
                <th scope="col">Lead</th>
                <th scope="col">Planned</th>
                <th scope="col">Recorded</th>
                <th scope="col" className="w-28">
                  Mix
                </th>
              </tr>
            </thead>
            <tbody>
              {analysis.items.map((item, index) => (
                <tr key={index} className="border-b border-line align-top [&>td]:py-1.5 [&>td]:pr-3">
                  <td className="text-faint">{item.number ?? ''}</td>
                  <td style={{ paddingLeft: `${(item.level - 1) * 0.9}rem` }}>
                    {item.title}
                    {item.deferred && <span className="text-faint"> (deferred)</span>}
                  </td>
                  <td className="text-soft">{item.lead ?? ''}</td>
                  <td className="whitespace-nowrap">{plannedInWords(item.planned)}</td>
                  <td className="whitespace-nowrap">{recordedInWords(item)}</td>
                  <td className="pt-3!">
                    <ShareBar shares={item.shares} className="h-2" />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
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
