import { useState } from 'react'
import type { BackupEntry } from '../../../shared/model/safety.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { bytesInWords, counted } from '../../format/numbers.ts'
import { useChange } from '../../host/queries.ts'
import { saveFile } from '../../host/save-file.ts'
import { useService } from '../../host/service-context.tsx'

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })
const KINDS = {
  whole: null,
  'library-only': 'made before an update, without originals',
  damaged: 'cannot be read',
} as const

const whenMade = (entry: BackupEntry): string => moment.format(new Date(entry.made))

interface Props {
  readonly disabled: boolean
  readonly say: (words: string) => void
}

/** What can be put back, saved elsewhere, checked or removed. */
export function BackupList({ backups, disabled, say }: Props & { backups: readonly BackupEntry[] }) {
  if (backups.length === 0) return <p className="text-soft">There is no backup yet.</p>
  return (
    <ul className="flex flex-col divide-y divide-line" aria-label="Backups">
      {backups.map((entry) => (
        <BackupRow key={entry.name} entry={entry} disabled={disabled} say={say} />
      ))}
    </ul>
  )
}

function BackupRow({ entry, disabled, say }: Props & { entry: BackupEntry }) {
  const { client } = useService()
  const check = useChange('backups.check')
  const remove = useChange('backups.remove')
  const restore = useChange('backups.restore')
  const [asking, setAsking] = useState<'restore' | 'remove' | null>(null)
  const [saving, setSaving] = useState(false)
  const name = whenMade(entry)
  const note = KINDS[entry.kind]
  const failed = (error: unknown): void => say(errorWords(error))

  const save = async (): Promise<void> => {
    setSaving(true)
    try {
      const pieces: Uint8Array<ArrayBuffer>[] = []
      for (let offset = 0; ;) {
        // Pieces come in order; the file on the disk is whole before it is offered.
        // oxlint-disable-next-line no-await-in-loop
        const { bytes } = await client.call('backups.read', { name: entry.name, offset })
        if (bytes.byteLength === 0) break
        pieces.push(bytes)
        offset += bytes.byteLength
      }
      saveFile(entry.name, pieces, 'application/octet-stream')
    } catch (error) {
      failed(error)
    } finally {
      setSaving(false)
    }
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5 first:pt-0 last:pb-0">
      <div className="min-w-48 flex-1">
        <p className="font-medium">{name}</p>
        <p className="figures text-[0.8125rem] text-faint">
          {entry.kind !== 'damaged' && `${counted(entry.meetings, 'meeting')}, `}
          {bytesInWords(entry.bytes)}
          {note !== null && `, ${note}`}
        </p>
      </div>
      <div className="flex flex-wrap gap-1">
        {entry.kind !== 'damaged' && (
          <>
            <Button
              small
              look="bare"
              disabled={disabled}
              aria-label={`Check the backup of ${name}`}
              onClick={() =>
                check.mutate(
                  { name: entry.name },
                  {
                    onSuccess: (found) =>
                      say(found === null ? 'The check was cancelled.' : `The backup of ${name} is whole.`),
                    onError: failed,
                  },
                )
              }
            >
              Check
            </Button>
            <Button
              small
              look="bare"
              disabled={disabled || saving}
              aria-label={`Save a copy of the backup of ${name}`}
              onClick={() => void save()}
            >
              {saving ? 'Saving …' : 'Save a copy'}
            </Button>
            <Button
              small
              look="bare"
              disabled={disabled}
              aria-label={`Put the backup of ${name} back`}
              onClick={() => setAsking('restore')}
            >
              Put back
            </Button>
          </>
        )}
        <Button
          small
          look="bare"
          disabled={disabled}
          aria-label={`Remove the backup of ${name}`}
          onClick={() => setAsking('remove')}
        >
          Remove
        </Button>
      </div>
      <ConfirmDialog
        open={asking === 'restore'}
        title="Put this backup back?"
        confirm="Put it back"
        onClose={() => setAsking(null)}
        onConfirm={() =>
          restore.mutate(
            { name: entry.name },
            {
              onSuccess: (found) =>
                say(found === null ? 'Nothing was put back.' : `The library is as it was on ${name}.`),
              onError: failed,
            },
          )
        }
      >
        <p>
          The library becomes what it was on {name}
          {entry.kind === 'whole' &&
            `: ${counted(entry.meetings, 'meeting')} with ${counted(entry.documents, 'document')}`}
          . The present one is kept aside, so that this can be undone. The backup is checked before anything
          changes.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'remove'}
        title="Remove this backup?"
        confirm="Remove the backup"
        onClose={() => setAsking(null)}
        onConfirm={() =>
          remove.mutate(
            { name: entry.name },
            { onSuccess: () => say(`The backup of ${name} was removed.`), onError: failed },
          )
        }
      >
        <p>The file of {name} is deleted. The library stays as it is.</p>
      </ConfirmDialog>
    </li>
  )
}
