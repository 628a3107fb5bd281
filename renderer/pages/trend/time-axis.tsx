import type { ChartFrame } from './chart-frame.ts'
import { timeLabels, xOf, yOf } from './chart-frame.ts'
import type { Slot } from './trend-model.ts'

/** Months and years below the plot. */
export function TimeAxis({ frame, slots }: { frame: ChartFrame; slots: readonly Slot[] }) {
  const base = frame.top + frame.plotHeight
  return (
    <g aria-hidden="true" className="fill-(--ink-faint)" fontSize={frame.text}>
      {timeLabels(frame, slots).map(({ index, month, year }) => (
        <g key={index}>
          <text x={xOf(frame, index)} y={base + frame.text * 1.5} textAnchor="middle">
            {month}
          </text>
          {year !== null && (
            <text
              x={xOf(frame, index)}
              y={base + frame.text * 2.8}
              textAnchor="middle"
              className="fill-(--ink)"
              fontWeight={600}
            >
              {year}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

/** Horizontal lines with their shares at the left. */
export function ShareAxis({
  frame,
  ticks,
  top = 1,
}: {
  frame: ChartFrame
  ticks: readonly number[]
  top?: number
}) {
  return (
    <g aria-hidden="true" fontSize={frame.text}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={frame.left}
            x2={frame.left + frame.plotWidth}
            y1={yOf(frame, tick, top)}
            y2={yOf(frame, tick, top)}
            className={tick === 0 ? 'stroke-(--edge)' : 'stroke-(--line)'}
            strokeWidth={1}
          />
          <text
            x={frame.left - frame.text * 0.7}
            y={yOf(frame, tick, top) + frame.text * 0.35}
            textAnchor="end"
            className="figures fill-(--ink-faint)"
          >
            {Math.round(tick * 100)}
            {tick === ticks.at(-1) ? '\u202f%' : ''}
          </text>
        </g>
      ))}
    </g>
  )
}
