import { useState } from 'react'
import type { Board, DateOrder } from '../../../shared/model/library.ts'
import { dateOrderSchema } from '../../../shared/model/library.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { dateMiddle } from '../../format/dates.ts'
import { counted } from '../../format/numbers.ts'
import { useChange } from '../../host/queries.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { CustomerWords } from './customer-words.tsx'
import { TitleRoles } from './title-roles.tsx'

const ORDER_WORDS = {
  'from-documents': 'As its documents show',
  'day-first': 'Day first (3/5 is 3 May)',
  'month-first': 'Month first (3/5 is 5 March)',
} as const

interface Values {
  readonly name: string
  readonly terms: string
  readonly target: string
  readonly order: DateOrder
}

const valuesOf = (board: Board): Values => ({
  name: board.name,
  terms: board.customerTerms.join(', '),
  target: board.target === null ? '' : String(Math.round(board.target * 100)),
  order: board.dateOrder,
})

const splitTerms = (terms: string): string[] => [
  ...new Set(
    terms
      .split(',')
      .map((term) => term.trim())
      .filter((term) => term !== ''),
  ),
]

/** One board: its name, words, target, order of dates, and what counts as procedure. */
export function BoardForm({ board }: { board: Board }) {
  const announce = useAnnounce()
  const update = useChange('boards.update')
  const stored = valuesOf(board)
  const [seen, setSeen] = useState(stored)
  const [values, setValues] = useState(stored)
  // What was stored changed, by an undo for one: the form follows.
  if (JSON.stringify(seen) !== JSON.stringify(stored)) {
    setSeen(stored)
    setValues(stored)
  }
  const { name, terms, target, order } = values
  const set = (patch: Partial<Values>): void => setValues({ ...values, ...patch })
  const percent = target.trim() === '' ? null : Number(target)
  const targetIsRight = percent === null || (Number.isFinite(percent) && percent >= 0 && percent <= 100)
  const isChanged = JSON.stringify(values) !== JSON.stringify(stored)
  return (
    <section
      aria-label={board.name}
      className="flex flex-col gap-5 rounded-xl border border-line bg-surface p-5"
    >
      <form
        aria-label={`Settings of ${board.name}`}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          update.mutate(
            {
              id: board.id,
              name: name.trim(),
              customerTerms: splitTerms(terms),
              target: percent === null ? null : percent / 100,
              dateOrder: order,
            },
            {
              onSuccess: () => announce(`${name.trim()} was saved. It can be undone.`),
              onError: (error) => announce(errorWords(error)),
            },
          )
        }}
      >
        <p className="figures text-[0.8125rem] text-faint">
          {counted(board.meetings, 'meeting')}
          {board.firstDate !== null && `, ${dateMiddle(board.firstDate)} to ${dateMiddle(board.lastDate)}`}
        </p>
        <Field label="Name">
          {(id) => (
            <input
              id={id}
              className="control"
              value={name}
              maxLength={200}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="What the organisation calls its customers"
          hint="Separated by commas: members, tenants, passengers. While it is empty, each paper’s own words are used."
        >
          {(id, hintId) => (
            <input
              id={id}
              className="control"
              value={terms}
              aria-describedby={hintId}
              onChange={(event) => set({ terms: event.target.value })}
            />
          )}
        </Field>
        <CustomerWords
          boardId={board.id}
          terms={splitTerms(terms)}
          onAdd={(word) => {
            set({ terms: [...splitTerms(terms), word].join(', ') })
            announce(`${word} was added. It counts once the board is saved.`)
          }}
        />
        <div className="flex flex-wrap gap-4">
          <Field
            label="Target share for customers, in %"
            hint={targetIsRight ? 'The board’s own; empty for none.' : 'A number from 0 to 100.'}
          >
            {(id, hintId) => (
              <input
                id={id}
                className="control w-40"
                inputMode="decimal"
                value={target}
                aria-describedby={hintId}
                aria-invalid={!targetIsRight}
                onChange={(event) => set({ target: event.target.value })}
              />
            )}
          </Field>
          <Field label="Order of dates in its documents">
            {(id) => (
              <select
                id={id}
                className="control"
                value={order}
                onChange={(event) => {
                  const chosen = dateOrderSchema.safeParse(event.target.value)
                  if (chosen.success) set({ order: chosen.data })
                }}
              >
                {dateOrderSchema.options.map((value) => (
                  <option key={value} value={value}>
                    {ORDER_WORDS[value]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button
            type="submit"
            look={isChanged ? 'strong' : 'plain'}
            disabled={name.trim() === '' || !targetIsRight || update.isPending}
          >
            Save
          </Button>
          <p className="text-[0.8125rem] text-faint">
            After a change of words or dates the board’s papers are read again; labels given by people stay.
          </p>
        </div>
      </form>
      <TitleRoles boardId={board.id} />
    </section>
  )
}
