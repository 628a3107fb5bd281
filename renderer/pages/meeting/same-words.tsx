import { useState } from 'react'
import type { ProcedureOutput } from '../../../shared/contract/procedures.ts'
import type { HumanLabel, PassageView } from '../../../shared/model/library.ts'
import { Button } from '../../components/button.tsx'
import { FocusChip } from '../../components/focus-chip.tsx'
import { FOCUS_WORDS_LOWER } from '../../format/focus-words.ts'
import { dateMiddle } from '../../format/dates.ts'
import { counted } from '../../format/numbers.ts'
import { useService } from '../../host/service-context.tsx'
import { addressOf, useRoute } from '../../navigation/hash-route.ts'

type Twins = ProcedureOutput<'passages.twins'>

export interface SameWords {
  readonly label: HumanLabel
  readonly twins: Twins['passages']
}

/** As many as one change may touch. */
const MOST = 10_000

/**
 * After a label was given: the passages elsewhere with the same words that the label would change. Those that carry
 * it already, and those that a person settled, are left alone.
 */
export function useSameWords() {
  const { client } = useService()
  const [found, setFound] = useState<SameWords | null>(null)
  return {
    found,
    forget: () => setFound(null),
    async look(passages: readonly Pick<PassageView, 'id'>[], label: HumanLabel | null): Promise<void> {
      setFound(null)
      if (label === null || passages.length === 0) return
      // Nothing hangs on it: where it cannot be asked, only what was chosen is labelled.
      const twins = await client
        .call('passages.twins', { ids: passages.map(({ id }) => id), limit: MOST })
        .catch(() => null)
      const open = twins?.passages.filter((twin) => twin.human === null && twin.focus !== label.focus) ?? []
      if (open.length > 0) setFound({ label, twins: open })
    },
  }
}

const SHOWN = 50

/** What else would change, before it does. */
export function SameWordsBar({
  found,
  onApply,
  onDismiss,
}: {
  found: SameWords
  onApply: () => void
  onDismiss: () => void
}) {
  const route = useRoute()
  const { label, twins } = found
  const meetings = new Set(twins.map(({ meetingId }) => meetingId)).size
  return (
    <section
      aria-label="The same words elsewhere"
      className="flex flex-col gap-2 border-b border-line bg-sunken px-4 py-2.5 text-[0.8125rem]"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p role="status" className="min-w-0 flex-1">
          The same words stand in {counted(twins.length, 'other passage')}
          {meetings > 1 ? ` of ${meetings} meetings` : ''}, labelled otherwise by the machine.
        </p>
        <Button small look="strong" onClick={onApply}>
          Label {twins.length === 1 ? 'it' : `all ${twins.length}`} as {FOCUS_WORDS_LOWER[label.focus]} too
        </Button>
        <Button small onClick={onDismiss}>
          Leave {twins.length === 1 ? 'it' : 'them'}
        </Button>
      </div>
      <details>
        <summary className="w-fit text-soft">Which would change</summary>
        <ul
          className="flex max-h-40 flex-col gap-1 overflow-y-auto pt-1.5"
          tabIndex={0}
          aria-label="Passages"
        >
          {twins.slice(0, SHOWN).map((twin) => (
            <li key={twin.id} className="flex flex-wrap items-center gap-x-3">
              <FocusChip focus={twin.focus} />
              <a
                className="quiet-link"
                href={`${addressOf(route, 'meeting', twin.meetingId).split('?')[0] ?? ''}?passage=${twin.id}`}
              >
                {twin.board}, {dateMiddle(twin.date)}
              </a>
              <span className="min-w-0 truncate text-faint">
                {twin.item ?? 'Under no item'}, {twin.document}, p. {twin.page}
              </span>
            </li>
          ))}
          {twins.length > SHOWN && <li className="text-faint">and {twins.length - SHOWN} more</li>}
        </ul>
      </details>
    </section>
  )
}
