import type { CustomersOverview, CustomerView, MentionView } from '../../../shared/model/customers.ts'
import { Button } from '../../components/button.tsx'
import { dateMiddle } from '../../format/dates.ts'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { counted } from '../../format/numbers.ts'
import { useAsk } from '../../host/queries.ts'
import { figureWords, silenceWords } from './customer-words.ts'
import { PassageLine } from './passage-line.tsx'
import { Gap } from './top-ten-tab.tsx'
import { MentionVerdict, useJudge } from './mention-verdict.tsx'

/** What the imported record holds of one customer, with every passage. */
export function CustomerRecord({
  customer,
  overview,
  boardId,
}: {
  customer: CustomerView
  overview: CustomersOverview
  boardId: string | null
}) {
  const asked = useAsk('customers.mentions', { id: customer.id, boardId }, { keepPrevious: true })
  const { attention } = customer
  const silence = silenceWords(attention, overview.record)
  const { lastDiscussed, lastInPapers } = attention
  const mentions = asked.data?.mentions ?? []
  const byPassage = Map.groupBy(mentions, (mention) => `${mention.passageId} ${mention.doubt === null}`)
  return (
    <section aria-label="In the record" className="flex flex-col gap-2">
      <p className="figures">
        {lastDiscussed !== null
          ? `Last discussed by the board on ${dateMiddle(lastDiscussed.date)}, under ${FOCUS_WORDS[lastDiscussed.focus].toLowerCase()}. `
          : lastInPapers !== null
            ? `Named in papers only, last for ${dateMiddle(lastInPapers.date)}. `
            : ''}
        {attention.passages > 0 &&
          `Named in ${counted(attention.meetings, 'meeting')}; ${figureWords(attention)}.`}
      </p>
      {silence !== null && (
        <p>
          <Gap>{silence}</Gap>
        </p>
      )}
      {mentions.length > 0 && (
        <details className="rounded-lg border border-line" open={attention.doubtful > 0}>
          <summary className="px-3 py-2 font-medium">
            {counted(byPassage.size, 'passage')}
            {attention.doubtful > 0 && `, ${attention.doubtful} to settle`}
          </summary>
          <ol className="flex max-h-[26rem] flex-col overflow-y-auto px-3" tabIndex={0} aria-label="Passages">
            {[...byPassage.values()].map((group) => (
              <MentionItem key={`${group[0]?.passageId} ${group[0]?.start}`} mentions={group} />
            ))}
          </ol>
          {(asked.data?.left ?? 0) > 0 && (
            <p className="px-3 py-2 text-[0.8125rem] text-faint">{asked.data?.left} more are not shown.</p>
          )}
        </details>
      )}
    </section>
  )
}

function MentionItem({ mentions }: { mentions: readonly MentionView[] }) {
  const judge = useJudge()
  const [first] = mentions
  if (first === undefined) return null
  return (
    <li className="flex flex-col gap-1.5 border-t border-line py-3">
      <PassageLine place={first} spans={mentions}>
        {first.doubt !== null && !first.settled && <MentionVerdict mention={first} />}
        {first.settled && (
          <p className="flex items-center gap-2 text-[0.8125rem] text-soft">
            {first.doubt === null ? 'Settled by a person.' : 'A person said that this is somebody else.'}
            <Button
              look="bare"
              small
              disabled={judge.isPending}
              onClick={() => judge.say(first, null, false)}
            >
              Take back
            </Button>
          </p>
        )}
      </PassageLine>
    </li>
  )
}
