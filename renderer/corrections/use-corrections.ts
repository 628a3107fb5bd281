import type { CorrectionsOf } from '../../shared/contract/correction-procedures.ts'
import type { ActionValues, ItemValues, WindowValues } from '../../shared/model/corrections.ts'
import { errorWords } from '../components/page-state.tsx'
import { useChange } from '../host/queries.ts'
import { useAnnounce } from '../shell/announcer.tsx'

/** Everything a person can correct in one meeting or one file under review; each change says that it was made. */
export function useCorrections(of: CorrectionsOf) {
  const announce = useAnnounce()
  const item = useChange('corrections.item')
  const action = useChange('corrections.action')
  const window = useChange('corrections.window')
  const restore = useChange('corrections.restore')
  const remove = useChange('corrections.remove')
  const addItem = useChange('corrections.add-item')
  const addAction = useChange('corrections.add-action')
  const drop = useChange('corrections.drop')
  const said = (then?: () => void) => ({
    onSuccess: ({ change }: { change: { label: string } }) => {
      announce(`${change.label}: done. Ctrl+Z takes it back.`)
      then?.()
    },
    onError: (error: Error) => announce(errorWords(error)),
  })
  return {
    setItem: (ref: string, set: Partial<ItemValues>, then?: () => void) =>
      item.mutate({ of, ref, set }, said(then)),
    setAction: (ref: string, set: Partial<ActionValues>, then?: () => void) =>
      action.mutate({ of, ref, set }, said(then)),
    setWindow: (set: Partial<WindowValues>, then?: () => void) => window.mutate({ of, set }, said(then)),
    restore: (on: 'item' | 'action' | 'window', ref: string | undefined, fields?: readonly string[]) =>
      restore.mutate(
        { of, on, ...(ref === undefined ? {} : { ref }), ...(fields ? { fields: [...fields] } : {}) },
        said(),
      ),
    remove: (on: 'item' | 'action', ref: string) => remove.mutate({ of, on, ref }, said()),
    addItem: (values: ItemValues, after: string | null, then?: () => void) =>
      addItem.mutate({ of, values, after }, said(then)),
    addAction: (values: ActionValues, under: string | null, then?: () => void) =>
      addAction.mutate({ of, values, item: under }, said(then)),
    drop: (id: string) => drop.mutate({ of, id }, said()),
  }
}
export type Corrections = ReturnType<typeof useCorrections>
