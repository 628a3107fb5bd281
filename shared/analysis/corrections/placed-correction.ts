import type { AnalysedAction, AnalysedItem } from '../../model/analysis.ts'
import type { Correction, CorrectionOf, ItemMark, ActionMark, WindowMark } from '../../model/corrections.ts'
import type { MeasuredDocument, MeasuredItem } from '../measure/measured-document.ts'

/** A correction with its place: `documents` are those it may touch, null the meeting as a whole. */
export interface PlacedCorrection<C extends Correction = Correction> {
  id: string
  /** The higher was made later and wins. */
  number: number
  documents: readonly number[] | null
  correction: C
}

export type CorrectableItem = AnalysedItem & Pick<MeasuredItem, 'byPerson'>

export interface CorrectableDocument extends Omit<MeasuredDocument, 'items'> {
  items: CorrectableItem[]
  actions: AnalysedAction[]
}

/** Where a part came from: its position in the document as read, or the correction that added it. */
export type Origin = { read: number } | { added: string }

export interface CorrectedDocument<D> {
  document: D
  itemOrigins: Origin[]
  itemMarks: (ItemMark | null)[]
  actionOrigins: Origin[]
  actionMarks: (ActionMark | null)[]
  windowMark: WindowMark | null
  /** Where what stood under an item as read stands now; null under none. */
  placeOf: (position: number | null) => number | null
  /** Positions as read of what a person took out. */
  removedItems: number[]
  removedActions: number[]
  /** The corrections that touch each item and action, by position as read; the earlier first. */
  itemCorrections: Map<number, PlacedCorrection<CorrectionOf<'item'>>[]>
  actionCorrections: Map<number, PlacedCorrection<CorrectionOf<'action'>>[]>
}

export interface Corrected<D> {
  documents: CorrectedDocument<D>[]
  /** Ids of corrections that found nothing to stand on. */
  unapplied: string[]
}

export function isOn<K extends Correction['on']>(
  placed: PlacedCorrection,
  on: K,
): placed is PlacedCorrection<CorrectionOf<K>> {
  return placed.correction.on === on
}

export const bySequence = (left: { number: number }, right: { number: number }): number =>
  left.number - right.number
