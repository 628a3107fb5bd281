import { FOCI } from '../../model/focus.ts'
import type { Focus } from '../../model/focus.ts'
import type {
  ActionCoverage,
  ActionPlace,
  ActionSetting,
  ActionThreadDetail,
} from '../../model/actions-over-meetings.ts'
import type { BoardActions } from './action-record.ts'
import { findMeasure } from './find-measure.ts'
import { joinMentions } from './join-mentions.ts'
import { isPlausibleAction } from './plausible-action.ts'
import { stateInWords } from './state-words.ts'
import { threadHistories } from './thread-history.ts'
import type { HistoryEntry, ThreadHistory } from './thread-history.ts'
import { recordedState } from './thread-state.ts'

const DAY = 86_400_000
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)

/** The focus that most of its mentions have; customers first where it is even. */
function focusOf({ thread }: ThreadHistory): Focus {
  const counts = new Map<Focus, number>()
  for (const { mention, repeated } of thread.mentions)
    if (!repeated) counts.set(mention.focus, (counts.get(mention.focus) ?? 0) + 1)
  return FOCI.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? 'other'
}

const latestOf = <T>(entries: readonly HistoryEntry[], of: (entry: HistoryEntry) => T | null): T | null =>
  entries.reduce<T | null>((found, entry) => of(entry) ?? found, null)

/** The latest mention that names one, a person's word before that of the documents. */
function lastWith(entries: readonly HistoryEntry[], field: 'owner' | 'due'): HistoryEntry | null {
  return (
    entries.findLast((entry) => entry.corrected.includes(field)) ??
    entries.findLast((entry) => entry[field] !== null) ??
    null
  )
}

const placeOf = ({ meetingId, date, documentId, document, kind, page }: ActionPlace): ActionPlace => ({
  meetingId,
  date,
  documentId,
  document,
  kind,
  page,
})

/**
 * The actions of one board over its meetings, each with all its mentions, its state, and what that rests on. Pure:
 * `today` comes from the caller (`YYYY-MM-DD`).
 */
export function buildThreads(
  board: BoardActions,
  today: string,
): { threads: ActionThreadDetail[]; coverage: ActionCoverage } {
  const places = new Map(board.meetings.map((meeting, at) => [meeting.id, meeting.date === null ? null : at]))
  const meetingAt = (id: string): number | null => places.get(id) ?? null
  const mentions = board.mentions.filter(isPlausibleAction)
  const joined = joinMentions(mentions, board.decisions)
  const { histories, carriers } = threadHistories(joined, board.sayings, meetingAt)
  const latest = board.meetings.findLast(({ date }) => date !== null)?.date ?? null

  const threads = histories.flatMap((history): ActionThreadDetail[] => {
    const { entries } = history
    const [opening] = history.thread.mentions
    const first = entries[0]
    const counted = entries.filter(({ role }) => role !== 'repeated')
    const last = counted.at(-1)
    if (opening === undefined || first === undefined || last === undefined) return []
    const recorded = recordedState(history, board.meetings, carriers)
    const set = settingOf(history, board.settings)
    const owner = lastWith(counted, 'owner')
    const dueEntry = lastWith(counted, 'due')
    const due = dueEntry?.due ?? null
    const state = set?.state ?? recorded.state
    const saidByHand = recorded.evidence?.corrected.includes('status') === true
    const overdue = (at: string | null): number | null => {
      if (at === null || due === null || state === 'done' || due >= at) return null
      return daysBetween(due, at)
    }
    const measure = findMeasure(opening.mention.text) ?? findMeasure(last.role === 'asked' ? last.text : '')
    return [
      {
        id: opening.mention.key,
        boardId: board.boardId,
        board: board.board,
        text: opening.mention.text,
        owner: {
          value: owner?.owner ?? null,
          basis: owner?.corrected.includes('owner') === true ? 'human' : 'record',
        },
        due: { value: due, basis: dueEntry?.corrected.includes('due') === true ? 'human' : 'record' },
        dueText: latestOf(counted, (entry) => entry.dueText),
        measure: {
          value: set?.measure == null ? measure : { text: set.measure, rule: 'by hand' },
          basis: set?.measure == null ? 'record' : 'human',
        },
        state: {
          value: state,
          basis: set?.state == null && !saidByHand ? 'record' : 'human',
        },
        because: set?.state == null ? stateInWords(recorded) : `Set by hand. ${stateInWords(recorded)}`,
        focus: focusOf(history),
        first: placeOf(first),
        last: placeOf(last),
        mentions: entries.length,
        meetings: new Set(counted.map(({ meetingId }) => meetingId)).size,
        ageDays: first.date === null || latest === null ? null : Math.max(0, daysBetween(first.date, latest)),
        ageMeetings:
          first.at === null
            ? 0
            : board.meetings.filter(({ date }, at) => date !== null && at > (first.at ?? 0)).length,
        overdueDays: overdue(latest),
        overdueDaysToday: overdue(today),
        history: entries.map(({ at: _at, ...entry }) => entry),
        notCarried: recorded.notCarried,
        later: recorded.later,
      },
    ]
  })
  return {
    threads: threads.toSorted(byUrgency),
    coverage: {
      boardId: board.boardId,
      board: board.board,
      latest,
      meetings: board.meetings.length,
      carrying: new Set(carriers.map(({ place }) => place.meetingId)).size,
      withActions: new Set(mentions.map(({ meetingId }) => meetingId)).size,
      leftOut: board.mentions.length - mentions.length,
    },
  }
}

function settingOf(history: ThreadHistory, settings: BoardActions['settings']): ActionSetting | null {
  if (settings.length === 0) return null
  const keys = new Set(history.thread.mentions.map(({ mention }) => mention.key))
  return settings.find(([key]) => keys.has(key))?.[1] ?? null
}

const STATES: readonly string[] = ['lost', 'open', 'not followed up', 'done']

/** Customer actions first; what is not done before what is; the oldest first. */
export function byUrgency(a: ActionThreadDetail, b: ActionThreadDetail): number {
  return (
    FOCI.indexOf(a.focus) - FOCI.indexOf(b.focus) ||
    STATES.indexOf(a.state.value) - STATES.indexOf(b.state.value) ||
    (b.ageDays ?? 0) - (a.ageDays ?? 0) ||
    (a.id < b.id ? -1 : 1)
  )
}
