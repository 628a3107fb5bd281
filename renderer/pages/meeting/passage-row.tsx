import type { MouseEvent, Ref } from 'react'
import type { DocumentSummary, PassageView } from '../../../shared/model/library.ts'
import { kindInWords } from '../../components/document-badge.tsx'
import { FocusChip } from '../../components/focus-chip.tsx'
import { MarkedText } from '../../components/marked-text.tsx'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { WhyLabel } from './why-label.tsx'

/** One passage with its label, its item and the door to its page; placed by the grid. */
export function PassageRow({
  passage,
  document,
  item,
  moves,
  index,
  chosen,
  active,
  top,
  measure,
  onClick,
  onOpenPage,
}: {
  passage: PassageView
  document: DocumentSummary | undefined
  item: string | null
  /** What settling it can be expected to move, in words; null where that is not asked. */
  moves: string | null
  index: number
  chosen: boolean
  active: boolean
  /** Pixels from the head of the list. */
  top: number
  measure: Ref<HTMLDivElement>
  onClick: (event: MouseEvent) => void
  onOpenPage: () => void
}) {
  return (
    // Keys are heard by the grid, for the row that has focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={measure}
      role="row"
      data-index={index}
      data-passage={passage.id}
      data-open
      aria-rowindex={index + 1}
      aria-selected={chosen}
      tabIndex={active ? 0 : -1}
      onClick={onClick}
      style={{ transform: `translateY(${top}px)` }}
      className={`absolute inset-x-0 top-0 border-b border-l-[3px] border-b-line px-4 py-3 -outline-offset-2 select-none ${
        chosen ? 'border-l-ink bg-chosen' : 'border-l-transparent hover:bg-hover'
      }`}
    >
      <div role="gridcell" className="flex flex-col gap-1.5">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {passage.human === null ? (
            <FocusChip
              focus={passage.focus}
              confidence={passage.confidence}
              fromCustomers={passage.fromCustomers}
            />
          ) : (
            <>
              <FocusChip human focus={passage.human.focus} fromCustomers={passage.human.fromCustomers} />
              {passage.human.focus !== passage.focus && (
                <span className="text-xs text-faint">
                  machine: {FOCUS_WORDS[passage.focus].toLowerCase()}
                </span>
              )}
            </>
          )}
          {passage.human === null && passage.learned != null && passage.learned.machine !== passage.focus && (
            <span className="text-xs text-faint">learnt from your labels</span>
          )}
          {moves !== null && <span className="figures text-xs text-faint">{moves}</span>}
          <span className="ml-auto flex items-center gap-3">
            <WhyLabel passage={passage} />
            <button
              type="button"
              className="quiet-link figures text-[0.8125rem] text-soft"
              onClick={onOpenPage}
            >
              {document === undefined ? 'Page' : `${kindInWords(document.kind)}, page`} {passage.page}
            </button>
          </span>
        </span>
        {item !== null && <span className="text-xs text-faint">{item}</span>}
        <span className="max-w-[44rem] leading-relaxed break-words whitespace-pre-line">
          <MarkedText text={passage.text} spans={passage.evidence} />
        </span>
      </div>
    </div>
  )
}
