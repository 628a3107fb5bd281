import { Fragment } from 'react'
import { FOCI } from '../../../shared/model/focus.ts'
import type { MeetingDetail } from '../../../shared/model/library.ts'
import { sharesInWords } from '../../components/share-bar.tsx'
import { clockText } from '../../format/dates.ts'
import { FOCUS_PAINT } from '../../format/focus-words.ts'
import { counted, wholeNumber } from '../../format/numbers.ts'
import { itemName } from './meeting-model.ts'
import { axisMarks, timelineOf } from './timeline-model.ts'
import type { Block, Track } from './timeline-model.ts'

const TRACK_WORDS: Record<Track, string> = { planned: 'Planned', recorded: 'Recorded' }

/** More untimed items than this are counted, not named. */
const NAMED = 5

/** The first and the last mark stay within the tracks. */
function alignOf(place: number): string {
  if (place < 0.02) return ''
  return place > 0.98 ? '-translate-x-full' : '-translate-x-1/2'
}

/**
 * The agenda drawn to time: a block is as wide as its minutes and split by its mix, so that area is attention.
 * Items without a time have no width and are listed instead.
 */
export function Timeline({
  meeting,
  chosen,
  onChoose,
}: {
  meeting: MeetingDetail
  chosen: string | null
  onChoose: (id: string) => void
}) {
  const timeline = timelineOf(meeting)
  const tracks = (['planned', 'recorded'] as const).filter((track) => timeline[track].blocks.length > 0)
  if (tracks.length === 0 && timeline.untimed.length === 0) return null
  const span = timeline.to - timeline.from
  const place = (minutes: number): string => `${((minutes - timeline.from) / span) * 100}%`
  return (
    <section aria-labelledby="timeline-title" className="flex flex-col gap-2">
      <h2 id="timeline-title" className="sr-only">
        Agenda over time
      </h2>
      {tracks.length > 0 && (
        <div className="grid grid-cols-[5rem_minmax(0,1fr)] gap-y-1.5">
          {tracks.map((track) => (
            <div key={track} className="contents">
              <span className="self-center text-[0.8125rem] text-faint">{TRACK_WORDS[track]}</span>
              <ol
                aria-label={`${TRACK_WORDS[track]} time`}
                className="relative h-14 rounded-md bg-sunken"
                data-track={track}
              >
                {timeline[track].blocks.map((block) => (
                  <TimelineBlock
                    key={block.item.id}
                    block={block}
                    clock={timeline.clock}
                    left={place(block.start)}
                    width={`${(block.minutes / span) * 100}%`}
                    widthMax={`${(block.minutesMax / span) * 100}%`}
                    wide={block.minutes / span > 0.025 * Math.max(1.2, block.item.number?.length ?? 0)}
                    chosen={block.item.id === chosen}
                    onChoose={() => onChoose(block.item.id)}
                  />
                ))}
              </ol>
            </div>
          ))}
          <span className="text-[0.8125rem] text-faint">{timeline.clock ? '' : 'Minutes'}</span>
          <div aria-hidden="true" className="figures relative h-5 text-xs text-faint">
            {axisMarks(timeline.from, timeline.to).map((mark) => (
              <span
                key={mark}
                className={`absolute ${alignOf((mark - timeline.from) / span)}`}
                style={{ left: place(mark) }}
              >
                {timeline.clock ? clockText(mark) : mark}
              </span>
            ))}
          </div>
        </div>
      )}
      {timeline.untimed.length > 0 && (
        <p className="text-[0.8125rem] text-soft">
          {tracks.length === 0 ? (
            'No time is stated for any item.'
          ) : timeline.untimed.length > NAMED ? (
            `No time is stated for ${counted(timeline.untimed.length, 'item')}; the list below says which.`
          ) : (
            <>
              <span className="text-faint">No time stated: </span>
              {timeline.untimed.map((item, index) => (
                <Fragment key={item.id}>
                  {index > 0 && ', '}
                  <button
                    type="button"
                    className="quiet-link inline text-left"
                    onClick={() => onChoose(item.id)}
                  >
                    {itemName(item)}
                  </button>
                </Fragment>
              ))}
            </>
          )}
        </p>
      )}
    </section>
  )
}

function TimelineBlock({
  block,
  clock,
  left,
  width,
  widthMax,
  wide,
  chosen,
  onChoose,
}: {
  block: Block
  clock: boolean
  left: string
  width: string
  widthMax: string
  wide: boolean
  chosen: boolean
  onChoose: () => void
}) {
  const { item } = block
  const substantive = item.role === 'topic'
  const range =
    block.minutesMax > block.minutes
      ? `${wholeNumber(block.minutes)} to ${wholeNumber(block.minutesMax)} min`
      : `${wholeNumber(block.minutes)} min`
  const words = `${itemName(item)}, ${clock ? `${clockText(block.start)}, ` : ''}${range}. ${
    substantive ? sharesInWords(item.shares) : item.role === 'break' ? 'Break' : 'Procedural'
  }`
  return (
    <li className="absolute inset-y-0" style={{ left, width }}>
      {block.minutesMax > block.minutes && (
        <span
          aria-hidden="true"
          className="absolute inset-y-4 left-full rounded-r-sm border border-l-0 border-dashed border-edge"
          style={{ width: `calc(${widthMax} - ${width})` }}
        />
      )}
      <button
        type="button"
        title={words}
        aria-label={words}
        aria-pressed={chosen}
        onClick={onChoose}
        className={`absolute inset-y-0 left-px right-px overflow-hidden rounded-[3px] hover:z-10 hover:outline-2 hover:outline-ink ${
          chosen ? 'z-10 outline-2 outline-offset-1 outline-ink' : ''
        }`}
      >
        <span className="flex h-full flex-col-reverse gap-px">
          {FOCI.filter((focus) => (substantive ? item.shares[focus] > 0.01 : focus === 'procedural')).map(
            (focus) => (
              <span
                key={focus}
                className={`w-full ${FOCUS_PAINT[focus]}`}
                style={{ flexGrow: substantive ? item.shares[focus] : 1 }}
              />
            ),
          )}
        </span>
        {wide && item.number !== null && (
          <span
            aria-hidden="true"
            className="figures absolute top-1 left-1 whitespace-nowrap rounded-[3px] bg-surface px-1 text-xs leading-4 font-medium text-ink"
          >
            {item.number}
          </span>
        )}
      </button>
    </li>
  )
}
