import { buildThreads, byUrgency } from '../../../shared/analysis/actions/build-threads.ts'
import { ServiceError } from '../../../shared/contract/errors.ts'
import type {
  ActionOverview,
  ActionPatch,
  ActionSetting,
  ActionThreadDetail,
} from '../../../shared/model/actions-over-meetings.ts'
import type { Id } from '../../../shared/model/library.ts'
import type { ActionMark, ActionStore } from '../../store/action-store.ts'
import type { Handlers } from '../dispatch.ts'
import { FILE_TYPES, writeDocument } from '../planner/write-plan.ts'
import { ownerLists } from './owner-lists.ts'

const NO_SETTING: ActionSetting = { state: null, measure: null }
const NO_MARK: ActionMark = { separate: false, joinedTo: null, setting: null }

type ActionHandlers = Pick<
  Handlers,
  'actions.list' | 'actions.get' | 'actions.set' | 'actions.join' | 'actions.separate' | 'actions.export'
>

export interface ActionParts {
  readonly store: ActionStore
  readonly clock: () => Date
  /** Tells the open pages that what they show is old. */
  readonly changed: () => void
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The local calendar date, as people mean "today". */
export function todayOf(clock: () => Date): string {
  const now = clock()
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

export type ReadActions = Omit<ActionOverview, 'threads'> & { threads: ActionThreadDetail[] }

/** All actions over meetings, of one board or of every one. */
export function readActions(store: ActionStore, clock: () => Date, boardId?: Id): ReadActions {
  const today = todayOf(clock)
  const boards = store.read(boardId).map((board) => buildThreads(board, today))
  return {
    today,
    boards: boards.map(({ coverage }) => coverage),
    threads: boards.flatMap(({ threads }) => threads).toSorted(byUrgency),
  }
}

/** The same, kept until the library or the day is another. */
function createActionsReader(store: ActionStore, clock: () => Date): (boardId?: Id) => ReadActions {
  const kept = new Map<Id | null, ReadActions>()
  let keptAt = ''
  return (boardId) => {
    const at = `${store.changes()} ${todayOf(clock)}`
    if (at !== keptAt) kept.clear()
    keptAt = at
    const actions = kept.get(boardId ?? null) ?? readActions(store, clock, boardId)
    kept.set(boardId ?? null, actions)
    return actions
  }
}

function labelOf(patch: ActionPatch, count: number): string {
  const what = Object.entries(patch).flatMap(([field, value]) =>
    value === undefined ? [] : [field === 'state' ? 'status' : field],
  )
  return `Set the ${what.join(' and ') || 'details'} of ${count === 1 ? 'an action' : `${count} actions`}`
}

const keysOf = (thread: ActionThreadDetail): string[] =>
  thread.history.flatMap(({ key }) => (key === null ? [] : [key]))

/** The use cases over actions; what people set or join is one change each, to be taken back. */
export function createActionHandlers({ store, clock, changed }: ActionParts): ActionHandlers {
  const read = createActionsReader(store, clock)
  /** The threads asked for, all of them or `not-found`. */
  const threadsOf = (ids: readonly string[]): ActionThreadDetail[] => {
    const boards = new Set(ids.map((id) => store.boardOf(id)))
    const known = new Map(
      [...boards].flatMap((board) => read(board).threads).map((thread) => [thread.id, thread]),
    )
    return ids.map((id) => {
      const thread = known.get(id)
      if (thread === undefined) throw new ServiceError('not-found')
      return thread
    })
  }
  const markOf = (key: string): ActionMark => store.markOf(key) ?? NO_MARK

  return {
    'actions.list': ({ boardId }) => read(boardId),
    'actions.get': ({ id }) => {
      const [thread] = threadsOf([id])
      if (thread === undefined) throw new ServiceError('not-found')
      return thread
    },
    'actions.set': ({ ids, patch }) => {
      const marks = new Map<string, ActionMark | null>()
      for (const thread of threadsOf(ids)) {
        const keys = keysOf(thread)
        const set =
          keys.map((key) => markOf(key).setting).findLast((setting) => setting !== null) ?? NO_SETTING
        const setting: ActionSetting = {
          state: patch.state === undefined ? set.state : patch.state,
          measure: patch.measure === undefined ? set.measure : patch.measure,
        }
        // After a join several mentions may carry one; from here on only the first does.
        for (const key of keys)
          if (markOf(key).setting !== null) marks.set(key, { ...markOf(key), setting: null })
        const isEmpty = Object.values(setting).every((value) => value === null)
        marks.set(thread.id, { ...markOf(thread.id), setting: isEmpty ? null : setting })
      }
      const change = store.mark(marks, labelOf(patch, ids.length))
      changed()
      return { change }
    },
    'actions.join': ({ ids }) => {
      const threads = threadsOf([...new Set(ids)])
      const [first, ...rest] = threads.toSorted((a, b) =>
        (a.first.date ?? '9') < (b.first.date ?? '9') ? -1 : 1,
      )
      if (first === undefined || rest.length === 0) throw new ServiceError('bad-request')
      if (rest.some((thread) => thread.boardId !== first.boardId)) throw new ServiceError('bad-request')
      const marks = new Map(rest.map(({ id }) => [id, { ...markOf(id), joinedTo: first.id }]))
      const change = store.mark(marks, `Join ${threads.length} actions`)
      changed()
      return { change }
    },
    'actions.separate': ({ id, mention }) => {
      const [thread] = threadsOf([id])
      if (thread === undefined) throw new ServiceError('not-found')
      const keys = keysOf(thread)
      // The first mention is what the others were joined to.
      if (!keys.includes(mention) || mention === thread.id) throw new ServiceError('bad-request')
      const mark = markOf(mention)
      const marks = new Map<string, ActionMark | null>([
        [mention, { ...mark, joinedTo: null, separate: mark.joinedTo === null || mark.separate }],
      ])
      for (const key of keys) {
        const other = markOf(key)
        if (key !== mention && other.joinedTo === mention) marks.set(key, { ...other, joinedTo: null })
      }
      const change = store.mark(marks, 'Separate an action')
      changed()
      return { change }
    },
    'actions.export': async ({ ids, format }) => {
      const lists = ownerLists(threadsOf(ids), todayOf(clock))
      const bytes = await writeDocument(lists, format, clock())
      return { name: `actions-by-owner.${format}`, type: FILE_TYPES[format], bytes }
    },
  }
}
