import { Button } from '../../components/button.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { useAsk, useChange } from '../../host/queries.ts'
import { addressOf, go, useRoute } from '../../navigation/hash-route.ts'
import { useAnnounce } from '../../shell/announcer.tsx'

/** Shown until there is a board: what the app is for, and two ways to begin. */
export function FirstRun() {
  const route = useRoute()
  const announce = useAnnounce()
  const jobs = useAsk('imports.list', {}).data ?? []
  const sample = useChange('sample.import')
  const under = jobs.filter((job) => ['waiting', 'reading', 'structuring', 'classifying'].includes(job.state))
  const done = jobs.length - under.length
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6 px-6 py-16 lg:py-24">
      <h1 className="heading-serif text-4xl leading-tight text-balance">
        Some boards keep one chair empty, for the customer.
      </h1>
      <p className="text-lg text-soft">
        Empty Chair reads a board’s agendas, papers and minutes, and shows how much of the board’s attention
        customers get, how much goes to numbers, and how often customers come up only inside the numbers.
      </p>
      <p className="text-soft">Everything is read and kept on this computer. Nothing is sent anywhere.</p>
      {under.length > 0 ? (
        <div className="flex flex-col gap-2" role="status">
          <p>
            Reading {jobs.length} files: {done} done.
          </p>
          <progress
            className="h-1.5 w-full accent-(--ink)"
            max={1}
            value={jobs.reduce((sum, job) => sum + job.progress, 0) / Math.max(jobs.length, 1)}
            aria-label="Files read"
          />
        </div>
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button look="strong" onClick={() => go(addressOf(route, 'import'))}>
            Import a board’s documents
          </Button>
          <Button
            disabled={sample.isPending}
            onClick={() => sample.mutate({}, { onError: (error) => announce(errorWords(error)) })}
          >
            Look at the sample board first
          </Button>
        </div>
      )}
      <p className="text-[0.8125rem] text-faint">
        The sample board is a fictional company. It can be removed again, meeting by meeting.
      </p>
    </div>
  )
}
