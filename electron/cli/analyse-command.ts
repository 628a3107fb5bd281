import { REFUSAL_WORDS, refusalWords } from '../../shared/model/import-result.ts'
import { listDocumentFiles } from '../service/list-document-files.ts'
import type { DocumentFile } from '../service/list-document-files.ts'
import { passageInputs, refineAnalysis } from '../../shared/analysis/refine-analysis.ts'
import { createBothModels } from '../worker/both-models.ts'
import type { BothModels } from '../worker/both-models.ts'
import { createCarefulClient } from '../worker/careful-client.ts'
import { loadFocusModel } from '../worker/load-focus-model.ts'
import { createEntryBuffer } from './entry-buffer.ts'
import { createWorkerClient } from '../worker/worker-client.ts'
import type { WorkerClient } from '../worker/worker-client.ts'
import type { WorkerOutcome } from '../worker/worker-messages.ts'
import { ENTRY_SEPARATOR } from '../service/entry-words.ts'
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
  /** Tried on protected files, one after the other. */
  readonly passwords?: readonly string[]
}

interface Reading {
  /** A client for each depth: what is in an archive is read while the archive's own child waits. */
  readonly workerAt: (depth: number) => WorkerClient
  readonly both: BothModels | null
  readonly customerTerms: string[] | null
  readonly passwords: readonly string[]
}

/**
 * `analyse FILE…`: reads without storing, one line per file, in the order given; archives and messages are followed by
 * a line for each file in them. Answers whether all could be read.
 */
export async function analyseCommand(options: AnalyseOptions, output: Output): Promise<boolean> {
  const files = options.paths.flatMap(listDocumentFiles)
  if (options.paths.length === 0) throw new Misuse('analyse needs at least one file or folder.')
  const workers: WorkerClient[] = []
  const both = options.fast ? null : createBothModels({ client: createCarefulClient(), fast: loadFocusModel })
  const reading: Reading = {
    workerAt: (depth) => (workers[depth] ??= createWorkerClient({ parallel: PARALLEL })),
    both,
    customerTerms: options.customerTerms,
    passwords: options.passwords ?? [],
  }
  let allRead = true
  try {
    for await (const lines of inOrder(files, PARALLEL, (file) => analyseFile(file, reading))) {
      for (const line of lines) {
        if (line.result === 'refused') {
          allRead = false
          output.say(`${line.file}: ${line.warnings[0]?.message ?? ''}`)
        }
        await output.json(analyseShape, line)
      }
    }
  } finally {
    for (const worker of workers) worker.close()
    both?.client.close()
  }
  return allRead
}

async function analyseFile(file: DocumentFile, reading: Reading): Promise<AnalyseLine[]> {
  const read = await readDocumentFile(file)
  if (read.kind === 'refused') return [refusedLine(file.path, null, read.code, REFUSAL_WORDS[read.code])]
  return analyseBytes(
    { path: file.path, name: file.name, bytes: read.bytes, sha256: read.sha256 },
    0,
    reading,
  )
}

interface Source {
  /** As shown: "pack.zip › folder/agenda.docx". */
  readonly path: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

async function analyseBytes(source: Source, depth: number, reading: Reading): Promise<AnalyseLine[]> {
  const { path, sha256 } = source
  const { both, customerTerms } = reading
  const inner: AnalyseLine[] = []
  const entries = createEntryBuffer(depth, async (entry) => {
    const shown = `${path}${ENTRY_SEPARATOR}${entry.label}`
    if (entry.kind === 'refused')
      inner.push(refusedLine(shown, null, entry.code, refusalWords(entry.code, entry.hint)))
    else {
      const { label: name, bytes } = entry
      inner.push(
        ...(await analyseBytes({ path: shown, name, bytes, sha256: entry.sha256 }, depth + 1, reading)),
      )
    }
  })
  const attempt = (password?: string): Promise<WorkerOutcome> =>
    reading.workerAt(depth).analyseInWorker({
      bytes: source.bytes,
      fileName: source.name,
      context: { dateOrder: 'from-documents', customerTerms },
      entries,
      password,
    })
  let outcome = await attempt()
  for (const password of reading.passwords) {
    if (outcome.kind !== 'refused' || outcome.code !== 'encrypted') break
    // Each try ends before the next begins.
    // oxlint-disable-next-line no-await-in-loop
    outcome = await attempt(password)
  }
  if (outcome.kind === 'opened') return inner
  if (outcome.kind === 'refused')
    return [refusedLine(path, sha256, outcome.code, refusalWords(outcome.code, outcome.hint)), ...inner]
  const { analysis } = outcome
  const classified = (await both?.classify(passageInputs(analysis, customerTerms))) ?? null
  return [
    analyseLine(path, sha256, classified === null ? analysis : refineAnalysis(analysis, classified)),
    ...inner,
  ]
}
