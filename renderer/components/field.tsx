import { useId } from 'react'
import type { ReactNode } from 'react'

/** A label over its control; the control gets the id. */
export function Field({
  label,
  hint,
  children,
  className = '',
}: {
  label: string
  hint?: string | undefined
  children: (id: string, hintId: string | undefined) => ReactNode
  className?: string
}) {
  const id = useId()
  const hintId = `${id}-hint`
  return (
    <div className={`flex flex-col gap-1 ${className}`}>
      <label htmlFor={id} className="text-[0.8125rem] font-medium text-soft">
        {label}
      </label>
      {children(id, hint === undefined ? undefined : hintId)}
      {hint !== undefined && (
        <p id={hintId} className="text-xs text-faint">
          {hint}
        </p>
      )}
    </div>
  )
}

/** A text field that offers the boards already known and takes a new name as well. */
export function BoardField({
  id,
  value,
  boards,
  onChange,
  describedBy,
}: {
  id: string
  value: string
  boards: readonly string[]
  onChange: (value: string) => void
  describedBy?: string | undefined
}) {
  return (
    <>
      <input
        id={id}
        className="control w-full"
        value={value}
        list={`${id}-boards`}
        autoComplete="off"
        maxLength={200}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={`${id}-boards`}>
        {boards.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
