import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { createWordSuggestions } from '../../../shared/analysis/boards/suggest-customer-words.ts'
import type { boardSettingsProcedures } from '../../../shared/contract/board-settings-procedures.ts'
import type { TitleRole, TitlesPreview } from '../../../shared/model/board-settings.ts'
import type { Measures } from '../../../shared/model/measures.ts'
import type { Handlers } from '../dispatch.ts'
import type { ServiceParts } from '../service.ts'

/** What a board says of its own words and titles; long looks let other calls through between documents. */
export function createBoardSettingsHandlers({
  store: library,
  events,
  reread,
}: Pick<ServiceParts, 'store' | 'events' | 'reread'>): Pick<
  Handlers,
  keyof typeof boardSettingsProcedures | 'boards.update'
> {
  const store = library.boardSettings
  const changed = (meetingIds: string[]): void => events.emit({ type: 'library-changed', meetingIds })

  const previewTitles = async (boardId: string, roles: readonly TitleRole[]): Promise<TitlesPreview> => {
    const { meetingIds, items } = store.titlesAtStake(boardId, roles)
    const measures = new Map<string, Measures>()
    for (const id of meetingIds) {
      const now = store.measuresWith(boardId, id, roles)
      if (now !== null) measures.set(id, now)
      // oxlint-disable-next-line no-await-in-loop -- one after the other, with calls in between.
      await yieldToOthers()
    }
    return { items, meetings: meetingIds.length, shares: store.sharesWith(boardId, measures) }
  }

  return {
    'boards.update': ({ id, ...patch }) => {
      const before = library.board(id)
      const { board } = store.update(id, patch)
      const readOtherwise =
        before.dateOrder !== board.dateOrder ||
        before.customerTerms.join('\n') !== board.customerTerms.join('\n')
      if (readOtherwise) reread.ask(id)
      changed([])
      return board
    },
    'boards.words': async ({ boardId }) => {
      const { customerTerms } = library.board(boardId)
      const dismissed = store.dismissed(boardId)
      const suggestions = createWordSuggestions()
      for (const { id, meetingId } of store.documentsOf(boardId)) {
        for (const passage of store.passagesOf(id)) suggestions.add({ ...passage, documentId: id, meetingId })
        // oxlint-disable-next-line no-await-in-loop -- one after the other, with calls in between.
        await yieldToOthers()
      }
      return { suggestions: suggestions.list([...customerTerms, ...dismissed]), dismissed }
    },
    'boards.dismissWord': ({ boardId, word, dismissed }) => {
      const change = store.dismiss(boardId, word, dismissed)
      changed([])
      return { change }
    },
    'boards.titles': ({ boardId }) => ({ titles: store.titles(boardId) }),
    'boards.previewTitles': ({ boardId, roles }) => previewTitles(boardId, roles),
    'boards.setTitles': ({ boardId, roles }) => {
      const { change, meetingIds } = store.setTitles(boardId, roles)
      changed(meetingIds)
      return { change }
    },
  }
}
