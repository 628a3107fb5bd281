import type { ImportJob } from '../../../shared/model/library.ts'
import { REFUSAL_WORDS } from '../../../shared/model/import-result.ts'
import { Button } from '../../components/button.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { useAsk, useChange } from '../../host/queries.ts'
import { addressOf, useRoute } from '../../navigation/hash-route.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { canBeKept, canRetry, isRunning } from './job-words.ts'
import { PreviewItems } from './preview-items.tsx'
import { UnlockButton } from './unlock-button.tsx'

/** One file: how it ended, or what keeping it would store, with the facts corrected in place. */
export function ReviewPanel({ job, onKeep }: { job: ImportJob; onKeep: () => void }) {
  const announce = useAnnounce()
  const discard = useChange('imports.discard')
  const undo = useChange('imports.undo')
  const retry = useChange('imports.retry')
  const route = useRoute()
  const preview = useAsk('imports.preview', { id: job.id }, { enabled: job.state === 'review' })
  const failed = { onError: (error: Error) => announce(errorWords(error)) }
  const ids = [job.id]
  return (
    <section
      aria-label={`What was read in ${job.name}`}
      data-review={job.state}
      className="flex min-w-0 flex-col gap-5 rounded-xl border border-line bg-surface p-5"
    >
      <header className="flex flex-wrap items-start gap-3">
        <h2 className="heading-serif min-w-0 flex-1 text-lg break-words">{job.name}</h2>
        <div className="flex flex-wrap gap-2">
          {job.state === 'review' && (
            <>
              <Button onClick={() => discard.mutate({ ids }, failed)}>Discard</Button>
              <Button look="strong" disabled={!canBeKept(job)} onClick={onKeep}>
                Keep
              </Button>
            </>
          )}
          {job.state === 'kept' && (
            <Button
              onClick={() =>
                undo.mutate(
                  { ids },
                  { ...failed, onSuccess: () => announce('Taken out again, back to review.') },
                )
              }
            >
              Undo keeping
            </Button>
          )}
          <UnlockButton job={job} />
          {canRetry(job) && <Button onClick={() => retry.mutate({ ids }, failed)}>Try again</Button>}
        </div>
      </header>
      <Outcome job={job} />
      {job.meetingId !== null && job.state === 'kept' && (
        <p>
          <a className="quiet-link" href={addressOf(route, 'meeting', job.meetingId)}>
            Open the meeting
          </a>
        </p>
      )}
      {job.state === 'review' && (
        <>
          <CorrectionForm job={job} analysis={preview.data?.analysis} />
          {job.warnings.length > 0 && (
            <ul className="flex flex-col gap-1 text-[0.8125rem] text-soft" aria-label="Notes on reading">
              {job.warnings.map((warning, index) => (
                <li key={`${warning.code}-${index}`} className="flex gap-2">
                  <span aria-hidden="true">–</span>
                  <span>
                    {warning.message}
                    {warning.page !== undefined && ` (page ${warning.page})`}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {preview.isError && (
            <p role="alert" className="text-soft">
              {errorWords(preview.error)}
            </p>
          )}
          {preview.data === undefined && !preview.isError && (
            <p className="text-faint">Reading the preview …</p>
          )}
          {preview.data !== undefined && <PreviewItems preview={preview.data} />}
        </>
      )}
    </section>
  )
}

/** Where the file stands, as one neutral sentence with the file's own reason. */
function Outcome({ job }: { job: ImportJob }) {
  const route = useRoute()
  if (job.state === 'refused') {
    const reason = job.message ?? (job.code === null ? 'It could not be read.' : REFUSAL_WORDS[job.code])
    return (
      <p className="rounded-lg bg-sunken px-4 py-3">
        {job.duplicateOf === null ? (
          reason
        ) : (
          <>
            This exact file is already in the library, as “{job.duplicateOf.name}”.{' '}
            <a className="quiet-link" href={addressOf(route, 'meeting', job.duplicateOf.meetingId)}>
              Open its meeting
            </a>
          </>
        )}
      </p>
    )
  }
  if (isRunning(job)) return <p className="text-soft">It is still being read.</p>
  if (job.state === 'kept') return <p className="text-soft">{job.message ?? 'It is in the library.'}</p>
  if (job.state === 'discarded')
    return <p className="text-soft">It was discarded. Nothing of it is stored.</p>
  if (job.state === 'undone') return <p className="text-soft">It was taken out of the library again.</p>
  if (job.state === 'opened') return <p className="text-soft">{job.message} Each of them is in this list.</p>
  if (job.state === 'cancelled') return <p className="text-soft">{REFUSAL_WORDS.cancelled}</p>
  if (job.wouldReplace !== null) {
    return (
      <p className="rounded-lg bg-sunken px-4 py-3">
        Keeping it replaces “{job.wouldReplace.name}”, the earlier version of this paper. Labels and
        corrections by people carry over to what is still there.
      </p>
    )
  }
  return null
}
