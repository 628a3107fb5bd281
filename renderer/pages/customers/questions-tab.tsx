import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { QuestionMap } from '../../../shared/model/customers.ts'
import { customerQuestionSchema } from '../../../shared/model/focus.ts'
import type { CustomerQuestion } from '../../../shared/model/focus.ts'
import { Button } from '../../components/button.tsx'
import { Failed, Loading, Notice } from '../../components/page-state.tsx'
import { dateLong, dateMiddle } from '../../format/dates.ts'
import { counted } from '../../format/numbers.ts'
import { QUESTION_WORDS } from '../../format/question-words.ts'
import { useAsk } from '../../host/queries.ts'
import { addressOf, go, setParams, useRoute } from '../../navigation/hash-route.ts'
import { useView } from '../../navigation/use-view.ts'
import { coverWords } from './customer-words.ts'
import { PassageLine } from './passage-line.tsx'
import { questionsCsv } from './questions-csv.ts'
import { SaveCsv } from './save-csv.tsx'
import { Gap } from './top-ten-tab.tsx'

/** Meetings shown unless all are asked for: as many as stand side by side. */
const SHOWN = 12
const MARKED_FROM = 3

/** The eight customer questions over the meetings of the board. */
export function QuestionsTab() {
  const route = useRoute()
  const { boards, board } = useView()
  const asked = useAsk(
    'questionMap.get',
    { boardId: board?.id ?? '' },
    { enabled: board !== undefined, keepPrevious: true },
  )
  if (boards !== undefined && board === undefined)
    return (
      <Notice
        within
        title="No meeting is in the library yet."
        action={
          <Button look="strong" onClick={() => go(addressOf(route, 'import'))}>
            Import documents
          </Button>
        }
      >
        The eight customer questions are looked for in agendas, packs and minutes.
      </Notice>
    )
  if (asked.isError) return <Failed within error={asked.error} retry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Loading what="the questions" />
  if (asked.data.meetings.length === 0)
    return (
      <Notice within title="No meeting of this board has a date yet.">
        The questions stand over the meetings in order, so undated meetings have no place among them.
      </Notice>
    )
  return <Questions map={asked.data} />
}

type Cell = QuestionMap['questions'][number]['cells'][number]

/** Five steps of one colour; the number stands in every cell. */
const PAINT = [
  'bg-sunken text-faint',
  'bg-[color-mix(in_srgb,var(--customer)_14%,var(--surface))]',
  'bg-[color-mix(in_srgb,var(--customer)_26%,var(--surface))]',
  'bg-[color-mix(in_srgb,var(--customer)_40%,var(--surface))]',
  'bg-customer text-(--on-customer)',
] as const
const stepOf = ({ passages }: Cell): number =>
  passages === 0 ? 0 : passages === 1 ? 1 : passages <= 3 ? 2 : passages <= 7 ? 3 : 4

function Questions({ map }: { map: QuestionMap }) {
  const { params } = useRoute()
  const grid = useRef<HTMLTableElement>(null)
  const showsAll = params['all'] === '1'
  const from = showsAll ? 0 : Math.max(0, map.meetings.length - SHOWN)
  const meetings = map.meetings.slice(from)
  const chosen = customerQuestionSchema.safeParse(params['question'])
  const at = map.meetings.find(({ id }) => id === params['at'])?.id ?? null
  const silent = map.questions.filter(({ notAskedFor }) => notAskedFor >= MARKED_FROM)

  /** Arrows move over the cells, Home and End along a row. */
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null
    if (cell === null) return
    const [row, column] = [Number(cell.dataset['row']), Number(cell.dataset['column'])]
    const last = meetings.length - 1
    const to = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [row, 0],
      End: [row, last],
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    grid.current?.querySelector<HTMLElement>(`[data-row="${to[0]}"][data-column="${to[1]}"]`)?.focus()
  }
  return (
    <div className="flex flex-col gap-5">
      <p className="figures text-[0.8125rem] text-faint">{coverWords(map.record)}</p>
      <p className="heading-serif text-lg" data-summary>
        {silenceInWords(silent)}
      </p>
      <div className="-mx-2 overflow-x-auto px-2 pb-1">
        <table
          ref={grid}
          aria-label="The eight customer questions over meetings"
          className="border-separate border-spacing-0.5 text-left"
        >
          <thead>
            <tr>
              <th scope="col" className="min-w-52 pr-3 align-bottom text-[0.8125rem] font-medium text-faint">
                Question
              </th>
              {meetings.map((meeting) => (
                <th
                  key={meeting.id}
                  scope="col"
                  className="w-12 min-w-12 px-0.5 pb-1 text-center align-bottom text-[0.6875rem] leading-tight font-medium text-soft"
                >
                  <a
                    className="quiet-link"
                    href={addressOf({ page: 'customers', id: null, params }, 'meeting', meeting.id)}
                    title={dateLong(meeting.date)}
                  >
                    {dateMiddle(meeting.date).replace(/ (\d{4})$/, '')}
                    <span className="block"> {meeting.date.slice(0, 4)}</span>
                  </a>
                  {!meeting.hasMinutes && (
                    <span className="block pt-0.5 text-faint">
                      {meeting.hasPapers ? 'no minutes' : 'agenda'}
                    </span>
                  )}
                </th>
              ))}
              <th scope="col" className="min-w-40 pl-3 align-bottom text-[0.8125rem] font-medium text-faint">
                Last asked
              </th>
            </tr>
          </thead>
          {/* Arrow keys are an addition to Tab, which reaches one cell. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <tbody onKeyDown={move}>
            {map.questions.map(({ question, cells, lastAsked, notAskedFor }, row) => (
              <tr key={question} data-question={question}>
                <th scope="row" className="pr-3 font-normal">
                  <button
                    type="button"
                    className="quiet-link block text-left font-semibold"
                    onClick={() => open(question, null)}
                  >
                    {QUESTION_WORDS[question].short}
                  </button>
                  <span className="block text-[0.8125rem] leading-snug text-soft">
                    {QUESTION_WORDS[question].asks}
                  </span>
                </th>
                {cells.slice(from).map((cell, column) => {
                  const meeting = meetings[column]
                  if (meeting === undefined) return null
                  const isChosen = chosen.success && chosen.data === question && at === meeting.id
                  const isFirst = row === 0 && column === meetings.length - 1
                  return (
                    <td key={meeting.id} className="p-0">
                      <button
                        type="button"
                        data-row={row}
                        aria-pressed={isChosen}
                        data-column={column}
                        tabIndex={isFirst || isChosen ? 0 : -1}
                        aria-label={cellWords(cell, question, meeting.date)}
                        className={`figures h-11 w-full min-w-11 rounded-[3px] text-[0.8125rem] ${PAINT[stepOf(cell)] ?? ''} ${
                          cell.passages > 0 && cell.inMinutes === 0 ? 'ring-1 ring-customer ring-inset' : ''
                        } ${isChosen ? 'outline-2 outline-offset-1 outline-ink' : ''} ${cell.passages === 0 ? '' : 'font-semibold'}`}
                        onClick={() => open(question, meeting.id)}
                      >
                        {cell.passages === 0 ? '–' : cell.passages}
                        {cell.passages > 0 && cell.inMinutes === 0 && <span aria-hidden="true">*</span>}
                      </button>
                    </td>
                  )
                })}
                <td className="pl-3 text-[0.8125rem]">
                  {lastAsked !== null && (
                    <span className="figures block whitespace-nowrap">{dateMiddle(lastAsked.date)}</span>
                  )}
                  {notAskedFor >= MARKED_FROM ? (
                    <Gap>
                      {lastAsked === null
                        ? 'Never in the record'
                        : `${counted(notAskedFor, 'meeting')} since`}
                    </Gap>
                  ) : (
                    notAskedFor > 0 && (
                      <span className="text-soft">
                        {lastAsked === null
                          ? 'never in the record'
                          : `${counted(notAskedFor, 'meeting')} since`}
                      </span>
                    )
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-[0.8125rem] text-faint">
        <span>
          The number is of passages that touch the question; * in papers or agendas only, not in the minutes.
        </span>
        {map.meetings.length > SHOWN && (
          <Button look="bare" small onClick={() => setParams({ all: showsAll ? undefined : '1' })}>
            {showsAll ? `Show the last ${SHOWN} meetings` : `Show all ${map.meetings.length} meetings`}
          </Button>
        )}
        <SaveCsv name="customer-questions.csv" content={() => questionsCsv(map)} />
      </p>
      {chosen.success && <Behind boardId={map.boardId} question={chosen.data} meetingId={at} />}
    </div>
  )
}

const short = (question: CustomerQuestion): string => QUESTION_WORDS[question].short.toLowerCase()

/** What did not come up lately, and what never did. */
function silenceInWords(silent: QuestionMap['questions']): string {
  if (silent.length === 0) return 'Each of the eight questions came up in one of the last three meetings.'
  const never = silent.filter(({ lastAsked }) => lastAsked === null).map(({ question }) => short(question))
  const lately = silent
    .filter(({ lastAsked }) => lastAsked !== null)
    .map(({ question, notAskedFor }) => `${short(question)} (for ${counted(notAskedFor, 'meeting')})`)
  return [
    lately.length === 0 ? '' : `Not asked lately: ${lately.join(', ')}.`,
    never.length === 0 ? '' : `Never asked in this record: ${never.join(', ')}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function open(question: CustomerQuestion, meeting: string | null): void {
  setParams({ question, at: meeting ?? undefined })
}

function cellWords(cell: Cell, question: CustomerQuestion, date: string): string {
  const words = `${QUESTION_WORDS[question].short}, ${dateMiddle(date)}: `
  if (cell.passages === 0) return `${words}not asked`
  const where = cell.inMinutes === 0 ? ', none in the minutes' : `, ${cell.inMinutes} in the minutes`
  return `${words}${counted(cell.passages, 'passage')}${where}`
}

/** The passages behind a cell, or behind a whole question. */
function Behind({
  boardId,
  question,
  meetingId,
}: {
  boardId: string
  question: CustomerQuestion
  meetingId: string | null
}) {
  const asked = useAsk('questionMap.passages', { boardId, question, meetingId }, { keepPrevious: true })
  const passages = asked.data ?? []
  return (
    <section aria-labelledby="behind-title" className="flex flex-col" data-behind>
      <div className="flex flex-wrap items-baseline gap-3">
        <h2 id="behind-title" className="heading-serif text-lg">
          {QUESTION_WORDS[question].asks}
        </h2>
        <p role="status" className="figures text-[0.8125rem] text-soft">
          {asked.data === undefined
            ? 'Reading …'
            : `${counted(passages.length, 'passage')}${meetingId === null ? ', latest first' : ''}`}
        </p>
        <Button look="bare" small onClick={() => setParams({ question: undefined, at: undefined })}>
          Close
        </Button>
      </div>
      {asked.data !== undefined && passages.length === 0 && (
        <p className="py-3 text-soft">
          No passage of {meetingId === null ? 'the record' : 'this meeting'} touches it.
        </p>
      )}
      <ol className="flex max-w-4xl flex-col">
        {passages.map((place) => (
          <li key={place.passageId} className="flex flex-col gap-1.5 border-b border-line py-3">
            <PassageLine place={place} />
          </li>
        ))}
      </ol>
    </section>
  )
}
