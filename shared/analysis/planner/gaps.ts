import { CUSTOMER_QUESTIONS } from '../../model/focus.ts'
import type { CustomerQuestion, Focus } from '../../model/focus.ts'
import type { ActionView, MeetingDetail, PassageView } from '../../model/library.ts'
import type { Lens, ShareRange } from '../../model/measures.ts'
import type { PlanEvidence } from '../../model/planner.ts'
import { titleSimilarity, titleWords } from '../measure/title-similarity.ts'

/** A customer question, and for how many meetings nobody asked it. */
export interface QuestionGap {
  readonly question: CustomerQuestion
  /** Meetings since it was last asked; all of those searched where it never was. */
  readonly meetings: number
  readonly last: PlanEvidence | null
  /** The meetings searched in which it was not asked, latest first. */
  readonly searched: readonly PlanEvidence[]
}

/** A customer of the register that the board does not speak of, or whose visit is overdue. */
export interface CustomerGap {
  readonly name: string
  readonly owner: string | null
  readonly kind: 'silent' | 'visit'
  /** In words: "not spoken of for 7 meetings", "next visit was due on 3 May 2026". */
  readonly because: string
  readonly evidence: readonly PlanEvidence[]
  /** Among the ten that matter most. */
  readonly topTen: boolean
}

export interface ActionGap {
  readonly text: string
  readonly owner: string | null
  readonly due: string | null
  readonly fault: 'overdue' | 'no-owner'
  readonly evidence: PlanEvidence
}

/** An item of numbers in which customers occur, and only as figures. */
export interface FiguresGap {
  readonly itemTitle: string
  readonly evidence: readonly PlanEvidence[]
}

/** A decision about customers before which no customer input was found. */
export interface DecisionGap {
  readonly itemTitle: string | null
  readonly evidence: PlanEvidence
}

/** What directors believe customers have of the board's time and what the record shows, 0 to 1. */
export interface BeliefGap {
  /** The mean of their answers to the nearest ten per cent, as it may be shown. */
  readonly believed: number
  readonly measured: ShareRange
  readonly lens: Lens
  readonly from: string
  readonly to: string
  /** The meetings that were measured. */
  readonly evidence: readonly PlanEvidence[]
}

/** What is missing from a board's meetings, as pure input to proposals and questions. Each part may be empty. */
export interface PlannerGaps {
  readonly questions: readonly QuestionGap[]
  readonly customers: readonly CustomerGap[]
  readonly actions: readonly ActionGap[]
  readonly figures: readonly FiguresGap[]
  readonly decisions: readonly DecisionGap[]
  readonly belief: BeliefGap | null
  /** The latest meeting that was looked at, and how many. */
  readonly latest: PlanEvidence | null
  readonly meetings: number
}

const MOST_SEARCHED = 24
const MOST_ACTION_MEETINGS = 3
const SAME_ACTION = 0.8

export const focusOf = (passage: PassageView): Focus => passage.human?.focus ?? passage.focus

export const atMeeting = (meeting: MeetingDetail): PlanEvidence => ({
  meetingId: meeting.id,
  date: meeting.date,
  documentId: null,
  passageId: null,
  page: null,
  quote: '',
})

export const atPassage = (meeting: MeetingDetail, passage: PassageView): PlanEvidence => ({
  meetingId: meeting.id,
  date: meeting.date,
  documentId: passage.documentId,
  passageId: passage.id,
  page: passage.page,
  quote: passage.text.slice(0, 600),
})

function questionGaps(latestFirst: readonly MeetingDetail[]): QuestionGap[] {
  return CUSTOMER_QUESTIONS.flatMap((question): QuestionGap[] => {
    let last: PlanEvidence | null = null
    let meetings = 0
    for (const meeting of latestFirst) {
      const asked = meeting.passages.find(
        (passage) => focusOf(passage) === 'customer' && passage.topics.includes(question),
      )
      if (asked !== undefined) {
        last = atPassage(meeting, asked)
        break
      }
      meetings += 1
    }
    if (meetings === 0) return []
    const searched = latestFirst.slice(0, Math.min(meetings, MOST_SEARCHED)).map(atMeeting)
    return [{ question, meetings, last, searched }]
  })
}

const sameText = (a: string, b: string): boolean =>
  titleSimilarity(titleWords(a), titleWords(b)) >= SAME_ACTION

/** Customer actions still open at the latest meetings; one that was later said to be done is not. */
function actionGaps(latestFirst: readonly MeetingDetail[], today: string): ActionGap[] {
  const done: string[] = []
  const seen: string[] = []
  const gaps: ActionGap[] = []
  const faultOf = (action: ActionView): ActionGap['fault'] | null =>
    action.due !== null && action.due < today
      ? 'overdue'
      : // Without an owner and a date it may be no action at all, only a line that reads like one.
        action.owner === null && (action.dueText !== null || action.status === 'open')
        ? 'no-owner'
        : null
  for (const meeting of latestFirst.slice(0, MOST_ACTION_MEETINGS)) {
    for (const action of meeting.actions) {
      if (action.status === 'done') done.push(action.text)
      const fault = action.focus === 'customer' && action.status !== 'done' ? faultOf(action) : null
      if (done.some((text) => sameText(text, action.text))) continue
      if (seen.some((text) => sameText(text, action.text))) continue
      seen.push(action.text)
      if (fault === null) continue
      gaps.push({
        text: action.text,
        owner: action.owner,
        due: action.due,
        fault,
        evidence: {
          meetingId: meeting.id,
          date: meeting.date,
          documentId: action.documentId,
          passageId: null,
          page: action.page,
          quote: action.text.slice(0, 600),
        },
      })
    }
  }
  return gaps
}

function figuresGaps(meeting: MeetingDetail): FiguresGap[] {
  const byId = new Map(meeting.passages.map((passage) => [passage.id, passage]))
  return meeting.items.flatMap((item): FiguresGap[] => {
    if (item.role !== 'topic' || item.deferred) return []
    const passages = item.passages.flatMap((id) => byId.get(id) ?? [])
    const figures = passages.filter((passage) => focusOf(passage) === 'customer-in-numbers')
    const spokenOf = passages.some((passage) => focusOf(passage) === 'customer')
    if (figures.length === 0 || spokenOf) return []
    return [
      { itemTitle: item.title, evidence: figures.slice(0, 5).map((passage) => atPassage(meeting, passage)) },
    ]
  })
}

/**
 * What a board's meetings leave open, from the record alone. A person's labels count before the machine's. `today`
 * (YYYY-MM-DD) is what due dates are held against; customers, decisions and belief come from elsewhere in the library.
 */
export function findGaps(
  meetings: readonly MeetingDetail[],
  today: string,
  beside: Partial<Pick<PlannerGaps, 'customers' | 'decisions' | 'belief'>> = {},
): PlannerGaps {
  const latestFirst = meetings
    .filter((meeting) => meeting.date !== null && meeting.passages.length > 0)
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id))
  const [latest] = latestFirst
  return {
    questions: questionGaps(latestFirst),
    customers: beside.customers ?? [],
    actions: actionGaps(latestFirst, today),
    figures: latest === undefined ? [] : figuresGaps(latest),
    decisions: beside.decisions ?? [],
    belief: beside.belief ?? null,
    latest: latest === undefined ? null : atMeeting(latest),
    meetings: latestFirst.length,
  }
}
