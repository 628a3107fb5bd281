import { useEffect, useRef } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { DocumentSummary, HumanLabel, PassageView } from '../../../shared/model/library.ts'
import { FocusChip } from '../../components/focus-chip.tsx'
import { kindInWords } from '../../components/document-badge.tsx'
import { MarkedText } from '../../components/marked-text.tsx'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { labelOfKey } from './label-bar.tsx'
import type { PassageChoice } from './use-passage-choice.ts'
import { WhyLabel } from './why-label.tsx'

interface Props {
  readonly passages: readonly PassageView[]
  readonly documents: readonly DocumentSummary[]
  readonly itemNameOf: (passage: PassageView) => string | null
  readonly choice: PassageChoice
  readonly onLabel: (label: HumanLabel | null) => void
  readonly onOpenPage: (passage: PassageView) => void
}

/** The passages as rows that are chosen, labelled by key, and opened at their page. */
export function PassageGrid({ passages, documents, itemNameOf, choice, onLabel, onOpenPage }: Props) {
  const grid = useRef<HTMLDivElement>(null)
  const rowOf = (id: string): HTMLElement | null =>
    [...(grid.current?.querySelectorAll<HTMLElement>('[data-passage]') ?? [])].find(
      (row) => row.dataset['passage'] === id,
    ) ?? null
  const { active } = choice

  // A passage named by the address is brought into view once, when the list is first shown.
  const brought = useRef(false)
  useEffect(() => {
    if (brought.current || active === null || active === passages[0]?.id) return
    brought.current = true
    rowOf(active)?.scrollIntoView?.({ block: 'center' })
  })

  const moveTo = (id: string | undefined, extend: boolean): void => {
    if (id === undefined) return
    choice.choose(id, extend ? 'through' : 'one')
    rowOf(id)?.focus()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || active === null) return
    const onRow = event.target instanceof HTMLElement && event.target.dataset['passage'] !== undefined
    const here = passages.findIndex((passage) => passage.id === active)
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: passages.length - 1 }[event.key]
    const label = labelOfKey(event.key)
    const passage = passages[here]
    if (to !== undefined) moveTo(passages[Math.min(Math.max(to, 0), passages.length - 1)]?.id, event.shiftKey)
    else if (label !== undefined) onLabel(label)
    else if (event.key === ' ' && onRow) choice.choose(active, 'add')
    else if ((event.key === 'o' || (event.key === 'Enter' && onRow)) && passage !== undefined)
      onOpenPage(passage)
    else if (event.key === 'w') rowOf(active)?.querySelector<HTMLElement>('[data-why]')?.click()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const onClick = (event: MouseEvent, id: string): void => {
    if (event.target instanceof Element && event.target.closest('button') !== null) return
    choice.choose(id, event.shiftKey ? 'through' : event.ctrlKey || event.metaKey ? 'add' : 'one')
  }

  return (
    <div
      ref={grid}
      role="grid"
      aria-label="Passages"
      aria-multiselectable="true"
      aria-rowcount={passages.length}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="flex flex-col outline-none"
    >
      {passages.map((passage, index) => {
        const document = documents.find((known) => known.id === passage.documentId)
        const chosen = choice.chosen.has(passage.id)
        const item = itemNameOf(passage)
        return (
          // Keys are heard by the grid, for the row that has focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={passage.id}
            role="row"
            data-passage={passage.id}
            data-open
            aria-rowindex={index + 1}
            aria-selected={chosen}
            tabIndex={passage.id === active ? 0 : -1}
            onClick={(event) => onClick(event, passage.id)}
            className={`border-b border-l-[3px] border-b-line px-4 py-3 -outline-offset-2 select-none ${
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
                    <FocusChip
                      human
                      focus={passage.human.focus}
                      fromCustomers={passage.human.fromCustomers}
                    />
                    {passage.human.focus !== passage.focus && (
                      <span className="text-xs text-faint">
                        machine: {FOCUS_WORDS[passage.focus].toLowerCase()}
                      </span>
                    )}
                  </>
                )}
                <span className="ml-auto flex items-center gap-3">
                  <WhyLabel passage={passage} />
                  <button
                    type="button"
                    className="quiet-link figures text-[0.8125rem] text-soft"
                    onClick={() => {
                      choice.choose(passage.id, 'one')
                      onOpenPage(passage)
                    }}
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
      })}
    </div>
  )
}
