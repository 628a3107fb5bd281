import { useState } from 'react'
import type { PlanContent } from '../../../shared/model/planner.ts'
import { LONGEST_MEETING } from '../../../shared/model/planner.ts'
import { Button } from '../../components/button.tsx'
import type { PlanWork } from './use-plan.ts'

/** Items of the last agenda without a time, and with none at earlier meetings: asked for, never made up. */
export function MissingMinutes({ content, work }: { content: PlanContent; work: PlanWork }) {
  const rows = content.base.filter(({ minutes }) => minutes === null)
  const [given, setGiven] = useState<Record<string, string>>({})
  const value = (id: string): number | null => {
    const minutes = Number(given[id] ?? '')
    return /^\d{1,3}$/.test((given[id] ?? '').trim()) && minutes >= 1 && minutes <= LONGEST_MEETING
      ? minutes
      : null
  }
  const whole = rows.every(({ id }) => value(id) !== null)
  return (
    <form
      className="flex flex-col gap-3 rounded-xl border border-line bg-surface px-5 py-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!whole) return
        work.solve((before) => {
          const base = before.base.map((item) => {
            const minutes = item.minutes ?? value(item.id)
            return item.minutes === null ? { ...item, minutes, basis: 'given' as const } : item
          })
          const sum = base.reduce((all, { minutes }) => all + (minutes ?? 0), 0)
          return {
            ...before,
            base,
            settings: { ...before.settings, total: Math.min(LONGEST_MEETING, Math.max(1, sum)) },
          }
        })
      }}
    >
      <h2 className="heading-serif text-xl">How long do these take?</h2>
      <p className="text-soft">
        The agenda states no time for them, and no earlier meeting of this board does. Without it there is no
        total to keep.
      </p>
      <ul className="flex flex-col gap-2">
        {rows.map(({ id, title }) => (
          <li key={id}>
            <label className="flex items-center gap-3">
              <input
                className="control figures w-20"
                inputMode="numeric"
                value={given[id] ?? ''}
                onChange={(event) => setGiven((before) => ({ ...before, [id]: event.target.value }))}
              />
              <span>min, {title}</span>
            </label>
          </li>
        ))}
      </ul>
      <div>
        <Button type="submit" look="strong" disabled={!whole || work.busy}>
          Plan the agenda
        </Button>
      </div>
    </form>
  )
}
