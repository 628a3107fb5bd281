import { lensSchema } from '../../shared/model/measures.ts'
import type { Lens } from '../../shared/model/measures.ts'
import type { Board } from '../../shared/model/library.ts'
import { useAsk } from '../host/queries.ts'
import { defaultLens } from './default-lens.ts'
import { useRoute } from './hash-route.ts'

export type Denominator = 'substantive' | 'all'

export interface View {
  readonly boards: readonly Board[] | undefined
  readonly board: Board | undefined
  /** Undefined until the meetings are known and the address names none. */
  readonly lens: Lens | undefined
  readonly period: string
  readonly over: Denominator
}

/** Board, lens, period and denominator as the address says, with the first board as the default. */
export function useView(): View {
  const { params } = useRoute()
  const boards = useAsk('boards.list', {}).data
  const lens = lensSchema.safeParse(params['lens'])
  // The board with most meetings is the one people come for.
  const busiest = boards?.toSorted((a, b) => b.meetings - a.meetings)[0]
  const board = boards?.find((known) => known.id === params['board']) ?? busiest
  const meetings = useAsk('meetings.list', {}).data
  return {
    boards,
    board,
    lens: lens.success
      ? lens.data
      : meetings && defaultLens(meetings.filter((meeting) => meeting.boardId === board?.id)),
    period: params['period'] ?? 'all',
    over: params['over'] === 'all' ? 'all' : 'substantive',
  }
}
