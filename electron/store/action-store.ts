import type { BoardActions } from '../../shared/analysis/actions/action-record.ts'
import type { ActionSetting } from '../../shared/model/actions-over-meetings.ts'
import type { Id } from '../../shared/model/library.ts'
import type { StoreChange } from './library-store.ts'

/** What people decided on one mention; all of it may be nothing. */
export interface ActionMark {
  readonly separate: boolean
  /** The key of the mention it is one action with. */
  readonly joinedTo: string | null
  readonly setting: ActionSetting | null
}

/** The library as its actions over meetings see it. Mentions are named by keys (`mentionKeySchema`). */
export interface ActionStore {
  /** Every board with a meeting, or the one asked for; a board that is gone is a `not-found`. */
  read(boardId?: Id): BoardActions[]
  /** Another number whenever anything in the library has changed since. */
  changes(): number
  /** The board a mention's meeting belongs to; a meeting that is gone is a `not-found`. */
  boardOf(key: string): Id
  markOf(key: string): ActionMark | null
  /** Puts these marks in place (null: none) as one change that can be taken back. */
  mark(marks: ReadonlyMap<string, ActionMark | null>, label: string): StoreChange
}
