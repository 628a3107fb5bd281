import type { PlanContent } from '../../../shared/model/planner.ts'
import { percent } from '../../format/numbers.ts'
import { figuresOf } from './plan-figures.ts'

/** Total and share, live, and whether the target is reached. */
export function PlanFiguresBar({ content }: { content: PlanContent }) {
  const { settings, outcome, base, items } = content
  const before = figuresOf(base)
  const now = figuresOf(items)
  const apart = now.total - settings.total
  const reached = now.share !== null && now.share >= settings.target - 5e-4
  return (
    <section
      aria-label="Total and share"
      className="flex flex-col gap-3 rounded-xl border border-line bg-surface px-5 py-4"
    >
      <div className="flex flex-wrap items-end gap-x-10 gap-y-3">
        <p className="flex flex-col">
          <span className="text-[0.8125rem] text-faint">Customers</span>
          <span className="figures">
            <span className="heading-serif text-3xl text-customer-ink" data-plan-share>
              {now.share === null ? '–' : percent(now.share)}
            </span>{' '}
            <span className="text-soft">
              from {before.share === null ? '–' : percent(before.share)}; target {percent(settings.target)}
            </span>
          </span>
        </p>
        <p className="flex flex-col">
          <span className="text-[0.8125rem] text-faint">Total</span>
          <span className="figures">
            <span className="heading-serif text-3xl" data-plan-total>
              {now.total}
            </span>{' '}
            <span className="text-soft">
              of {settings.total} min
              {apart !== 0 && `: ${Math.abs(apart)} min ${apart > 0 ? 'over' : 'left'}`}
            </span>
          </span>
        </p>
        <p className="max-w-[34rem] text-soft" role="status">
          {reached
            ? 'The target is reached.'
            : outcome.nearest !== null
              ? `The target cannot be reached; ${percent(outcome.nearest)} is the nearest.`
              : 'The target is not reached.'}
        </p>
      </div>
      <span aria-hidden="true" className="relative block h-3 w-full overflow-hidden rounded-[3px]">
        <span className="paint-other absolute inset-0" />
        <span
          className="paint-customer absolute inset-y-0 left-0"
          style={{ width: `${(now.share ?? 0) * 100}%` }}
        />
        <span className="absolute inset-y-0 w-0.5 bg-ink" style={{ left: `${settings.target * 100}%` }} />
      </span>
      {outcome.nearest !== null && !reached && outcome.standingInTheWay.length > 0 && (
        <div className="text-[0.8125rem] text-soft">
          <p>These stand in the way:</p>
          <ul className="list-disc pl-5">
            {outcome.standingInTheWay.map(({ id, lock, share }) => (
              <li key={id}>
                {[...base, ...content.proposals].find((item) => item.id === id)?.title ?? id}: {lock}. Without
                that, up to {percent(share)}.
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
