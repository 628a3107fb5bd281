import type { MentionView } from '../../../shared/model/customers.ts'
import { Button } from '../../components/button.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { useChange } from '../../host/queries.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { DOUBT_WORDS } from './customer-words.ts'

/** Sends a person's verdict on a mention, and says that it was taken. */
export function useJudge(): {
  isPending: boolean
  say: (mention: MentionView, verdict: 'is' | 'is-not' | null, everywhere: boolean) => void
} {
  const announce = useAnnounce()
  const judge = useChange('customers.judge')
  return {
    isPending: judge.isPending,
    say: ({ customerId, passageId, start }, verdict, everywhere) =>
      judge.mutate(
        { customerId, passageId, start, verdict, everywhere },
        {
          onSuccess: () =>
            announce(
              verdict === null
                ? 'The verdict was taken back.'
                : verdict === 'is'
                  ? 'Counted as a mention.'
                  : 'Not counted as a mention.',
            ),
          onError: (error) => announce(errorWords(error)),
        },
      ),
  }
}

/** Is it this customer? For a spelling the answer holds wherever it stands, for a word only here. */
export function MentionVerdict({ mention }: { mention: MentionView }) {
  const judge = useJudge()
  const everywhere = mention.doubt === 'near-spelling'
  const words = mention.text.slice(mention.start, mention.end)
  return (
    <p className="flex flex-wrap items-center gap-2 text-[0.8125rem] text-soft">
      {mention.doubt !== null && DOUBT_WORDS[mention.doubt]}
      <span className="flex gap-2" role="group" aria-label={`Is “${words}” this customer?`}>
        <Button small disabled={judge.isPending} onClick={() => judge.say(mention, 'is', everywhere)}>
          It is
        </Button>
        <Button small disabled={judge.isPending} onClick={() => judge.say(mention, 'is-not', everywhere)}>
          It is not
        </Button>
      </span>
      {everywhere && <span className="text-faint">Holds for this spelling everywhere.</span>}
    </p>
  )
}
