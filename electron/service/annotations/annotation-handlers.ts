import type { annotationProcedures } from '../../../shared/contract/annotation-procedures.ts'
import type { AnnotationStore } from '../../store/annotation-store.ts'
import type { Handlers } from '../dispatch.ts'

/** `changed` tells the open pages that what they show is old. */
export function createAnnotationHandlers(
  store: AnnotationStore,
  changed: () => void,
): Pick<Handlers, keyof typeof annotationProcedures> {
  const told = <T>(answer: T): T => {
    changed()
    return answer
  }
  return {
    'annotations.list': ({ boardId }) => store.list(boardId),
    'annotations.add': (annotation) => told(store.add(annotation)),
    'annotations.update': (annotation) => told(store.update(annotation)),
    'annotations.remove': ({ id }) => told(store.remove(id)),
  }
}
