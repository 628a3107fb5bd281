import type { DocumentKind } from '../../model/analysis.ts'
import type { QuestionMap } from '../../model/customers.ts'
import { CUSTOMER_QUESTIONS } from '../../model/focus.ts'
import type { CustomerQuestion, Focus } from '../../model/focus.ts'
import { holdsMinutes, holdsPapers, inOrder, recordCover } from './record-cover.ts'
import type { RecordMeeting } from './record-cover.ts'

export interface AskingPassage {
  meetingId: string
  kind: DocumentKind
  /** A person's label where there is one. */
  focus: Focus
  topics: readonly CustomerQuestion[]
}

/** A passage asks a customer question only where it is about customers, or about figures in which they appear. */
export const canAsk = (focus: Focus): boolean => focus === 'customer' || focus === 'customer-in-numbers'

/**
 * The eight customer questions over a board's dated meetings, oldest first. "Not asked for" counts the latest meetings
 * with minutes or papers in the library; a bare agenda proves nothing.
 */
export function mapQuestions(
  boardId: string,
  meetings: readonly RecordMeeting[],
  passages: readonly AskingPassage[],
): QuestionMap {
  const ordered = inOrder(meetings)
  const place = new Map(ordered.map(({ id }, index) => [id, index]))
  const cells = new Map(
    CUSTOMER_QUESTIONS.map((question) => [question, ordered.map(() => ({ passages: 0, inMinutes: 0 }))]),
  )
  for (const { meetingId, kind, focus, topics } of passages) {
    const index = place.get(meetingId)
    if (index === undefined || !canAsk(focus)) continue
    for (const topic of topics) {
      const cell = cells.get(topic)?.[index]
      if (cell === undefined) continue
      cell.passages += 1
      if (kind === 'minutes' || kind === 'transcript') cell.inMinutes += 1
    }
  }
  return {
    boardId,
    record: recordCover(meetings),
    meetings: ordered.map((meeting) => ({
      id: meeting.id,
      date: meeting.date,
      hasMinutes: holdsMinutes(meeting),
      hasPapers: holdsPapers(meeting),
    })),
    questions: CUSTOMER_QUESTIONS.map((question) => {
      const row = cells.get(question) ?? []
      const last = row.findLastIndex((cell) => cell.passages > 0)
      const meeting = ordered[last]
      return {
        question,
        cells: row,
        lastAsked: meeting === undefined ? null : { meetingId: meeting.id, date: meeting.date },
        notAskedFor: ordered.slice(last + 1).filter((one) => holdsMinutes(one) || holdsPapers(one)).length,
      }
    }),
  }
}
