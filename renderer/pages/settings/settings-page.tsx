import { useState } from 'react'
import type { Board } from '../../../shared/model/library.ts'
import { dateOrderSchema } from '../../../shared/model/library.ts'
import { readAppearance, readContrast, storeAppearance, storeContrast } from '../../appearance.ts'
import type { Appearance, Contrast } from '../../appearance.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { Failed, Loading, errorWords } from '../../components/page-state.tsx'
import { PageSection } from '../../components/page-section.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { dateMiddle } from '../../format/dates.ts'
import { counted } from '../../format/numbers.ts'
import { useAsk, useChange } from '../../host/queries.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { LearningSection } from './learning-section.tsx'
import { LibrarySection } from './library-section.tsx'

/** Boards with their words and targets, and how the app looks. */
export function SettingsPage() {
  const boards = useAsk('boards.list', {})
  const [appearance, setAppearance] = useState<Appearance>(readAppearance)
  const [contrast, setContrast] = useState<Contrast>(readContrast)
  return (
    <div className="page flex flex-col gap-10">
      <h1 className="heading-serif text-2xl">Settings</h1>
      <PageSection title="Appearance">
        <div className="grid w-fit max-w-full items-center gap-x-5 gap-y-3 sm:grid-cols-[auto_auto]">
          <span aria-hidden="true" className="text-soft max-sm:sr-only">
            Colours
          </span>
          <Segmented
            legend="Colours"
            hideLegend
            options={[
              { value: 'system', label: 'As the system' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
            value={appearance}
            onChange={(value) => {
              setAppearance(value)
              storeAppearance(value)
            }}
          />
          <span aria-hidden="true" className="text-soft max-sm:sr-only">
            Contrast
          </span>
          <Segmented
            legend="Contrast"
            hideLegend
            options={[
              { value: 'system', label: 'As the system asks' },
              { value: 'more', label: 'More contrast' },
            ]}
            value={contrast}
            onChange={(value) => {
              setContrast(value)
              storeContrast(value)
            }}
          />
        </div>
      </PageSection>
      <PageSection title="Boards">
        {boards.isError ? (
          <Failed within error={boards.error} retry={() => void boards.refetch()} />
        ) : boards.data === undefined ? (
          <Loading what="the boards" />
        ) : boards.data.length === 0 ? (
          <p className="text-soft">
            There is no board yet. One is made when the first of its documents is kept.
          </p>
        ) : (
          boards.data.map((board) => <BoardForm key={board.id} board={board} />)
        )}
      </PageSection>
      <LearningSection />
      <LibrarySection />
    </div>
  )
}

const ORDER_WORDS = {
  'from-documents': 'As its documents show',
  'day-first': 'Day first (3/5 is 3 May)',
  'month-first': 'Month first (3/5 is 5 March)',
} as const

function BoardForm({ board }: { board: Board }) {
  const announce = useAnnounce()
  const update = useChange('boards.update')
  const [name, setName] = useState(board.name)
  const [terms, setTerms] = useState(board.customerTerms.join(', '))
  const [target, setTarget] = useState(board.target === null ? '' : String(Math.round(board.target * 100)))
  const [order, setOrder] = useState(board.dateOrder)
  const percent = target.trim() === '' ? null : Number(target)
  const targetIsRight = percent === null || (Number.isFinite(percent) && percent >= 0 && percent <= 100)
  return (
    <form
      aria-label={board.name}
      className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5"
      onSubmit={(event) => {
        event.preventDefault()
        update.mutate(
          {
            id: board.id,
            name: name.trim(),
            customerTerms: terms
              .split(',')
              .map((term) => term.trim())
              .filter((term) => term !== ''),
            target: percent === null ? null : percent / 100,
            dateOrder: order,
          },
          {
            onSuccess: () => announce(`${name.trim()} was saved.`),
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
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="What the organisation calls its customers"
        hint="Separated by commas: members, tenants, passengers."
      >
        {(id, hintId) => (
          <input
            id={id}
            className="control"
            value={terms}
            aria-describedby={hintId}
            onChange={(event) => setTerms(event.target.value)}
          />
        )}
      </Field>
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
              onChange={(event) => setTarget(event.target.value)}
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
                if (chosen.success) setOrder(chosen.data)
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
      <div>
        <Button type="submit" disabled={name.trim() === '' || !targetIsRight || update.isPending}>
          Save
        </Button>
      </div>
    </form>
  )
}
