import { counted } from '../format/numbers.ts'
import { useAsk } from '../host/queries.ts'
import { isRunning } from '../pages/import/job-words.ts'

/** Says that files are still being read, so that what is shown is not yet all. */
export function ReadingProgress() {
  const jobs = useAsk('imports.list', {}).data ?? []
  const left = jobs.filter(isRunning).length
  if (left === 0) return null
  return (
    <div
      role="status"
      className="no-print flex flex-wrap items-center gap-x-4 gap-y-1.5 rounded-lg bg-sunken px-4 py-2"
    >
      <span className="figures text-[0.8125rem] text-soft">
        {counted(left, 'file')} of {jobs.length} still being read. The figures grow with them.
      </span>
      <progress
        className="h-1.5 min-w-40 flex-1 accent-(--ink)"
        max={1}
        value={jobs.reduce((sum, job) => sum + (isRunning(job) ? job.progress : 1), 0) / jobs.length}
        aria-label="Files read"
      />
    </div>
  )
}
