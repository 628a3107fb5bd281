import type { MeetingSummary } from '../../../shared/model/library.ts'
import { dateLong } from '../../format/dates.ts'

/** How far people have gone through a meeting's labels. */
export const REVIEW_STATES = ['none', 'some', 'settled'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

export const REVIEW_WORDS: Readonly<Record<ReviewState, string>> = {
  none: 'No label settled',
  some: 'Some labels settled',
  settled: 'All labels settled',
}

/** Where nothing was read there is nothing left to settle. */
export function reviewStateOf({
  settled,
  passages,
}: Pick<MeetingSummary, 'settled' | 'passages'>): ReviewState {
  if (settled >= passages) return 'settled'
  return settled === 0 ? 'none' : 'some'
}

/** The years there are meetings in, latest first; `none` where some have no date. */
export function yearsOf(meetings: readonly MeetingSummary[]): string[] {
  const years = new Set(meetings.map((meeting) => meeting.date?.slice(0, 4) ?? 'none'))
  return [...years].toSorted((a, b) => Number(a === 'none') - Number(b === 'none') || b.localeCompare(a))
}

/** The meetings that fit what the address asks for, latest first, those without a date at the end. */
export function filterMeetings(
  meetings: readonly MeetingSummary[],
  params: Readonly<Record<string, string>>,
): MeetingSummary[] {
  const find = (params['find'] ?? '').trim().toLowerCase()
  return meetings
    .filter((meeting) => {
      if (params['of'] !== undefined && meeting.boardId !== params['of']) return false
      if (params['year'] !== undefined && (meeting.date?.slice(0, 4) ?? 'none') !== params['year'])
        return false
      const review = REVIEW_STATES.find((known) => known === params['review'])
      if (review !== undefined && reviewStateOf(meeting) !== review) return false
      const { from, to } = params
      if (from !== undefined && to !== undefined) {
        if (meeting.date === null || meeting.date < from || meeting.date > to) return false
      }
      if (find === '') return true
      const text = [
        meeting.board,
        meeting.date ?? '',
        dateLong(meeting.date),
        ...meeting.documents.map((document) => `${document.name} ${document.kind}`),
      ].join('\n')
      return text.toLowerCase().includes(find)
    })
    .toSorted((a, b) => {
      if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null)
      return b.date.localeCompare(a.date)
    })
}
