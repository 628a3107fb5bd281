/** One of a list, or all of them (`undefined`); its label is for screen readers, the first option names what it is. */
export function FilterSelect({
  label,
  all,
  options,
  value,
  onChange,
  className = '',
}: {
  label: string
  /** The words for no filter: "All boards". */
  all: string
  options: readonly { value: string; label: string }[]
  value: string | undefined
  onChange: (value: string | undefined) => void
  className?: string
}) {
  return (
    <label className="flex items-center gap-2">
      <span className="sr-only">{label}</span>
      <select
        className={`control ${className}`}
        value={value ?? 'all'}
        onChange={(event) => onChange(event.target.value === 'all' ? undefined : event.target.value)}
      >
        <option value="all">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
