import type { BoardTrend } from '../../../shared/model/library.ts'
import { toCsv } from '../../format/csv.ts'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { LENS_WORDS } from '../../format/lens-words.ts'
import type { Denominator } from '../../navigation/use-view.ts'
import { fociOver, sharesOver } from './trend-model.ts'
import type { Slot } from './trend-model.ts'

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

/** The chart's figures as CSV; shares from 0 to 1. */
export function trendCsv(slots: readonly Slot[], trend: BoardTrend, over: Denominator): string {
  const foci = fociOver(over)
  const head = [
    'Board',
    'Meeting',
    'Lens',
    'Out of',
    ...foci.flatMap((focus) => ['low', 'estimate', 'high'].map((end) => `${FOCUS_WORDS[focus]} ${end}`)),
    'Mean of three',
    'Total',
    'Unknown',
    'Items without a time',
  ]
  const rows = slots.map(({ date, point, rollingMean }) => [
    trend.board,
    date,
    LENS_WORDS[trend.lens].name,
    over === 'all' ? 'everything' : 'substance',
    ...foci.flatMap((focus) => {
      if (point === null) return [null, null, null]
      const share = sharesOver(point, over)[focus]
      return [rounded(share.low), rounded(share.mid), rounded(share.high)]
    }),
    rollingMean === null ? null : rounded(rollingMean),
    point?.total ?? null,
    point?.unknown ?? null,
    point?.untimedItems ?? null,
  ])
  return toCsv([head, ...rows])
}
