import { useId, useState } from 'react'
import { actionStatusSchema } from '../../shared/model/analysis.ts'
import { actionValuesSchema } from '../../shared/model/corrections.ts'
import type { ActionAsRead, ActionField, ActionMark, ActionValues } from '../../shared/model/corrections.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/confirm-dialog.tsx'
import { dateLong } from '../format/dates.ts'
import { ACTION_FIELD_WORDS, STATUS_WORDS } from './correction-values.ts'
import { FormField } from './item-form.tsx'

export const EMPTY_ACTION: ActionAsRead = { text: '', owner: null, due: null, status: 'open' }

export function actionValueText(field: ActionField, values: ActionAsRead): string {
  if (field === 'status') return STATUS_WORDS[values.status]
  if (field === 'due') return values.due === null ? 'no date' : dateLong(values.due)
  return values[field] ?? 'not stated'
}

/** Everything that can be corrected of one action; or a new one, under an item or none. */
export function ActionForm({
  open,
  title,
  values,
  mark,
  quote,
  items,
  onSave,
  onRestore,
  onRemove,
  onClose,
}: {
  open: boolean
  title: string
  values: ActionAsRead
  mark: ActionMark | null
  quote: { readonly page: number; readonly words: string } | null
  /** For a new one: the items it can stand under. */
  items?: readonly { readonly id: string; readonly name: string }[]
  onSave: (values: ActionValues, under: string | null) => void
  onRestore?: (fields: readonly ActionField[]) => void
  onRemove?: () => void
  onClose: () => void
}) {
  const formId = useId()
  const [text, setText] = useState({
    text: values.text,
    owner: values.owner ?? '',
    due: values.due ?? '',
    status: values.status,
  })
  const [under, setUnder] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = (): void => {
    const parsed = actionValuesSchema.safeParse({
      text: text.text,
      owner: text.owner.trim() === '' ? null : text.owner,
      due: text.due === '' ? null : text.due,
      status: text.status,
    })
    setWrong(!parsed.success)
    if (parsed.success) onSave(parsed.data, under === '' ? null : under)
  }
  const marked = (field: ActionField) => ({
    label: ACTION_FIELD_WORDS[field],
    asRead:
      mark?.fields.includes(field) === true && mark.asRead !== null
        ? actionValueText(field, mark.asRead)
        : null,
    onRestore: onRestore && (() => onRestore([field])),
  })
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          {onRemove !== undefined && (
            <Button look="bare" className="mr-auto" onClick={onRemove}>
              This is no action
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button look="strong" type="submit" form={formId}>
            Save
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="grid grid-cols-6 gap-3 text-ink"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <FormField {...marked('text')} className="col-span-6">
          {(id) => (
            <textarea
              id={id}
              rows={3}
              className="control w-full"
              value={text.text}
              onChange={(event) => setText({ ...text, text: event.target.value })}
            />
          )}
        </FormField>
        <FormField {...marked('owner')} className="col-span-2">
          {(id) => (
            <input
              id={id}
              className="control w-full"
              autoComplete="off"
              value={text.owner}
              onChange={(event) => setText({ ...text, owner: event.target.value })}
            />
          )}
        </FormField>
        <FormField {...marked('due')} className="col-span-2">
          {(id) => (
            <input
              id={id}
              type="date"
              className="control w-full"
              value={text.due}
              onChange={(event) => setText({ ...text, due: event.target.value })}
            />
          )}
        </FormField>
        <FormField {...marked('status')} className="col-span-2">
          {(id) => (
            <select
              id={id}
              className="control w-full"
              value={text.status}
              onChange={(event) => {
                const status = actionStatusSchema.safeParse(event.target.value)
                if (status.success) setText({ ...text, status: status.data })
              }}
            >
              {actionStatusSchema.options.map((status) => (
                <option key={status} value={status}>
                  {STATUS_WORDS[status]}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {items !== undefined && (
          <FormField label="Under the item" asRead={null} className="col-span-6">
            {(id) => (
              <select
                id={id}
                className="control w-full"
                value={under}
                onChange={(event) => setUnder(event.target.value)}
              >
                <option value="">No item</option>
                {items.map((item) => (
                  <option key={item.id} value={item.id}>
                    {item.name}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        )}
      </form>
      {wrong && (
        <p role="alert" className="pt-2 text-[0.8125rem]">
          An action needs its words.
        </p>
      )}
      {quote !== null && (
        <div className="pt-3 text-[0.8125rem]">
          <p className="text-faint">As it stands on page {quote.page}</p>
          <blockquote className="max-h-32 overflow-y-auto border-l-2 border-edge pl-3 break-words whitespace-pre-line">
            {quote.words}
          </blockquote>
        </div>
      )}
    </Dialog>
  )
}
