import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Annotation } from '../../../shared/model/annotations.ts'
import { Button } from '../../components/button.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { dateLong } from '../../format/dates.ts'
import { useChange } from '../../host/queries.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { NoteForm } from './note-form.tsx'
import { noteLetter } from './place-notes.ts'

/** What happened around the meetings, in the words of the people who know: added, changed, removed, undone. */
export function NoteList({
  boardId,
  notes,
  lastDate,
}: {
  boardId: string
  notes: readonly Annotation[]
  /** Offered as the date of a new note. */
  lastDate: string
}) {
  const announce = useAnnounce()
  const add = useChange('annotations.add')
  const update = useChange('annotations.update')
  const remove = useChange('annotations.remove')
  const [editing, setEditing] = useState<string | 'new' | null>(null)
  const failed = (error: unknown): void => announce(errorWords(error))
  const close = (): void => setEditing(null)
  return (
    <section className="flex flex-col gap-2" aria-labelledby="notes-title">
      <div className="flex items-center gap-3">
        <h2 id="notes-title" className="text-[0.8125rem] font-medium text-faint">
          Notes on the charts
        </h2>
        {editing === null && (
          <Button small look="bare" className="no-print" onClick={() => setEditing('new')}>
            <Plus aria-hidden="true" className="size-3.5" />
            Add a note
          </Button>
        )}
      </div>
      {notes.length > 0 && (
        <ol className="flex flex-col gap-1">
          {notes.map((note, index) =>
            editing === note.id ? (
              <li key={note.id}>
                <NoteForm
                  note={note}
                  onCancel={close}
                  onSave={(given) => {
                    close()
                    update.mutate(
                      { id: note.id, ...given },
                      { onSuccess: () => announce('The note was changed.'), onError: failed },
                    )
                  }}
                />
              </li>
            ) : (
              <li key={note.id} className="flex min-h-7 flex-wrap items-center gap-x-3">
                <span
                  aria-hidden="true"
                  className="inline-flex size-5 items-center justify-center rounded-full bg-ink text-[0.6875rem] font-semibold text-paper"
                >
                  {noteLetter(index)}
                </span>
                <span className="figures text-[0.8125rem] text-faint">{dateLong(note.date)}</span>
                <span className="min-w-0 break-words">{note.text}</span>
                <span className="no-print flex">
                  <Button
                    small
                    look="bare"
                    aria-label={`Change the note of ${dateLong(note.date)}`}
                    onClick={() => setEditing(note.id)}
                  >
                    <Pencil aria-hidden="true" className="size-3.5" />
                  </Button>
                  <Button
                    small
                    look="bare"
                    aria-label={`Remove the note of ${dateLong(note.date)}`}
                    onClick={() =>
                      remove.mutate(
                        { id: note.id },
                        {
                          onSuccess: () => announce('The note was removed. Ctrl+Z brings it back.'),
                          onError: failed,
                        },
                      )
                    }
                  >
                    <Trash2 aria-hidden="true" className="size-3.5" />
                  </Button>
                </span>
              </li>
            ),
          )}
        </ol>
      )}
      {editing === 'new' && (
        <NoteForm
          note={{ date: lastDate, text: '' }}
          onCancel={close}
          onSave={(given) => {
            close()
            add.mutate(
              { boardId, ...given },
              { onSuccess: () => announce('The note was added.'), onError: failed },
            )
          }}
        />
      )}
    </section>
  )
}
