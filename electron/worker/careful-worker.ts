import { constants, setPriority } from 'node:os'
import type { CarefulModel, CarefulModelLoad } from './careful-model.ts'
import { carefulRequestSchema } from './careful-messages.ts'
import type { CarefulReply, CarefulRequest } from './careful-messages.ts'
import { connectToParent } from './parent-port.ts'

// The child that runs the careful model: passages in, probabilities out. It opens the model's files and nothing else,
// loads them at the first request, and ends when it has had nothing to do for a while or its parent ends.

const IDLE_MILLISECONDS = 3 * 60_000

const parent = connectToParent()

try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
} catch {
  // It is then as quick as all others.
}

let loading: Promise<CarefulModelLoad> | null = null
let last: Promise<unknown> = Promise.resolve()
let idle: NodeJS.Timeout | undefined

async function load(folder: string, threads: number): Promise<CarefulModelLoad> {
  const { loadCarefulModel } = await import('./careful-model.ts')
  return loadCarefulModel(folder, { threads })
}

async function replyTo(request: CarefulRequest): Promise<void> {
  let reply: CarefulReply
  try {
    reply = await answer(request)
  } catch {
    reply = { type: 'failed', sequence: request.sequence, reason: 'broken' }
  }
  parent.send(reply)
  waitIdly()
}

async function answer({ sequence, folder, threads, inputs }: CarefulRequest): Promise<CarefulReply> {
  loading ??= load(folder, threads)
  const loaded = await loading
  if (!loaded.ok) return { type: 'failed', sequence, reason: loaded.reason }
  return { type: 'answers', sequence, answers: await classify(loaded.model, inputs) }
}

const classify = async (model: CarefulModel, inputs: CarefulRequest['inputs']) => [
  ...(await model.classify(inputs)),
]

function waitIdly(): void {
  clearTimeout(idle)
  idle = setTimeout(() => process.exit(0), IDLE_MILLISECONDS)
}

parent.onMessage((unchecked) => {
  const request = carefulRequestSchema.safeParse(unchecked)
  if (!request.success) process.exit(2)
  clearTimeout(idle)
  last = last.then(() => replyTo(request.data))
})
waitIdly()
