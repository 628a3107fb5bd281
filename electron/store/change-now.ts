import type { StoreChange } from './library-store.ts'
import type { Library } from './library.ts'

/** The change just made, in words, with what can be taken back and made again after it. */
export function changeNow(library: Library, label: string): StoreChange {
  return {
    label,
    canUndo: library.history.nextUndo() !== null,
    canRedo: library.history.nextRedo() !== null,
  }
}
