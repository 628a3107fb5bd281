import type { learningProcedures } from '../../../shared/contract/learning-procedures.ts'
import type { Handlers } from '../dispatch.ts'
import type { ServiceParts } from '../service.ts'

/** Learning from labels: shown, applied, switched, forgotten, exported. */
export function createLearningHandlers({
  store,
  events,
  learning,
}: Pick<ServiceParts, 'store' | 'events' | 'learning'>): Pick<Handlers, keyof typeof learningProcedures> {
  const changed = (meetingIds: string[]): void => events.emit({ type: 'library-changed', meetingIds })
  return {
    'learning.state': () => store.learning.state(),
    'learning.preview': ({ limit }) => learning.preview(limit),
    'learning.cancel': () => {
      learning.cancelPreview()
      return { done: true }
    },
    'learning.apply': async ({ modelId }) => {
      const { change, meetingIds } = await learning.apply(modelId)
      changed(meetingIds)
      return { change }
    },
    'learning.use': ({ on }) => {
      const { change, meetingIds } = store.learning.use(on)
      changed(meetingIds)
      return { change }
    },
    'learning.reset': () => {
      changed(store.learning.reset().meetingIds)
      return { done: true }
    },
    'learning.export': () => ({ model: store.learning.export() }),
    'learning.accuracy': () => learning.accuracy(),
  }
}
