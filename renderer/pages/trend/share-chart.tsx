import { useId } from 'react'
import type { KeyboardEvent } from 'react'
import type { Annotation } from '../../../shared/model/annotations.ts'
import type { Focus } from '../../../shared/model/focus.ts'
import type { Lens, ShareRange } from '../../../shared/model/measures.ts'
import { dateLong } from '../../format/dates.ts'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { isExact, shareInShort } from '../../format/numbers.ts'
import type { Denominator } from '../../navigation/use-view.ts'
import { chartFrame, xOf, yOf } from './chart-frame.ts'
import type { ChartFrame } from './chart-frame.ts'
import { NoteMarks } from './note-marks.tsx'
import { ShareAxis, TimeAxis } from './time-axis.tsx'
import { fociOver, sharesOver } from './trend-model.ts'
import type { Slot } from './trend-model.ts'
import { useChartWidth } from './use-chart-width.ts'

/** A meeting's bar in words: what a screen reader says and what the table holds. */
export function slotInWords(slot: Slot, lens: Lens, over: Denominator): string {
  const date = dateLong(slot.date)
  if (slot.point === null) return `${date}: ${LENS_WORDS[lens].missing}`
  const shares = sharesOver(slot.point, over)
  const { untimedItems } = slot.point
  const figures = fociOver(over).map(
    (focus) => `${FOCUS_WORDS[focus]} ${shareInShort(shares[focus], untimedItems)}`,
  )
  return `${date}: ${figures.join(', ')}`
}

function fillOf(focus: Focus, hatch: string): string {
  if (focus === 'customer-in-numbers') return `url(#${hatch})`
  return focus === 'procedural' ? 'none' : `var(--${focus})`
}

/** Left and right move from bar to bar; Home and End to the first and the last. */
function moveAmongBars(event: KeyboardEvent<Element>): void {
  const bars = [...(event.currentTarget.parentElement?.querySelectorAll<SVGAElement>('a') ?? [])]
  const here = bars.findIndex((bar) => bar === event.currentTarget)
  const to = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: bars.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  bars[Math.min(Math.max(to, 0), bars.length - 1)]?.focus()
}

/** Stacked shares per meeting, customers at the foot; each bar opens its meeting. */
export function ShareChart({
  slots,
  notes,
  lens,
  over,
  active,
  onActive,
  addressOfMeeting,
  label,
}: {
  slots: readonly Slot[]
  notes: readonly Annotation[]
  lens: Lens
  over: Denominator
  active: number
  onActive: (index: number) => void
  addressOfMeeting: (id: string) => string
  label: string
}) {
  const { box, width, text } = useChartWidth()
  const hatch = useId()
  const frame = chartFrame(width, text, slots.length, Math.min(Math.max(width * 0.28, 190), 340))
  return (
    <div ref={box}>
      <svg
        width="100%"
        height={frame.height}
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="group"
        aria-label={label}
        data-chart="shares"
        className="block overflow-visible"
      >
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="var(--numbers)" />
            <rect width="2.5" height="6" fill="var(--customer)" />
          </pattern>
        </defs>
        <ShareAxis frame={frame} ticks={[0, 0.25, 0.5, 0.75, 1]} />
        <TimeAxis frame={frame} slots={slots} />
        <g>
          {slots.map((slot, index) => (
            <a
              key={slot.id}
              href={addressOfMeeting(slot.id)}
              tabIndex={index === active ? 0 : -1}
              aria-label={slotInWords(slot, lens, over)}
              onFocus={() => onActive(index)}
              onPointerEnter={() => onActive(index)}
              onKeyDown={moveAmongBars}
              className="group outline-none"
            >
              <rect
                x={xOf(frame, index) - frame.step / 2}
                y={frame.top}
                width={frame.step}
                height={frame.plotHeight}
                className={`group-focus-visible:stroke-(--focus) ${index === active ? 'fill-(--hover)' : 'fill-transparent'}`}
                strokeWidth={2}
              />
              <Bar slot={slot} x={xOf(frame, index)} frame={frame} over={over} hatch={hatch} />
            </a>
          ))}
        </g>
        <NoteMarks frame={frame} slots={slots} notes={notes} />
      </svg>
    </div>
  )
}

function Bar({
  slot,
  x,
  frame,
  over,
  hatch,
}: {
  slot: Slot
  x: number
  frame: ChartFrame
  over: Denominator
  hatch: string
}) {
  const left = x - frame.bar / 2
  if (slot.point === null) {
    return (
      <line
        x1={left}
        x2={left + frame.bar}
        y1={yOf(frame, 0) - 3}
        y2={yOf(frame, 0) - 3}
        className="stroke-(--edge)"
        strokeWidth={2}
        strokeDasharray="3 3"
      />
    )
  }
  const shares = sharesOver(slot.point, over)
  const foci = fociOver(over)
  const sum = foci.reduce((total, focus) => total + shares[focus].mid, 0) || 1
  const partOf = (focus: Focus): number => shares[focus].mid / sum
  const customer = shares.customer
  const inexact = slot.point.untimedItems > 0
  return (
    <>
      {foci.map((focus, index) => {
        const below = foci.slice(0, index).reduce((height, under) => height + partOf(under), 0)
        const y = yOf(frame, below + partOf(focus))
        const height = Math.max(yOf(frame, below) - y - 1, 0)
        return (
          <rect
            key={focus}
            data-focus={focus}
            data-share={shares[focus].mid}
            x={focus === 'procedural' ? left + 0.5 : left}
            y={focus === 'procedural' ? y + 0.5 : y}
            width={focus === 'procedural' ? frame.bar - 1 : frame.bar}
            height={height}
            fill={fillOf(focus, hatch)}
            stroke={focus === 'procedural' ? 'var(--procedural-line)' : 'none'}
            opacity={inexact ? 0.5 : 1}
          />
        )
      })}
      {!isExact(customer) && <Range x={x} frame={frame} range={customer} capped={inexact} />}
    </>
  )
}

/** Capped where time is not stated; a hairline where only the labels are unsure. */
function Range({
  x,
  frame,
  range,
  capped,
}: {
  x: number
  frame: ChartFrame
  range: ShareRange
  capped: boolean
}) {
  const high = yOf(frame, range.high)
  const low = yOf(frame, range.low)
  return (
    <g className="stroke-(--ink)" strokeWidth={capped ? 1.75 : 1} aria-hidden="true">
      {/* Edged, so that it is seen on every colour. */}
      <line
        x1={x}
        x2={x}
        y1={high}
        y2={low}
        className="stroke-(--paper)"
        strokeWidth={capped ? 4.5 : 3.5}
        opacity={0.8}
      />
      <line x1={x} x2={x} y1={high} y2={low} />
      {capped && (
        <>
          <line x1={x - 5} x2={x + 5} y1={high} y2={high} />
          <line x1={x - 5} x2={x + 5} y1={low} y2={low} />
        </>
      )}
    </g>
  )
}
