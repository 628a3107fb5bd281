import type { AnalysedDocument } from '../model/analysis.ts'
import type { Classification, ClassifierInput } from '../model/focus.ts'
import { assembleAnalysis } from './assemble-analysis.ts'
import { classifierInputs } from './classifier-inputs.ts'

/** A document as it is stored: measures are computed from what it holds. */
export type StoredAnalysis = Omit<AnalysedDocument, 'measures'>

/**
 * What the models are asked of a document, exactly as when it was first analysed. `customerTerms` are the board's;
 * null, or none, leaves them to the document's own words.
 */
export function passageInputs(
  analysis: StoredAnalysis,
  customerTerms: readonly string[] | null,
): ClassifierInput[] {
  const given = customerTerms !== null && customerTerms.length > 0 ? customerTerms : analysis.customerTerms
  return classifierInputs(analysis, [...given])
}

/**
 * The document with other classifications, one for each of its `passageInputs`: passages, item titles and mixes,
 * actions and measures all follow. Throws when one is missing.
 */
export function refineAnalysis(
  analysis: StoredAnalysis,
  classified: readonly Classification[],
): AnalysedDocument {
  return assembleAnalysis(analysis, analysis.pages, classified)
}
