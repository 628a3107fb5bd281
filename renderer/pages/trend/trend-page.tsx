import { Failed, Loading } from '../../components/page-state.tsx'
import { useAsk } from '../../host/queries.ts'
import { useView } from '../../navigation/use-view.ts'
import { FirstRun } from './first-run.tsx'
import { TrendView } from './trend-view.tsx'

/** Home: how much of the board's attention customers get, and which way it moves. */
export function TrendPage() {
  const { boards, board, lens } = useView()
  const boardsQuery = useAsk('boards.list', {})
  const trend = useAsk(
    'trend.get',
    { boardId: board?.id ?? '', lens: lens ?? 'planned' },
    { enabled: board !== undefined && lens !== undefined, keepPrevious: true },
  )
  if (boardsQuery.isError)
    return <Failed error={boardsQuery.error} retry={() => void boardsQuery.refetch()} />
  if (boards === undefined) return <Loading what="the library" />
  if (board === undefined) return <FirstRun />
  if (trend.isError) return <Failed error={trend.error} retry={() => void trend.refetch()} />
  if (trend.data === undefined) return <Loading what="the trend" />
  return <TrendView trend={trend.data} />
}
