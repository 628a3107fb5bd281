import type { LearningPreview } from '../../../shared/model/learning.ts'
import { Button } from '../../components/button.tsx'
import { FocusChip } from '../../components/focus-chip.tsx'
import { Failed, Loading, errorWords } from '../../components/page-state.tsx'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { dateMiddle } from '../../format/dates.ts'
import { counted, percent } from '../../format/numbers.ts'
import { useAsk, useChange } from '../../host/queries.ts'
import { useAnnounce } from '../../shell/announcer.tsx'

const SHOWN = 200

function headline({ labels, passages, meetings }: LearningPreview): string {
  const from = `Learning from ${counted(labels, 'label')}`
  if (passages === 0) return `${from} would change no label.`
  return `${from} would change ${counted(passages, 'label')} in ${counted(meetings, 'meeting')}.`
}

/** What learning would change, passage by passage, before anything is changed. */
export function LearningPreviewPanel({ onDone }: { onDone: () => void }) {
  const announce = useAnnounce()
  const asked = useAsk('learning.preview', { limit: SHOWN })
  const apply = useChange('learning.apply')
  if (asked.isError) return <Failed within error={asked.error} retry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Loading what="what would change" />
  const { preview } = asked.data
  if (preview === null) return <p className="text-soft">There is no label to learn from.</p>
  const { changes, passages, shares } = preview
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-4">
      <div role="status" className="figures flex flex-col gap-1">
        <p className="font-medium">{headline(preview)}</p>
        {shares.map(({ boardId, board, lens, before, after, meetings }) => (
          <p key={boardId} className="text-[0.8125rem] text-soft">
            {board}: customers’ share of the year ({LENS_WORDS[lens].name.toLowerCase()},{' '}
            {counted(meetings, 'meeting')}){' '}
            {percent(before) === percent(after)
              ? `stays at ${percent(before)}`
              : `from ${percent(before)} to ${percent(after)}`}
          </p>
        ))}
      </div>
      {changes.length > 0 && (
        <ul
          aria-label="Labels that would change"
          // A list that scrolls must be reachable by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          className="flex max-h-96 flex-col overflow-y-auto rounded-lg border border-line"
        >
          {changes.map((one) => (
            <li
              key={one.passageId}
              className="flex flex-col gap-1 border-b border-line px-4 py-3 last:border-b-0"
            >
              <span className="flex flex-wrap items-center gap-2">
                <FocusChip focus={one.from} />
                <span aria-hidden="true">→</span>
                <span className="sr-only">would become</span>
                <FocusChip focus={one.to} />
                {one.sameWords && <span className="text-xs text-faint">the same words</span>}
              </span>
              <span className="text-xs text-faint">
                {one.board}
                {one.date !== null && `, ${dateMiddle(one.date)}`}, page {one.page}
                {one.item !== null && ` · ${one.item}`}
              </span>
              <a className="quiet-link line-clamp-3 break-words" href={`#/meeting/${one.meetingId}`}>
                {one.text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {changes.length < passages && (
        <p className="text-[0.8125rem] text-faint">
          The first {changes.length} of {passages} are shown.
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button
          look="strong"
          disabled={apply.isPending}
          onClick={() =>
            apply.mutate(
              { modelId: preview.modelId },
              {
                onSuccess: () => {
                  announce('What was learnt is applied. It can be undone.')
                  onDone()
                },
                onError: (error) => announce(errorWords(error)),
              },
            )
          }
        >
          {apply.isPending ? 'Applying …' : 'Apply'}
        </Button>
        <Button onClick={onDone}>Not now</Button>
      </div>
    </div>
  )
}
