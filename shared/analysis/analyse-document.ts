import type { AnalysedDocument, AnalysedPassage, StructuredDocument } from '../model/analysis.ts'
import type { Document } from '../model/document.ts'
import type { Classification, ClassifierInput } from '../model/focus.ts'
import type { DateOrder } from '../model/library.ts'
import { classifyPassages } from './focus/classify-passages.ts'
import type { FocusModel } from './focus/focus-model.ts'
import { leadingFocus, mixesOfItems } from './measure/item-mix.ts'
import { measureMeeting } from './measure/measure-meeting.ts'
import { mergeItems } from './measure/merge-items.ts'
import { structureDocument } from './structure/structure-document.ts'

/** What the world tells an analysis: nothing is looked up, so the same input gives the same answer. */
export interface AnalysisContext {
  fileName: string
  dateOrder: DateOrder
  /** How the organisation names those it serves; null leaves it to the document's own words. */
  customerTerms: string[] | null
  model: FocusModel
  onStage?: (stage: 'structuring' | 'classifying', fraction: number) => void
}

/** Passages between two reports of progress. */
const BATCH = 200

/** Structures, classifies and measures one document, as if it were all that is known of its meeting. */
export function analyseDocument(document: Document, context: AnalysisContext): AnalysedDocument {
  const report = context.onStage ?? (() => undefined)
  report('structuring', 0)
  const structured = structureDocument(document, {
    fileName: context.fileName,
    dateOrder: context.dateOrder,
  })
  report('structuring', 1)

  const inputs = classifierInputs(structured, context.customerTerms ?? structured.customerTerms)
  const classified: Classification[] = []
  report('classifying', 0)
  for (let from = 0; from < inputs.length; from += BATCH) {
    for (const answer of classifyPassages(inputs.slice(from, from + BATCH), context.model))
      classified.push(answer)
    report('classifying', classified.length / inputs.length)
  }

  const { passages, items, actions } = structured
  const of = (index: number): Classification => {
    const answer = classified[index]
    if (answer === undefined) throw new Error('The classifier left a passage out.')
    return answer
  }
  const analysedPassages = passages.map((passage, index): AnalysedPassage => ({ ...passage, ...of(index) }))
  const titled = items.map((item, index) => ({ ...item, titleClassification: of(passages.length + index) }))
  const pages = document.paged ? Math.max(1, document.pages.length) : null
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

/** Passages with their item and neighbours, then item titles under their parents', then actions under their items'. */
function classifierInputs(structured: StructuredDocument, customerTerms: string[]): ClassifierInput[] {
  const titleOf = (item: number | null) => (item === null ? '' : (structured.items[item]?.title ?? ''))
  return [
    ...structured.passages.map(({ text, item }, index) => ({
      text,
      item: titleOf(item),
      before: structured.passages[index - 1]?.text ?? '',
      after: structured.passages[index + 1]?.text ?? '',
      customerTerms,
    })),
    ...structured.items.map(({ title, parent }) => ({
      text: title,
      item: titleOf(parent),
      before: '',
      after: '',
      customerTerms,
    })),
    ...structured.actions.map(({ text, item }) => ({
      text,
      item: titleOf(item),
      before: '',
      after: '',
      customerTerms,
    })),
  ]
}
