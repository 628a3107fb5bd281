import type { AnalysedDocument } from '../model/analysis.ts'
import type { Document } from '../model/document.ts'
import type { Classification } from '../model/focus.ts'
import type { DateOrder } from '../model/library.ts'
import { assembleAnalysis } from './assemble-analysis.ts'
import { classifierInputs } from './classifier-inputs.ts'
import { classifyPassages } from './focus/classify-passages.ts'
import type { FocusModel } from './focus/focus-model.ts'
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
  const read = structureDocument(document, {
    fileName: context.fileName,
    dateOrder: context.dateOrder,
  })
  const structured = { ...read, warnings: [...document.warnings, ...read.warnings] }
  report('structuring', 1)

  const inputs = classifierInputs(structured, context.customerTerms ?? structured.customerTerms)
  const classified: Classification[] = []
  report('classifying', 0)
  for (let from = 0; from < inputs.length; from += BATCH) {
    for (const answer of classifyPassages(inputs.slice(from, from + BATCH), context.model))
      classified.push(answer)
    report('classifying', classified.length / inputs.length)
  }
  const pages = document.paged ? Math.max(1, document.pages.length) : null
  return assembleAnalysis(structured, pages, classified)
}
