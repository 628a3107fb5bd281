import { carefulRequestSchema } from '../../../electron/worker/careful-messages.ts'
import type { CarefulRequest } from '../../../electron/worker/careful-messages.ts'
import type { SpawnWorker, WorkerExit } from '../../../electron/worker/worker-process.ts'
import type { Focus, FocusProbabilities } from '../../../shared/model/focus.ts'

/** What the stand-in does with a message. */
export type Behaviour = 'answer' | 'die' | 'die once' | 'hang' | 'answer less' | 'talk nonsense' | 'no model'

export interface FakeCareful {
  readonly spawnWorker: SpawnWorker
  /** Texts it was asked about, in order. */
  readonly asked: string[]
  readonly started: () => number
  behave(behaviour: Behaviour): void
}

export const sure = (focus: Focus): FocusProbabilities => ({
  customer: 0.01,
  'customer-in-numbers': 0.01,
  numbers: 0.01,
  other: 0.01,
  procedural: 0.01,
  [focus]: 0.96,
})

/** A child that is none: it is sure of one focus for every passage, or misbehaves as told. */
export function createFakeCareful(focus: Focus): FakeCareful {
  const asked: string[] = []
  let behaviour: Behaviour = 'answer'
  let started = 0

  const replyTo = ({ sequence, inputs }: CarefulRequest): unknown => {
    if (behaviour === 'talk nonsense') return { type: 'hello' }
    if (behaviour === 'no model') return { type: 'failed', sequence, reason: 'unsupported' }
    const answers = inputs.map(() => ({ probabilities: sure(focus), fromCustomers: 0.9 }))
    return { type: 'answers', sequence, answers: behaviour === 'answer less' ? answers.slice(1) : answers }
  }

  return {
    asked,
    started: () => started,
    behave: (next) => {
      behaviour = next
    },
    spawnWorker: () => {
      started += 1
      let hear: ((message: unknown) => void) | null = null
      let exit: ((exit: WorkerExit) => void) | null = null
      return {
        pid: undefined,
        send: (message) => {
          const request = carefulRequestSchema.parse(message)
          if (behaviour === 'hang') return
          setImmediate(() => {
            if (behaviour === 'die once') {
              behaviour = 'answer'
              return exit?.({ code: 1, signal: null })
            }
            if (behaviour === 'die') return exit?.({ code: 1, signal: null })
            asked.push(...request.inputs.map(({ text }) => text))
            return hear?.(replyTo(request))
          })
        },
        onMessage: (listener) => {
          hear = listener
        },
        onExit: (listener) => {
          exit = listener
        },
        kill: () => {
          hear = null
          setImmediate(() => exit?.({ code: null, signal: 'SIGKILL' }))
        },
      }
    },
  }
}

export const fakeModel = { folder: '/nowhere', version: '1', hash: 'careful', voiceThreshold: 0.5 }
