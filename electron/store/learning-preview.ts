import { LENSES } from '../../shared/model/measures.ts'
import type { Lens, Measures } from '../../shared/model/measures.ts'
import type { LearnedChange, LearningPreview } from '../../shared/model/learning.ts'
import { layLearned } from './lay-learned.ts'
import type { LearnedInUse } from './lay-learned.ts'
import type { Library } from './library.ts'
import { computeRollUp } from './read-meeting.ts'
import { partId } from './store-ids.ts'

/** What a model would change in one meeting. */
export interface MeetingPreview {
  readonly passages: number
  /** The first of them. */
  readonly changes: readonly LearnedChange[]
  /** As they would be; null where nothing is another than before. */
  readonly measures: Measures | null
}

type BoardShare = Omit<LearningPreview['shares'][number], 'before' | 'after'> & { share: number }

/** A board's customer share over the twelve months to its latest meeting, each meeting by its size. */
function yearShares(library: Library, changed: ReadonlyMap<string, Measures>): BoardShare[] {
  return library.boards.all().flatMap((board): BoardShare[] => {
    const rows = (lens: Lens) =>
      library.meetings.trendRows(board.id, lens).flatMap(({ id, date, measure: stored }) => {
        const now = changed.get(id)
        const measure = now === undefined ? stored : now[lens]
        return date === null || measure === null ? [] : [{ date, measure }]
      })
    const counts = LENSES.map((lens) => ({ lens, count: rows(lens).length }))
    const most = Math.max(...counts.map(({ count }) => count))
    const lens = counts.find(({ count }) => count > 0 && count * 3 >= most)?.lens
    if (lens === undefined) return []
    const points = rows(lens).toSorted((a, b) => (a.date < b.date ? -1 : 1))
    const latest = points.at(-1)?.date ?? ''
    const yearAgo = `${String(Number(latest.slice(0, 4)) - 1).padStart(4, '0')}${latest.slice(4)}`
    const year = points.filter(({ date }) => date > yearAgo)
    const size = year.reduce((sum, { measure }) => sum + measure.substantiveTotal, 0)
    if (size === 0) return []
    const customer = year.reduce(
      (sum, { measure }) => sum + measure.substantiveTotal * measure.shares.customer.mid,
      0,
    )
    const share = Math.min(1, customer / size)
    return [{ boardId: board.id, board: board.name, lens, meetings: year.length, share }]
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

/** The meetings that a model does not lie over as it should, in the order they came. */
export function meetingsToPreview(library: Library, modelId: string): string[] {
  const meetings = new Set<string>()
  for (const id of library.learning.pending(modelId)) {
    const document = library.documents.brief(id)
    if (document !== null && document.replaced_by === null) meetings.add(document.meeting_id)
  }
  return [...meetings]
}

/**
 * What laying this model over a meeting would change: it is laid, looked at and taken back, so that what is shown is
 * what would be stored. Labels that a person settled are not among the changes, as they do not change. A meeting that
 * is gone changes nothing.
 */
export function previewMeeting(
  library: Library,
  model: LearnedInUse,
  meetingId: string,
  limit: number,
): MeetingPreview {
  const rollBack = Symbol('roll back')
  let preview: MeetingPreview = { passages: 0, changes: [], measures: null }
  try {
    library.db.transaction(() => {
      if (library.meetings.exists(meetingId)) preview = look(library, model, meetingId, limit)
      throw rollBack
    })()
  } catch (error) {
    if (error !== rollBack) throw error
  }
  return preview
}

function look(library: Library, model: LearnedInUse, meetingId: string, limit: number): MeetingPreview {
  const meeting = library.meetings.summaryOf(meetingId)
  const human = library.labels.ofMeeting(meetingId)
  const changes: LearnedChange[] = []
  let passages = 0
  let isTouched = false
  for (const { id, name, replaced_by: replacedBy } of library.documents.briefOfMeeting(meetingId)) {
    if (replacedBy !== null) continue
    const rows = library.documents.passages(id)
    if (!layLearned(library, id, model)) continue
    isTouched = true
    const items = library.documents.items(id)
    const same = new Set(
      library.learning
        .parts(id)
        .flatMap((part) => (part.same_words === 1 ? [`${part.part}${part.position}`] : [])),
    )
    library.documents.passages(id).forEach((row, at) => {
      const from = rows[at]?.classification.focus
      const to = row.classification.focus
      if (from === undefined || from === to || human.has(row.label_key)) return
      passages += 1
      if (changes.length >= limit) return
      changes.push({
        passageId: partId(id, 'p', row.position),
        meetingId,
        board: meeting.board,
        date: meeting.date,
        item: row.item === null ? null : (items[row.item]?.title ?? null),
        document: name,
        page: row.page,
        text: row.text,
        from,
        to,
        sameWords: same.has(`p${row.position}`),
      })
    })
  }
  return { passages, changes, measures: isTouched ? computeRollUp(library, meetingId).measures : null }
}
