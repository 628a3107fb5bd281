import type { Board } from '../../../shared/model/library.ts'
import type { Lens } from '../../../shared/model/measures.ts'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { counted, rangeInWords, percent } from '../../format/numbers.ts'
import { useAsk } from '../../host/queries.ts'
import { addressOf, useRoute } from '../../navigation/hash-route.ts'
import type { Denominator } from '../../navigation/use-view.ts'
import { pooledShare, sharesOver, slotsIn, slotsOf } from './trend-model.ts'

const WIDTH = 200
const HEIGHT = 56
const PAD = 4
/** More boards than this are reached by the board switch. */
const MOST = 24

/** Every board's customer share on the same lens and the same scale, each a door to its own page. */
export function BoardMultiples({
  boards,
  current,
  lens,
  period,
  over,
}: {
  boards: readonly Board[]
  current: string
  lens: Lens
  period: string
  over: Denominator
}) {
  if (boards.length < 2) return null
  return (
    <section className="flex flex-col gap-3" aria-labelledby="boards-title">
      <h2 id="boards-title" className="heading-serif text-xl">
        All boards: the customer share over time
      </h2>
      <p className="text-[0.8125rem] text-faint">
        {LENS_WORDS[lens].name}, each from 0 to 100 %. Boards are shown side by side, not ranked: their work
        differs.
      </p>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(13.5rem,1fr))] gap-4">
        {boards.slice(0, MOST).map((board) => (
          <Multiple
            key={board.id}
            board={board}
            isCurrent={board.id === current}
            lens={lens}
            period={period}
            over={over}
          />
        ))}
      </ul>
    </section>
  )
}

function Multiple({
  board,
  isCurrent,
  lens,
  period,
  over,
}: {
  board: Board
  isCurrent: boolean
  lens: Lens
  period: string
  over: Denominator
}) {
  const route = useRoute()
  const trend = useAsk('trend.get', { boardId: board.id, lens }).data
  const points = trend
    ? slotsIn(slotsOf(trend), period).flatMap(({ point }) => (point === null ? [] : [point]))
    : []
  const pooled = pooledShare(points, 'customer', over)
  const step = (WIDTH - 2 * PAD) / Math.max(points.length - 1, 1)
  const x = (index: number): number => (points.length === 1 ? WIDTH / 2 : PAD + index * step)
  const y = (share: number): number => PAD + (HEIGHT - 2 * PAD) * (1 - share)
  const exact = points.every((point) => point.untimedItems === 0)
  return (
    <li className="min-w-0">
      <a
        href={addressOf(route, 'trend', null, { board: board.id })}
        aria-current={isCurrent ? 'true' : undefined}
        className="flex h-full flex-col gap-1 rounded-lg border border-line bg-surface p-3 hover:bg-hover aria-[current]:border-edge"
      >
        <span className="truncate text-[0.8125rem] font-medium" title={board.name}>
          {board.name}
        </span>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          className="h-14 w-full"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <line
            x1={0}
            x2={WIDTH}
            y1={y(0)}
            y2={y(0)}
            className="stroke-(--edge)"
            strokeWidth={1}
            vectorEffect="non-scaling-stroke"
          />
          {points.map((point, index) => {
            const { low, high } = sharesOver(point, over).customer
            return (
              <line
                key={point.id}
                x1={x(index)}
                x2={x(index)}
                y1={y(low)}
                y2={y(high)}
                stroke="var(--customer)"
                strokeWidth={3}
                opacity={0.25}
                vectorEffect="non-scaling-stroke"
              />
            )
          })}
          <polyline
            points={points
              .map((point, index) => `${x(index)},${y(sharesOver(point, over).customer.mid)}`)
              .join(' ')}
            fill="none"
            stroke="var(--customer)"
            strokeWidth={2}
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <span className="figures text-[0.8125rem] text-soft">
          {trend === undefined
            ? 'Reading …'
            : pooled === null
              ? 'Nothing on this lens'
              : `${exact ? percent(pooled.mid) : rangeInWords(pooled)} over ${counted(points.length, 'meeting')}`}
        </span>
      </a>
    </li>
  )
}
