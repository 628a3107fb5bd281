import { useState } from 'react'
import type { AnalysedDocument, DocumentKind } from '../../../shared/model/analysis.ts'
import { documentKindSchema } from '../../../shared/model/analysis.ts'
import type { Evidence } from '../../../shared/model/evidence.ts'
import { calendarDateSchema } from '../../../shared/model/evidence.ts'
import type { ImportJob } from '../../../shared/model/library.ts'
import { kindInWords } from '../../components/document-badge.tsx'
import { BoardField, Field } from '../../components/field.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { useAsk, useChange } from '../../host/queries.ts'
import { useAnnounce } from '../../shell/announcer.tsx'

const QUOTE = 90

/** Where a fact was read, so that it can be checked. */
function readWhere(evidence: Evidence | null | undefined): string | undefined {
  if (evidence === null || evidence === undefined) return undefined
  const flat = evidence.quote.replaceAll(/\s+/g, ' ').trim()
  const quote = flat.length > QUOTE ? `${flat.slice(0, QUOTE)}…` : flat
  return evidence.block === null ? `From the file’s name: ${quote}` : `Page ${evidence.page}: “${quote}”`
}

/** Board, date and kind, as read; a change is stored when its field is left. */
export function CorrectionForm({
  job,
  analysis,
}: {
  job: ImportJob
  analysis: AnalysedDocument | undefined
}) {
  const announce = useAnnounce()
  const boards = useAsk('boards.list', {}).data ?? []
  const update = useChange('imports.update')
  const [board, setBoard] = useState(job.board ?? '')
  const [date, setDate] = useState(job.date ?? '')
  // What the core made of a change is shown, without losing the place of whoever is typing.
  const [stored, setStored] = useState({ board: job.board, date: job.date })
  if (stored.board !== job.board || stored.date !== job.date) {
    setStored({ board: job.board, date: job.date })
    // Field by field: an answer on the board must not undo a date that is just being typed.
    if (stored.board !== job.board) setBoard(job.board ?? '')
    if (stored.date !== job.date) setDate(job.date ?? '')
  }
  const send = (change: { board?: string; date?: string | null; kind?: DocumentKind }): void =>
    update.mutate({ ids: [job.id], ...change }, { onError: (error) => announce(errorWords(error)) })
  const unreadBoard = job.board === null ? 'The document names no board.' : undefined
  const unreadDate = job.date === null ? 'The document gives no date of the meeting.' : undefined
  return (
    <form
      aria-label="What will be stored"
      onSubmit={(event) => event.preventDefault()}
      className="grid gap-x-4 gap-y-3 sm:grid-cols-2 2xl:grid-cols-[minmax(0,1fr)_13rem_13rem]"
    >
      <div
        className="sm:max-2xl:col-span-2"
        onBlur={() => {
          const said = board.trim()
          if (said !== '' && said !== job.board) send({ board: said })
        }}
      >
        <Field label="Board" hint={unreadBoard ?? readWhere(analysis?.body?.evidence)}>
          {(id, hintId) => (
            <BoardField
              id={id}
              value={board}
              boards={boards.map((known) => known.name)}
              onChange={setBoard}
              describedBy={hintId}
            />
          )}
        </Field>
      </div>
      <Field label="Date of the meeting" hint={unreadDate ?? readWhere(analysis?.date?.evidence)}>
        {(id, hintId) => (
          <input
            id={id}
            type="date"
            className="control w-full"
            value={date}
            aria-describedby={hintId}
            onChange={(event) => setDate(event.target.value)}
            onBlur={() => {
              if (date === (job.date ?? '')) return
              if (date === '') send({ date: null })
              else if (calendarDateSchema.safeParse(date).success) send({ date })
            }}
          />
        )}
      </Field>
      <Field label="Kind of document" hint={readWhere(analysis?.kindEvidence)}>
        {(id, hintId) => (
          <select
            id={id}
            className="control w-full"
            value={job.kind ?? ''}
            aria-describedby={hintId}
            onChange={(event) => {
              const kind = documentKindSchema.safeParse(event.target.value)
              if (kind.success) send({ kind: kind.data })
            }}
          >
            {job.kind === null && <option value="">Not known</option>}
            {documentKindSchema.options.map((kind) => (
              <option key={kind} value={kind}>
                {kindInWords(kind)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </form>
  )
}
