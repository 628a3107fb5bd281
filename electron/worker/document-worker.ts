import type { ContainerKind } from '../ingest/entries/each-entry.ts'
import { ReadRefusal, RecognitionNeeded } from '../ingest/read-refusal.ts'
import { connectToParent } from './parent-port.ts'
import { ANSWER_PART_BYTES, anyJobSchema, goOnMessageSchema } from './worker-messages.ts'
import type {
  JobMessage,
  LearnMessage,
  LearnOutcome,
  Recognising,
  TableMessage,
  TableOutcome,
  WorkerOutcome,
  WorkerStage,
} from './worker-messages.ts'

// The child that opens one untrusted document, or learns from labels: values in, values out. It opens no file but the
// program's own, no socket and no database, and ends when its parent does.

const MEMORY_MILLISECONDS = 250
const PROGRESS_MILLISECONDS = 60

/** A child started ahead loads everything while it waits; one that gets its job at once starts reading first. */
const WARM_UP_MILLISECONDS = 40

const parent = connectToParent()
const reading = (): Promise<typeof import('../ingest/read-document.ts')> =>
  import('../ingest/read-document.ts')
const analysing = (): Promise<typeof import('./analyse-in-child.ts')> => import('./analyse-in-child.ts')

function outcomeOfError(error: unknown): Extract<WorkerOutcome, { kind: 'refused' }> {
  if (error instanceof ReadRefusal)
    return {
      kind: 'refused',
      code: error.code,
      ...(error.page === null ? {} : { page: error.page }),
      ...(error.hint === null ? {} : { hint: error.hint }),
    }
  const exhausted =
    error instanceof RangeError && /allocation|array length|string length|out of memory/i.test(error.message)
  return { kind: 'refused', code: exhausted ? 'out-of-memory' : 'worker-failed' }
}

/** Resolves when the parent has put the last part on the disk. */
let goOn: (() => void) | null = null
const handOver = (message: object): Promise<void> =>
  new Promise((resolve) => {
    goOn = resolve
    parent.send(message)
  })

/** Hands over the files in a file; answers how many there are, fit to be read or not. */
async function openContainer(
  job: JobMessage,
  kind: ContainerKind,
  depth: number,
  onProgress: (fraction: number) => void,
): Promise<number> {
  const { eachEntry } = await import('../ingest/entries/each-entry.ts')
  const { sequence } = job
  let entries = 0
  await eachEntry(job.bytes, kind, { depth, onProgress }, async (entry) => {
    entries += 1
    const label = entry.label === '' ? 'unnamed' : entry.label
    if (entry.kind === 'refused')
      return handOver({ type: 'entry-refused', sequence, label, code: entry.code, hint: entry.hint })
    let start = 0
    do {
      const end = Math.min(start + ANSWER_PART_BYTES, entry.bytes.byteLength)
      const last = end === entry.bytes.byteLength
      // oxlint-disable-next-line no-await-in-loop
      await handOver({ type: 'entry', sequence, label, part: entry.bytes.slice(start, end), last })
      start = end
    } while (start < entry.bytes.byteLength)
    return undefined
  })
  return entries
}

async function analyse(job: JobMessage): Promise<WorkerOutcome | RecognitionNeeded> {
  let lastSent = -Infinity
  const progress = (stage: WorkerStage, fraction: number, recognising?: Recognising): void => {
    const now = performance.now()
    if (!recognising && fraction > 0 && fraction < 1 && now - lastSent < PROGRESS_MILLISECONDS) return
    lastSent = now
    const { sequence } = job
    parent.send({ type: 'progress', sequence, stage, fraction, ...(recognising ? { recognising } : {}) })
  }
  /** Text goes by quickly, so nearly all of reading is recognising where there is any of it. */
  const textShare = job.recognition === 'ask' ? 1 : 0.05
  const onPage = (page: number, pages: number): void =>
    progress('reading', textShare + ((1 - textShare) * (page - 1)) / pages, { page, pages })
  try {
    progress('reading', 0)
    const { readDocument } = await reading()
    const { containerKind } = await import('../ingest/entries/each-entry.ts')
    const kind = containerKind(job.bytes, job.fileName)
    if (kind === 'archive' && job.depth === null)
      return { kind: 'refused', code: 'unsupported-type', hint: 'unpack-first' }
    const entries =
      kind === null || job.depth === null
        ? 0
        : await openContainer(job, kind, job.depth, (fraction) => progress('reading', fraction))
    if (kind === 'archive')
      return entries === 0 ? { kind: 'refused', code: 'empty' } : { kind: 'opened', entries }
    let document: Awaited<ReturnType<typeof readDocument>>
    try {
      document = await readDocument(job.bytes, {
        fileName: job.fileName,
        onProgress: (fraction) => progress('reading', fraction * textShare),
        recognition: job.recognition === 'ask' ? 'ask' : { ...job.recognition, onPage },
        password: job.password,
      })
    } catch (error) {
      // A message that only carries files.
      if (entries > 0 && error instanceof ReadRefusal && error.code === 'empty')
        return { kind: 'opened', entries }
      throw error
    }
    const { analyseInChild } = await analysing()
    const analysis = analyseInChild(document, job.fileName, job.context, progress)
    return { kind: 'analysed', document, analysis }
  } catch (error) {
    return error instanceof RecognitionNeeded ? error : outcomeOfError(error)
  }
}

async function table(job: TableMessage): Promise<TableOutcome> {
  try {
    const { readTable } = await import('../ingest/sheets/read-table.ts')
    return { kind: 'table', sheets: await readTable(job.bytes, job.fileName) }
  } catch (error) {
    return outcomeOfError(error)
  }
}

async function learn({ sequence, work, examples }: LearnMessage): Promise<LearnOutcome> {
  const onProgress = (fraction: number): void =>
    parent.send({ type: 'progress', sequence, stage: 'classifying', fraction })
  try {
    const { crossFit, learnFromLabels } = await import('../../shared/analysis/learning/learn-from-labels.ts')
    return work === 'model'
      ? { kind: 'learned', model: learnFromLabels(examples, undefined, onProgress) }
      : { kind: 'fitted', probabilities: crossFit(examples, undefined, onProgress) }
  } catch (error) {
    return outcomeOfError(error)
  }
}

function answer(sequence: number, outcome: WorkerOutcome | TableOutcome | LearnOutcome): void {
  const bytes = new TextEncoder().encode(JSON.stringify(outcome))
  for (let start = 0; start < bytes.byteLength; start += ANSWER_PART_BYTES) {
    const end = Math.min(start + ANSWER_PART_BYTES, bytes.byteLength)
    parent.send({ type: 'answer', sequence, part: bytes.slice(start, end), last: end === bytes.byteLength })
  }
}

// pdf.js leaves promises behind that fail for damaged pages; the job's own promise tells how it ended.
process.on('unhandledRejection', () => undefined)

let taken = false
parent.onMessage((unchecked) => {
  if (taken && goOnMessageSchema.safeParse(unchecked).success) {
    const next = goOn
    goOn = null
    next?.()
    return
  }
  const job = anyJobSchema.safeParse(unchecked)
  if (!job.success || taken) process.exit(2)
  taken = true
  setInterval(
    () => parent.send({ type: 'memory', residentBytes: process.memoryUsage.rss() }),
    MEMORY_MILLISECONDS,
  )
  const { data } = job
  const { sequence } = data
  const end = async (): Promise<void> => {
    const outcome =
      data.type === 'table'
        ? await table(data)
        : data.type === 'learn'
          ? await learn(data)
          : await analyse(data)
    if (outcome instanceof RecognitionNeeded)
      parent.send({ type: 'recognition-needed', sequence, pages: outcome.pages })
    else answer(sequence, outcome)
  }
  void end()
})
parent.send({ type: 'ready' })
setTimeout(() => {
  // A failure to load shows when the job needs it.
  if (!taken) void Promise.allSettled([reading(), analysing()])
}, WARM_UP_MILLISECONDS)
