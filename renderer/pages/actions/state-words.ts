import type {
  ActionMention,
  ActionState,
  ActionThread,
  JoinReason,
} from '../../../shared/model/actions-over-meetings.ts'
import { dateMiddle } from '../../format/dates.ts'
import { counted } from '../../format/numbers.ts'

export const STATE_WORDS: Record<ActionState, string> = {
  open: 'Open',
  lost: 'No longer carried',
  'not followed up': 'Not followed up',
  done: 'Done',
}

export const STATE_MEANING: Record<ActionState, string> = {
  open: 'The latest document with actions holds it, or it was agreed at the latest meeting.',
  lost: 'It was open; a later log or matters arising does not hold it, and nothing was found that says it was done.',
  'not followed up': 'Mentioned once, and no later document stored carries a list of actions.',
  done: 'A document says that it was done.',
}

export const ROLE_WORDS: Record<ActionMention['role'], string> = {
  asked: 'Asked for',
  log: 'In the log',
  repeated: 'Repeated in the papers',
  'matters arising': 'Under matters arising',
  'all actions': 'Said of all actions',
}

export const REASON_WORDS: Record<JoinReason, string> = {
  'same reference': 'joined because it has the same reference number',
  'same words': 'joined because the words are the same',
  'same owner, similar words': 'joined because the owner is the same and the words are similar',
  'named under matters arising': 'joined because its words are named there',
  'said of all actions': 'joined because it speaks of all earlier actions',
  'by hand': 'joined by hand',
}

export type OverdueAt = 'latest' | 'today'

export function overdueOf(thread: ActionThread, at: OverdueAt): number | null {
  return at === 'today' ? thread.overdueDaysToday : thread.overdueDays
}

/** "Due 6 Jun 2025", the words of the document where they name no date; null where it names none. */
export function dueInWords(thread: ActionThread): string | null {
  return thread.due.value === null ? thread.dueText : dateMiddle(thread.due.value)
}

export function ageInWords(thread: ActionThread): string {
  if (thread.ageMeetings === 0) return 'From the latest meeting'
  const days = thread.ageDays === null ? '' : `${counted(thread.ageDays, 'day')}, `
  return `${days}${counted(thread.ageMeetings, 'meeting')} ago`
}
