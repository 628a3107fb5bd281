import type { ServiceEvent } from '../../shared/contract/events.ts'
import { describeError } from './log.ts'
import type { Log } from './log.ts'

export interface ServiceEvents {
  emit(event: ServiceEvent): void
  subscribe(listener: (event: ServiceEvent) => void): () => void
}

/** Tells every listener; one that throws does not keep the others from hearing. */
export function createServiceEvents(log: Log): ServiceEvents {
  const listeners = new Set<(event: ServiceEvent) => void>()
  return {
    emit(event) {
      for (const listener of listeners) {
        try {
          listener(event)
        } catch (error) {
          log({ level: 'error', event: 'listener-failed', ...describeError(error) })
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
