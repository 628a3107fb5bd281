import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Button } from '../../components/button.tsx'
import { kindInWords } from '../../components/document-badge.tsx'
import { dateMiddle } from '../../format/dates.ts'
import { counted } from '../../format/numbers.ts'
import { useAsk } from '../../host/queries.ts'
import { useView } from '../../navigation/use-view.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { takeDrops } from '../../shell/drop-taker.ts'
import { CheckReport } from './check-report.tsx'
import { usePaperCheck } from './use-paper-check.ts'

const MOST_LISTED = 60

/** A draft paper or pack before it is circulated: what it says of customers, and where something could be added. */
export function PaperCheckPage() {
  const { board } = useView()
  const announce = useAnnounce()
  const { state, check, checkDocument, close, kept } = usePaperCheck(board?.id ?? null)
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef(check)
  useEffect(() => {
    latest.current = check
  })
  useEffect(
    () =>
      takeDrops({
        words: 'Drop a paper to check it',
        take: ([file]) => {
          if (file !== undefined) void latest.current(file)
        },
      }),
    [],
  )
  // What was left open here before is no news.
  const told = useRef(state)
  useEffect(() => {
    if (told.current === state) return
    told.current = state
    if (state.kind === 'checked')
      announce(
        state.check.findings.length === 0
          ? 'Checked: nothing was found that could be added.'
          : `Checked: ${counted(state.check.findings.length, 'thing')} that could be added.`,
      )
    if (state.kind === 'refused') announce(state.message)
  }, [state, announce])
  return (
    <div className="page flex flex-col gap-6 [&>*]:max-w-[64rem]">
      <header className="flex flex-col gap-2">
        <h1 className="heading-serif text-2xl">Paper check</h1>
        <p className="no-print max-w-[46rem] text-soft">
          What a draft says of customers, before it is circulated. It is read in memory and not stored, unless
          you keep it.
        </p>
      </header>
      {state.kind === 'reading' ? (
        <Reading name={state.name} draftId={state.draftId} cancel={close} />
      ) : state.kind === 'checked' ? (
        <CheckReport check={state.check} draftId={state.draftId} close={close} kept={kept} />
      ) : (
        <>
          {state.kind === 'refused' && (
            <p role="alert" className="rounded-xl border border-line bg-surface px-5 py-4">
              <span className="font-medium">{state.name}:</span> {state.message}
            </p>
          )}
          <section
            className="flex flex-col items-center gap-4 rounded-xl border border-dashed border-edge bg-surface px-8 py-14 text-center"
            aria-label="A draft"
          >
            <p className="heading-serif text-2xl">Drop a paper or pack here</p>
            <Button look="strong" onClick={() => input.current?.click()}>
              Choose a file
            </Button>
            <input
              ref={input}
              type="file"
              className="sr-only"
              tabIndex={-1}
              aria-label="A draft to check"
              data-testid="choose-draft"
              onChange={(event) => {
                const file = event.target.files?.[0]
                event.target.value = ''
                if (file !== undefined) void check(file)
              }}
            />
            {board !== undefined && (
              <p className="text-[0.8125rem] text-faint">Customers are named as {board.name} names them.</p>
            )}
          </section>
          <FromLibrary boardId={board?.id ?? null} open={checkDocument} />
        </>
      )}
    </div>
  )
}

function Reading({ name, draftId, cancel }: { name: string; draftId: string | null; cancel: () => void }) {
  // Written by the core's events; never asked for.
  const progress = useQuery<number>({
    queryKey: ['paper-progress', draftId],
    queryFn: () => 0,
    enabled: false,
    initialData: 0,
  }).data
  return (
    <div role="status" className="flex flex-col gap-3 rounded-xl border border-line bg-surface px-5 py-4">
      <p>Reading {name} …</p>
      <progress
        className="h-1.5 w-full accent-(--ink)"
        max={1}
        value={progress}
        aria-label={`Reading ${name}`}
      />
      <div>
        <Button small onClick={cancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

/** Papers, packs and agendas that are there already. */
function FromLibrary({
  boardId,
  open,
}: {
  boardId: string | null
  open: (id: string, name: string) => void
}) {
  const meetings = useAsk('meetings.list', boardId === null ? {} : { boardId }).data ?? []
  const documents = meetings
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
    .flatMap((meeting) =>
      meeting.documents
        .filter(({ kind, replacedBy }) => (kind === 'paper' || kind === 'pack') && replacedBy === null)
        .map((document) => ({ ...document, date: meeting.date })),
    )
    .slice(0, MOST_LISTED)
  if (documents.length === 0) return null
  return (
    <section className="flex flex-col gap-2" aria-labelledby="from-library-title">
      <h2 id="from-library-title" className="heading-serif text-xl">
        From the library
      </h2>
      <ul className="border-t border-line">
        {documents.map(({ id, name, kind, date }) => (
          <li key={id} className="flex items-center gap-4 border-b border-line py-2">
            <span className="figures w-28 shrink-0 text-[0.8125rem] text-faint">{dateMiddle(date)}</span>
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="text-[0.8125rem] text-faint">{kindInWords(kind)}</span>
            <Button small aria-label={`Check ${name} of ${dateMiddle(date)}`} onClick={() => open(id, name)}>
              Check
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
