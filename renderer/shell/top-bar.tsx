import { Command, Keyboard, Redo2, Undo2 } from 'lucide-react'
import { Button } from '../components/button.tsx'
import { useAsk } from '../host/queries.ts'
import { setParams, useRoute } from '../navigation/hash-route.ts'
import type { PageName } from '../navigation/hash-route.ts'
import { useView } from '../navigation/use-view.ts'
import { RefiningProgress } from './refining-progress.tsx'
import { useHistory } from './use-history.ts'

/** The screens that show one board; the others show the library or a meeting, whatever board is chosen. */
const OF_ONE_BOARD: ReadonlySet<PageName> = new Set([
  'trend',
  'customers',
  'actions',
  'planner',
  'check',
  'belief',
])

/** Which board one looks at, and taking back. */
export function TopBar({ showKeys, showPalette }: { showKeys: () => void; showPalette: () => void }) {
  const { page } = useRoute()
  const { boards, board } = useView()
  const state = useAsk('history.state', {}).data
  const { undo, redo } = useHistory()
  return (
    <header className="no-print flex min-h-13 shrink-0 items-center gap-3 border-b border-line bg-paper px-5 lg:px-8">
      {OF_ONE_BOARD.has(page) && boards !== undefined && boards.length > 0 && (
        <label className="flex min-w-0 items-center gap-2">
          <span className="text-[0.8125rem] text-faint">Board</span>
          <select
            className="control max-w-[22rem] min-w-0 truncate font-medium"
            value={board?.id ?? ''}
            onChange={(event) => setParams({ board: event.target.value })}
          >
            {boards.map((known) => (
              <option key={known.id} value={known.id}>
                {known.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <RefiningProgress />
      <div className="ml-auto flex items-center gap-1">
        <Button
          look="bare"
          small
          title="Go to or do (Ctrl+K)"
          aria-keyshortcuts="Control+K"
          onClick={showPalette}
        >
          <Command aria-hidden="true" className="size-4" />
          <span className="sr-only">Go to or do</span>
          <span aria-hidden="true" className="hidden lg:inline">
            Go to
          </span>
          <kbd aria-hidden="true" className="hidden font-sans text-xs text-faint xl:inline">
            Ctrl+K
          </kbd>
        </Button>
        <Button
          look="bare"
          small
          disabled={!state?.undo}
          title={state?.undo ? `Undo: ${state.undo} (Ctrl+Z)` : 'There is nothing to undo'}
          aria-label={state?.undo ? `Undo: ${state.undo}` : 'Undo'}
          onClick={undo}
        >
          <Undo2 aria-hidden="true" className="size-4" />
          <span className="hidden xl:inline">Undo</span>
        </Button>
        <Button
          look="bare"
          small
          disabled={!state?.redo}
          title={state?.redo ? `Redo: ${state.redo} (Ctrl+Shift+Z)` : 'There is nothing to redo'}
          aria-label={state?.redo ? `Redo: ${state.redo}` : 'Redo'}
          onClick={redo}
        >
          <Redo2 aria-hidden="true" className="size-4" />
          <span className="hidden xl:inline">Redo</span>
        </Button>
        <Button look="bare" small title="Keys (?)" aria-label="Show the keys" onClick={showKeys}>
          <Keyboard aria-hidden="true" className="size-4" />
        </Button>
      </div>
    </header>
  )
}
