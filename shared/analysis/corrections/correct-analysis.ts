import type { AnalysedDocument } from '../../model/analysis.ts'
import { leadingFocus, mixesOfItems } from '../measure/item-mix.ts'
import { measureMeeting } from '../measure/measure-meeting.ts'
import { mergeItems } from '../measure/merge-items.ts'
import { applyCorrections } from './apply-corrections.ts'
import type { CorrectedDocument, CorrectableItem, PlacedCorrection } from './placed-correction.ts'

type Correctable = Omit<AnalysedDocument, 'items'> & { items: CorrectableItem[] }

/** One document's analysis with the corrections laid over it; mixes and measures follow. */
export function correctAnalysis(
  analysis: AnalysedDocument,
  placed: readonly PlacedCorrection[],
  /** The analysis is not as it was read: its items count otherwise. */
  isChanged = false,
): { analysis: AnalysedDocument; corrected: CorrectedDocument<Correctable>; unapplied: string[] } {
  const { documents, unapplied } = applyCorrections<Correctable>([analysis], placed)
  const [corrected] = documents
  if (corrected === undefined) throw new Error('A document was lost.')
  if (placed.length === 0 && !isChanged) return { analysis, corrected, unapplied }
  const { document } = corrected
  const merged = mergeItems([document])
  const mixes = mixesOfItems([document], merged)
  return {
    analysis: {
      ...document,
      items: document.items.map((item, index) => {
        const mix = mixes[merged.itemOf[0]?.[index] ?? 0]
        const shares = mix?.shares ?? item.titleClassification.probabilities
        return { ...item, shares, focus: leadingFocus(shares), mixBasis: mix?.basis ?? 'title' }
      }),
      decisions: document.decisions.map((decision) => ({
        ...decision,
        item: corrected.placeOf(decision.item),
      })),
      measures: measureMeeting([document], merged),
    },
    corrected,
    unapplied,
  }
}
