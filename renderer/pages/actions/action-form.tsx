import { useState } from 'react'
import type { ReactNode } from 'react'
import { actionStateSchema } from '../../../shared/model/actions-over-meetings.ts'
import type { ActionPatch, ActionThread } from '../../../shared/model/actions-over-meetings.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { STATE_WORDS } from './state-words.ts'

/** A field that keeps what is typed until it is left or Enter is pressed. */
function Typed({
  id,
  type,
  value,
  placeholder,
  onSet,
}: {
  id: string
  type: 'text' | 'date'
  value: string
  placeholder?: string
  onSet: (value: string) => void
}) {
  const [typed, setTyped] = useState(value)
  const settle = (): void => {
    if (typed.trim() !== value) onSet(typed.trim())
  }
  return (
    <input
      id={id}
      type={type}
      className="control w-full"
      value={typed}
      placeholder={placeholder}
      maxLength={type === 'text' ? 90 : undefined}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
      }}
    />
  )
}

function ByHand({ name, human, onReset }: { name: string; human: boolean; onReset: () => void }): ReactNode {
  if (!human) return null
  return (
    <span className="flex items-center gap-1 text-xs text-faint">
      Set by hand
      <Button look="bare" small aria-label={`Take the ${name} from the record again`} onClick={onReset}>
        As the record says
      </Button>
    </span>
  )
}

/** Status, owner, date and measure, as the record has them or as a person sets them. */
export function ActionForm({
  thread,
  onSet,
  onCorrect,
}: {
  thread: ActionThread
  onSet: (patch: ActionPatch) => void
  /** Null takes it from the record again. */
  onCorrect: (field: 'owner' | 'due', value: string | null) => void
}) {
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3">
      <Field label="Status">
        {(id) => (
          <>
            <select
              id={id}
              className="control w-full"
              value={thread.state.value}
              onChange={(event) => onSet({ state: actionStateSchema.parse(event.target.value) })}
            >
              {actionStateSchema.options.map((state) => (
                <option key={state} value={state}>
                  {STATE_WORDS[state]}
                </option>
              ))}
            </select>
            <ByHand
              name="status"
              human={thread.state.basis === 'human'}
              onReset={() => onSet({ state: null })}
            />
          </>
        )}
      </Field>
      <Field label="Owner">
        {(id) => (
          <>
            <Typed
              key={`${thread.id} ${thread.owner.value}`}
              id={id}
              type="text"
              value={thread.owner.value ?? ''}
              placeholder="No owner stated"
              onSet={(owner) => onCorrect('owner', owner === '' ? null : owner)}
            />
            <ByHand
              name="owner"
              human={thread.owner.basis === 'human'}
              onReset={() => onCorrect('owner', null)}
            />
          </>
        )}
      </Field>
      <Field label="Due" {...(thread.dueText === null ? {} : { hint: `Written as “${thread.dueText}”` })}>
        {(id) => (
          <>
            <Typed
              key={`${thread.id} ${thread.due.value}`}
              id={id}
              type="date"
              value={thread.due.value ?? ''}
              onSet={(due) => onCorrect('due', due === '' ? null : due)}
            />
            <ByHand name="date" human={thread.due.basis === 'human'} onReset={() => onCorrect('due', null)} />
          </>
        )}
      </Field>
      <Field label="Measure">
        {(id) => (
          <>
            <Typed
              key={`${thread.id} ${thread.measure.value?.text}`}
              id={id}
              type="text"
              value={thread.measure.value?.text ?? ''}
              placeholder="No measure stated"
              onSet={(measure) => onSet({ measure: measure === '' ? null : measure })}
            />
            <ByHand
              name="measure"
              human={thread.measure.basis === 'human'}
              onReset={() => onSet({ measure: null })}
            />
          </>
        )}
      </Field>
    </div>
  )
}
