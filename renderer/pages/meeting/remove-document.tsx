import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { useChange } from '../../host/queries.ts'
import { useAnnounce } from '../../shell/announcer.tsx'

/** Takes one document out of its meeting, after asking. */
export function RemoveDocument({ id, name, onRemoved }: { id: string; name: string; onRemoved: () => void }) {
  const announce = useAnnounce()
  const remove = useChange('documents.remove')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        look="bare"
        small
        title="Remove this document"
        aria-label={`Remove ${name}`}
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden="true" className="size-4" />
      </Button>
      <ConfirmDialog
        open={asking}
        title="Remove this document?"
        confirm="Remove the document"
        onClose={() => setAsking(false)}
        onConfirm={() => {
          onRemoved()
          remove.mutate(
            { id },
            {
              onSuccess: () => announce(`${name} was removed.`),
              onError: (error) => announce(errorWords(error)),
            },
          )
        }}
      >
        <p className="break-words">
          “{name}” and all that was read in it are taken out of the library. The file it was imported from
          stays where it is.
        </p>
      </ConfirmDialog>
    </>
  )
}
