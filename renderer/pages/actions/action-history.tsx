import type { ActionThreadDetail } from '../../../shared/model/actions-over-meetings.ts'
import type { ActionMention, ActionPlace } from '../../../shared/model/actions-over-meetings.ts'
import { Button } from '../../components/button.tsx'
import { kindInWords } from '../../components/document-badge.tsx'
import { dateLong, dateMiddle } from '../../format/dates.ts'
import { addressOf, useRoute } from '../../navigation/hash-route.ts'
import { REASON_WORDS, ROLE_WORDS } from './state-words.ts'

const SAYS = { open: 'still open', done: 'done', unknown: null } as const

type Step =
  | { readonly kind: 'mention'; readonly mention: ActionMention }
  | { readonly kind: 'absent'; readonly place: ActionPlace }

function stepsOf(thread: ActionThreadDetail): Step[] {
  const steps: Step[] = [
    ...thread.history.map((mention): Step => ({ kind: 'mention', mention })),
    ...thread.notCarried.map((place): Step => ({ kind: 'absent', place })),
  ]
  const dateOf = (step: Step): string =>
    (step.kind === 'mention' ? step.mention.date : step.place.date) ?? '9999'
  return steps.toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0))
}

/** Every place where the record speaks of the action, and the later lists that do not hold it. */
export function ActionHistory({
  thread,
  onSeparate,
}: {
  thread: ActionThreadDetail
  onSeparate: (mention: string) => void
}) {
  const route = useRoute()
  const door = (place: ActionPlace) => (
    <a
      className="quiet-link figures whitespace-nowrap"
      href={addressOf(route, 'meeting', place.meetingId, { doc: place.documentId, page: String(place.page) })}
    >
      {kindInWords(place.kind)}, page {place.page}
    </a>
  )
  return (
    <ol className="flex flex-col" aria-label="In the record">
      {stepsOf(thread).map((step, index) => {
        const place = step.kind === 'mention' ? step.mention : step.place
        return (
          <li
            // Two mentions of one document may stand on one page.
            // oxlint-disable-next-line react/no-array-index-key
            key={`${place.documentId} ${index}`}
            className={`relative flex flex-col gap-1 border-l-2 pb-4 pl-4 ${
              step.kind === 'absent' ? 'border-dashed border-edge' : 'border-edge'
            }`}
          >
            <span
              aria-hidden="true"
              className={`absolute top-1.5 -left-[0.3125rem] size-2 rounded-full ${
                step.kind === 'absent' ? 'border border-edge bg-surface' : 'bg-ink'
              }`}
            />
            <p className="flex flex-wrap items-baseline gap-x-3 text-[0.8125rem]">
              <span className="figures font-medium" title={dateLong(place.date)}>
                {dateMiddle(place.date)}
              </span>
              {step.kind === 'absent' ? (
                <span className="text-soft">carries actions, this one not</span>
              ) : (
                <span>
                  {ROLE_WORDS[step.mention.role]}
                  {SAYS[step.mention.says] !== null && step.mention.role !== 'asked' && (
                    <span className="text-soft">: {SAYS[step.mention.says]}</span>
                  )}
                </span>
              )}
              <span className="ml-auto text-soft">{door(place)}</span>
            </p>
            {step.kind === 'mention' && (
              <>
                <blockquote className="font-serif text-[0.9375rem] leading-snug break-words text-soft">
                  {step.mention.quote}
                </blockquote>
                {step.mention.joinedBecause !== null && (
                  <p className="flex flex-wrap items-center gap-x-2 text-xs text-faint">
                    {REASON_WORDS[step.mention.joinedBecause]}
                    {step.mention.key !== null && (
                      <Button
                        look="bare"
                        small
                        aria-label={`Separate the mention of ${dateLong(place.date)}`}
                        onClick={() => step.mention.key !== null && onSeparate(step.mention.key)}
                      >
                        Separate
                      </Button>
                    )}
                  </p>
                )}
              </>
            )}
          </li>
        )
      })}
    </ol>
  )
}
