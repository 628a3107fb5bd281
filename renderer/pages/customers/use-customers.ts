import type { UseQueryResult } from '@tanstack/react-query'
import type { CustomersOverview } from '../../../shared/model/customers.ts'
import { useAsk } from '../../host/queries.ts'
import { useRoute } from '../../navigation/hash-route.ts'
import { useView } from '../../navigation/use-view.ts'

/** The register with the attention of the board in view, or of all boards where the address says so. */
export function useCustomers(): UseQueryResult<CustomersOverview> & { boardId: string | null } {
  const { params } = useRoute()
  const { boards, board } = useView()
  const boardId = params['of'] === 'all' || board === undefined ? null : board.id
  const asked = useAsk('customers.list', { boardId }, { enabled: boards !== undefined, keepPrevious: true })
  return { ...asked, boardId }
}
