import { useId, useState } from 'react'
import type { TimeWindow } from '../../shared/model/analysis.ts'
import type { WindowField, WindowMark } from '../../shared/model/corrections.ts'
import { WINDOW_FIELDS } from '../../shared/model/corrections.ts'
import { CorrectedMark } from './corrected-mark.tsx'
import { WINDOW_FIELD_WORDS, clockOf } from './correction-values.ts'
import { QuotePopover } from './quote-popover.tsx'
import type { Corrections } from './use-corrections.ts'

interface Windows {
  readonly planned: TimeWindow | null
  readonly recorded: TimeWindow | null
}

const valueOf = ({ planned, recorded }: Windows, field: WindowField): string | null =>
  ({
    plannedStart: planned?.start ?? null,
    plannedEnd: planned?.end ?? null,
    recordedStart: recorded?.start ?? null,
    recordedEnd: recorded?.end ?? null,
  })[field]

/** When the meeting was to start and end, and when it did; each stored when it is left. */
export function WindowFields({
  window,
  mark,
  corrections,
}: {
  window: Windows
  mark: WindowMark | null
  corrections: Corrections
}) {
  return (
    <div role="group" aria-label="Times of the meeting" className="flex flex-wrap gap-x-6 gap-y-3">
      {(['planned', 'recorded'] as const).map((which) => {
        const evidence = window[which]?.evidence ?? null
        const [start, end] = WINDOW_FIELDS.filter((field) => field.startsWith(which))
        return (
          <div key={which} className="flex flex-wrap items-center gap-2 text-[0.8125rem]">
            <span className="font-medium text-soft">
              {which === 'planned' ? 'Planned from' : 'Recorded from'}
            </span>
            {start !== undefined && (
              <WindowTime key={valueOf(window, start)} field={start} {...{ window, mark, corrections }} />
            )}
            <span className="text-faint">to</span>
            {end !== undefined && (
              <WindowTime
                key={`${valueOf(window, end)} end`}
                field={end}
                {...{ window, mark, corrections }}
              />
            )}
            {evidence !== null && (
              <QuotePopover
                label={which === 'planned' ? 'Planned times' : 'Recorded times'}
                quotes={[
                  {
                    of: which === 'planned' ? 'Planned times' : 'Recorded times',
                    page: evidence.page,
                    words: evidence.quote,
                  },
                ]}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}

function WindowTime({
  field,
  window,
  mark,
  corrections,
}: {
  field: WindowField
  window: Windows
  mark: WindowMark | null
  corrections: Corrections
}) {
  const id = useId()
  const stored = valueOf(window, field) ?? ''
  const [value, setValue] = useState(stored)
  const clock = clockOf(value.trim())
  const wrong = value.trim() !== '' && clock === null
  const store = (): void => {
    if (!wrong && value.trim() !== stored) corrections.setWindow({ [field]: clock })
  }
  return (
    <span className="inline-flex items-center gap-1">
      <label htmlFor={id} className="sr-only">
        {WINDOW_FIELD_WORDS[field]}
      </label>
      <input
        id={id}
        className="control figures w-18 text-center"
        value={value}
        placeholder="–"
        autoComplete="off"
        maxLength={5}
        aria-invalid={wrong}
        title={wrong ? 'Write a time of day, such as 10:40, or leave it empty.' : undefined}
        onChange={(event) => setValue(event.target.value)}
        onBlur={store}
        onKeyDown={(event) => {
          if (event.key === 'Enter') store()
          if (event.key === 'Escape') setValue(stored)
        }}
      />
      {mark?.fields.includes(field) === true && (
        <CorrectedMark
          asRead={mark.asRead[field] ?? 'not stated'}
          onRestore={() => corrections.restore('window', undefined, [field])}
        />
      )}
    </span>
  )
}
