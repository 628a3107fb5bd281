import { X } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { FocusChip } from '../../components/focus-chip.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { counted } from '../../format/numbers.ts'
import { useAsk, useChange } from '../../host/queries.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { ActionForm } from './action-form.tsx'
import { ActionHistory } from './action-history.tsx'
import { StateMark } from './action-marks.tsx'
import { ageInWords } from './state-words.ts'

/** One action: what is known of it, what can be set, and where the record speaks of it. */
export function ActionPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const announce = useAnnounce()
  const asked = useAsk('actions.get', { id }, { keepPrevious: true })
  const set = useChange('actions.set')
  const separate = useChange('actions.separate')
  const thread = asked.data
  const correct = useChange('corrections.action')
  const restore = useChange('corrections.restore')
  const tell = {
    onSuccess: ({ change }: { change: { label: string } }) =>
      announce(`${change.label}. Ctrl+Z takes it back.`),
    onError: (error: Error) => announce(errorWords(error)),
  }
  /** Owner and date are those of the latest mention; null gives a corrected one back to its document. */
  const correctMention = (field: 'owner' | 'due', value: string | null): void => {
    const mentions = (thread?.history ?? []).filter(({ role }) => role !== 'repeated')
    const marked = mentions.findLast(({ corrected }) => corrected.includes(field))
    const mention = marked ?? mentions.findLast(({ actionId }) => actionId !== null)
    if (mention === undefined || mention.actionId === null) return
    const of = { meetingId: mention.meetingId }
    const ref = mention.actionId
    if (value === null) {
      if (marked !== undefined) restore.mutate({ of, on: 'action', ref, fields: [field] }, tell)
    } else if (field === 'owner') correct.mutate({ of, ref, set: { owner: value } }, tell)
    else correct.mutate({ of, ref, set: { due: value } }, tell)
  }
  return (
    <section
      aria-label="The action"
      data-panel
      className="no-print flex min-h-0 min-w-0 flex-col rounded-xl border border-line bg-surface"
    >
      {thread === undefined ? (
        <p className="px-5 py-8 text-faint">
          {asked.isError ? errorWords(asked.error) : 'Reading the action …'}
        </p>
      ) : (
        // A long history is read by keyboard as well.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div
          tabIndex={0}
          role="group"
          aria-label="Details"
          className="flex min-h-0 flex-col gap-5 overflow-y-auto p-5"
        >
          <header className="flex flex-col gap-2.5">
            <div className="flex items-start gap-2">
              <h2 className="heading-serif min-w-0 flex-1 text-lg leading-snug break-words">{thread.text}</h2>
              <Button look="bare" small aria-label="Close the action" onClick={onClose}>
                <X aria-hidden="true" className="size-4" />
              </Button>
            </div>
            <p className="flex flex-wrap items-center gap-2">
              <StateMark state={thread.state.value} human={thread.state.basis === 'human'} />
              <FocusChip focus={thread.focus} />
              <span className="figures text-xs text-faint">{ageInWords(thread)}</span>
            </p>
            <p className="text-soft">{thread.because}</p>
          </header>
          <ActionForm
            thread={thread}
            onSet={(patch) => set.mutate({ ids: [id], patch }, tell)}
            onCorrect={correctMention}
          />
          <section className="flex flex-col gap-3" aria-labelledby="record-title">
            <h3 id="record-title" className="text-[0.8125rem] font-semibold">
              In the record
              <span className="figures ml-2 font-normal text-faint">
                {thread.later.meetings === 0
                  ? 'No later meeting is stored'
                  : `${counted(thread.later.meetings, 'later meeting')} stored, ${thread.later.carrying} with earlier actions`}
              </span>
            </h3>
            <ActionHistory thread={thread} onSeparate={(mention) => separate.mutate({ id, mention }, tell)} />
          </section>
        </div>
      )}
    </section>
  )
}
