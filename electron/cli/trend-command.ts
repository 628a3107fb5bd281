import { FOCI } from '../../shared/model/focus.ts'
import type { BoardTrend, Id } from '../../shared/model/library.ts'
import { LENSES } from '../../shared/model/measures.ts'
import type { Lens } from '../../shared/model/measures.ts'
import type { Service } from '../service/service.ts'
import { csvLine } from './csv.ts'
import { boardNamed } from './meetings-command.ts'
import { Misuse } from './misuse.ts'
import type { Output } from './output.ts'
import { trendShape } from './shapes.ts'

export interface TrendOptions {
  readonly board: string | null
  readonly lens: Lens | null
  readonly json: boolean
  readonly csv: boolean
}

/** `trend`: one board's shares over its meetings; every board's, one line each, where none is named. */
export async function trendCommand(options: TrendOptions, service: Service, output: Output): Promise<void> {
  if (options.json && options.csv) throw new Misuse('trend prints --json or --csv, not both.')
  const ids =
    options.board === null ? service.store.boards().map(({ id }) => id) : [boardNamed(options.board, service)]
  const trends = ids.map((id) => trendOf(id, options.lens, service))
  if (options.csv) {
    await output.text(csvLine(CSV_HEAD))
    for (const trend of trends) for (const line of csvRows(trend)) await output.text(csvLine(line))
    return
  }
  for (const trend of trends) {
    if (options.json || !output.isTerminal) await output.json(trendShape, trend)
    if (!options.json) sayTrend(trend, output)
  }
  if (trends.length === 0) output.say('The library holds no board yet.')
}

/** The lens asked for; else the one that most meetings have, the earlier in LENSES where several do. */
function trendOf(boardId: Id, lens: Lens | null, { store }: Service): BoardTrend {
  if (lens !== null) return store.trend(boardId, lens)
  return LENSES.map((each) => store.trend(boardId, each)).reduce((best, trend) =>
    trend.meetings.length > best.meetings.length ? trend : best,
  )
}

const CSV_HEAD: readonly string[] = [
  'board',
  'lens',
  'date',
  'total',
  'unknown',
  ...FOCI.flatMap((focus) => [`${focus} low`, `${focus}`, `${focus} high`]),
  'rolling mean of three',
]

function csvRows(trend: BoardTrend): (string | number | null)[][] {
  return trend.meetings.map((meeting, index) => [
    trend.board,
    trend.lens,
    meeting.date,
    meeting.total,
    meeting.unknown,
    ...FOCI.flatMap((focus) => {
      const { low, mid, high } = meeting.shares[focus]
      return [low, mid, high].map((share) => Math.round(share * 10_000) / 10_000)
    }),
    trend.trend.rollingMean[index] ?? null,
  ])
}

function sayTrend({ board, lens, meetings, trend }: BoardTrend, output: Output): void {
  const slope = trend.slopePerYear === null ? '' : `, ${(trend.slopePerYear * 100).toFixed(1)} points a year`
  output.say(`${board} (${lens}): ${trend.verdict}${slope}`)
  for (const { date, shares } of meetings) {
    const { low, mid, high } = shares.customer
    const range = low === high ? '' : ` (${Math.round(low * 100)} to ${Math.round(high * 100)} %)`
    output.say(`  ${date}  customers ${Math.round(mid * 100)} %${range}`)
  }
}
