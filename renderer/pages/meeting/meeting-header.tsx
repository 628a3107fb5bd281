import { FileText, Pencil } from 'lucide-react'
import { useState } from 'react'
import type { DocumentSummary, MeetingDetail } from '../../../shared/model/library.ts'
import { calendarDateSchema } from '../../../shared/model/evidence.ts'
import { Button } from '../../components/button.tsx'
import { kindInWords } from '../../components/document-badge.tsx'
import { BoardField, Field } from '../../components/field.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { dateLong } from '../../format/dates.ts'
import { counted } from '../../format/numbers.ts'
import { useAsk, useChange } from '../../host/queries.ts'
import { addressOf, go, useRoute } from '../../navigation/hash-route.ts'
import { useAnnounce } from '../../shell/announcer.tsx'

/** Which board, when, and from which documents; board and date corrected in place. */
export function MeetingHeader({
  meeting,
  onOpenDocument,
}: {
  meeting: MeetingDetail
  onOpenDocument: (id: string) => void
}) {
  const route = useRoute()
  const [editing, setEditing] = useState(false)
  const notes = meeting.documents.flatMap((document) => document.warnings)
  return (
    <header className="flex flex-col gap-3">
      <p className="no-print text-[0.8125rem] text-faint">
        <a className="quiet-link" href={addressOf(route, 'meetings')}>
          Meetings
        </a>
      </p>
      {editing ? (
        <EditForm meeting={meeting} onClose={() => setEditing(false)} />
      ) : (
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h1 className="heading-serif text-[1.625rem] leading-tight">
            {meeting.date === null ? 'A meeting without a date' : dateLong(meeting.date)}
          </h1>
          <p className="text-soft">{meeting.board}</p>
          <Button look="bare" small className="no-print" onClick={() => setEditing(true)}>
            <Pencil aria-hidden="true" className="size-3.5" />
            Correct board or date
          </Button>
        </div>
      )}
      <ul aria-label="Documents" className="flex flex-wrap gap-2">
        {meeting.documents.map((document) => (
          <li key={document.id}>
            <DocumentButton document={document} onOpen={() => onOpenDocument(document.id)} />
          </li>
        ))}
      </ul>
      {notes.length > 0 && (
        <details className="text-[0.8125rem] text-soft">
          <summary className="w-fit">{counted(notes.length, 'note')} on reading these documents</summary>
          <ul className="list-disc pt-1 pl-5">
            {meeting.documents.flatMap((document) =>
              document.warnings.map((warning, index) => (
                <li key={`${document.id}-${index}`}>
                  {document.name}: {warning.message}
                  {warning.page !== undefined && ` (page ${warning.page})`}
                </li>
              )),
            )}
          </ul>
        </details>
      )}
    </header>
  )
}

function DocumentButton({ document, onOpen }: { document: DocumentSummary; onOpen: () => void }) {
  const replaced = document.replacedBy !== null
  return (
    <button
      type="button"
      onClick={onOpen}
      title={`${document.name}${replaced ? ', replaced by a newer version' : ''}`}
      className="inline-flex max-w-[30rem] items-center gap-2 rounded-md border border-line bg-surface px-2.5 py-1 text-[0.8125rem] hover:border-edge"
    >
      <FileText aria-hidden="true" className="size-4 shrink-0 text-faint" />
      <span className={`font-medium ${replaced ? 'line-through' : ''}`}>{kindInWords(document.kind)}</span>
      <span className="min-w-0 truncate text-faint">{document.name}</span>
      {document.pages !== null && (
        <span className="figures shrink-0 text-faint">{counted(document.pages, 'page')}</span>
      )}
    </button>
  )
}

function EditForm({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) {
  const announce = useAnnounce()
  const route = useRoute()
  const boards = useAsk('boards.list', {}).data ?? []
  const update = useChange('meetings.update')
  const [board, setBoard] = useState(meeting.board)
  const [date, setDate] = useState(meeting.date ?? '')
  const saved = calendarDateSchema.safeParse(date)
  return (
    <form
      aria-label="Correct board or date"
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        update.mutate(
          { id: meeting.id, board: board.trim(), ...(saved.success ? { date: saved.data } : {}) },
          {
            onSuccess: ({ id }) => {
              announce(
                id === meeting.id ? 'Corrected.' : 'Corrected, and joined with the meeting already there.',
              )
              onClose()
              if (id !== meeting.id) go(addressOf(route, 'meeting', id))
            },
            onError: (error) => announce(errorWords(error)),
          },
        )
      }}
    >
      <Field label="Board" className="w-72">
        {(id) => (
          <BoardField id={id} value={board} boards={boards.map(({ name }) => name)} onChange={setBoard} />
        )}
      </Field>
      <Field label="Date">
        {(id) => (
          <input
            id={id}
            type="date"
            className="control"
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="strong" disabled={board.trim() === '' || update.isPending}>
        Save
      </Button>
      <Button onClick={onClose}>Cancel</Button>
    </form>
  )
}
