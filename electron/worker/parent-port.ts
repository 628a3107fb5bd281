import { z } from 'zod'

export interface ParentPort {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
}

interface UtilityPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: unknown) => void): void
}

const isUtilityPort = (value: unknown): value is UtilityPort =>
  typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value

const eventSchema = z.object({ data: z.unknown() })

/** The channel to whoever started this child: Electron's utility port where there is one, else Node's own. */
export function connectToParent(): ParentPort {
  const utility: unknown = Reflect.get(process, 'parentPort')
  if (isUtilityPort(utility))
    return {
      // A process has no origin to name.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      send: (message) => utility.postMessage(message),
      onMessage: (listener) => utility.on('message', (event) => listener(eventSchema.parse(event).data)),
    }
  process.on('disconnect', () => process.exit(0))
  return {
    send: (message) => {
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
    },
    onMessage: (listener) => process.on('message', listener),
  }
}
