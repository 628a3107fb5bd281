import { LENSES } from '../../shared/model/measures.ts'
import type { Lens } from '../../shared/model/measures.ts'
import type { LearnedChange, LearningPreview } from '../../shared/model/learning.ts'
import { layLearned } from './lay-learned.ts'
import type { LearnedInUse } from './lay-learned.ts'
import type { Library } from './library.ts'
import { refreshRollUp } from './read-meeting.ts'
import { partId } from './store-ids.ts'

type BoardShare = Omit<LearningPreview['shares'][number], 'before' | 'after'> & { share: number }

/** A board's customer share over the twelve months to its latest meeting, each meeting by its size. */
function yearShares(library: Library): BoardShare[] {
  return library.boards.all().flatMap((board): BoardShare[] => {
    const rows = (lens: Lens) =>
      library.meetings
        .trendRows(board.id, lens)
        .flatMap(({ date, measure }) => (date === null || measure === null ? [] : [{ date, measure }]))
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

/**
 * What laying this model over the library would change: it is laid, looked at and taken back, so that what is shown
 * is what would be stored. Labels that a person settled are not among the changes, as they do not change.
 */
export function previewLearned(
  library: Library,
  model: LearnedInUse,
  labels: number,
  limit: number,
): LearningPreview {
  const rollBack = Symbol('roll back')
  let preview: LearningPreview | null = null
  try {
    library.db.transaction(() => {
      preview = look(library, model, labels, limit)
      throw rollBack
    })()
  } catch (error) {
    if (error !== rollBack) throw error
  }
  if (preview === null) throw new Error('The preview was not made.')
  return preview
}

function look(library: Library, model: LearnedInUse, labels: number, limit: number): LearningPreview {
  const before = yearShares(library)
  const changes: LearnedChange[] = []
  const meetings = new Set<string>()
  const touched = new Set<string>()
  let passages = 0
  for (const id of library.learning.pending(model.id)) {
    const document = library.documents.brief(id)
    if (document === null || document.replaced_by !== null) continue
    const rows = library.documents.passages(id)
    if (!layLearned(library, id, model)) continue
    touched.add(document.meeting_id)
    const meeting = library.meetings.summaryOf(document.meeting_id)
    const human = library.labels.ofMeeting(document.meeting_id)
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
      meetings.add(document.meeting_id)
      if (changes.length >= limit) return
      changes.push({
        passageId: partId(id, 'p', row.position),
        meetingId: document.meeting_id,
        board: meeting.board,
        date: meeting.date,
        item: row.item === null ? null : (items[row.item]?.title ?? null),
        document: document.name,
        page: row.page,
        text: row.text,
        from,
        to,
        sameWords: same.has(`p${row.position}`),
      })
    })
  }
  for (const meetingId of touched) refreshRollUp(library, meetingId)
  const after = new Map(yearShares(library).map((one) => [one.boardId, one.share]))
  return {
    modelId: model.id,
    labels,
    passages,
    meetings: meetings.size,
    changes,
    shares: before.map(({ share, ...one }) => ({
      ...one,
      before: share,
      after: after.get(one.boardId) ?? share,
    })),
  }
}
