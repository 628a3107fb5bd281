import { useState } from 'react'
import { annotationSchema } from '../../../shared/model/annotations.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'

const givenSchema = annotationSchema.pick({ date: true, text: true })

/** A date and a few words. */
export function NoteForm({
  note,
  onSave,
  onCancel,
}: {
  note: { readonly date: string; readonly text: string }
  onSave: (given: { date: string; text: string }) => void
  onCancel: () => void
}) {
  const [date, setDate] = useState(note.date)
  const [text, setText] = useState(note.text)
  const given = givenSchema.safeParse({ date, text })
  return (
    <form
      className="no-print flex flex-wrap items-end gap-3 rounded-lg bg-sunken p-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (given.success) onSave(given.data)
      }}
    >
      <Field label="Date">
        {(id) => (
          <input
            id={id}
            type="date"
            className="control"
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
        )}
      </Field>
      <Field label="What happened" className="min-w-64 flex-1">
        {(id) => (
          <input
            id={id}
            className="control w-full"
            placeholder="New chair"
            maxLength={120}
            // It opens to be written in.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onCancel()
            }}
          />
        )}
      </Field>
      <Button type="submit" look="strong" disabled={!given.success}>
        Save the note
      </Button>
      <Button onClick={onCancel}>Cancel</Button>
    </form>
  )
}
