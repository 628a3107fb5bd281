import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../shared/contract/procedures.ts'
import { useService } from './service-context.tsx'
import type { Upload } from './upload-queue.ts'

/** Asks the core once and again whenever it says that something changed. */
export function useAsk<N extends ProcedureName>(
  name: N,
  input: ProcedureInput<N>,
  options: { enabled?: boolean; keepPrevious?: boolean } = {},
): UseQueryResult<ProcedureOutput<N>> {
  const { client } = useService()
  return useQuery<ProcedureOutput<N>>({
    queryKey: [name, input],
    queryFn: () => client.call(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  })
}

/** A change; all that is shown of the library is asked for again when it is done. */
export function useChange<N extends ProcedureName>(
  name: N,
): UseMutationResult<ProcedureOutput<N>, Error, ProcedureInput<N>> {
  const { client } = useService()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: ProcedureInput<N>) => client.call(name, input),
    onSettled: () => queries.invalidateQueries(),
  })
}

export function useUploads(): readonly Upload[] {
  const { uploads } = useService()
  return useSyncExternalStore(uploads.subscribe, uploads.list)
}
