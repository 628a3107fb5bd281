import { dateMonthShort } from '../../format/dates.ts'
import type { Slot } from './trend-model.ts'

/** Where things stand in both charts, in pixels; they share one axis of time. */
export interface ChartFrame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  readonly plotWidth: number
  readonly plotHeight: number
  readonly text: number
  readonly step: number
  readonly bar: number
}

/** `room` is what the plot leaves free at its right, in letters' heights. */
export function chartFrame(
  width: number,
  text: number,
  slots: number,
  plotHeight: number,
  room = 0.5,
): ChartFrame {
  const left = text * 3.8
  const right = text * room
  const plotWidth = width - left - right
  const step = plotWidth / Math.max(slots, 1)
  return {
    width,
    height: plotHeight + text * 4.4,
    left,
    top: text * 1.2,
    plotWidth,
    plotHeight,
    text,
    step,
    bar: Math.min(Math.max(step * 0.62, 3), text * 4.2),
  }
}

export const xOf = (frame: ChartFrame, index: number): number => frame.left + frame.step * (index + 0.5)

export const yOf = (frame: ChartFrame, share: number, top = 1): number =>
  frame.top + frame.plotHeight * (1 - share / top)

/** Which slots get a label, so that no two touch; and the year under the first of each year. */
export function timeLabels(
  frame: ChartFrame,
  slots: readonly Slot[],
): { index: number; month: string; year: string | null }[] {
  const room = frame.text * 2.6
  const every = Math.max(1, Math.ceil(room / frame.step))
  let year = ''
  return slots.flatMap((slot, index) => {
    const newYear = slot.date.slice(0, 4) !== year
    if (index % every !== 0) return []
    year = slot.date.slice(0, 4)
    return [{ index, month: dateMonthShort(slot.date), year: newYear ? year : null }]
  })
}
