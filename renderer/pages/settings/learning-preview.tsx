import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { LearningPreview } from '../../../shared/model/learning.ts'
import { Button } from '../../components/button.tsx'
import { FocusChip } from '../../components/focus-chip.tsx'
import { Failed, errorWords } from '../../components/page-state.tsx'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { dateMiddle } from '../../format/dates.ts'
import { counted, percent } from '../../format/numbers.ts'
import { useChange } from '../../host/queries.ts'
import { useService } from '../../host/service-context.tsx'
import { useAnnounce } from '../../shell/announcer.tsx'

const SHOWN = 200

function headline({ labels, passages, meetings }: LearningPreview): string {
  const from = `Learning from ${counted(labels, 'label')}`
  if (passages === 0) return `${from} would change no label.`
  return `${from} would change ${counted(passages, 'label')} in ${counted(meetings, 'meeting')}.`
}

/** Seconds of work in a large library: how far it is, and a way out. */
function Looking() {
  const { client } = useService()
  // Written by the core's events; never asked for.
  const progress = useQuery<number | null>({
    queryKey: ['learning-progress'],
    queryFn: () => null,
    enabled: false,
  }).data
  const words = 'Looking at what would change'
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-4">
      <span className="text-[0.8125rem] text-soft">{words} …</span>
      <progress
        className="h-1.5 min-w-40 flex-1 accent-(--ink)"
        max={1}
        value={progress ?? 0}
        aria-label={words}
      />
      <Button
        small
        look="bare"
        onClick={() => void client.call('learning.cancel', {}).catch(() => undefined)}
      >
        Cancel
      </Button>
    </div>
  )
}

/** What learning would change, passage by passage, before anything is changed. */
export function LearningPreviewPanel({ onDone }: { onDone: () => void }) {
  const announce = useAnnounce()
  const { client } = useService()
  // Looked at once: labels settled in the background would have it begin anew all the time.
  const { mutate: lookAgain, ...look } = useMutation({
    mutationFn: () => client.call('learning.preview', { limit: SHOWN }),
  })
  useEffect(() => lookAgain(), [lookAgain])
  const apply = useChange('learning.apply')
  if (look.isError) return <Failed within error={look.error} retry={() => lookAgain()} />
  if (look.data === undefined) return <Looking />
  const { preview, cancelled } = look.data
  if (cancelled)
    return (
      <div className="flex flex-col gap-4 border-t border-line pt-4">
        <p role="status" className="text-soft">
          It was cancelled. Nothing was changed.
        </p>
        <div className="flex flex-wrap gap-3">
          <Button onClick={() => lookAgain()}>Look again</Button>
          <Button onClick={onDone}>Not now</Button>
        </div>
      </div>
    )
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
                onError: (error) => {
                  announce(errorWords(error))
                  // Most likely the labels are others by now.
                  lookAgain()
                },
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
