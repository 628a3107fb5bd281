import type { AnalysedDocument, AnalysedPassage, StructuredDocument } from '../model/analysis.ts'
import type { Classification } from '../model/focus.ts'
import { leadingFocus, mixesOfItems } from './measure/item-mix.ts'
import { measureMeeting } from './measure/measure-meeting.ts'
import { mergeItems } from './measure/merge-items.ts'

/**
 * Joins a document's structure with what was said of its passages, titles and actions (in the order of
 * `classifierInputs`), and measures it as if it were all that is known of its meeting.
 */
export function assembleAnalysis(
  structured: StructuredDocument,
  pages: number | null,
  classified: readonly Classification[],
): AnalysedDocument {
  const { passages, items, actions } = structured
  const of = (index: number): Classification => {
    const answer = classified[index]
    if (answer === undefined) throw new Error('The classifier left a passage out.')
    return answer
  }
  const analysedPassages = passages.map((passage, index): AnalysedPassage => ({ ...passage, ...of(index) }))
  const titled = items.map((item, index) => ({ ...item, titleClassification: of(passages.length + index) }))
  const measured = { ...structured, pages, items: titled, passages: analysedPassages }
  const merged = mergeItems([measured])
  const mixes = mixesOfItems([measured], merged)

  return {
    ...structured,
    pages,
    passages: analysedPassages,
    items: titled.map((item, index) => {
      const mix = mixes[merged.itemOf[0]?.[index] ?? 0]
      const shares = mix?.shares ?? item.titleClassification.probabilities
      return { ...item, shares, focus: leadingFocus(shares), mixBasis: mix?.basis ?? 'title' }
    }),
    actions: actions.map((action, index) => ({
      ...action,
      focus: of(passages.length + items.length + index).focus,
    })),
    measures: measureMeeting([measured], merged),
  }
}
