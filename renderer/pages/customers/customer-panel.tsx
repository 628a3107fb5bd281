import { X } from 'lucide-react'
import { useState } from 'react'
import type { CustomersOverview, CustomerView } from '../../../shared/model/customers.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { Field } from '../../components/field.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { useChange } from '../../host/queries.ts'
import { setParams } from '../../navigation/hash-route.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { CustomerRecord } from './customer-record.tsx'

interface Draft {
  name: string
  aliases: string
  segment: string
  value: string
  lifetimeValue: string
  currency: string
  owner: string
  lastSeen: string
  nextVisit: string
  nextPurpose: string
  notes: string
}

const draftOf = (customer: CustomerView | null): Draft => ({
  name: customer?.name ?? '',
  aliases: customer?.aliases.join('; ') ?? '',
  segment: customer?.segment ?? '',
  value: customer?.value?.toString() ?? '',
  lifetimeValue: customer?.lifetimeValue?.toString() ?? '',
  currency: customer?.currency ?? '',
  owner: customer?.owner ?? '',
  lastSeen: customer?.lastSeen ?? '',
  nextVisit: customer?.nextVisit ?? '',
  nextPurpose: customer?.nextPurpose ?? '',
  notes: customer?.notes ?? '',
})

/** "1,250,000" and "1250000"; undefined where it is no sum. */
function sumOf(text: string): number | null | undefined {
  const plain = text.replaceAll(/[\s,\u00a0\u202f]/g, '')
  if (plain === '') return null
  const value = Number(plain)
  return /^\d+(?:\.\d{1,2})?$/.test(plain) && value <= 1e15 ? value : undefined
}

function close(): void {
  setParams({ customer: undefined })
}

/** One customer: what the organisation says of it, and what the record holds. */
export function CustomerPanel({
  customer,
  overview,
  boardId,
}: {
  customer: CustomerView | null
  overview: CustomersOverview
  boardId: string | null
}) {
  const announce = useAnnounce()
  const save = useChange('customers.save')
  const archive = useChange('customers.archive')
  const remove = useChange('customers.remove')
  const [draft, setDraft] = useState(() => draftOf(customer))
  const [twin, setTwin] = useState<string | null>(null)
  const [removing, setRemoving] = useState(false)
  const put = (part: Partial<Draft>): void => {
    setTwin(null)
    setDraft((now) => ({ ...now, ...part }))
  }
  const value = sumOf(draft.value)
  const lifetimeValue = sumOf(draft.lifetimeValue)
  const isRight = draft.name.trim() !== '' && value !== undefined && lifetimeValue !== undefined
  const failed = (error: unknown): void => announce(errorWords(error))

  const submit = (): void => {
    if (value === undefined || lifetimeValue === undefined) return
    save.mutate(
      {
        id: customer?.id ?? null,
        fields: {
          ...draft,
          aliases: [...new Set(draft.aliases.split(/[;\n]/).map((alias) => alias.trim()))]
            .filter(Boolean)
            .slice(0, 30),
          value,
          lifetimeValue,
          lastSeen: draft.lastSeen === '' ? null : draft.lastSeen,
          nextVisit: draft.nextVisit === '' ? null : draft.nextVisit,
        },
      },
      {
        onSuccess: (answer) => {
          if (answer.outcome === 'same-name') return setTwin(answer.id)
          announce(`${draft.name.trim()} was saved.`)
          setParams({ customer: answer.id })
        },
        onError: failed,
      },
    )
  }
  const text = (key: keyof Draft, label: string, hint?: string, longest = 200) => (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(id, hintId) => (
        <input
          id={id}
          className="control w-full"
          dir="auto"
          value={draft[key]}
          maxLength={longest}
          aria-describedby={hintId}
          onChange={(event) => put({ [key]: event.target.value })}
        />
      )}
    </Field>
  )
  const sum = (key: 'value' | 'lifetimeValue', label: string, parsed: number | null | undefined) => (
    <Field label={label} {...(parsed === undefined ? { hint: 'A sum without its sign: 1250000.' } : {})}>
      {(id, hintId) => (
        <input
          id={id}
          className="control w-full"
          inputMode="decimal"
          placeholder="unknown"
          value={draft[key]}
          maxLength={30}
          aria-invalid={parsed === undefined}
          aria-describedby={hintId}
          onChange={(event) => put({ [key]: event.target.value })}
        />
      )}
    </Field>
  )
  const date = (key: 'lastSeen' | 'nextVisit', label: string) => (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="control w-full"
          value={draft[key]}
          onChange={(event) => put({ [key]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <aside
      aria-label={customer === null ? 'A new customer' : customer.name}
      data-panel
      className="flex min-w-0 flex-col gap-5 rounded-xl border border-line bg-surface p-5"
    >
      <header className="flex items-start gap-3">
        <h2 className="heading-serif min-w-0 flex-1 text-lg break-words">
          <bdi>{customer === null ? 'A new customer' : customer.name}</bdi>
        </h2>
        <Button look="bare" small aria-label="Close" onClick={close}>
          <X aria-hidden="true" className="size-4" />
        </Button>
      </header>
      {customer !== null && <CustomerRecord customer={customer} overview={overview} boardId={boardId} />}
      <form
        aria-label="What the organisation knows"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (isRight) submit()
        }}
      >
        {text('name', 'Name', twin === null ? undefined : 'Another customer has this name.')}
        {text(
          'aliases',
          'Other names',
          'Separated by semicolons. Capitals only (NWR) are found in capitals only.',
          4000,
        )}
        <div className="grid grid-cols-2 gap-3">
          {text('segment', 'Segment', undefined, 100)}
          {text('owner', 'Owner', undefined, 120)}
          {sum('value', 'Value a year', value)}
          {sum('lifetimeValue', 'Lifetime value', lifetimeValue)}
          {text('currency', 'Currency', undefined, 12)}
          <span />
          {date('lastSeen', 'Last seen')}
          {date('nextVisit', 'Next visit')}
        </div>
        {text('nextPurpose', 'Purpose of the next visit', undefined, 400)}
        <Field label="Notes">
          {(id) => (
            <textarea
              id={id}
              className="control min-h-20 w-full"
              dir="auto"
              value={draft.notes}
              maxLength={8000}
              onChange={(event) => put({ notes: event.target.value })}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-2 pt-1">
          <Button type="submit" look="strong" disabled={!isRight || save.isPending}>
            Save
          </Button>
          {twin !== null && <Button onClick={() => setParams({ customer: twin })}>Open the other</Button>}
          {customer !== null && (
            <span className="ml-auto flex gap-2">
              <Button
                disabled={archive.isPending}
                onClick={() =>
                  archive.mutate(
                    { ids: [customer.id], archived: !customer.archived },
                    {
                      onSuccess: () => {
                        announce(`${customer.name} was ${customer.archived ? 'brought back' : 'archived'}.`)
                        close()
                      },
                      onError: failed,
                    },
                  )
                }
              >
                {customer.archived ? 'Bring back' : 'Archive'}
              </Button>
              <Button onClick={() => setRemoving(true)}>Remove</Button>
            </span>
          )}
        </div>
      </form>
      {customer !== null && (
        <ConfirmDialog
          open={removing}
          title="Remove this customer?"
          confirm="Remove the customer"
          onClose={() => setRemoving(false)}
          onConfirm={() =>
            remove.mutate(
              { ids: [customer.id] },
              {
                onSuccess: () => {
                  announce(`${customer.name} was removed. Undo brings it back.`)
                  close()
                },
                onError: failed,
              },
            )
          }
        >
          <p>
            <bdi>{customer.name}</bdi> is taken out of the register with all that was typed in. The documents
            stay as they are. To keep it for later, archive it instead.
          </p>
        </ConfirmDialog>
      )}
    </aside>
  )
}
