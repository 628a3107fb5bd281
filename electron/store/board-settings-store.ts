import { indexTitleRoles, titleKey } from '../../shared/analysis/boards/title-roles.ts'
import type { BoardTitle, TitleRole, TitlesPreview } from '../../shared/model/board-settings.ts'
import type { Board } from '../../shared/model/library.ts'
import type { Measures } from '../../shared/model/measures.ts'
import type { BoardPatch, BoardSettings } from './boards-repository.ts'
import { changeNow } from './change-now.ts'
import type { BoardChange } from './history-repository.ts'
import type { StoreChange } from './library-store.ts'
import type { Library } from './library.ts'
import { computeRollUp, refreshRollUp } from './read-meeting.ts'
import { partId } from './store-ids.ts'
import { sharesByLens } from './year-shares.ts'

/** What a board's list of titles would change: which meetings, and how many items. */
export interface TitlesAtStake {
  readonly meetingIds: readonly string[]
  readonly items: number
}

/** What people set of a board; each change can be taken back. */
export interface BoardSettingsStore {
  /** A new name equal to another board's is a `conflict`. Null for a change that changes nothing. */
  update(boardId: string, patch: BoardPatch): { board: Board; change: StoreChange | null }
  dismissed(boardId: string): string[]
  dismiss(boardId: string, word: string, isDismissed: boolean): StoreChange
  /** All item titles of a board, most frequent first; breaks are left out. */
  titles(boardId: string): BoardTitle[]
  titlesAtStake(boardId: string, roles: readonly TitleRole[]): TitlesAtStake
  /** A meeting's measures as another list would leave them; nothing is changed. */
  measuresWith(boardId: string, meetingId: string, roles: readonly TitleRole[]): Measures | null
  /** Customer shares of the year by lens, as they are and with those measures. */
  sharesWith(boardId: string, changed: ReadonlyMap<string, Measures>): TitlesPreview['shares']
  setTitles(boardId: string, roles: readonly TitleRole[]): { change: StoreChange; meetingIds: string[] }
  /** The passages of a board's documents, a document at a time. */
  documentsOf(boardId: string): { id: string; meetingId: string }[]
  passagesOf(documentId: string): { id: string; text: string; page: number }[]
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Which titles' roles differ between two lists, by key. */
function differing(before: readonly TitleRole[], after: readonly TitleRole[]): ReadonlySet<string> {
  const [a, b] = [indexTitleRoles(before), indexTitleRoles(after)]
  return new Set([...a.keys(), ...b.keys()].filter((key) => a.get(key) !== b.get(key)))
}

function atStake(
  library: Library,
  boardId: string,
  before: readonly TitleRole[],
  after: readonly TitleRole[],
): TitlesAtStake {
  const keys = differing(before, after)
  const [was, will] = [indexTitleRoles(before), indexTitleRoles(after)]
  const meetings = new Set<string>()
  let items = 0
  if (keys.size > 0)
    for (const { title, role, meeting_id: meetingId } of library.boards.titles(boardId)) {
      const key = titleKey(title)
      if (key === null || role === 'break' || !keys.has(key)) continue
      if ((was.get(key) ?? role) === (will.get(key) ?? role)) continue
      items += 1
      meetings.add(meetingId)
    }
  return { meetingIds: [...meetings], items }
}

/** Puts a board's settings as they were or will be; inside the caller's transaction. Documents to be read again are named. */
export function applyBoardChanges(
  library: Library,
  changes: readonly BoardChange[],
  side: 'before' | 'after',
): { meetingIds: string[]; reread: string[] } {
  const known = new Set(library.boards.all().map(({ id }) => id))
  const meetingIds: string[] = []
  const reread: string[] = []
  for (const change of changes) {
    if (!known.has(change.boardId)) continue
    const now = library.boards.settings(change.boardId)
    const next = change[side]
    const { meetingIds: touched } = atStake(library, change.boardId, now.titleRoles, next.titleRoles)
    library.boards.putSettings(change.boardId, next)
    for (const id of touched) refreshRollUp(library, id)
    meetingIds.push(...touched)
    if (now.dateOrder !== next.dateOrder || !isSame(now.customerTerms, next.customerTerms))
      reread.push(change.boardId)
  }
  return { meetingIds, reread }
}

export function createBoardSettingsStore(library: Library): BoardSettingsStore {
  const { boards } = library
  const put = (boardId: string, patch: Partial<BoardSettings>, label: string) => {
    const before = boards.settings(boardId)
    const after = { ...before, ...patch }
    const change = { boardId, before, after }
    const { meetingIds } = applyBoardChanges(library, [change], 'after')
    // As it was stored: a name without spaces around it.
    change.after = boards.settings(boardId)
    library.history.add(label, { kind: 'board', changes: [change] })
    return { change: changeNow(library, label), meetingIds }
  }
  return {
    update: (boardId, patch) =>
      library.transact(() => {
        const before = boards.settings(boardId)
        const isNothing = isSame({ ...before, ...patch }, before)
        const change = isNothing ? null : put(boardId, patch, `Change the settings of ${before.name}`).change
        return { board: boards.get(boardId), change }
      }),
    dismissed: (boardId) => boards.settings(boardId).dismissedWords,
    dismiss: (boardId, word, isDismissed) =>
      library.transact(() => {
        const others = boards.settings(boardId).dismissedWords.filter((other) => other !== word)
        const dismissedWords = isDismissed ? [...others, word].toSorted() : others
        return put(boardId, { dismissedWords }, `${isDismissed ? 'Dismiss' : 'Suggest again'} a word`).change
      }),
    titles(boardId) {
      const own = indexTitleRoles(boards.titleRoles(boardId))
      interface Form {
        readonly forms: Map<string, number>
        readonly roles: string[]
        readonly meetings: Set<string>
      }
      const found = new Map<string, Form>()
      for (const { title, role, meeting_id: meetingId } of boards.titles(boardId)) {
        const key = titleKey(title)
        if (key === null || role === 'break') continue
        const entry: Form = found.get(key) ?? { forms: new Map(), roles: [], meetings: new Set() }
        entry.forms.set(title, (entry.forms.get(title) ?? 0) + 1)
        entry.roles.push(role)
        entry.meetings.add(meetingId)
        found.set(key, entry)
      }
      const titles = [...found].map(([key, { forms, roles, meetings }]): BoardTitle => {
        const [title = key] = [...forms.keys()].toSorted(
          (a, b) => (forms.get(b) ?? 0) - (forms.get(a) ?? 0) || (a < b ? -1 : 1),
        )
        const isUsual = roles.filter((role) => role === 'procedural').length * 2 > roles.length
        const usual = isUsual ? 'procedural' : 'topic'
        return { title, items: roles.length, meetings: meetings.size, role: own.get(key) ?? usual, usual }
      })
      for (const { title, role } of boards.titleRoles(boardId)) {
        const key = titleKey(title)
        if (key !== null && !found.has(key)) titles.push({ title, items: 0, meetings: 0, role, usual: role })
      }
      return titles.toSorted((a, b) => b.items - a.items || (a.title < b.title ? -1 : 1))
    },
    titlesAtStake: (boardId, roles) => atStake(library, boardId, boards.titleRoles(boardId), roles),
    measuresWith(boardId, meetingId, roles) {
      const rollBack = Symbol('roll back')
      let measures: Measures | null = null
      try {
        library.db.transaction(() => {
          if (library.meetings.exists(meetingId)) {
            boards.putSettings(boardId, { ...boards.settings(boardId), titleRoles: [...roles] })
            measures = computeRollUp(library, meetingId).measures
          }
          throw rollBack
        })()
      } catch (error) {
        if (error !== rollBack) throw error
      }
      return measures
    },
    sharesWith: (boardId, changed) => sharesByLens(library, boardId, changed),
    setTitles: (boardId, roles) =>
      library.transact(() => put(boardId, { titleRoles: [...roles] }, 'Change what counts as procedure')),
    documentsOf: (boardId) =>
      library.meetings.list(boardId).flatMap((meeting) =>
        library.documents
          .briefOfMeeting(meeting.id)
          .filter(({ replaced_by: replacedBy }) => replacedBy === null)
          .map(({ id }) => ({ id, meetingId: meeting.id })),
      ),
    passagesOf: (documentId) =>
      library.documents
        .passages(documentId)
        .map(({ position, text, page }) => ({ id: partId(documentId, 'p', position), text, page })),
  }
}

/**
 * After documents were deleted for good: titles that only they had are not kept, neither in a board's list nor in the
 * history of it.
 */
export function forgetGoneTitles(library: Library): void {
  for (const { id } of library.boards.all()) {
    const standing = new Set(library.boards.titles(id).map(({ title }) => titleKey(title)))
    const left = (roles: readonly TitleRole[]): TitleRole[] =>
      roles.filter(({ title }) => standing.has(titleKey(title)))
    const settings = library.boards.settings(id)
    library.boards.putSettings(id, { ...settings, titleRoles: left(settings.titleRoles) })
    library.history.changeBoards((change) =>
      change.boardId === id
        ? {
            ...change,
            before: { ...change.before, titleRoles: left(change.before.titleRoles) },
            after: { ...change.after, titleRoles: left(change.after.titleRoles) },
          }
        : change,
    )
  }
}
