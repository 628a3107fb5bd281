import type { Annotation } from '../../../shared/model/annotations.ts'
import type { ChartFrame } from './chart-frame.ts'
import { xOf } from './chart-frame.ts'
import type { Slot } from './trend-model.ts'

/** A note with the letter it goes by and its place on the axis, in pixels. */
export interface PlacedNote {
  readonly note: Annotation
  readonly letter: string
  readonly x: number
}

/** The notes of the period shown: none from before its first meeting. Letters follow the dates. */
export function notesIn(notes: readonly Annotation[], slots: readonly Slot[], period: string): Annotation[] {
  const first = slots[0]?.date
  return notes.filter(({ date }) => period === 'all' || (first !== undefined && date >= first))
}

/** A, B … Z, AA, AB …: in the order of the notes. */
export function noteLetter(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? last : noteLetter(Math.floor(index / 26) - 1) + last
}

/** On its meeting where one was held that day, else between the meetings before and after it. */
export function placeNotes(
  frame: ChartFrame,
  slots: readonly Slot[],
  notes: readonly Annotation[],
): PlacedNote[] {
  return notes.map((note, index) => {
    const next = slots.findIndex(({ date }) => date >= note.date)
    const x =
      next === -1
        ? frame.left + frame.plotWidth
        : slots[next]?.date === note.date
          ? xOf(frame, next)
          : frame.left + frame.step * next
    return { note, letter: noteLetter(index), x }
  })
}
