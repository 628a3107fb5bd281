import { useState } from 'react'
import { PASTE_LIMIT } from '../../../shared/contract/customer-procedures.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/confirm-dialog.tsx'
import { Field } from '../../components/field.tsx'

/** Rows copied from a spreadsheet, or names one to a line. */
export function PasteDialog({
  open,
  onClose,
  onPaste,
}: {
  open: boolean
  onClose: () => void
  onPaste: (text: string) => void
}) {
  const [text, setText] = useState('')
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Paste a table of customers"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="strong"
            disabled={text.trim() === ''}
            onClick={() => {
              onPaste(text)
              setText('')
            }}
          >
            Look at it
          </Button>
        </>
      }
    >
      <Field
        label="Rows"
        hint="Copied from a spreadsheet with its column heads, or names one to a line. Nothing is taken before you have looked at it."
      >
        {(id, hintId) => (
          <textarea
            id={id}
            // One comes here to paste.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            className="control h-56 w-full font-mono text-[0.8125rem]"
            aria-describedby={hintId}
            value={text}
            maxLength={PASTE_LIMIT}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
