import { useCallback } from 'react'
import { errorWords } from '../components/page-state.tsx'
import { useChange } from '../host/queries.ts'
import { useAnnounce } from './announcer.tsx'

/** Undo and redo of what was changed in the library, said aloud. */
export function useHistory(): { undo: () => void; redo: () => void } {
  const announce = useAnnounce()
  const { mutate: undo } = useChange('history.undo')
  const { mutate: redo } = useChange('history.redo')
  return {
    undo: useCallback(
      () =>
        undo(
          {},
          {
            onSuccess: ({ change }) =>
              announce(change === null ? 'There is nothing to undo.' : `Undone: ${change.label}.`),
            onError: (error) => announce(errorWords(error)),
          },
        ),
      [undo, announce],
    ),
    redo: useCallback(
      () =>
        redo(
          {},
          {
            onSuccess: ({ change }) =>
              announce(change === null ? 'There is nothing to redo.' : `Redone: ${change.label}.`),
            onError: (error) => announce(errorWords(error)),
          },
        ),
      [redo, announce],
    ),
  }
}
