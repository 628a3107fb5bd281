import { LENSES } from '../../shared/model/measures.ts'
import type { Lens, Measures } from '../../shared/model/measures.ts'
import type { LearningPreview } from '../../shared/model/learning.ts'
import type { Library } from './library.ts'

type BoardShare = Omit<LearningPreview['shares'][number], 'before' | 'after'> & { share: number }

/** A board's customer share over the twelve months to its latest meeting, each meeting by its size. */
function yearShare(
  library: Library,
  board: { id: string; name: string },
  lens: Lens,
  changed: ReadonlyMap<string, Measures>,
): BoardShare | null {
  const points = library.meetings
    .trendRows(board.id, lens)
    .flatMap(({ id, date, measure: stored }) => {
      const now = changed.get(id)
      const measure = now === undefined ? stored : now[lens]
      return date === null || measure === null ? [] : [{ date, measure }]
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const latest = points.at(-1)?.date ?? ''
  const yearAgo = `${String(Number(latest.slice(0, 4)) - 1).padStart(4, '0')}${latest.slice(4)}`
  const year = points.filter(({ date }) => date > yearAgo)
  const size = year.reduce((sum, { measure }) => sum + measure.substantiveTotal, 0)
  if (size === 0) return null
  const customer = year.reduce(
    (sum, { measure }) => sum + measure.substantiveTotal * measure.shares.customer.mid,
    0,
  )
  const share = Math.min(1, customer / size)
  return { boardId: board.id, board: board.name, lens, meetings: year.length, share }
}

/** By the first lens that measures at least a third as many meetings as the best does. */
function yearShares(library: Library, changed: ReadonlyMap<string, Measures>): BoardShare[] {
  return library.boards.all().flatMap((board): BoardShare[] => {
    const counts = LENSES.map((lens) => ({
      lens,
      count: library.meetings
        .trendRows(board.id, lens)
        .filter(({ date, measure }) => date !== null && measure !== null).length,
    }))
    const most = Math.max(...counts.map(({ count }) => count))
    const lens = counts.find(({ count }) => count > 0 && count * 3 >= most)?.lens
    const share = lens === undefined ? null : yearShare(library, board, lens, changed)
    return share === null ? [] : [share]
  })
}

/** One board's customer share of the year by every lens that measures it, as it is and with these measures in place. */
export function sharesByLens(
  library: Library,
  boardId: string,
  changed: ReadonlyMap<string, Measures>,
): LearningPreview['shares'] {
  const board = library.boards.get(boardId)
  return LENSES.flatMap((lens) => {
    const before = yearShare(library, board, lens, new Map())
    if (before === null) return []
    const { share, ...one } = before
    return [{ ...one, before: share, after: yearShare(library, board, lens, changed)?.share ?? share }]
  })
}

/** Each board's customer share of the year, as it is and with these measures in place of the stored ones. */
export function sharesWith(
  library: Library,
  changed: ReadonlyMap<string, Measures>,
): LearningPreview['shares'] {
  const after = new Map(yearShares(library, changed).map((one) => [one.boardId, one.share]))
  return yearShares(library, new Map()).map(({ share, ...one }) => ({
    ...one,
    before: share,
    after: after.get(one.boardId) ?? share,
  }))
}
