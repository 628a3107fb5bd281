import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Failed, Loading, errorWords } from '../../components/page-state.tsx'
import { counted } from '../../format/numbers.ts'
import { useAsk, useChange } from '../../host/queries.ts'
import { useAnnounce } from '../../shell/announcer.tsx'

interface Props {
  readonly boardId: string
  /** As they stand in the form, saved or not. */
  readonly terms: readonly string[]
  readonly onAdd: (word: string) => void
}

/** Nouns that the board's papers use for those it serves, to be taken over or turned down. */
export function CustomerWords(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <div className="flex flex-col gap-3">
      <div>
        <Button small aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide suggestions' : 'Suggestions from its papers'}
        </Button>
      </div>
      {open && <Suggestions {...props} />}
    </div>
  )
}

function Suggestions({ boardId, terms, onAdd }: Props) {
  const announce = useAnnounce()
  const asked = useAsk('boards.words', { boardId }, { keepPrevious: true })
  const dismiss = useChange('boards.dismissWord')
  if (asked.isError) return <Failed within error={asked.error} retry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Loading what="the words of its papers" />
  const { suggestions, dismissed } = asked.data
  const inForm = new Set(terms.map((term) => term.toLowerCase()))
  const shown = suggestions.filter(({ word }) => !inForm.has(word))
  const put = (word: string, isDismissed: boolean): void =>
    dismiss.mutate(
      { boardId, word, dismissed: isDismissed },
      {
        onSuccess: () =>
          announce(
            isDismissed
              ? `${word} is no longer suggested. It can be undone.`
              : `${word} is suggested again where the papers use it.`,
          ),
        onError: (error) => announce(errorWords(error)),
      },
    )
  return (
    <div className="flex flex-col gap-3">
      {shown.length === 0 ? (
        <p className="text-[0.8125rem] text-soft">Its papers use no other word for those it serves.</p>
      ) : (
        <ul
          aria-label="Suggested words"
          className="flex flex-col divide-y divide-line rounded-lg border border-line"
        >
          {shown.map(({ word, count, documents, example }) => (
            <li key={word} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
              <div className="flex min-w-48 flex-1 flex-col gap-1">
                <span className="figures">
                  <span className="font-medium">{word}</span>{' '}
                  <span className="text-[0.8125rem] text-faint">
                    {counted(count, 'time')} in {counted(documents, 'paper')}
                  </span>
                </span>
                <a
                  className="quiet-link line-clamp-2 text-[0.8125rem] break-words"
                  href={`#/meeting/${example.meetingId}?passage=${example.passageId}`}
                >
                  {example.text}
                </a>
              </div>
              <div className="flex gap-2">
                <Button small aria-label={`Add ${word}`} onClick={() => onAdd(word)}>
                  Add
                </Button>
                <Button
                  small
                  look="bare"
                  aria-label={`Dismiss ${word}`}
                  disabled={dismiss.isPending}
                  onClick={() => put(word, true)}
                >
                  Dismiss
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {dismissed.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] text-faint">
          Dismissed:
          {dismissed.map((word) => (
            <Button
              key={word}
              small
              look="bare"
              aria-label={`Suggest ${word} again`}
              disabled={dismiss.isPending}
              onClick={() => put(word, false)}
            >
              {word}
            </Button>
          ))}
        </p>
      )}
    </div>
  )
}
