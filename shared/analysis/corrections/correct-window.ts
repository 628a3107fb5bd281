import type { TimeWindow } from '../../model/analysis.ts'
import { WINDOW_FIELDS } from '../../model/corrections.ts'
import type {
  CorrectionOf,
  WindowAsRead,
  WindowField,
  WindowMark,
  WindowValues,
} from '../../model/corrections.ts'
import type { PlacedCorrection } from './placed-correction.ts'

export interface Windows {
  planned: TimeWindow | null
  recorded: TimeWindow | null
}

export const windowValuesOf = ({ planned, recorded }: Windows): WindowAsRead => ({
  plannedStart: planned?.start ?? null,
  plannedEnd: planned?.end ?? null,
  recordedStart: recorded?.start ?? null,
  recordedEnd: recorded?.end ?? null,
})

export function foldWindowCorrections(
  corrections: readonly PlacedCorrection<CorrectionOf<'window'>>[],
): Partial<WindowValues> {
  let set: Partial<WindowValues> = {}
  for (const { correction } of corrections) {
    for (const field of correction.putBack) delete set[field]
    set = { ...set, ...correction.set }
  }
  return set
}

function correctWindow(
  window: TimeWindow | null,
  start: string | null | undefined,
  end: string | null | undefined,
): TimeWindow | null {
  if (start === undefined && end === undefined) return window
  return {
    start: start === undefined ? (window?.start ?? null) : start,
    end: end === undefined ? (window?.end ?? null) : end,
    evidence: window?.evidence ?? null,
  }
}

/** Start and end with a person's word in place of what was read. */
export function correctWindows({ planned, recorded }: Windows, set: Partial<WindowValues>): Windows {
  return {
    planned: correctWindow(planned, set.plannedStart, set.plannedEnd),
    recorded: correctWindow(recorded, set.recordedStart, set.recordedEnd),
  }
}

export const saidOf = (set: Partial<WindowValues>) => ({
  planned: set.plannedStart !== undefined || set.plannedEnd !== undefined,
  recorded: set.recordedStart !== undefined || set.recordedEnd !== undefined,
})

export function windowMark(windows: Windows, set: Partial<WindowValues>): WindowMark | null {
  const fields = WINDOW_FIELDS.filter((field): field is WindowField => set[field] !== undefined)
  return fields.length === 0 ? null : { fields, asRead: windowValuesOf(windows) }
}
