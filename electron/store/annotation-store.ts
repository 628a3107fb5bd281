import { ServiceError } from '../../shared/contract/errors.ts'
import type { Annotation } from '../../shared/model/annotations.ts'
import type { AnnotationChange } from './history-repository.ts'
import { changeNow } from './change-now.ts'
import type { StoreChange } from './library-store.ts'
import type { Library } from './library.ts'
import { newId } from './store-ids.ts'

/** Notes on the boards' axes of time; each change can be taken back. */
export interface AnnotationStore {
  /** Oldest first. */
  list(boardId: string): Annotation[]
  /** A board that is gone is a `not-found`. */
  add(annotation: Omit<Annotation, 'id'>): { annotation: Annotation; change: StoreChange }
  update(annotation: Omit<Annotation, 'boardId'>): { annotation: Annotation; change: StoreChange }
  remove(id: string): { change: StoreChange }
}

export function applyAnnotations(
  library: Library,
  changes: readonly AnnotationChange[],
  to: 'before' | 'after',
): void {
  for (const change of changes) {
    const annotation = change[to]
    if (annotation === null) library.annotations.remove(change.id)
    else library.annotations.put(annotation)
  }
}

export function createAnnotationStore(library: Library): AnnotationStore {
  const record = (label: string, change: AnnotationChange): StoreChange => {
    library.history.add(label, { kind: 'annotate', changes: [change] })
    return changeNow(library, label)
  }
  const known = (id: string): Annotation => {
    const annotation = library.annotations.find(id)
    if (annotation === null) throw new ServiceError('not-found')
    return annotation
  }
  return {
    list: (boardId) => library.annotations.ofBoard(boardId),
    add: (given) =>
      library.transact(() => {
        const annotation = { id: newId(), ...given }
        if (!library.annotations.put(annotation)) throw new ServiceError('not-found')
        const change = record('Add a note to the trend', {
          id: annotation.id,
          before: null,
          after: annotation,
        })
        return { annotation, change }
      }),
    update: (given) =>
      library.transact(() => {
        const before = known(given.id)
        const annotation = { ...before, ...given }
        library.annotations.put(annotation)
        const change = record('Change a note on the trend', { id: given.id, before, after: annotation })
        return { annotation, change }
      }),
    remove: (id) =>
      library.transact(() => {
        const before = known(id)
        library.annotations.remove(id)
        return { change: record('Remove a note from the trend', { id, before, after: null }) }
      }),
  }
}
