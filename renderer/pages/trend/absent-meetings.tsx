import { Fragment } from 'react'
import type { BoardTrend } from '../../../shared/model/library.ts'
import { dateMiddle } from '../../format/dates.ts'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { counted } from '../../format/numbers.ts'

const NAMED = 8

/** Which meetings are not in the chart, and why. */
export function AbsentMeetings({
  trend,
  addressOfMeeting,
}: {
  trend: BoardTrend
  addressOfMeeting: (id: string) => string
}) {
  if (trend.absent.length === 0) return null
  const dated = trend.absent.filter((meeting) => meeting.date !== null)
  const undated = trend.absent.length - dated.length
  return (
    <p className="text-[0.8125rem] text-soft" data-absent>
      {dated.length > 0 && (
        <>
          {counted(dated.length, 'meeting')} without {LENS_WORDS[trend.lens].wanting}{' '}
          {dated.length === 1 ? 'is' : 'are'} not measured here (
          {dated.slice(0, NAMED).map(({ id, date }, index) => (
            <Fragment key={id}>
              {index > 0 && ', '}
              <a className="quiet-link" href={addressOfMeeting(id)}>
                {dateMiddle(date)}
              </a>
            </Fragment>
          ))}
          {dated.length > NAMED && ` and ${dated.length - NAMED} more`}).{' '}
        </>
      )}
      {undated > 0 && `${counted(undated, 'meeting')} without a date cannot be placed in time.`}
    </p>
  )
}
