import type { ActionThread } from '../../../shared/model/actions-over-meetings.ts'
import { toCsv } from '../../format/csv.ts'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { STATE_WORDS } from './state-words.ts'

const HEAD = [
  'Board',
  'Action',
  'Focus',
  'Owner',
  'Due',
  'Due as written',
  'Measure',
  'Status',
  'Status from',
  'What the record says',
  'First meeting',
  'First document',
  'First page',
  'Last meeting',
  'Last document',
  'Last page',
  'Meetings',
  'Days since',
  'Meetings since',
  'Days overdue at latest meeting',
  'Days overdue today',
]

/** The actions shown, one a row, with where each was first and last written. */
export function actionsCsv(threads: readonly ActionThread[]): string {
  return toCsv([
    HEAD,
    ...threads.map((thread) => [
      thread.board,
      thread.text,
      FOCUS_WORDS[thread.focus],
      thread.owner.value,
      thread.due.value,
      thread.dueText,
      thread.measure.value?.text ?? null,
      STATE_WORDS[thread.state.value],
      thread.state.basis === 'human' ? 'a person' : 'the record',
      thread.because,
      thread.first.date,
      thread.first.document,
      thread.first.page,
      thread.last.date,
      thread.last.document,
      thread.last.page,
      thread.meetings,
      thread.ageDays,
      thread.ageMeetings,
      thread.overdueDays,
      thread.overdueDaysToday,
    ]),
  ])
}
