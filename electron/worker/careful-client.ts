import type { CarefulAnswer } from '../../shared/analysis/focus/careful-answer.ts'
import type { ClassifierInput } from '../../shared/model/focus.ts'
import { carefulReplySchema, PASSAGES_PER_MESSAGE } from './careful-messages.ts'
import { findCarefulModel } from './find-careful-model.ts'
import type { CarefulModelFiles } from './find-careful-model.ts'
import { carefulWorkerPath, nodeWorkerSpawner } from './spawn-node-worker.ts'
import type { SpawnWorker, WorkerProcess } from './worker-process.ts'

export interface CarefulModelInfo {
  readonly version: string
  readonly hash: string
  /** From which probability on a passage counts as resting on customers themselves. */
  readonly voiceThreshold: number
}

export interface CarefulClassifyOptions {
  readonly signal?: AbortSignal | undefined
  /** Passages answered so far. */
  readonly onProgress?: ((done: number) => void) | undefined
}

export interface CarefulClient {
  /** Null where the model's files or its runtime are missing: the fast model answers alone then. */
  available(): Promise<CarefulModelInfo | null>
  /** One answer per input, in order; null when there is no model, it failed, or the signal ended it. Never rejects. */
  classify(
    inputs: readonly ClassifierInput[],
    options?: CarefulClassifyOptions,
  ): Promise<CarefulAnswer[] | null>
  close(): void
}

export interface CarefulClientOptions {
  /** How this host starts children; Node's way unless told. */
  readonly spawnWorker?: SpawnWorker
  /** The model; looked for unless told. */
  readonly model?: CarefulModelFiles | null
  readonly threads?: number
  /** For one message, loading included. */
  readonly messageMilliseconds?: number
}

const DEFAULT_THREADS = 2
const MESSAGE_MILLISECONDS = 180_000
/** Children that died or hung one after the other before the model is left alone. */
const MOST_FAILURES = 3
/** More than the model reads of any part (encode-passage.ts), so that a long text does not cross for nothing. */
const MOST_CHARACTERS = 4096

type Outcome = CarefulAnswer[] | 'failed' | 'no-model'

/** Keeps one child that holds the careful model, started when it is first needed and again after it ended. */
export function createCarefulClient(options: CarefulClientOptions = {}): CarefulClient {
  let files = options.model
  let child: WorkerProcess | null = null
  let sequence = 0
  let failures = 0
  let closed = false
  let turn: Promise<unknown> = Promise.resolve()
  /** Ends the message under way. */
  let give: ((outcome: Outcome, sequence: number | null) => void) | null = null

  const model = (): CarefulModelFiles | null => {
    if (files === undefined) files = findCarefulModel()
    return closed || failures >= MOST_FAILURES ? null : files
  }

  const start = (found: CarefulModelFiles): WorkerProcess => {
    const spawn =
      options.spawnWorker ??
      nodeWorkerSpawner(carefulWorkerPath(), { reads: [found.folder], addOns: true, processorSeconds: null })
    const started = spawn()
    started.onExit(() => {
      if (child !== started) return
      child = null
      give?.('failed', null)
    })
    started.onMessage((unchecked) => {
      if (child !== started) return
      const reply = carefulReplySchema.safeParse(unchecked).data
      if (!reply) give?.('failed', null)
      else if (reply.type === 'answers') give?.(reply.answers, reply.sequence)
      else give?.(reply.reason === 'broken' ? 'failed' : 'no-model', reply.sequence)
    })
    return started
  }

  const drop = (): void => {
    const ended = child
    child = null
    ended?.kill()
  }

  const ask = (inputs: readonly ClassifierInput[], found: CarefulModelFiles): Promise<Outcome> =>
    new Promise((resolve) => {
      sequence += 1
      const own = sequence
      const timer = setTimeout(
        () => give?.('failed', null),
        options.messageMilliseconds ?? MESSAGE_MILLISECONDS,
      )
      give = (outcome, of) => {
        if (of !== null && of !== own) return
        clearTimeout(timer)
        give = null
        resolve(Array.isArray(outcome) && outcome.length !== inputs.length ? 'failed' : outcome)
      }
      try {
        child ??= start(found)
        const threads = options.threads ?? DEFAULT_THREADS
        child.send({ type: 'classify', sequence: own, folder: found.folder, threads, inputs })
      } catch {
        give('failed', own)
      }
    })

  /** One message at a time, whoever asks: a short file need not wait for the whole of a long one. */
  const inTurn = (
    inputs: readonly ClassifierInput[],
    signal?: AbortSignal,
  ): Promise<CarefulAnswer[] | null> => {
    const mine = turn.then(async () => {
      const found = model()
      if (found === null || signal?.aborted) return null
      const outcome = await ask(inputs, found)
      if (Array.isArray(outcome)) {
        failures = 0
        return outcome
      }
      drop()
      if (outcome === 'no-model') files = null
      else failures += 1
      return null
    })
    turn = mine
    return mine
  }

  return {
    available: async () => {
      const found = model()
      return found && { version: found.version, hash: found.hash, voiceThreshold: found.voiceThreshold }
    },
    async classify(inputs, { signal, onProgress } = {}) {
      const answers: CarefulAnswer[] = []
      for (let from = 0; from < inputs.length; from += PASSAGES_PER_MESSAGE) {
        const batch = inputs.slice(from, from + PASSAGES_PER_MESSAGE).map(shorten)
        const given = await unlessAborted(inTurn(batch, signal), signal)
        if (given === null) return null
        answers.push(...given)
        onProgress?.(answers.length)
      }
      return answers
    },
    close() {
      closed = true
      drop()
      give?.('failed', null)
    },
  }
}

/** The answer of a message that nobody waits for any more still has to come before the next one is sent. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (!signal) return work
  if (signal.aborted) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    const end = (): void => resolve(null)
    signal.addEventListener('abort', end, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end))
  })
}

const shorten = (input: ClassifierInput): ClassifierInput => ({
  text: input.text.slice(0, MOST_CHARACTERS),
  item: input.item.slice(0, MOST_CHARACTERS),
  before: input.before.slice(-MOST_CHARACTERS),
  after: input.after.slice(0, MOST_CHARACTERS),
  customerTerms: input.customerTerms,
})
