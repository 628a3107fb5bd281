import type { ServiceEvent } from '../../shared/contract/events.ts'
import { ServiceError } from '../../shared/contract/errors.ts'
import { failed } from './dispatch.ts'
import type { Service } from './service.ts'

/**
 * A service that can be closed and opened again behind the same door, as a restore needs: calls wait meanwhile,
 * listeners stay. When the library cannot be opened again, every call answers with that failure.
 */
export function createReopeningService(open: (reopen: () => Promise<void>) => Service): Service {
  const listeners = new Set<(event: ServiceEvent) => void>()
  let failure: ServiceError | null = null
  let reopening: Promise<void> | null = null
  let isClosed = false

  const tell = (event: ServiceEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const begin = (): Service => {
    const service = open(() => (reopening ??= again()))
    service.subscribe(tell)
    return service
  }
  const again = async (): Promise<void> => {
    try {
      await current.close()
      if (!isClosed) current = begin()
    } catch (error) {
      failure = error instanceof ServiceError ? error : new ServiceError('internal', { cause: error })
    }
    reopening = null
    tell({ type: 'library-changed', meetingIds: [] })
  }
  let current = begin()

  return {
    async call(name, input) {
      if (reopening) await reopening
      return failure ? failed(failure.code) : current.call(name, input)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get store() {
      return current.store
    },
    get imports() {
      return current.imports
    },
    get refining() {
      return current.refining
    },
    get mentions() {
      return current.mentions
    },
    async close() {
      isClosed = true
      if (reopening) await reopening
      await current.close()
    },
  }
}
