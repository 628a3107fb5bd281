import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { ServiceClient } from '../../shared/contract/client.ts'
import type { ImportJob } from '../../shared/model/library.ts'
import type { LibraryState } from '../../shared/model/safety.ts'
import { createUploadQueue } from './upload-queue.ts'
import type { UploadQueue } from './upload-queue.ts'

interface Service {
  readonly client: ServiceClient
  readonly uploads: UploadQueue
}

const ServiceContext = createContext<Service | null>(null)

export function useService(): Service {
  const service = useContext(ServiceContext)
  if (service === null) throw new Error('useService outside ServiceProvider')
  return service
}

function putJob(jobs: ImportJob[] | undefined, job: ImportJob): ImportJob[] | undefined {
  if (jobs === undefined) return undefined
  const known = jobs.some((other) => other.id === job.id)
  return known ? jobs.map((other) => (other.id === job.id ? job : other)) : [...jobs, job]
}

/** Keeps what is shown equal to what the core says: events refresh the queries they touch. */
function EventsToQueries({ client }: { client: ServiceClient }): null {
  const queries = useQueryClient()
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.type === 'import-changed') {
          queries.setQueryData<ImportJob[]>(['imports.list', {}], (jobs) => putJob(jobs, event.job))
          // A corrected board or kind can change what would be stored.
          void queries.invalidateQueries({ queryKey: ['imports.preview', { id: event.job.id }] })
          return
        }
        if (event.type === 'safety-changed') {
          const { work } = event
          queries.setQueryData<LibraryState>(['library.state', {}], (state) => state && { ...state, work })
          if (work === null) void queries.invalidateQueries({ queryKey: ['library.state'] })
          return
        }
        if (event.type === 'refining-changed') {
          const { passagesLeft, documentsLeft } = event
          queries.setQueryData(['refining.state', {}], { passagesLeft, documentsLeft })
          // At the end, which models answer may be another: a careful one that failed is left alone.
          if (documentsLeft === 0) void queries.invalidateQueries({ queryKey: ['app.info'] })
          return
        }
        if (event.type === 'paper-progress') {
          queries.setQueryData(['paper-progress', event.draftId], event.progress)
          return
        }
        if (event.type === 'learning-progress') {
          queries.setQueryData(['learning-progress'], event.progress)
          return
        }
        void queries.invalidateQueries({
          predicate: (query) =>
            query.queryKey[0] !== 'imports.list' && query.queryKey[0] !== 'imports.preview',
        })
      }),
    [client, queries],
  )
  return null
}

export function ServiceProvider({ client, children }: { client: ServiceClient; children: ReactNode }) {
  const [service] = useState<Service>(() => ({ client, uploads: createUploadQueue(client) }))
  const [queries] = useState(
    () =>
      new QueryClient({
        // The core is on this machine and says when something changed, so nothing goes stale by itself.
        defaultOptions: {
          queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
          mutations: { networkMode: 'always' },
        },
      }),
  )
  return (
    <ServiceContext value={service}>
      <QueryClientProvider client={queries}>
        <EventsToQueries client={client} />
        {children}
      </QueryClientProvider>
    </ServiceContext>
  )
}
