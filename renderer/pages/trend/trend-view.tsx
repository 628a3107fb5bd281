import { useState } from 'react'
import type { BoardTrend } from '../../../shared/model/library.ts'
import { FocusSwatch } from '../../components/focus-chip.tsx'
import { LensSwitch } from '../../components/lens-switch.tsx'
import { ReadingProgress } from '../../components/reading-progress.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { counted } from '../../format/numbers.ts'
import { useAsk } from '../../host/queries.ts'
import { addressOf, setParams, useRoute } from '../../navigation/hash-route.ts'
import { useView } from '../../navigation/use-view.ts'
import { AbsentMeetings } from './absent-meetings.tsx'
import { BoardMultiples } from './board-multiples.tsx'
import { Changes } from './changes.tsx'
import { OtherLenses } from './other-lenses.tsx'
import { HeadlineSentence } from './headline-sentence.tsx'
import { NoteList } from './note-list.tsx'
import { notesIn } from './place-notes.ts'
import { Readout } from './readout.tsx'
import { SaveButtons } from './save-buttons.tsx'
import { ReportButton } from './report-button.tsx'
import { ShareChart } from './share-chart.tsx'
import { TrendLine } from './trend-line.tsx'
import { denominatorInWords, fociOver, periodsOf, slotsIn, slotsOf } from './trend-model.ts'
import { TrendTable } from './trend-table.tsx'
import { targetInWords, verdictInWords } from './verdict.ts'

/** The page of one board on one lens. */
export function TrendView({ trend }: { trend: BoardTrend }) {
  const route = useRoute()
  const { boards, over, period } = useView()
  const every = slotsOf(trend)
  const slots = slotsIn(every, period)
  const everyNote = useAsk('annotations.list', { boardId: trend.boardId }).data ?? []
  const notes = notesIn(everyNote, slots, period)
  const [active, setActive] = useState<string | null>(null)
  const activeIndex = Math.max(
    0,
    active === null ? slots.length - 1 : slots.findIndex(({ id }) => id === active),
  )
  const meeting = (id: string): string => addressOf(route, 'meeting', id)
  const lens = LENS_WORDS[trend.lens]
  const target = targetInWords(trend)
  const measured = slots.filter((slot) => slot.point !== null).length
  const outOf = denominatorInWords(over)
  const asTable = route.params['view'] === 'table'

  return (
    <div className="page flex flex-col gap-6">
      <ReadingProgress />
      <header className="flex flex-col gap-3">
        <h1 className="sr-only text-[0.8125rem] font-medium text-faint print:not-sr-only">{trend.board}</h1>
        <HeadlineSentence trend={trend} period={period} over={over} />
        {trend.meetings.length > 0 && (
          <p className="max-w-[58rem] text-soft">
            {verdictInWords(trend)} {target}
          </p>
        )}
      </header>

      <div className="no-print flex flex-wrap items-center gap-x-6 gap-y-3 border-y border-line py-3">
        <LensSwitch lens={trend.lens} hideLegend />
        <label className="flex items-center gap-2.5">
          <span className="sr-only">Period</span>
          <select
            className="control"
            value={period}
            onChange={(event) =>
              setParams({ period: event.target.value === 'all' ? undefined : event.target.value })
            }
          >
            {periodsOf(every).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <Segmented
          legend="Out of"
          hideLegend
          options={[
            { value: 'substantive', label: 'Of substance' },
            { value: 'all', label: 'Of everything' },
          ]}
          value={over}
          onChange={(value) => setParams({ over: value === 'all' ? 'all' : undefined })}
        />
      </div>

      {measured === 0 ? (
        <OtherLenses trend={trend} />
      ) : (
        <>
          <figure className="flex flex-col gap-3 print:block print:break-inside-auto">
            <figcaption className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
              <h2 className="heading-serif text-xl">{lens.name}: shares per meeting</h2>
              <span className="text-[0.8125rem] text-faint">
                {counted(measured, 'meeting')}, {outOf}
              </span>
              <span className="no-print ml-auto flex items-center gap-2">
                <Segmented
                  legend="Show as"
                  hideLegend
                  options={[
                    { value: 'chart', label: 'Chart' },
                    { value: 'table', label: 'Table' },
                  ]}
                  value={asTable ? 'table' : 'chart'}
                  onChange={(value) => setParams({ view: value === 'table' ? 'table' : undefined })}
                />
                <ReportButton trend={trend} />
                <SaveButtons slots={slots} trend={trend} over={over} />
              </span>
            </figcaption>
            {asTable ? (
              <TrendTable slots={slots} trend={trend} over={over} addressOfMeeting={meeting} />
            ) : (
              <>
                <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[0.8125rem] text-soft">
                  {fociOver(over).map((focus) => (
                    <li key={focus} className="flex items-center gap-2">
                      <FocusSwatch focus={focus} />
                      {FOCUS_WORDS[focus]}
                    </li>
                  ))}
                  <li className="flex items-center gap-2">
                    <svg viewBox="0 0 12 12" className="size-3 stroke-(--ink)" aria-hidden="true">
                      <path d="M6 0v12" fill="none" strokeWidth="1.4" />
                    </svg>
                    Range of the customer share
                  </li>
                  {slots.some((slot) => slot.point === null) && (
                    <li className="flex items-center gap-2">
                      <svg viewBox="0 0 16 12" className="h-3 w-4 stroke-(--edge)" aria-hidden="true">
                        <path d="M0 9h16" fill="none" strokeWidth="2" strokeDasharray="3 3" />
                      </svg>
                      Without {lens.wanting}
                    </li>
                  )}
                  {slots.some((slot) => (slot.point?.untimedItems ?? 0) > 0) && (
                    <li className="text-faint">Lighter: some of the time is not stated</li>
                  )}
                </ul>
                <ShareChart
                  slots={slots}
                  notes={notes}
                  lens={trend.lens}
                  over={over}
                  active={activeIndex}
                  onActive={(index) => setActive(slots[index]?.id ?? null)}
                  addressOfMeeting={meeting}
                  label={`${lens.name} of ${trend.board}: shares per meeting, ${outOf}. Arrow keys move from meeting to meeting; Enter opens one.`}
                />
                <Readout slot={slots[activeIndex]} lens={trend.lens} over={over} />
                {/* Paper has no switch, so a print holds both. */}
                <div className="hidden print:block">
                  <TrendTable slots={slots} trend={trend} over={over} addressOfMeeting={meeting} />
                </div>
              </>
            )}
          </figure>
          <NoteList boardId={trend.boardId} notes={notes} lastDate={slots.at(-1)?.date ?? ''} />
          <AbsentMeetings trend={trend} addressOfMeeting={meeting} />
          <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_29rem]">
            <figure className="flex min-w-0 flex-col gap-3">
              <figcaption className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
                <h2 className="heading-serif text-xl">{lens.name}: the customer share over time</h2>
                <span className="flex items-center gap-4 text-[0.8125rem] text-faint">
                  <Key kind="point">one meeting and its range</Key>
                  {over === 'substantive' && <Key kind="line">mean of three</Key>}
                </span>
              </figcaption>
              <TrendLine
                slots={slots}
                notes={notes}
                target={trend.target}
                over={over}
                label={`${lens.name}: the customer share of ${trend.board} over time. ${verdictInWords(trend)} ${target ?? ''} The figures are in the table.`}
              />
            </figure>
            <section className="flex flex-col gap-3" aria-labelledby="changes-title">
              <h2 id="changes-title" className="heading-serif text-xl">
                What changed since last time
              </h2>
              <Changes slots={slots} over={over} />
            </section>
          </div>
        </>
      )}
      <BoardMultiples
        boards={boards ?? []}
        current={trend.boardId}
        lens={trend.lens}
        period={period}
        over={over}
      />
    </div>
  )
}

function Key({ kind, children }: { kind: 'point' | 'line'; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg viewBox="0 0 16 12" className="h-3 w-4" aria-hidden="true">
        {kind === 'line' ? (
          <path d="M0 6h16" stroke="var(--customer)" strokeWidth="2.5" />
        ) : (
          <>
            <rect x="4" y="0" width="8" height="12" rx="3" fill="var(--customer)" opacity="0.22" />
            <circle cx="8" cy="6" r="3" fill="var(--surface)" stroke="var(--customer)" strokeWidth="1.6" />
          </>
        )}
      </svg>
      {children}
    </span>
  )
}
