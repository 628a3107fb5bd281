import { readFile } from 'node:fs/promises'
import type { Id } from '../../shared/model/library.ts'
import type { LibraryStore } from '../store/library-store.ts'
import type { AnalyseFile } from './analyse-file.ts'
import { describeError } from './log.ts'
import type { Log } from './log.ts'
import type { ServiceEvents } from './service-events.ts'

const key = (boardId: Id): string => `reread-board:${boardId}`

export interface RereadOptions {
  readonly store: LibraryStore
  readonly analyse: AnalyseFile
  readonly events: ServiceEvents
  readonly log: Log
}

/**
 * After a board's customer words or date order changed, its documents are read again from their originals, one after
 * the other; human labels stay. A change in between starts over, and a restart goes on with what was asked.
 */
export function createBoardReread({ store, analyse, events, log }: RereadOptions) {
  const running = new Map<Id, AbortController>()
  const tails = new Set<Promise<void>>()
  let closing = false

  const reread = async (boardId: Id, signal: AbortSignal): Promise<void> => {
    for (const { id, name, sha256 } of store.documentsOf(boardId)) {
      if (signal.aborted) return
      const path = store.originalPath(sha256)
      if (path === null) continue
      const bytes = new Uint8Array(await readFile(path))
      if (signal.aborted) return
      const { customerTerms, dateOrder } = store.board(boardId)
      const outcome = await analyse({
        bytes,
        fileName: name,
        context: { dateOrder, customerTerms: customerTerms.length > 0 ? customerTerms : null },
        signal,
      })
      if (signal.aborted) return
      if (outcome.kind !== 'analysed') continue
      const { meetingId } = store.replaceAnalysis(id, outcome)
      events.emit({ type: 'library-changed', meetingIds: [meetingId] })
    }
    store.setSetting(key(boardId), null)
  }

  const start = (boardId: Id): void => {
    running.get(boardId)?.abort()
    if (closing) return
    const controller = new AbortController()
    running.set(boardId, controller)
    const tail = reread(boardId, controller.signal)
      // A document or board removed meanwhile ends the reading; what is left is as it was.
      .catch((error: unknown) => log({ level: 'error', event: 'reread-failed', ...describeError(error) }))
      .finally(() => {
        if (running.get(boardId) === controller) running.delete(boardId)
        tails.delete(tail)
      })
    tails.add(tail)
  }

  return {
    ask(boardId: Id): void {
      store.setSetting(key(boardId), 'asked')
      start(boardId)
    },
    resume(): void {
      for (const board of store.boards()) if (store.setting(key(board.id)) !== null) start(board.id)
    },
    async close(): Promise<void> {
      closing = true
      for (const controller of running.values()) controller.abort()
      await Promise.all(tails)
    },
  }
}
