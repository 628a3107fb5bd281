import type { Annotation } from '../../../shared/model/annotations.ts'
import type { ChartFrame } from './chart-frame.ts'
import { placeNotes } from './place-notes.ts'
import type { Slot } from './trend-model.ts'

/** A line and a letter for each note; its words stand in the list below the charts. */
export function NoteMarks({
  frame,
  slots,
  notes,
}: {
  frame: ChartFrame
  slots: readonly Slot[]
  notes: readonly Annotation[]
}) {
  const size = frame.text * 0.95
  return (
    <g aria-hidden="true" pointerEvents="none">
      {placeNotes(frame, slots, notes).map(({ note, letter, x }) => (
        <g key={note.id}>
          <line
            x1={x}
            x2={x}
            y1={frame.top - size * 0.3}
            y2={frame.top + frame.plotHeight}
            className="stroke-(--ink)"
            strokeWidth={1}
            strokeDasharray="2 3"
          />
          <circle cx={x} cy={frame.top - size * 0.45} r={size * 0.72} className="fill-(--ink)" />
          <text
            x={x}
            y={frame.top - size * 0.1}
            textAnchor="middle"
            fontSize={size * 0.85}
            fontWeight={600}
            className="fill-(--paper)"
          >
            {letter}
          </text>
        </g>
      ))}
    </g>
  )
}
