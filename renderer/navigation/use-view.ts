import { LENSES, lensSchema } from '../../shared/model/measures.ts'
import type { Lens } from '../../shared/model/measures.ts'
import type { Board } from '../../shared/model/library.ts'
import { useAsk } from '../host/queries.ts'
import { useRoute } from './hash-route.ts'

export type Denominator = 'substantive' | 'all'

export interface View {
  readonly boards: readonly Board[] | undefined
  readonly board: Board | undefined
  readonly lens: Lens
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
  return {
    boards,
    board: boards?.find((board) => board.id === params['board']) ?? busiest,
    lens: lens.success ? lens.data : LENSES[0],
    period: params['period'] ?? 'all',
    over: params['over'] === 'all' ? 'all' : 'substantive',
  }
}
