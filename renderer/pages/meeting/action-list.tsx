import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { ActionValues } from '../../../shared/model/corrections.ts'
import type { ActionView, MeetingDetail } from '../../../shared/model/library.ts'
import { FocusChip } from '../../components/focus-chip.tsx'
import { ActionForm, EMPTY_ACTION, actionValueText } from '../../corrections/action-form.tsx'
import { CorrectedMark } from '../../corrections/corrected-mark.tsx'
import { ACTION_FIELD_WORDS } from '../../corrections/correction-values.ts'
import type { Corrections } from '../../corrections/use-corrections.ts'
import { dateLong } from '../../format/dates.ts'
import { itemName } from './meeting-model.ts'

const STATUS_WORDS = { open: 'Open', done: 'Done', unknown: 'Not stated' } as const

/** What the meeting asked of whom, with what is missing said. */
export function ActionList({
  meeting,
  corrections,
  onOpenPage,
}: {
  meeting: Pick<MeetingDetail, 'actions' | 'items'>
  corrections: Corrections
  onOpenPage: (documentId: string, page: number) => void
}) {
  const { actions } = meeting
  const [editing, setEditing] = useState<ActionView | 'new' | null>(null)
  const edited = editing === null || editing === 'new' ? null : editing
  const close = (): void => setEditing(null)
  return (
    <section aria-labelledby="actions-title" className="flex flex-col gap-2">
      <h2 id="actions-title" className="heading-serif text-xl">
        Actions
      </h2>
      {actions.length === 0 ? (
        <p className="text-soft">No action is stated in these documents.</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full text-[0.8125rem]">
            <thead>
              <tr className="border-b border-edge text-left text-faint [&>th]:py-1.5 [&>th]:pr-4 [&>th]:font-medium">
                <th scope="col">Action</th>
                <th scope="col">Owner</th>
                <th scope="col">Due</th>
                <th scope="col">Status</th>
                <th scope="col">Focus</th>
                <th scope="col">Source</th>
                <th scope="col">
                  <span className="sr-only">Correct</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {actions.map((action) => (
                <tr key={action.id} className="border-b border-line align-top [&>td]:py-2 [&>td]:pr-4">
                  <td className="max-w-xl">
                    {action.text} <Mark action={action} />
                  </td>
                  <td>{action.owner ?? <Missing>No owner</Missing>}</td>
                  <td className="whitespace-nowrap">
                    {action.due === null
                      ? (action.dueText ?? <Missing>No date</Missing>)
                      : dateLong(action.due)}
                  </td>
                  <td>{STATUS_WORDS[action.status]}</td>
                  <td>
                    <FocusChip focus={action.focus} />
                  </td>
                  <td>
                    {action.human?.asRead === null ? (
                      <span className="text-faint">A person</span>
                    ) : (
                      <button
                        type="button"
                        className="quiet-link whitespace-nowrap"
                        onClick={() => onOpenPage(action.documentId, action.page)}
                      >
                        Page {action.page}
                      </button>
                    )}
                  </td>
                  <td>
                    <button
                      type="button"
                      title="Correct this action"
                      aria-label={`Correct the action: ${action.text.slice(0, 80)}`}
                      className="no-print -my-1 inline-flex size-7 items-center justify-center rounded text-faint hover:bg-hover hover:text-ink"
                      onClick={() => setEditing(action)}
                    >
                      <Pencil aria-hidden="true" className="size-3.5" />
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="no-print">
        <button type="button" className="quiet-link text-[0.8125rem]" onClick={() => setEditing('new')}>
          Add an action
        </button>
      </p>
      {editing === 'new' && (
        <ActionForm
          open
          title="Add an action"
          values={EMPTY_ACTION}
          mark={null}
          quote={null}
          items={meeting.items.map((item) => ({ id: item.id, name: itemName(item) }))}
          onClose={close}
          onSave={(values, under) => corrections.addAction(values, under, close)}
        />
      )}
      {edited !== null && (
        <ActionForm
          open
          title="Correct the action"
          values={edited}
          mark={edited.human ?? null}
          quote={edited.quote ? { page: edited.page, words: edited.quote } : null}
          onClose={close}
          onSave={(values) => {
            const changed: Partial<ActionValues> = {}
            if (values.text !== edited.text) changed.text = values.text
            if (values.owner !== edited.owner) changed.owner = values.owner
            if (values.due !== edited.due) changed.due = values.due
            if (values.status !== edited.status) changed.status = values.status
            if (Object.keys(changed).length === 0) close()
            else corrections.setAction(edited.id, changed, close)
          }}
          onRestore={(fields) => {
            corrections.restore('action', edited.id, fields)
            close()
          }}
          onRemove={() => {
            corrections.remove('action', edited.id)
            close()
          }}
        />
      )}
    </section>
  )
}

/** That a person corrected it, with what was read. */
function Mark({ action: { human } }: { action: ActionView }) {
  if (!human) return null
  const { asRead } = human
  return (
    <CorrectedMark
      asRead={
        asRead === null
          ? null
          : human.fields
              .map((field) => `${ACTION_FIELD_WORDS[field].toLowerCase()} ${actionValueText(field, asRead)}`)
              .join(', ')
      }
    />
  )
}

function Missing({ children }: { children: string }) {
  return <span className="rounded border border-dashed border-edge px-1.5 text-soft">{children}</span>
}
