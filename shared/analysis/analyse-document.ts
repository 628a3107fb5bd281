import type { AnalysedDocument } from '../model/analysis.ts'
import type { Document } from '../model/document.ts'
import type { DateOrder } from '../model/library.ts'
import type { FocusModel } from './focus/focus-model.ts'

/** What the world tells an analysis: nothing is looked up, so the same input gives the same answer. */
export interface AnalysisContext {
  fileName: string
  dateOrder: DateOrder
  /** How the organisation names those it serves; null leaves it to the document's own words. */
  customerTerms: string[] | null
  model: FocusModel
  onStage?: (stage: 'structuring' | 'classifying', fraction: number) => void
}

/** Structures, classifies and measures one document, as if it were all that is known of its meeting. */
export function analyseDocument(document: Document, context: AnalysisContext): AnalysedDocument {
  throw new Error(`Not built yet: ${document.format} ${context.fileName}`)
}
