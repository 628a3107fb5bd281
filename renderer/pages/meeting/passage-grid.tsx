import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { DocumentSummary, HumanLabel, PassageView } from '../../../shared/model/library.ts'
import { labelOfKey } from './label-bar.tsx'
import { PassageRow } from './passage-row.tsx'
import type { PassageChoice } from './use-passage-choice.ts'

interface Props {
  readonly passages: readonly PassageView[]
  readonly documents: readonly DocumentSummary[]
  readonly itemNameOf: (passage: PassageView) => string | null
  readonly movesOf: (passage: PassageView) => string | null
  readonly choice: PassageChoice
  readonly onLabel: (label: HumanLabel | null) => void
  readonly onOpenPage: (passage: PassageView) => void
}

/** About what a passage of three lines takes, until it is measured. */
const ROW_PIXELS = 118

/**
 * The passages as rows that are chosen, labelled by key, and opened at their page. Only the rows in view are drawn,
 * so that a pack of thousands answers at once; the one in focus is always there.
 */
export function PassageGrid({
  passages,
  documents,
  itemNameOf,
  movesOf,
  choice,
  onLabel,
  onOpenPage,
}: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const { active } = choice
  const activeIndex = passages.findIndex((passage) => passage.id === active)
  const rows = useVirtualizer({
    count: passages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PIXELS,
    getItemKey: (index) => passages[index]?.id ?? index,
    overscan: 8,
    initialRect: { width: 800, height: 700 },
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return activeIndex === -1 || shown.includes(activeIndex)
        ? shown
        : [...shown, activeIndex].toSorted((a, b) => a - b)
    },
  })
  const rowOf = (id: string): HTMLElement | null =>
    [...(scroller.current?.querySelectorAll<HTMLElement>('[data-passage]') ?? [])].find(
      (row) => row.dataset['passage'] === id,
    ) ?? null

  // A passage named by the address is brought into view once, when the list is first shown.
  const brought = useRef(false)
  useEffect(() => {
    if (brought.current || activeIndex <= 0) return
    brought.current = true
    rows.scrollToIndex(activeIndex, { align: 'center' })
  })
  // A row far away is drawn before it can have focus.
  const toFocus = useRef<string | null>(null)
  useEffect(() => {
    const row = toFocus.current === null ? null : rowOf(toFocus.current)
    if (row === null) return
    toFocus.current = null
    row.focus({ preventScroll: true })
  })

  const moveTo = (index: number, extend: boolean): void => {
    const at = Math.min(Math.max(index, 0), passages.length - 1)
    const id = passages[at]?.id
    if (id === undefined) return
    choice.choose(id, extend ? 'through' : 'one')
    rows.scrollToIndex(at)
    toFocus.current = id
    rowOf(id)?.focus({ preventScroll: true })
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || active === null) return
    const onRow = event.target instanceof HTMLElement && event.target.dataset['passage'] !== undefined
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_PIXELS))
    const to = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      PageDown: activeIndex + page,
      PageUp: activeIndex - page,
      Home: 0,
      End: passages.length - 1,
    }[event.key]
    const label = labelOfKey(event.key)
    const passage = passages[activeIndex]
    if (to !== undefined) moveTo(to, event.shiftKey)
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
    <div ref={scroller} className="no-print min-h-0 flex-1 overflow-y-auto max-lg:max-h-[75dvh]">
      <div
        role="grid"
        aria-label="Passages"
        aria-multiselectable="true"
        aria-rowcount={passages.length}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        style={{ height: rows.getTotalSize() }}
        className="relative outline-none"
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const passage = passages[index]
          return passage === undefined ? null : (
            <PassageRow
              key={passage.id}
              passage={passage}
              document={documents.find((known) => known.id === passage.documentId)}
              item={itemNameOf(passage)}
              moves={movesOf(passage)}
              index={index}
              chosen={choice.chosen.has(passage.id)}
              active={passage.id === active}
              top={start}
              measure={rows.measureElement}
              onClick={(event) => onClick(event, passage.id)}
              onOpenPage={() => {
                choice.choose(passage.id, 'one')
                onOpenPage(passage)
              }}
            />
          )
        })}
      </div>
    </div>
  )
}
