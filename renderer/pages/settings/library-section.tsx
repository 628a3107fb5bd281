import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Failed, Loading, errorWords } from '../../components/page-state.tsx'
import { PageSection } from '../../components/page-section.tsx'
import { bytesInWords, counted } from '../../format/numbers.ts'
import { useAsk, useChange } from '../../host/queries.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { BackupList } from './backup-list.tsx'
import { EarlierLibrary } from './earlier-library.tsx'
import { EraseLibrary } from './erase-library.tsx'
import { TakeBackup } from './take-backup.tsx'

const STAGES = {
  backup: 'Making a backup',
  check: 'Checking a backup',
  restore: 'Putting a backup back',
} as const

/** Where everything is kept, its backups, and its end. */
export function LibrarySection() {
  const announce = useAnnounce()
  const state = useAsk('library.state', {})
  const make = useChange('backups.make')
  const verify = useChange('library.verify')
  const cancel = useChange('backups.cancel')
  const [said, setSaid] = useState<string | null>(null)
  if (state.isError) return <Failed within error={state.error} retry={() => void state.refetch()} />
  if (state.data === undefined) return <Loading what="the library" />
  const { folder, backupsFolder, meetings, documents, bytes, backups, work, hasEarlier } = state.data
  const isBusy = work !== null || verify.isPending
  const sayChecked = (words: string): void => {
    setSaid(words)
    announce(words)
  }
  return (
    <PageSection title="Library">
      <div className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5">
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
          <dt className="text-soft">Folder</dt>
          <dd className="min-w-0 font-mono text-[0.8125rem] break-all select-all">{folder}</dd>
          <dt className="text-soft">Holds</dt>
          <dd className="figures">
            {counted(meetings, 'meeting')} with {counted(documents, 'document')}, {bytesInWords(bytes)}
          </dd>
        </dl>
        <p className="text-[0.8125rem] text-faint">
          Everything is kept in this folder on this computer, for your user account alone, and is not
          encrypted by Empty Chair: the disk’s own encryption protects it.
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <Button
            disabled={isBusy}
            onClick={() =>
              verify.mutate(
                {},
                {
                  onSuccess: ({ problems, documents: checked, originals }) =>
                    sayChecked(
                      problems.length === 0
                        ? `${counted(checked, 'document')} and ${counted(originals, 'original')} are as they were stored.`
                        : `${counted(problems.length, 'part')} of the library ${problems.length === 1 ? 'is' : 'are'} not as stored: ${[...new Set(problems.map(({ message }) => message))].join(' ')}`,
                    ),
                  onError: (error) => sayChecked(errorWords(error)),
                },
              )
            }
          >
            {verify.isPending ? 'Checking …' : 'Check the library'}
          </Button>
          {said !== null && <p className="min-w-0 text-[0.8125rem] text-soft">{said}</p>}
        </div>
      </div>

      <div className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5">
        <div className="flex flex-wrap items-baseline justify-between gap-3">
          <h3 className="font-semibold">Backups</h3>
          <div className="flex flex-wrap gap-3">
            <TakeBackup disabled={isBusy} say={announce} />
            <Button
              look="strong"
              disabled={isBusy}
              onClick={() =>
                make.mutate(
                  {},
                  {
                    onSuccess: (entry) =>
                      announce(entry === null ? 'No backup was made.' : 'The backup is made and checked.'),
                    onError: (error) => announce(errorWords(error)),
                  },
                )
              }
            >
              Back up now
            </Button>
          </div>
        </div>
        {work !== null && (
          <div
            role="status"
            className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-sunken px-4 py-2"
          >
            <span className="text-[0.8125rem] text-soft">{STAGES[work.stage]} …</span>
            <progress
              className="h-1.5 min-w-40 flex-1 accent-(--ink)"
              max={1}
              value={work.progress}
              aria-label={STAGES[work.stage]}
            />
            <Button small look="bare" onClick={() => cancel.mutate({})}>
              Cancel
            </Button>
          </div>
        )}
        <p className="text-[0.8125rem] text-faint">
          One file with every meeting, label and original. It is not encrypted, and it still holds what is
          removed from the library later. Save a copy on another disk:{' '}
          <span className="font-mono break-all">{backupsFolder}</span> is on this one.
        </p>
        <BackupList backups={backups} disabled={isBusy} say={announce} />
      </div>
      {hasEarlier && <EarlierLibrary disabled={isBusy} say={announce} />}
      <EraseLibrary disabled={isBusy} meetings={meetings} say={announce} />
    </PageSection>
  )
}
