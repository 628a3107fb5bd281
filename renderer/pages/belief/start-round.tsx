import { useState } from 'react'
import type { FormEvent } from 'react'
import { DISCIPLINES, disciplineSchema } from '../../../shared/model/belief.ts'
import { DISCIPLINE_WORDS } from '../../../shared/model/belief-words.ts'
import type { Board } from '../../../shared/model/library.ts'
import { LENSES, lensSchema } from '../../../shared/model/measures.ts'
import type { Lens } from '../../../shared/model/measures.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { monthsBefore } from '../../format/dates.ts'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { useChange } from '../../host/queries.ts'

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** Names a round, dates it, and says which meetings it asks about. */
export function StartRound({
  board,
  lens,
  onStarted,
  onCancel,
}: {
  board: Board
  lens: Lens
  onStarted: (id: string) => void
  onCancel: () => void
}) {
  const start = useChange('belief.start')
  const [problem, setProblem] = useState<string | null>(null)
  const last = board.lastDate ?? ''
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [from, to, askedOn] = [textOf(form, 'from'), textOf(form, 'to'), textOf(form, 'asked')]
    if (from > to) return setProblem('The period ends before it begins.')
    const discipline = disciplineSchema.safeParse(textOf(form, 'discipline'))
    start.mutate(
      {
        boardId: board.id,
        name: textOf(form, 'name'),
        askedOn,
        from,
        to,
        lens: lensSchema.parse(textOf(form, 'lens')),
        discipline: discipline.success ? discipline.data : null,
      },
      { onSuccess: ({ id }) => onStarted(id), onError: (error) => setProblem(errorWords(error)) },
    )
    return undefined
  }
  return (
    <form
      onSubmit={submit}
      className="grid max-w-2xl grid-cols-2 gap-x-5 gap-y-4 rounded-xl border border-line bg-surface p-6"
    >
      <h2 className="heading-serif col-span-2 text-lg">A new round</h2>
      <Field label="Name" className="col-span-2">
        {(id) => (
          <input
            id={id}
            name="name"
            required
            maxLength={120}
            className="control w-full"
            placeholder="Spring 2026"
          />
        )}
      </Field>
      <Field label="Asks about meetings from">
        {(id) => (
          <input
            id={id}
            name="from"
            type="date"
            required
            className="control w-full"
            defaultValue={last === '' ? '' : monthsBefore(last, 12)}
          />
        )}
      </Field>
      <Field label="to">
        {(id) => (
          <input id={id} name="to" type="date" required className="control w-full" defaultValue={last} />
        )}
      </Field>
      <Field label="Asked on">
        {(id) => (
          <input id={id} name="asked" type="date" required className="control w-full" defaultValue={last} />
        )}
      </Field>
      <Field label="Measured by">
        {(id) => (
          <select id={id} name="lens" className="control w-full" defaultValue={lens}>
            {LENSES.map((known) => (
              <option key={known} value={known}>
                {LENS_WORDS[known].name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="What the organisation says it sets out to be best at" className="col-span-2">
        {(id) => (
          <select id={id} name="discipline" className="control w-full">
            <option value="">Not stated</option>
            {DISCIPLINES.map((known) => (
              <option key={known} value={known}>
                {DISCIPLINE_WORDS[known]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {problem !== null && (
        <p role="alert" className="col-span-2">
          {problem}
        </p>
      )}
      <div className="col-span-2 flex gap-3">
        <Button look="strong" type="submit">
          Start the round
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  )
}
