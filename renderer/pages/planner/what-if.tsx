import type { PlanContent } from '../../../shared/model/planner.ts'
import { useAsk } from '../../host/queries.ts'
import { dateLong, monthsBefore } from '../../format/dates.ts'
import { counted, percent } from '../../format/numbers.ts'
import { figuresOf } from './plan-figures.ts'

interface Point {
  readonly minutes: number
  readonly share: number
}

const shareOf = (points: readonly Point[]): number => {
  const minutes = points.reduce((sum, point) => sum + point.minutes, 0)
  return minutes === 0 ? 0 : points.reduce((sum, point) => sum + point.minutes * point.share, 0) / minutes
}

/** What the year's customer share would become if meetings were like this one: the oldest make room for it. */
export function WhatIf({ boardId, content }: { boardId: string; content: PlanContent }) {
  const trend = useAsk('trend.get', { boardId, lens: 'planned' }).data
  const last = trend?.meetings.at(-1)
  const { share, total } = figuresOf(content.items)
  if (trend === undefined || last === undefined || share === null) return null
  const from = monthsBefore(last.date, 12)
  const year = trend.meetings
    .filter(({ date }) => date > from)
    .map((point): Point => ({ minutes: point.total, share: point.shares.customer.mid }))
  const after = (count: number): number =>
    shareOf([
      ...year.slice(count),
      ...Array.from({ length: Math.min(count, year.length) }, () => ({ minutes: total, share })),
    ])
  const steps = [...new Set([1, Math.ceil(year.length / 2), year.length])].filter((count) => count > 0)
  return (
    <section className="flex flex-col gap-2" aria-labelledby="what-if-title">
      <h2 id="what-if-title" className="heading-serif text-xl">
        If every meeting were like this
      </h2>
      <p className="text-soft">
        In the twelve months to {dateLong(last.date)} customers had {percent(shareOf(year))} of the planned
        time, over {counted(year.length, 'meeting')} with times.
      </p>
      <table className="w-full max-w-md text-left">
        <thead>
          <tr className="border-b border-line text-[0.8125rem] text-faint">
            <th scope="col" className="py-1.5 pr-4 font-medium">
              After
            </th>
            <th scope="col" className="py-1.5 pr-4 text-right font-medium">
              The year’s customer share
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((count) => (
            <tr key={count} className="border-b border-line">
              <th scope="row" className="py-1.5 pr-4 font-normal">
                {count === 1 ? 'one such meeting' : `${count} such meetings`}
              </th>
              <td className="figures py-1.5 pr-4 text-right font-medium">{percent(after(count))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
