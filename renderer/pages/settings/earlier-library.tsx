import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { useChange } from '../../host/queries.ts'

/** The way back after a backup was put back. */
export function EarlierLibrary({ disabled, say }: { disabled: boolean; say: (words: string) => void }) {
  const goBack = useChange('library.return')
  const forget = useChange('library.forgetEarlier')
  const [asking, setAsking] = useState(false)
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-5">
      <h3 className="font-semibold">The library before the backup was put back</h3>
      <p className="text-soft">
        It is kept aside, with all it held. Returning to it keeps the present one aside in its place.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button
          disabled={disabled}
          onClick={() =>
            goBack.mutate(
              {},
              {
                onSuccess: () => say('The earlier library is back.'),
                onError: (error) => say(errorWords(error)),
              },
            )
          }
        >
          Return to it
        </Button>
        <Button look="bare" disabled={disabled} onClick={() => setAsking(true)}>
          Delete it
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title="Delete the earlier library?"
        confirm="Delete it"
        onClose={() => setAsking(false)}
        onConfirm={() =>
          forget.mutate(
            {},
            {
              onSuccess: () => say('The earlier library was deleted.'),
              onError: (error) => say(errorWords(error)),
            },
          )
        }
      >
        <p>What it held and the present library does not is then gone, unless a backup has it.</p>
      </ConfirmDialog>
    </div>
  )
}
