import type { DocumentKind, StructuredItem, TalkSpan, TimeWindow } from '../../model/analysis.ts'
import type { ItemField } from '../../model/corrections.ts'
import type { Focus, FocusProbabilities } from '../../model/focus.ts'

/** A classified passage; `human` is the focus a person settled, which then counts as certain. */
export interface MeasuredPassage {
  text: string
  page: number
  /** Index into the document's items; null when it stands under none. */
  item: number | null
  probabilities: FocusProbabilities
  human?: Focus | null
}

export type MeasuredItem = Omit<StructuredItem, 'evidence'> & {
  titleClassification: { probabilities: FocusProbabilities }
  /** What a person said of it: it stands before what any document says. */
  byPerson?: readonly ItemField[]
}

/** What measuring needs of a document; an AnalysedDocument is one. */
export interface MeasuredDocument {
  kind: DocumentKind
  /** Null where the format has no pages; the document then has no part in the `pack` lens. */
  pages: number | null
  window: { planned: TimeWindow | null; recorded: TimeWindow | null }
  windowByPerson?: { planned: boolean; recorded: boolean }
  items: MeasuredItem[]
  passages: MeasuredPassage[]
  /** A transcript's time stamps. */
  talk?: readonly TalkSpan[]
}

/** All the certainty on one focus. */
export function settledOn(focus: Focus): FocusProbabilities {
  return {
    customer: focus === 'customer' ? 1 : 0,
    'customer-in-numbers': focus === 'customer-in-numbers' ? 1 : 0,
    numbers: focus === 'numbers' ? 1 : 0,
    other: focus === 'other' ? 1 : 0,
    procedural: focus === 'procedural' ? 1 : 0,
  }
}
