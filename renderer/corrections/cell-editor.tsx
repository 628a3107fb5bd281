import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useAnnounce } from '../shell/announcer.tsx'

/** How a cell is changed: words that are parsed, one of a few, or a date. `store` hears only of real changes. */
export type CellEdit =
  | {
      readonly kind: 'text' | 'date'
      readonly label: string
      readonly value: string
      /** Answers what is wrong with it, or null when it was stored. */
      readonly store: (text: string) => string | null
    }
  | {
      readonly kind: 'choice'
      readonly label: string
      readonly value: string
      readonly options: readonly { readonly value: string; readonly label: string }[]
      readonly store: (value: string) => string | null
    }

type Done = 'stored' | 'cancelled' | 'next' | 'previous' | 'left'

/** The field a cell turns into while it is edited. */
export function CellEditor({ edit, onDone }: { edit: CellEdit; onDone: (how: Done) => void }) {
  const announce = useAnnounce()
  const wrongId = useId()
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const [value, setValue] = useState(edit.value)
  const [wrong, setWrong] = useState<string | null>(null)
  const ended = useRef(false)
  useEffect(() => {
    field.current?.focus()
    if (edit.kind === 'text') field.current?.select()
    // Only when the cell turns into a field.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  const end = (how: Done): void => {
    ended.current = true
    onDone(how)
  }
  const store = (how: Done): void => {
    if (ended.current) return
    const problem = value === edit.value ? null : edit.store(value)
    if (problem === null) end(how)
    else {
      setWrong(problem)
      announce(problem)
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') end('cancelled')
    else if (event.key === 'Enter') store('stored')
    else if (event.key === 'Tab') store(event.shiftKey ? 'previous' : 'next')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const shared = {
    ref: field,
    value,
    'aria-label': edit.label,
    'aria-invalid': wrong === null ? undefined : true,
    'aria-describedby': wrong === null ? undefined : wrongId,
    onKeyDown,
    onBlur: () => store('left'),
    className: 'control w-full min-w-24',
  } as const
  return (
    <span className="flex flex-col gap-1">
      {edit.kind === 'choice' ? (
        <select {...shared} onChange={(event) => setValue(event.target.value)}>
          {edit.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type={edit.kind}
          autoComplete="off"
          onChange={(event) => {
            setValue(event.target.value)
            setWrong(null)
          }}
        />
      )}
      {wrong !== null && (
        <span id={wrongId} role="alert" className="text-xs text-soft">
          {wrong}
        </span>
      )}
    </span>
  )
}
