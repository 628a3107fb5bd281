import type { Annotation } from '../../../shared/model/annotations.ts'
import { NoteMarks } from './note-marks.tsx'
import type { Slot } from './trend-model.ts'
import { sharesOver } from './trend-model.ts'
import type { Denominator } from '../../navigation/use-view.ts'
import { NARROW_SPACE, isExact } from '../../format/numbers.ts'
import type { ChartFrame } from './chart-frame.ts'
import { chartFrame, xOf, yOf } from './chart-frame.ts'
import { ShareAxis, TimeAxis } from './time-axis.tsx'
import { useChartWidth } from './use-chart-width.ts'

/** The axis ends at the next ten per cent above everything drawn. */
function topOf(slots: readonly Slot[], target: number | null, over: Denominator): number {
  const highest = slots.reduce(
    (most, slot) => Math.max(most, slot.point === null ? 0 : sharesOver(slot.point, over).customer.high),
    Math.max(target ?? 0, 0.2),
  )
  return Math.min(1, Math.ceil(highest * 10 + 0.2) / 10)
}

function ticksTo(top: number): number[] {
  const step = top > 0.5 ? 0.2 : 0.1
  return Array.from({ length: Math.floor(top / step + 1e-9) + 1 }, (_, index) => index * step)
}

/** Runs of meetings without a gap, so that no line crosses what is not known. */
function runsOf(frame: ChartFrame, slots: readonly Slot[], top: number): string[] {
  const runs: string[][] = []
  let open: string[] | null = null
  slots.forEach((slot, index) => {
    if (slot.rollingMean === null) {
      // An absent meeting is passed over; the mean goes on after it.
      if (slot.point !== null) open = null
      return
    }
    if (open === null) {
      open = []
      runs.push(open)
    }
    open.push(`${xOf(frame, index)},${yOf(frame, slot.rollingMean, top)}`)
  })
  return runs.map((run) => run.join(' '))
}

/** The customer share over time: each meeting with its range, the rolling mean of three, the target. */
export function TrendLine({
  slots,
  notes,
  target,
  over,
  label,
}: {
  slots: readonly Slot[]
  notes: readonly Annotation[]
  target: number | null
  over: Denominator
  label: string
}) {
  const { box, width, text } = useChartWidth()
  const height = Math.min(Math.max(width * 0.24, 160), 240)
  const frame = chartFrame(width, text, slots.length, height, target === null ? 0.5 : 4)
  const top = topOf(slots, target, over)
  return (
    <div ref={box}>
      <svg
        width="100%"
        height={frame.height}
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label={label}
        data-chart="trend"
        className="block overflow-visible"
      >
        <ShareAxis frame={frame} ticks={ticksTo(top)} top={top} />
        <TimeAxis frame={frame} slots={slots} />
        <NoteMarks frame={frame} slots={slots} notes={notes} />
        {slots.map((slot, index) => (
          <PointWithRange key={slot.id} slot={slot} index={index} frame={frame} top={top} over={over} />
        ))}
        {over === 'substantive' &&
          runsOf(frame, slots, top).map((points) => (
            <polyline
              key={points}
              points={points}
              fill="none"
              stroke="var(--customer)"
              strokeWidth={2.5}
              strokeLinejoin="round"
              strokeLinecap="round"
            />
          ))}
        {target !== null && (
          <g>
            <line
              x1={frame.left}
              x2={frame.left + frame.plotWidth}
              y1={yOf(frame, target, top)}
              y2={yOf(frame, target, top)}
              className="stroke-(--ink)"
              strokeWidth={1.25}
              strokeDasharray="6 4"
            />
            {/* Beside the plot, where no meeting can stand under it. */}
            <text
              x={frame.left + frame.plotWidth + frame.text * 0.5}
              y={yOf(frame, target, top)}
              fontSize={frame.text}
              className="fill-(--ink)"
            >
              Target
              <tspan
                x={frame.left + frame.plotWidth + frame.text * 0.5}
                dy={frame.text * 1.15}
                fontWeight={600}
              >
                {Math.round(target * 100)}
                {NARROW_SPACE}%
              </tspan>
            </text>
          </g>
        )}
      </svg>
    </div>
  )
}

function PointWithRange({
  slot,
  index,
  frame,
  top,
  over,
}: {
  slot: Slot
  index: number
  frame: ChartFrame
  top: number
  over: Denominator
}) {
  if (slot.point === null) return null
  const share = sharesOver(slot.point, over).customer
  const x = xOf(frame, index)
  return (
    <g>
      {!isExact(share) && (
        <rect
          x={x - Math.min(frame.bar / 2, 5)}
          y={yOf(frame, share.high, top)}
          width={Math.min(frame.bar, 10)}
          height={yOf(frame, share.low, top) - yOf(frame, share.high, top)}
          rx={3}
          fill="var(--customer)"
          opacity={0.22}
        />
      )}
      <circle
        cx={x}
        cy={yOf(frame, share.mid, top)}
        r={3.5}
        fill="var(--surface)"
        stroke="var(--customer)"
        strokeWidth={1.75}
      />
    </g>
  )
}
