import type { AnalysedDocument } from '../../shared/model/analysis.ts'
import type { Document } from '../../shared/model/document.ts'
import type { RefusalCode } from '../../shared/model/import-result.ts'
import type { DateOrder } from '../../shared/model/library.ts'

/** What the world tells the reading of one file. */
export interface FileContext {
  readonly dateOrder: DateOrder
  /** The organisation's words for its customers; null leaves it to the document's own. */
  readonly customerTerms: string[] | null
}

export interface FileProgress {
  readonly stage: 'reading' | 'structuring' | 'classifying'
  /** Of this stage, 0 to 1. */
  readonly fraction: number
}

export interface AnalyseRequest {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly context: FileContext
  readonly signal: AbortSignal
  readonly onProgress: (progress: FileProgress) => void
}

export type AnalyseOutcome =
  | { readonly kind: 'analysed'; readonly document: Document; readonly analysis: AnalysedDocument }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/** Reads and analyses one untrusted file, away from this process. Answers, and never rejects, whatever the file holds. */
export type AnalyseFile = (request: AnalyseRequest) => Promise<AnalyseOutcome>
