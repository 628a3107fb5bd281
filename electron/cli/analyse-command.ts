import { REFUSAL_WORDS } from '../../shared/model/import-result.ts'
import { listDocumentFiles } from '../service/list-document-files.ts'
import type { DocumentFile } from '../service/list-document-files.ts'
import { passageInputs, refineAnalysis } from '../../shared/analysis/refine-analysis.ts'
import { createBothModels } from '../worker/both-models.ts'
import type { BothModels } from '../worker/both-models.ts'
import { createCarefulClient } from '../worker/careful-client.ts'
import { loadFocusModel } from '../worker/load-focus-model.ts'
import { createWorkerClient } from '../worker/worker-client.ts'
import type { WorkerClient } from '../worker/worker-client.ts'
import { analyseLine, refusedLine } from './analyse-line.ts'
import { inOrder } from './in-order.ts'
import { Misuse } from './misuse.ts'
import type { Output } from './output.ts'
import { readDocumentFile } from './read-document-file.ts'
import { analyseShape } from './shapes.ts'
import type { AnalyseLine } from './shapes.ts'

const PARALLEL = 2

export interface AnalyseOptions {
  readonly paths: readonly string[]
  readonly customerTerms: string[] | null
  /** The fast model alone. */
  readonly fast: boolean
}

/** `analyse FILE…`: reads without storing, one line per file, in the order given. Answers whether all could be read. */
export async function analyseCommand(options: AnalyseOptions, output: Output): Promise<boolean> {
  const files = options.paths.flatMap(listDocumentFiles)
  if (options.paths.length === 0) throw new Misuse('analyse needs at least one file or folder.')
  const worker = createWorkerClient({ parallel: PARALLEL })
  const both = options.fast ? null : createBothModels({ client: createCarefulClient(), fast: loadFocusModel })
  let allRead = true
  try {
    const analyse = (file: DocumentFile): Promise<AnalyseLine> =>
      analyseOne(file, worker, both, options.customerTerms)
    for await (const line of inOrder(files, PARALLEL, analyse)) {
      if (line.result === 'refused') {
        allRead = false
        output.say(`${line.file}: ${line.warnings[0]?.message ?? ''}`)
      }
      await output.json(analyseShape, line)
    }
  } finally {
    worker.close()
    both?.client.close()
  }
  return allRead
}

async function analyseOne(
  file: DocumentFile,
  worker: WorkerClient,
  both: BothModels | null,
  customerTerms: string[] | null,
): Promise<AnalyseLine> {
  const read = await readDocumentFile(file)
  if (read.kind === 'refused') return refusedLine(file.path, null, read.code, REFUSAL_WORDS[read.code])
  const outcome = await worker.analyseInWorker({
    bytes: read.bytes,
    fileName: file.name,
    context: { dateOrder: 'from-documents', customerTerms },
  })
  if (outcome.kind === 'refused')
    return refusedLine(file.path, read.sha256, outcome.code, REFUSAL_WORDS[outcome.code])
  const { analysis } = outcome
  const classified = (await both?.classify(passageInputs(analysis, customerTerms))) ?? null
  return analyseLine(
    file.path,
    read.sha256,
    classified === null ? analysis : refineAnalysis(analysis, classified),
  )
}
