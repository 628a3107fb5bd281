import { resolveBoards } from '../../shared/analysis/boards/resolve-board.ts'
import type { BoardAnswer } from '../../shared/analysis/boards/resolve-board.ts'
import type { AnalysedDocument } from '../../shared/model/analysis.ts'
import type { Warning } from '../../shared/model/evidence.ts'
import type { Id } from '../../shared/model/library.ts'
import type { LibraryStore } from '../store/library-store.ts'
import type { FileContext } from './analyse-file.ts'
import type { ImportHints } from './import-hints.ts'

export const FOLDER_WARNING: Warning = {
  code: 'board-from-folder',
  message: 'The document does not name its board, so the name of its folder was taken.',
}

interface Read {
  readonly body: string | null
  readonly hints: ImportHints
}

/**
 * Which board each file in review goes to. Files of one batch are looked at together, so that what a later file says
 * of their board also settles an earlier one; a board that a person named stays.
 */
export function createBoardAssignment(store: Pick<LibraryStore, 'boards' | 'boardByName'>) {
  const read = new Map<Id, Read>()

  return {
    /** Remembers what a file said of its body. */
    learn(id: Id, analysis: AnalysedDocument, hints: ImportHints): void {
      read.set(id, { body: analysis.body?.value ?? null, hints })
    },
    correct(id: Id, hints: ImportHints): void {
      const known = read.get(id)
      if (known) read.set(id, { ...known, hints })
    },
    forget(id: Id): void {
      read.delete(id)
    },
    /** The boards of one batch as known now, those set by a person left out. */
    resolve(batch: string): ReadonlyMap<Id, BoardAnswer> {
      const questions = [...read]
        .filter(([, { hints }]) => hints.batch === batch && hints.board === null)
        .map(([key, { body, hints }]) => ({ key, body, folders: hints.folders }))
      const named = [...read.values()].flatMap(({ hints }) => (hints.board === null ? [] : [hints.board]))
      const known = [...new Set([...store.boards().map((board) => board.name), ...named])]
      return new Map(resolveBoards(questions, known).map((answer) => [answer.key, answer]))
    },
    /** How files of this board are to be read. */
    contextFor(board: string | null, hints: ImportHints): FileContext {
      const known = board === null ? null : store.boardByName(board)
      const terms = known && known.customerTerms.length > 0 ? known.customerTerms : hints.customerTerms
      return { dateOrder: known?.dateOrder ?? 'from-documents', customerTerms: terms }
    },
  }
}
export type BoardAssignment = ReturnType<typeof createBoardAssignment>

export function sameContext(a: FileContext, b: FileContext): boolean {
  return a.dateOrder === b.dateOrder && JSON.stringify(a.customerTerms) === JSON.stringify(b.customerTerms)
}
