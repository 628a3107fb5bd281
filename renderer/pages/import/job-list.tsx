import { Check, CircleAlert, RotateCcw, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { ImportJob } from '../../../shared/model/library.ts'
import { Button } from '../../components/button.tsx'
import { kindInWords } from '../../components/document-badge.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { dateMiddle } from '../../format/dates.ts'
import { bytesInWords } from '../../format/numbers.ts'
import { useChange, useUploads } from '../../host/queries.ts'
import { useService } from '../../host/service-context.tsx'
import type { Upload } from '../../host/upload-queue.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { STATE_WORDS, canRetry, stageInWords, isRunning, jobRank, missingInWords } from './job-words.ts'
import { UnlockButton } from './unlock-button.tsx'

/** Up and down move from file to file. */
function moveAmongJobs(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('button[data-job]')]
  const row = document.activeElement?.closest('li')
  const next = rows[rows.findIndex((button) => button.closest('li') === row) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

/** The queue: files on their way to the core, then jobs by need of attention. */
export function JobList({
  jobs,
  chosen,
  onChoose,
}: {
  jobs: readonly ImportJob[]
  chosen: string | undefined
  onChoose: (id: string) => void
}) {
  const uploads = useUploads()
  return (
    // Arrow keys are an addition to Tab, so the list itself needs no focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul
      aria-label="Files"
      onKeyDown={moveAmongJobs}
      className="flex max-h-[calc(100dvh-7rem)] flex-col overflow-y-auto rounded-xl border border-line bg-surface"
    >
      {uploads.map((upload) => (
        <UploadRow key={`upload-${upload.key}`} upload={upload} />
      ))}
      {jobs
        .toSorted((a, b) => jobRank(a) - jobRank(b))
        .map((job) => (
          <JobRow key={job.id} job={job} chosen={job.id === chosen} onChoose={() => onChoose(job.id)} />
        ))}
    </ul>
  )
}

function UploadRow({ upload }: { upload: Upload }) {
  const { uploads } = useService()
  const failed = upload.state === 'failed'
  return (
    <li className="flex items-start gap-2 border-b border-line px-4 py-3 last:border-0">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium" title={upload.name}>
          {upload.name}
        </p>
        {failed ? (
          <p className="text-[0.8125rem] text-soft">{upload.message}</p>
        ) : (
          <>
            <p className="figures text-[0.8125rem] text-faint">
              {upload.state === 'waiting'
                ? `Waiting to be sent, ${bytesInWords(upload.bytes)}`
                : `Sent ${bytesInWords(upload.sent)} of ${bytesInWords(upload.bytes)}`}
            </p>
            <Progress
              value={upload.bytes === 0 ? 1 : upload.sent / upload.bytes}
              label={`Sending ${upload.name}`}
            />
          </>
        )}
      </div>
      {failed && (
        <Button look="bare" small onClick={() => uploads.retry(upload.key)}>
          Retry
        </Button>
      )}
      <Button
        look="bare"
        small
        aria-label={`${failed ? 'Remove' : 'Cancel'} ${upload.name}`}
        onClick={() => uploads.cancel(upload.key)}
      >
        <X aria-hidden="true" className="size-4" />
      </Button>
    </li>
  )
}

function Progress({ value, label }: { value: number; label: string }) {
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(value * 100)}
      className="mt-1.5 block h-1 overflow-hidden rounded-full bg-chosen"
    >
      <span
        className="block h-full rounded-full bg-ink transition-[width]"
        style={{ width: `${Math.round(value * 100)}%` }}
      />
    </span>
  )
}

function JobRow({ job, chosen, onChoose }: { job: ImportJob; chosen: boolean; onChoose: () => void }) {
  const announce = useAnnounce()
  const cancel = useChange('imports.cancel')
  const retry = useChange('imports.retry')
  const failed = { onError: (error: Error) => announce(errorWords(error)) }
  const running = isRunning(job)
  const missing = missingInWords(job)
  return (
    <li
      data-state={job.state}
      className={`flex items-start gap-2 border-b border-line pr-2 last:border-0 ${chosen ? 'bg-chosen' : 'hover:bg-hover'}`}
    >
      <button
        type="button"
        data-job={job.id}
        aria-current={chosen ? 'true' : undefined}
        onClick={onChoose}
        className="min-w-0 flex-1 px-4 py-3 text-left -outline-offset-2"
      >
        <span className="block truncate font-medium" title={job.name}>
          {job.name}
        </span>
        <span className="figures flex items-start gap-1.5 text-[0.8125rem] text-soft">
          {job.state === 'kept' && <Check aria-hidden="true" className="mt-[3px] size-3.5 shrink-0" />}
          {(job.state === 'refused' || missing !== null) && (
            <CircleAlert aria-hidden="true" className="mt-[3px] size-3.5 shrink-0" />
          )}
          <span className="line-clamp-3 min-w-0">{lineOf(job, missing)}</span>
        </span>
        {running && <Progress value={job.progress} label={`${stageInWords(job)}: ${job.name}`} />}
      </button>
      <span className="flex shrink-0 items-center pt-2.5">
        {running && (
          <Button
            look="bare"
            small
            aria-label={`Cancel ${job.name}`}
            onClick={() => cancel.mutate({ ids: [job.id] }, failed)}
          >
            <X aria-hidden="true" className="size-4" />
          </Button>
        )}
        <UnlockButton job={job} small />
        {canRetry(job) && (
          <Button
            look="bare"
            small
            aria-label={`Try ${job.name} again`}
            title="Try again"
            onClick={() => retry.mutate({ ids: [job.id] }, failed)}
          >
            <RotateCcw aria-hidden="true" className="size-4" />
          </Button>
        )}
      </span>
    </li>
  )
}

function lineOf(job: ImportJob, missing: string | null): string {
  if (job.state === 'refused') {
    if (job.code === 'duplicate')
      return job.duplicateOf === null ? 'Already in this list' : 'Already in the library'
    return job.message ?? STATE_WORDS.refused
  }
  if (isRunning(job)) return `${stageInWords(job)}, ${bytesInWords(job.bytes)}`
  const what = [
    job.kind === null ? null : kindInWords(job.kind),
    job.date === null ? null : dateMiddle(job.date),
  ]
  return [STATE_WORDS[job.state], ...what, missing].filter((part) => part !== null).join(' · ')
}
