import type { WorkerClient } from '../worker/worker-client.ts'
import type { WorkerContext } from '../worker/worker-messages.ts'

/** Reads and analyses one untrusted file, away from this process. Answers, and never rejects, whatever it holds. */
export type AnalyseFile = WorkerClient['analyseInWorker']
/** What the world tells the reading of one file; `customerTerms` null leaves them to the document. */
export type FileContext = WorkerContext
export type AnalyseOutcome = Awaited<ReturnType<AnalyseFile>>
