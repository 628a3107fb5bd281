import { useId } from 'react'

/** One of a few, as a row of radio buttons. */
export function Segmented<T extends string>({
  legend,
  options,
  value,
  onChange,
  hideLegend = false,
}: {
  legend: string
  options: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[]
  value: T
  onChange: (value: T) => void
  hideLegend?: boolean
}) {
  const name = useId()
  return (
    <fieldset className="flex min-w-0 items-center gap-2.5">
      <legend className={hideLegend ? 'sr-only' : 'float-left mr-2.5 text-[0.8125rem] text-faint'}>
        {legend}
      </legend>
      <div className="flex flex-wrap gap-0.5 rounded-lg bg-sunken p-0.5 ring-1 ring-line ring-inset">
        {options.map((option) => (
          <label
            key={option.value}
            className="cursor-pointer rounded-md px-2.5 py-1 text-[0.8125rem] text-soft hover:text-ink has-checked:bg-surface has-checked:font-semibold has-checked:text-ink has-checked:shadow-sm has-checked:ring-1 has-checked:ring-edge has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
