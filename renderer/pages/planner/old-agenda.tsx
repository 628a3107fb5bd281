import type { MinutesBasis, PlanContent } from '../../../shared/model/planner.ts'
import { dateLong } from '../../format/dates.ts'
import { addressOf, useRoute } from '../../navigation/hash-route.ts'
import { customerPart, TimeBar } from './agenda-row.tsx'
import { clocksOf } from './plan-figures.ts'

/** Where a row's minutes come from, said where the agenda itself does not state them. */
const BASIS_WORDS: Record<MinutesBasis, string | null> = {
  stated: null,
  derived: 'from its clock times',
  window: 'what the meeting’s time leaves',
  history: 'median of earlier meetings',
  given: 'as you said',
  template: null,
  unknown: 'no time known',
}

/** The agenda the plan starts from. */
export function OldAgenda({ content, longest }: { content: PlanContent; longest: number }) {
  const route = useRoute()
  const { base, source, settings } = content
  const { starts } = clocksOf(settings.start, base)
  const timed = base.every(({ minutes }) => minutes !== null)
  return (
    <section className="flex min-w-0 flex-col gap-2" aria-labelledby="old-agenda-title">
      <h2 id="old-agenda-title" className="heading-serif text-xl">
        {source.kind === 'template' ? (
          'A template'
        ) : (
          <>
            As it was on{' '}
            <a className="quiet-link" href={addressOf(route, 'meeting', source.meetingId)}>
              {dateLong(source.date)}
            </a>
          </>
        )}
      </h2>
      <ol className="border-t border-line">
        {base.map((item, index) => {
          const kept = content.items.some(({ id }) => id === item.id)
          const basis = BASIS_WORDS[item.basis]
          return (
            <li key={item.id} className="flex items-start gap-2 border-b border-line py-2">
              <span className="figures mt-0.5 w-11 shrink-0 text-[0.8125rem] text-faint">
                {timed ? (starts[index] ?? '') : ''}
              </span>
              <span className="flex min-w-0 flex-1 flex-col gap-1">
                <span
                  className={`leading-snug break-words ${kept || content.items.length === 0 ? '' : 'text-faint line-through'}`}
                >
                  {item.title}
                </span>
                <span className="flex items-center gap-3">
                  <span className="w-20 shrink-0">
                    <TimeBar item={item} longest={longest} />
                  </span>
                  <span className="figures text-xs text-faint">
                    {customerPart(item)}
                    {basis !== null && (
                      <>
                        ; {basis}
                        {item.history.length > 0 &&
                          ` (${item.history.map(({ minutes }) => minutes).join(', ')} min)`}
                      </>
                    )}
                  </span>
                </span>
              </span>
              <span className="figures mt-0.5 shrink-0 text-[0.8125rem] text-soft">
                {item.minutes === null ? '–' : `${item.minutes} min`}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
