import { useVirtualizer } from '@tanstack/react-virtual'
import { Trash2, TriangleAlert } from 'lucide-react'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { DocumentKind } from '../../../shared/model/analysis.ts'
import type { MeetingSummary } from '../../../shared/model/library.ts'
import type { Lens, LensMeasure } from '../../../shared/model/measures.ts'
import { Button } from '../../components/button.tsx'
import { DocumentBadge } from '../../components/document-badge.tsx'
import { ShareFigure } from '../../components/share-figure.tsx'
import { ShareBar } from '../../components/share-bar.tsx'
import { dateLong } from '../../format/dates.ts'
import { LENS_WORDS, coverageInWords } from '../../format/lens-words.ts'
import { counted } from '../../format/numbers.ts'
import { go } from '../../navigation/hash-route.ts'
import { usePrinting } from '../../shell/use-printing.ts'

const ROW = 3.25

function countKinds(meeting: MeetingSummary): [DocumentKind, number][] {
  const counts = new Map<DocumentKind, number>()
  for (const document of meeting.documents) {
    if (document.replacedBy === null) counts.set(document.kind, (counts.get(document.kind) ?? 0) + 1)
  }
  return [...counts]
}

const nameOf = (meeting: MeetingSummary): string => meeting.documents[0]?.name ?? ''

/** Up and down move from meeting to meeting. */
function moveAmongRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-meeting]')]
  const row = document.activeElement?.closest('tr')
  const here = links.findIndex((link) => link.closest('tr') === row)
  const next = links[here + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

/** The list; only the rows in view are drawn, and all of them on paper. */
export function MeetingsTable({
  meetings,
  lens,
  addressOfMeeting,
  onRemove,
}: {
  meetings: readonly MeetingSummary[]
  lens: Lens
  addressOfMeeting: (id: string) => string
  onRemove: (meeting: MeetingSummary) => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
  const rows = useVirtualizer({
    count: meetings.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW * rem,
    overscan: 12,
    initialRect: { width: 1200, height: 800 },
  })
  const printing = usePrinting()
  const visible = rows.getVirtualItems()
  const drawn = printing ? [...meetings.keys()] : visible.map(({ index }) => index)
  // With a single board the column would say the same in every row.
  const manyBoards = new Set(meetings.map((meeting) => meeting.boardId)).size > 1
  const before = printing ? 0 : (visible[0]?.start ?? 0)
  const after = printing ? 0 : rows.getTotalSize() - (visible.at(-1)?.end ?? 0)
  return (
    <div
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label="Meetings"
      className="-mx-2 min-h-0 flex-1 overflow-auto px-2 pb-8 print:overflow-visible"
    >
      <table
        className="w-full min-w-[52rem] border-collapse print:min-w-0"
        aria-rowcount={meetings.length + 1}
      >
        <thead className="sticky top-0 z-10 bg-paper">
          <tr className="text-left text-[0.8125rem] text-faint [&>th]:border-b [&>th]:border-edge [&>th]:py-2 [&>th]:font-medium">
            <th scope="col" className="w-40 pr-4 pl-1">
              Date
            </th>
            {manyBoards && (
              <th scope="col" className="pr-4">
                Board
              </th>
            )}
            <th scope="col" className="pr-4">
              Documents
            </th>
            <th scope="col" className="min-w-44 pr-4">
              {LENS_WORDS[lens].name}
            </th>
            <th scope="col" className="w-28 pr-4 text-right">
              Customers
            </th>
            <th scope="col" className="w-32 pr-4">
              Coverage
            </th>
            <th scope="col" className="w-28 pr-2 text-right">
              Settled
            </th>
            <th scope="col" className="no-print w-10">
              <span className="sr-only">Remove</span>
            </th>
          </tr>
        </thead>
        {/* Arrow keys are an addition to Tab between the rows' links. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody onKeyDown={moveAmongRows}>
          {before > 0 && (
            <tr aria-hidden="true">
              <td colSpan={8} style={{ height: before }} />
            </tr>
          )}
          {drawn.map((index) => {
            const meeting = meetings[index]
            return meeting === undefined ? null : (
              <MeetingRow
                key={meeting.id}
                meeting={meeting}
                index={index}
                measure={meeting.measures[lens]}
                lens={lens}
                href={addressOfMeeting(meeting.id)}
                onRemove={onRemove}
                showBoard={manyBoards}
              />
            )
          })}
          {after > 0 && (
            <tr aria-hidden="true">
              <td colSpan={8} style={{ height: after }} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

function MeetingRow({
  meeting,
  index,
  measure,
  lens,
  href,
  onRemove,
  showBoard,
}: {
  meeting: MeetingSummary
  index: number
  measure: LensMeasure | null
  lens: Lens
  href: string
  onRemove: (meeting: MeetingSummary) => void
  showBoard: boolean
}) {
  const warnings = meeting.documents.reduce((sum, document) => sum + document.warnings.length, 0)
  return (
    // The link in the first cell is the row's control; a click elsewhere in the row is a convenience.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <tr
      aria-rowindex={index + 2}
      className="group h-[3.25rem] cursor-pointer hover:bg-hover [&>td]:border-b [&>td]:border-line [&>th]:border-b [&>th]:border-line"
      onClick={(event) => {
        const target = event.target
        if (target instanceof Element && target.closest('a, button') === null) go(href)
      }}
    >
      <th scope="row" className="py-2 pr-4 pl-1 text-left font-medium whitespace-nowrap">
        <a data-meeting href={href} className="quiet-link">
          {meeting.date === null ? 'No date' : dateLong(meeting.date)}
        </a>
      </th>
      {showBoard && (
        <td className="max-w-40 truncate pr-4 text-soft xl:max-w-64" title={meeting.board}>
          {meeting.board}
        </td>
      )}
      <td className={`pr-4 ${meeting.date === null ? 'max-w-72' : ''}`}>
        <span className="flex min-w-0 items-center gap-1">
          {countKinds(meeting).map(([kind, count]) => (
            <DocumentBadge key={kind} kind={kind} count={count} />
          ))}
          {meeting.date === null && (
            // Nothing else tells meetings without a date apart.
            <span className="min-w-0 truncate pl-1 text-[0.8125rem] text-soft" title={nameOf(meeting)}>
              {nameOf(meeting)}
            </span>
          )}
          {warnings > 0 && (
            <span title={`${warnings} notes on reading`} className="text-soft">
              <TriangleAlert aria-hidden="true" className="size-3.5" />
              <span className="sr-only">{warnings} notes on reading</span>
            </span>
          )}
        </span>
      </td>
      {measure === null ? (
        <td colSpan={3} className="pr-4 text-[0.8125rem] text-faint">
          This meeting {LENS_WORDS[lens].missing}.
        </td>
      ) : (
        <>
          <td className="pr-4">
            <ShareBar
              shares={{
                customer: measure.shares.customer.mid,
                'customer-in-numbers': measure.shares['customer-in-numbers'].mid,
                numbers: measure.shares.numbers.mid,
                other: measure.shares.other.mid,
                procedural: 0,
              }}
            />
          </td>
          <td className="pr-4 text-right font-semibold whitespace-nowrap text-customer-ink">
            <ShareFigure range={measure.shares.customer} untimedItems={measure.untimedItems} />
          </td>
          <td className="pr-4 text-[0.8125rem] leading-tight whitespace-nowrap text-soft">
            {coverageInWords(lens, measure)}
            {measure.untimedItems > 0 && (
              <span className="block text-xs text-faint">
                {counted(measure.untimedItems, 'item')} untimed
              </span>
            )}
          </td>
        </>
      )}
      <td className="pr-2 text-right text-[0.8125rem] whitespace-nowrap text-soft">
        {meeting.settled} of {meeting.passages}
      </td>
      <td className="no-print text-right">
        <Button
          look="bare"
          small
          className="[@media(hover:hover)]:opacity-0 [@media(hover:hover)]:group-hover:opacity-100 [@media(hover:hover)]:group-focus-within:opacity-100"
          aria-label={`Remove the meeting of ${dateLong(meeting.date)}`}
          onClick={() => onRemove(meeting)}
        >
          <Trash2 aria-hidden="true" className="size-4" />
        </Button>
      </td>
    </tr>
  )
}
