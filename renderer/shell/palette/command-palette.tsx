import { useEffect, useId, useRef, useState } from 'react'
import { addressOf, go, useRoute } from '../../navigation/hash-route.ts'
import { matchCommands } from './match-commands.ts'
import type { Command } from './match-commands.ts'
import { useCommands } from './use-commands.ts'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly showKeys: () => void
}

/** Ctrl+K: every screen, board, lens and meeting, by the beginnings of its words. */
export function CommandPalette({ open, onClose, ...actions }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    // A click beside it closes it.
    element.setAttribute('closedby', 'any')
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      aria-label="Go to or do"
      onClose={onClose}
      className="mx-auto mt-[12vh] w-[38rem] max-w-[92vw] overflow-hidden rounded-xl border border-line bg-surface p-0 text-ink shadow-(--shadow)"
    >
      {open && <Palette onClose={onClose} {...actions} />}
    </dialog>
  )
}

function Palette({ onClose, ...actions }: Omit<Props, 'open'>) {
  const route = useRoute()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const commands = useCommands(actions)
  const words = query.trim()
  const found = matchCommands(commands, query)
  const search: Command[] =
    words === ''
      ? []
      : [
          {
            id: 'search',
            section: 'Search',
            title: `Find “${words}” in every passage`,
            run: () => go(addressOf(route, 'search', null, { q: words })),
          },
        ]
  const offered = [...found, ...search]
  const chosen = Math.min(active, offered.length - 1)
  const optionId = (index: number): string => `${listId}-${index}`
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' })
  })

  const run = (command: Command | undefined): void => {
    if (command === undefined) return
    onClose()
    command.run()
  }
  const move = (to: number): void => setActive((to + offered.length) % Math.max(offered.length, 1))
  return (
    <div>
      <input
        role="combobox"
        aria-label="Go to or do"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={offered.length > 0 ? optionId(chosen) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        // One opens it to write.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="w-full border-b border-line bg-transparent px-5 py-4 text-lg outline-none placeholder:text-faint"
        placeholder="A screen, a board, a date, or words to find"
        maxLength={300}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') move(chosen + 1)
          else if (event.key === 'ArrowUp') move(chosen - 1)
          else if (event.key === 'Home' && event.ctrlKey) move(0)
          else if (event.key === 'End' && event.ctrlKey) move(offered.length - 1)
          else if (event.key === 'Enter') run(offered[chosen])
          else return
          event.preventDefault()
        }}
      />
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label="What was found"
        className="max-h-[24rem] overflow-y-auto p-2"
      >
        {offered.map((command, index) => (
          <button
            type="button"
            key={command.id}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="flex w-full min-h-10 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 text-left aria-selected:bg-chosen"
            onMouseMove={() => setActive(index)}
            onClick={() => run(command)}
          >
            <span className="w-24 shrink-0 text-[0.8125rem] text-faint">{command.section}</span>
            <span className="min-w-0 flex-1 truncate">{command.title}</span>
            {command.keys !== undefined && (
              <kbd className="font-sans text-[0.8125rem] text-faint">{command.keys}</kbd>
            )}
          </button>
        ))}
      </div>
      <p role="status" className="sr-only">
        {offered.length === 1 ? '1 thing found' : `${offered.length} things found`}
      </p>
    </div>
  )
}
