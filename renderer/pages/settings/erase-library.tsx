import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/confirm-dialog.tsx'
import { Field } from '../../components/field.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { counted } from '../../format/numbers.ts'
import { useChange } from '../../host/queries.ts'

const WORD = 'erase'

/** Everything goes, backups too: asked for with a word, not with a click. */
export function EraseLibrary({
  disabled,
  meetings,
  say,
}: {
  disabled: boolean
  meetings: number
  say: (words: string) => void
}) {
  const erase = useChange('library.erase')
  const [open, setOpen] = useState(false)
  const [word, setWord] = useState('')
  const close = (): void => {
    setOpen(false)
    setWord('')
  }
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-5">
      <h3 className="font-semibold">Erase everything</h3>
      <p className="text-soft">
        Every document, label, original and backup in the folder is deleted. Files that were imported stay
        where they came from, and copies of backups where they were saved.
      </p>
      <div>
        <Button disabled={disabled} onClick={() => setOpen(true)}>
          Erase the library …
        </Button>
      </div>
      <Dialog
        open={open}
        onClose={close}
        title="Erase the library?"
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button
              look="strong"
              disabled={word.trim().toLowerCase() !== WORD}
              onClick={() => {
                erase.mutate(
                  { confirmation: WORD },
                  {
                    onSuccess: () => say('The library was erased.'),
                    onError: (error) => say(errorWords(error)),
                  },
                )
                close()
              }}
            >
              Erase everything
            </Button>
          </>
        }
      >
        <p>
          {counted(meetings, 'meeting')} and all backups in the folder go for good. This cannot be undone.
        </p>
        <Field label={`Type “${WORD}” to go on`} className="pt-4">
          {(id) => (
            <input
              id={id}
              className="control w-full"
              value={word}
              autoComplete="off"
              onChange={(event) => setWord(event.target.value)}
            />
          )}
        </Field>
      </Dialog>
    </div>
  )
}
