import { useState } from 'react'
import type { ImportJob } from '../../../shared/model/library.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/confirm-dialog.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { counted } from '../../format/numbers.ts'
import { useAsk } from '../../host/queries.ts'
import { VersionDifferenceTable } from './version-difference.tsx'

/** Before many files are kept at once: which of them replace an earlier version, and how each differs from it. */
export function ReplacingDialog({
  replacing,
  others,
  onKeepAll,
  onKeepOthers,
  onClose,
}: {
  /** Empty: the dialog is closed. */
  replacing: readonly ImportJob[]
  /** How many more would be kept that replace nothing. */
  others: number
  onKeepAll: () => void
  onKeepOthers: () => void
  onClose: () => void
}) {
  const then = (keep: () => void) => () => {
    keep()
    onClose()
  }
  return (
    <Dialog
      wide
      open={replacing.length > 0}
      onClose={onClose}
      title={`${counted(replacing.length, 'file')} would replace an earlier version`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {others > 0 && (
            <Button onClick={then(onKeepOthers)}>
              {others === 1 ? 'Keep only the other file' : `Keep only the ${others} other files`}
            </Button>
          )}
          <Button look="strong" onClick={then(onKeepAll)}>
            {others > 0 ? 'Keep all and replace' : 'Replace'}
          </Button>
        </>
      }
    >
      <p className="pb-3">
        The earlier version is no longer measured; labels and corrections by people carry over to what is
        still there. Keeping can be undone.
      </p>
      <ul
        className="flex max-h-[50vh] flex-col gap-2 overflow-y-auto"
        aria-label="Files that replace another"
      >
        {replacing.map((job) => (
          <li key={job.id} className="border-t border-line pt-2">
            <Replacement job={job} opened={replacing.length === 1} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** One file and the version it replaces; the difference is read when it is asked for. */
function Replacement({ job, opened }: { job: ImportJob; opened: boolean }) {
  const [open, setOpen] = useState(opened)
  const preview = useAsk('imports.preview', { id: job.id }, { enabled: open })
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 break-words text-ink">
        <span className="min-w-0">
          “{job.name}” replaces “{job.wouldReplace?.name}”
        </span>
        <button
          type="button"
          className="quiet-link text-[0.8125rem]"
          aria-expanded={open}
          aria-label={`What is different in ${job.name}`}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Hide what is different' : 'What is different'}
        </button>
      </p>
      {open && preview.isError && <p role="alert">{errorWords(preview.error)}</p>}
      {open && preview.data === undefined && !preview.isError && (
        <p className="text-[0.8125rem] text-faint">Reading what is different …</p>
      )}
      {open && preview.data?.difference && <VersionDifferenceTable difference={preview.data.difference} />}
    </>
  )
}
