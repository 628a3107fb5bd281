import type { CustomerView, MentionView } from '../../../shared/model/customers.ts'
import { Button } from '../../components/button.tsx'
import { counted } from '../../format/numbers.ts'
import { setParams } from '../../navigation/hash-route.ts'
import { MentionVerdict } from './mention-verdict.tsx'
import { PassageLine } from './passage-line.tsx'

/** Names that may be customers: nothing of it counts before a person has said so. */
export function DoubtfulList({
  mentions,
  total,
  customers,
  isOpen,
}: {
  mentions: readonly MentionView[]
  total: number
  customers: readonly CustomerView[]
  isOpen: boolean
}) {
  const names = new Map(customers.map(({ id, name }) => [id, name]))
  return (
    <section aria-label="Names to settle" className="no-print rounded-xl border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-3 px-4 py-2.5">
        <p className="figures flex-1">
          {counted(total, 'mention')} may be of a customer or not. {total === 1 ? 'It is' : 'They are'} not
          counted until you say.
        </p>
        <Button small aria-expanded={isOpen} onClick={() => setParams({ settle: isOpen ? undefined : '1' })}>
          {isOpen ? 'Close' : 'Settle them'}
        </Button>
      </div>
      {isOpen && (
        <ol
          className="flex max-h-[50vh] flex-col overflow-y-auto border-t border-line px-4"
          tabIndex={0}
          aria-label="Mentions to settle"
        >
          {mentions.map((mention) => (
            <li
              key={`${mention.passageId} ${mention.start} ${mention.customerId}`}
              data-doubtful
              className="flex flex-col gap-1.5 border-b border-line py-3 last:border-0"
            >
              <p className="font-medium">
                Is this <bdi>{names.get(mention.customerId) ?? 'a customer'}</bdi>?
              </p>
              <PassageLine place={mention} spans={[mention]}>
                <MentionVerdict mention={mention} />
              </PassageLine>
            </li>
          ))}
          {total > mentions.length && (
            <li className="py-3 text-[0.8125rem] text-faint">
              {total - mentions.length} more follow when these are settled.
            </li>
          )}
        </ol>
      )}
    </section>
  )
}
