import type { DocumentKind } from '../../model/analysis.ts'
import type { RecordCover } from '../../model/customers.ts'

/** A meeting as far as it is in the library: the kinds of its documents in use. */
export interface RecordMeeting {
  id: string
  date: string | null
  kinds: readonly DocumentKind[]
}

export const holdsMinutes = ({ kinds }: RecordMeeting): boolean =>
  kinds.includes('minutes') || kinds.includes('transcript')
export const holdsPapers = ({ kinds }: RecordMeeting): boolean =>
  kinds.includes('pack') || kinds.includes('paper')

/** Which meetings there are to speak of, so that no figure claims more. */
export function recordCover(meetings: readonly RecordMeeting[]): RecordCover {
  const dates = meetings.flatMap(({ date }) => (date === null ? [] : [date])).toSorted()
  return {
    meetings: meetings.length,
    undated: meetings.length - dates.length,
    firstDate: dates[0] ?? null,
    lastDate: dates.at(-1) ?? null,
    withMinutes: meetings.filter(holdsMinutes).length,
    withPapers: meetings.filter(holdsPapers).length,
  }
}

/** Dated meetings from the oldest on; undated ones have no place among them. */
export function inOrder<T extends RecordMeeting>(meetings: readonly T[]): (T & { date: string })[] {
  return meetings
    .flatMap((meeting) => (meeting.date === null ? [] : [{ ...meeting, date: meeting.date }]))
    .toSorted((a, b) => a.date.localeCompare(b.date))
}
