import type { RefusalCode, RefusalHint } from '../../shared/model/import-result.ts'
import { AnswerCollector } from './answer-collector.ts'
import { residentMemory } from './resident-memory.ts'
import { documentWorkerPath, nodeWorkerSpawner } from './spawn-node-worker.ts'
import type { SpawnWorker, WorkerExit, WorkerProcess } from './worker-process.ts'
import { workerMessageSchema, workerOutcomeSchema } from './worker-messages.ts'
import type { JobMessage, Recognising, WorkerContext, WorkerOutcome, WorkerStage } from './worker-messages.ts'

/** Takes in, one after the other, the files that are found in a file. */
export interface EntrySink {
  /** Archives around the file that is read; 0 for one that was given by itself. */
  readonly depth: number
  /** `label` is the entry's name inside the file: "inner.zip › folder/agenda.docx". */
  part(label: string, bytes: Uint8Array, isLast: boolean): Promise<void>
  refused(label: string, code: RefusalCode, hint: RefusalHint | null): Promise<void>
}

export interface WorkerJob {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly context: WorkerContext
  /** Where what is in an archive or a message goes; without, an archive is refused and a message's files are left. */
  readonly entries?: EntrySink | undefined
  readonly signal?: AbortSignal | undefined
  /** `fraction` is 0 to 1 within the stage. */
  readonly onProgress?:
    ((stage: WorkerStage, fraction: number, recognising?: Recognising) => void) | undefined
  /** For a protected file; held in memory for this one try only. */
  readonly password?: string | undefined
}

export interface WorkerLimits {
  readonly wallMilliseconds: number
  readonly residentBytes: number
  readonly answerBytes: number
}

/** An archive may take the usual time for each of its files, but no more than this in all. */
const MOST_OPENING_MILLISECONDS = 10 * 60_000

export const DEFAULT_LIMITS: WorkerLimits = {
  wallMilliseconds: 60_000,
  residentBytes: 1024 * 1024 * 1024,
  answerBytes: 192 * 1024 * 1024,
}

export interface WorkerClientOptions {
  readonly spawnWorker?: SpawnWorker
  /** The same for files with pages to be recognised, which take far longer. */
  readonly spawnRecogniser?: SpawnWorker
  readonly limits?: Partial<WorkerLimits>
  /** Children at work at the same time. */
  readonly parallel?: number
}

export interface WorkerClient {
  /** Reads and analyses one untrusted file in a fresh child. Never rejects. */
  analyseInWorker(job: WorkerJob): Promise<WorkerOutcome>
  /** Ends all children; running jobs end as cancelled. */
  close(): void
}

const WATCH_MILLISECONDS = 200
const IDLE_MILLISECONDS = 20_000
/** Files that come this soon after one another are a batch. */
const BATCH_MILLISECONDS = 5_000

// A page takes some seconds; a large one on a slow machine many more.
const MILLISECONDS_PER_PAGE = 45_000
const LEAST_RECOGNITION = 180_000
const MOST_RECOGNITION = 3_600_000
/** For all but recognition: text, structure, labels, and the page under way when time is over. */
const REST_OF_RECOGNITION = 120_000
/** Two children at work at once share the processors. */
const PROCESSOR_SECONDS = (MOST_RECOGNITION + REST_OF_RECOGNITION) / 1000

interface RecognitionNeeded {
  readonly kind: 'recognition-needed'
  readonly pages: number
}

const refused = (code: RefusalCode): WorkerOutcome => ({ kind: 'refused', code })

/** V8 aborts when its heap is full, and the system kills the largest process when memory runs out. */
export function codeOfDeath(exit: WorkerExit): RefusalCode {
  const aborted = exit.signal === 'SIGABRT' || exit.signal === 'SIGKILL' || exit.code === 134
  // Windows: the same abort, and out of memory as the system names it.
  const exhausted = exit.code === 3 || exit.code === 0xc0000017 || exit.code === -1073741801
  return aborted || exhausted ? 'out-of-memory' : 'worker-failed'
}

const isDiskFull = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'disk-full'

/** "pack.zip › folder/agenda.docx" is an agenda: what lies around a file says nothing of its kind. */
const innermostName = (name: string): string => name.split(' › ').at(-1)?.split('/').at(-1) ?? name

function runJob(
  child: WorkerProcess,
  sequence: number,
  job: WorkerJob,
  limits: WorkerLimits,
  recognition: JobMessage['recognition'],
): Promise<WorkerOutcome | RecognitionNeeded> {
  return new Promise((resolve) => {
    let settled = false
    const collector = new AnswerCollector(limits.answerBytes, (value) => workerOutcomeSchema.parse(value))
    const settle = (outcome: WorkerOutcome | RecognitionNeeded): void => {
      if (settled) return
      settled = true
      clearTimeout(wall)
      clearInterval(watch)
      job.signal?.removeEventListener('abort', onAbort)
      child.kill()
      resolve(outcome)
    }
    const onAbort = (): void => settle(refused('cancelled'))
    const end = performance.now() + MOST_OPENING_MILLISECONDS
    const outOfTime = (): void => settle(refused('timeout'))
    let wall = setTimeout(outOfTime, limits.wallMilliseconds)
    const takeEntry = async (take: Promise<void>): Promise<void> => {
      // While the parent writes, the child's time stands still.
      clearTimeout(wall)
      try {
        await take
      } catch (error) {
        return settle(refused(isDiskFull(error) ? 'disk-full' : 'worker-failed'))
      }
      if (settled) return
      const left = Math.max(end - performance.now(), 0)
      wall = setTimeout(outOfTime, Math.min(limits.wallMilliseconds, left))
      child.send({ type: 'go-on', sequence })
    }
    const judgeMemory = (bytes: number | null): void => {
      if (bytes !== null && bytes > limits.residentBytes) settle(refused('out-of-memory'))
    }
    const watch = setInterval(() => {
      if (child.pid !== undefined) void residentMemory(child.pid).then(judgeMemory)
    }, WATCH_MILLISECONDS)
    job.signal?.addEventListener('abort', onAbort, { once: true })

    child.onExit((exit) => settle(refused(codeOfDeath(exit))))
    child.onMessage((unchecked) => {
      if (settled) return
      const parsed = workerMessageSchema.safeParse(unchecked)
      const message = parsed.data
      if (!message) return settle(refused('worker-failed'))
      if (message.type === 'memory') return judgeMemory(message.residentBytes)
      if (message.type === 'ready') return undefined
      if (message.sequence !== sequence) return settle(refused('worker-failed'))
      if (message.type === 'progress')
        return job.onProgress?.(message.stage, message.fraction, message.recognising)
      if (message.type === 'recognition-needed')
        return recognition === 'ask'
          ? settle({ kind: 'recognition-needed', pages: message.pages })
          : settle(refused('worker-failed'))
      if (message.type === 'entry' || message.type === 'entry-refused') {
        if (!job.entries) return settle(refused('worker-failed'))
        void takeEntry(
          message.type === 'entry'
            ? job.entries.part(message.label, message.part, message.last)
            : job.entries.refused(message.label, message.code, message.hint),
        )
        return undefined
      }
      const state = collector.add(message.part, message.last)
      if (state === 'too-large') return settle(refused('out-of-memory'))
      if (state === 'complete') settle(collector.outcome())
      return undefined
    })
    if (job.signal?.aborted) return settle(refused('cancelled'))
    const { bytes, context, password } = job
    const fileName = innermostName(job.fileName)
    const depth = job.entries?.depth ?? null
    const secret = password === undefined ? {} : { password }
    child.send({ type: 'analyse', sequence, bytes, fileName, context, recognition, depth, ...secret })
    return undefined
  })
}

/**
 * Runs documents through children, one fresh child each, so that a file that crashes, hangs or swallows memory
 * costs itself only. In a batch the next child is started ahead; a file by itself gets the memory for itself.
 */
export function createWorkerClient(options: WorkerClientOptions = {}): WorkerClient {
  const spawnWorker = options.spawnWorker ?? nodeWorkerSpawner()
  const spawnRecogniser =
    options.spawnRecogniser ??
    options.spawnWorker ??
    nodeWorkerSpawner(documentWorkerPath(), { processorSeconds: PROCESSOR_SECONDS })
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const parallel = options.parallel ?? 2
  const waiting = new Set<() => void>()
  const busy = new Set<AbortController>()
  let spare: WorkerProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let sequence = 0
  let lastStart = -Infinity
  let closed = false

  const dropSpare = (): void => {
    spare?.kill()
    spare = null
  }
  const startAhead = (): void => {
    if (closed || spare) return
    const child = spawnWorker()
    spare = child
    child.onExit(() => {
      if (spare === child) spare = null
    })
    clearTimeout(idle)
    idle = setTimeout(dropSpare, IDLE_MILLISECONDS).unref()
  }
  const takeChild = (): WorkerProcess => {
    const child = spare ?? spawnWorker()
    spare = null
    return child
  }

  const wakeNext = (): void => {
    const [next] = waiting
    if (!next) return
    waiting.delete(next)
    next()
  }
  /** Resolves when it is this job's turn (true), or when the job is cancelled before. */
  const turn = (signal: AbortSignal | undefined): Promise<boolean> =>
    new Promise((resolve) => {
      const grant = (): void => resolve(true)
      waiting.add(grant)
      signal?.addEventListener(
        'abort',
        () => {
          if (waiting.delete(grant)) resolve(false)
        },
        { once: true },
      )
    })

  /** A file with pages that are pictures is read anew, by a child that is given the time for them. */
  const recognise = async (job: WorkerJob, { pages }: RecognitionNeeded): Promise<WorkerOutcome> => {
    const wanted = Math.max(pages * MILLISECONDS_PER_PAGE, LEAST_RECOGNITION)
    const milliseconds = Math.min(wanted, MOST_RECOGNITION)
    const wallMilliseconds = milliseconds + Math.max(REST_OF_RECOGNITION, limits.wallMilliseconds)
    sequence += 1
    const outcome = await runJob(
      spawnRecogniser(),
      sequence,
      job,
      { ...limits, wallMilliseconds },
      { milliseconds },
    )
    return outcome.kind === 'recognition-needed' ? refused('worker-failed') : outcome
  }

  const analyse = async (job: WorkerJob): Promise<WorkerOutcome> => {
    if (busy.size >= parallel || waiting.size > 0) {
      const granted = await turn(job.signal)
      if (granted && (closed || job.signal?.aborted)) wakeNext()
    }
    if (closed || job.signal?.aborted) return refused('cancelled')
    const stop = new AbortController()
    busy.add(stop)
    try {
      const signal = job.signal ? AbortSignal.any([job.signal, stop.signal]) : stop.signal
      sequence += 1
      const running = runJob(takeChild(), sequence, { ...job, signal }, limits, 'ask')
      if (performance.now() - lastStart < BATCH_MILLISECONDS) startAhead()
      lastStart = performance.now()
      const outcome = await running
      return outcome.kind === 'recognition-needed' ? await recognise({ ...job, signal }, outcome) : outcome
    } catch {
      return refused('worker-failed')
    } finally {
      busy.delete(stop)
      wakeNext()
    }
  }

  return {
    analyseInWorker: analyse,
    close: () => {
      closed = true
      clearTimeout(idle)
      dropSpare()
      for (const stop of busy) stop.abort()
      for (const next of waiting) next()
    },
  }
}
