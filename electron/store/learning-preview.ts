import type { Measures } from '../../shared/model/measures.ts'
import type { LearnedChange } from '../../shared/model/learning.ts'
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
