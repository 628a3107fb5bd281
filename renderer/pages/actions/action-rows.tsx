import { useVirtualizer } from '@tanstack/react-virtual'
import { Check } from 'lucide-react'
import { useId, useRef } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { ActionThread } from '../../../shared/model/actions-over-meetings.ts'
import { FocusSwatch } from '../../components/focus-chip.tsx'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { counted } from '../../format/numbers.ts'
import { Missing, OverdueMark, StateMark } from './action-marks.tsx'
import type { ActionGroup } from './filter-actions.ts'
import { ageInWords, dueInWords } from './state-words.ts'
import type { OverdueAt } from './state-words.ts'

const ROW = 5
const HEAD = 2.25

type Line =
  | { readonly kind: 'head'; readonly name: string; readonly count: number }
  | { readonly kind: 'action'; readonly thread: ActionThread; readonly group: string | null }

function linesOf(groups: readonly ActionGroup[]): Line[] {
  return groups.flatMap(({ name, threads }): Line[] => [
    ...(name === null ? [] : [{ kind: 'head', name, count: threads.length } as const]),
    ...threads.map((thread) => ({ kind: 'action', thread, group: name }) as const),
  ])
}

/** The actions as a list one moves through by key; only the rows in view are drawn. */
export function ActionRows({
  groups,
  active,
  chosen,
  at,
  onOpen,
  onChoose,
}: {
  groups: readonly ActionGroup[]
  active: string | null
  chosen: ReadonlySet<string>
  at: OverdueAt
  onOpen: (id: string) => void
  onChoose: (ids: ReadonlySet<string>) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const prefix = useId()
  const lines = linesOf(groups)
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => list.current,
    estimateSize: (index) => (lines[index]?.kind === 'head' ? HEAD : ROW) * rem,
    overscan: 8,
    initialRect: { width: 800, height: 700 },
    getItemKey: (index) => {
      const line = lines[index]
      return line === undefined ? index : line.kind === 'head' ? `head ${line.name}` : line.thread.id
    },
  })
  const places = lines.flatMap((line, index) => (line.kind === 'action' ? [index] : []))
  const idAt = (index: number | undefined): string | null => {
    const line = index === undefined ? undefined : lines[index]
    return line?.kind === 'action' ? line.thread.id : null
  }
  const here = places.findIndex((index) => idAt(index) === active)

  const toggle = (id: string): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      Home: 0,
      End: places.length - 1,
      PageDown: here + 8,
      PageUp: here - 8,
    }[event.key]
    if (step !== undefined) {
      const index = places[Math.min(Math.max(step, 0), places.length - 1)]
      const id = idAt(index)
      if (id === null || index === undefined) return
      if (event.shiftKey) onChoose(new Set([...chosen, ...(active === null ? [] : [active]), id]))
      onOpen(id)
      rows.scrollToIndex(index)
    } else if (event.key === ' ' && active !== null) toggle(active)
    else return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent, id: string): void => {
    const onBox = event.target instanceof Element && event.target.closest('[data-box]') !== null
    if (onBox || event.ctrlKey || event.metaKey) toggle(id)
    else onOpen(id)
  }

  const visible = rows.getVirtualItems()
  const isDrawn = visible.some(({ index }) => idAt(index) === active)
  return (
    <div
      ref={list}
      role="listbox"
      aria-label="Actions"
      aria-multiselectable="true"
      aria-activedescendant={active !== null && isDrawn ? `${prefix}${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-y-auto rounded-xl border border-line bg-surface -outline-offset-2"
    >
      <div role="presentation" className="relative" style={{ height: rows.getTotalSize() }}>
        {visible.map((row) => {
          const line = lines[row.index]
          if (line === undefined) return null
          const place = { transform: `translateY(${row.start}px)`, height: row.size }
          if (line.kind === 'head')
            return (
              <div
                key={row.key}
                role="presentation"
                aria-hidden="true"
                style={place}
                className="figures absolute inset-x-0 top-0 flex items-end gap-2 border-b border-edge bg-sunken px-4 pb-1.5 text-[0.8125rem] font-semibold"
              >
                {line.name} <span className="font-normal text-faint">{line.count}</span>
              </div>
            )
          const { thread } = line
          const isChosen = chosen.has(thread.id)
          const due = dueInWords(thread)
          return (
            // Keys are heard by the list, which has the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={row.key}
              id={`${prefix}${thread.id}`}
              role="option"
              aria-selected={isChosen}
              aria-posinset={places.indexOf(row.index) + 1}
              aria-setsize={places.length}
              data-action={thread.id}
              style={place}
              onClick={(event) => onClick(event, thread.id)}
              className={`absolute inset-x-0 top-0 flex cursor-pointer gap-3 border-b border-l-[3px] border-b-line py-2 pr-4 pl-2.5 ${
                thread.id === active ? 'border-l-ink bg-chosen' : 'border-l-transparent hover:bg-hover'
              }`}
            >
              <span
                data-box
                aria-hidden="true"
                className={`mt-2 flex size-4.5 shrink-0 items-center justify-center rounded border ${
                  isChosen ? 'border-ink bg-ink text-paper' : 'border-edge bg-surface'
                }`}
              >
                {isChosen && <Check className="size-3.5" />}
              </span>
              <span className="flex min-w-0 flex-1 flex-col justify-center gap-1.5">
                <span className="flex items-start gap-2">
                  <span className="line-clamp-2 min-w-0 flex-1 leading-snug" title={thread.text}>
                    <FocusSwatch focus={thread.focus} className="mr-2 translate-y-0.5" />
                    <span className="sr-only">
                      {line.group === null ? '' : `${line.group}: `}
                      {FOCUS_WORDS[thread.focus]}:{' '}
                    </span>
                    {thread.text}
                  </span>
                  <StateMark state={thread.state.value} human={thread.state.basis === 'human'} />
                </span>
                <span
                  // The row has one height, so that 5,000 can be scrolled; what does not fit is read here.
                  title={[
                    thread.owner.value ?? 'No owner',
                    due === null ? 'No date' : `Due ${due}`,
                    ...(thread.measure.value === null ? ['No measure'] : []),
                    counted(thread.meetings, 'meeting'),
                    ageInWords(thread),
                  ].join(' · ')}
                  className="flex items-center gap-x-3 overflow-hidden py-px text-xs whitespace-nowrap text-soft"
                >
                  {thread.owner.value === null ? (
                    <Missing>No owner</Missing>
                  ) : (
                    <span className="max-w-36 shrink-0 truncate font-medium text-ink">
                      {thread.owner.value}
                    </span>
                  )}
                  {due === null ? <Missing>No date</Missing> : <span className="figures">Due {due}</span>}
                  <OverdueMark thread={thread} at={at} />
                  {thread.measure.value === null && <Missing>No measure</Missing>}
                  <span
                    className={`figures ml-auto pl-2 text-faint ${active === null ? '' : 'max-2xl:hidden'}`}
                  >
                    {counted(thread.meetings, 'meeting')} · {ageInWords(thread)}
                  </span>
                </span>
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
