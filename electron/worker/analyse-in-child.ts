import { analyseDocument } from '../../shared/analysis/analyse-document.ts'
import type { AnalysisContext } from '../../shared/analysis/analyse-document.ts'
import type { AnalysedDocument } from '../../shared/model/analysis.ts'
import type { Document } from '../../shared/model/document.ts'
import { loadFocusModel } from './load-focus-model.ts'
import type { WorkerContext } from './worker-messages.ts'

const model = loadFocusModel()

/** What a document says of its meeting, with the shipped model. */
export function analyseInChild(
  document: Document,
  fileName: string,
  context: WorkerContext,
  onStage: NonNullable<AnalysisContext['onStage']>,
): AnalysedDocument {
  return analyseDocument(document, { fileName, ...context, model, onStage })
}
