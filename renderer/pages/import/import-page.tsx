import { useState } from 'react'
import type { ImportJob } from '../../../shared/model/library.ts'
import { Button } from '../../components/button.tsx'
import { Failed, Loading, errorWords } from '../../components/page-state.tsx'
import { counted } from '../../format/numbers.ts'
import { useAsk, useChange, useUploads } from '../../host/queries.ts'
import { setParams, useRoute } from '../../navigation/hash-route.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { ChooseFiles } from './choose-files.tsx'
import { canBeKept, isRunning } from './job-words.ts'
import { JobList } from './job-list.tsx'
import { ReplacingDialog } from './replacing-dialog.tsx'
import { ReviewPanel } from './review-panel.tsx'

/** Files in, watched, looked at, kept. */
export function ImportPage() {
  const jobs = useAsk('imports.list', {})
  const uploads = useUploads()
  if (jobs.isError) return <Failed error={jobs.error} retry={() => void jobs.refetch()} />
  if (jobs.data === undefined) return <Loading what="the queue" />
  return <ImportView jobs={jobs.data} uploading={uploads.length} />
}

function summaryOf(jobs: readonly ImportJob[], uploading: number): string {
  const count = (test: (job: ImportJob) => boolean): number => jobs.filter(test).length
  const parts = [
    [uploading, 'being sent'],
    [count(isRunning), 'being read'],
    [count((job) => job.state === 'review'), 'to review'],
    [count((job) => job.state === 'kept'), 'kept'],
    [count((job) => job.state === 'refused'), 'not imported'],
  ] as const
  return parts
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${number} ${what}`)
    .join(', ')
}

function ImportView({ jobs, uploading }: { jobs: readonly ImportJob[]; uploading: number }) {
  const announce = useAnnounce()
  const { params } = useRoute()
  const keep = useChange('imports.keep')
  const undo = useChange('imports.undo')
  const clear = useChange('imports.clear')
  const sample = useChange('sample.import')
  const info = useAsk('app.info', {}).data
  const [lastKept, setLastKept] = useState<readonly string[]>([])
  const [asking, setAsking] = useState(false)
  const ready = jobs.filter((job) => canBeKept(job) && job.date !== null)
  const replacing = ready.filter((job) => job.wouldReplace !== null)
  const chosen = jobs.find((job) => job.id === params['job']) ?? jobs.find((job) => job.state === 'review')
  const ended = jobs.some((job) => !isRunning(job) && job.state !== 'review')
  const takeBack = lastKept.filter((id) => jobs.some((job) => job.id === id && job.state === 'kept'))

  const keepJobs = (ids: string[]): void =>
    keep.mutate(
      { ids },
      {
        onSuccess: (answer) => {
          const kept = answer.filter((job) => job.state === 'kept').map((job) => job.id)
          setLastKept(kept)
          announce(
            kept.length === ids.length
              ? `${counted(kept.length, 'file')} kept.`
              : `${kept.length} of ${counted(ids.length, 'file')} kept.`,
          )
        },
        onError: (error) => announce(errorWords(error)),
      },
    )

  return (
    <div className="page flex flex-col gap-5">
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="heading-serif text-2xl">Import</h1>
        <p role="status" className="figures text-soft">
          {summaryOf(jobs, uploading) || 'The queue is empty.'}
        </p>
      </header>
      <ChooseFiles small={jobs.length + uploading > 0} />
      {jobs.length + uploading === 0 && info?.libraryIsEmpty === true && (
        <p className="text-soft">
          Nothing is in the library yet.{' '}
          <button
            type="button"
            className="quiet-link"
            disabled={sample.isPending}
            onClick={() => sample.mutate({}, { onError: (error) => announce(errorWords(error)) })}
          >
            Import the sample board
          </button>{' '}
          to see the app on a fictional company first.
        </p>
      )}
      <ReplacingDialog
        replacing={asking ? replacing : []}
        others={ready.length - replacing.length}
        onKeepAll={() => keepJobs(ready.map(({ id }) => id))}
        onKeepOthers={() => keepJobs(ready.filter((job) => job.wouldReplace === null).map(({ id }) => id))}
        onClose={() => setAsking(false)}
      />
      {jobs.length + uploading > 0 && (
        <>
          <div className="flex flex-wrap items-center gap-2">
            <Button
              look="strong"
              disabled={ready.length === 0 || keep.isPending}
              onClick={() => (replacing.length > 0 ? setAsking(true) : keepJobs(ready.map(({ id }) => id)))}
            >
              Keep all that are ready ({ready.length})
            </Button>
            {takeBack.length > 0 && (
              <Button
                disabled={undo.isPending}
                onClick={() =>
                  undo.mutate(
                    { ids: [...takeBack] },
                    {
                      onSuccess: () => {
                        setLastKept([])
                        announce(`${counted(takeBack.length, 'file')} taken out again, back to review.`)
                      },
                      onError: (error) => announce(errorWords(error)),
                    },
                  )
                }
              >
                Undo keeping {counted(takeBack.length, 'file')}
              </Button>
            )}
            {ended && (
              <Button look="bare" className="ml-auto" onClick={() => clear.mutate({})}>
                Clear what has ended
              </Button>
            )}
          </div>
          <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,18rem)_minmax(0,1fr)] 2xl:grid-cols-[minmax(0,30rem)_minmax(0,1fr)]">
            <JobList jobs={jobs} chosen={chosen?.id} onChoose={(id) => setParams({ job: id })} />
            {chosen === undefined ? (
              <p className="rounded-xl border border-dashed border-line px-6 py-16 text-center text-faint">
                Choose a file to see what was read in it.
              </p>
            ) : (
              <ReviewPanel key={chosen.id} job={chosen} onKeep={() => keepJobs([chosen.id])} />
            )}
          </div>
        </>
      )}
    </div>
  )
}
