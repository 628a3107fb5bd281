import { useState } from 'react'
import { calendarDateSchema, clockTimeSchema } from '../../../shared/model/evidence.ts'
import type { PlanContent } from '../../../shared/model/planner.ts'
import { LONGEST_MEETING } from '../../../shared/model/planner.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import type { PlanWork } from './use-plan.ts'

const wholeIn = (text: string, least: number, most: number): number | null => {
  const value = Number(text)
  return /^\d{1,3}$/.test(text.trim()) && value >= least && value <= most ? value : null
}

/** Target and total, which balance the agenda anew; date, start and place, which do not. */
export function PlanSettings({ content, work }: { content: PlanContent; work: PlanWork }) {
  const { settings } = content
  const wantedTarget = String(Math.round(settings.target * 100))
  const wantedTotal = String(settings.total)
  // What is typed counts until the plan has other wishes.
  const wanted = `${wantedTarget}/${wantedTotal}`
  const [typed, setTyped] = useState({ wanted, target: wantedTarget, total: wantedTotal })
  const { target, total } = typed.wanted === wanted ? typed : { target: wantedTarget, total: wantedTotal }
  const setTarget = (text: string): void => setTyped({ wanted, target: text, total })
  const setTotal = (text: string): void => setTyped({ wanted, target, total: text })
  const share = wholeIn(target, 0, 100)
  const minutes = wholeIn(total, 1, LONGEST_MEETING)
  const balance = (): void => {
    if (share === null || minutes === null) return
    work.solve(
      (before) => ({ ...before, settings: { ...before.settings, target: share / 100, total: minutes } }),
      { keepHand: true },
    )
  }
  const note = (part: Partial<PlanContent['settings']>): void =>
    work.note((before) => ({ ...before, settings: { ...before.settings, ...part } }))
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        balance()
      }}
    >
      <Field label="Customers, %">
        {(id) => (
          <input
            id={id}
            className="control figures w-20"
            inputMode="numeric"
            aria-invalid={share === null}
            value={target}
            onChange={(event) => setTarget(event.target.value)}
          />
        )}
      </Field>
      <Field label="Total, min">
        {(id) => (
          <input
            id={id}
            className="control figures w-20"
            inputMode="numeric"
            aria-invalid={minutes === null}
            value={total}
            onChange={(event) => setTotal(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="strong" disabled={share === null || minutes === null || work.busy}>
        Balance
      </Button>
      <span className="mx-1 hidden h-9 border-l border-line xl:block" />
      <Field label="Date">
        {(id) => (
          <input
            id={id}
            type="date"
            className="control figures"
            value={settings.date ?? ''}
            onChange={(event) => {
              const date = calendarDateSchema.safeParse(event.target.value)
              note({ date: date.success ? date.data : null })
            }}
          />
        )}
      </Field>
      <Field label="Start">
        {(id) => (
          <input
            id={id}
            type="time"
            className="control figures"
            value={settings.start ?? ''}
            onChange={(event) => {
              const start = clockTimeSchema.safeParse(event.target.value)
              note({ start: start.success ? start.data : null })
            }}
          />
        )}
      </Field>
      <Field label="Place" className="min-w-40 flex-1">
        {(id) => (
          <input
            id={id}
            className="control w-full"
            maxLength={300}
            autoComplete="off"
            value={settings.place}
            onChange={(event) => note({ place: event.target.value })}
          />
        )}
      </Field>
    </form>
  )
}
