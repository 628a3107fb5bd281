import type { Focus } from '../../../shared/model/focus.ts'
import type { BoardTrend, TrendPoint } from '../../../shared/model/library.ts'
import type { ShareRange } from '../../../shared/model/measures.ts'
import { dateLong, dateMonth, dateMonthYear, monthsBefore } from '../../format/dates.ts'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { counted, percent, rangeInWords } from '../../format/numbers.ts'
import type { Denominator } from '../../navigation/use-view.ts'
import { pooledShare, sharesOver, slotsIn, slotsOf } from './trend-model.ts'

/** Where a number of the sentence leads: one meeting's passages of a focus, or the meetings it is over. */
export type Door =
  | { readonly kind: 'meeting'; readonly id: string; readonly focus: Focus }
  | { readonly kind: 'meetings'; readonly from: string; readonly to: string }

export interface HeadlinePart {
  readonly text: string
  readonly door: Door | null
}

const words = (text: string): HeadlinePart => ({ text, door: null })

/** The estimate where all is timed, the range where some of the time is not known. */
function shareOf(point: TrendPoint, share: ShareRange): string {
  return point.untimedItems === 0 ? percent(share.mid) : rangeInWords(share)
}

function missingHeadline(trend: BoardTrend): HeadlinePart[] {
  const lens = LENS_WORDS[trend.lens]
  if (trend.absent.length === 0) return [words('No meeting of this board is in the library yet.')]
  if (trend.absent.every((meeting) => meeting.date === null)) return [words('No meeting has a date yet.')]
  return [words(lens.nowhere)]
}

function yearPart(points: readonly TrendPoint[], last: TrendPoint, over: Denominator): HeadlinePart[] {
  const yearAgo = monthsBefore(last.date, 12)
  const year = points.filter((point) => point.date > yearAgo)
  const first = year[0]
  if (first === undefined || year.length < 2) return []
  const share = pooledShare(year, 'customer', over)
  if (share === null) return []
  // Only meetings from before this year of meetings show that the year is whole.
  const whole = first.date <= monthsBefore(last.date, 10) || points.some((point) => point.date <= yearAgo)
  const span = whole
    ? 'over the year'
    : `over the ${counted(year.length, 'meeting')} since ${dateMonthYear(first.date)}`
  const exact = year.every((point) => point.untimedItems === 0)
  const figure = exact ? percent(share.mid) : rangeInWords(share)
  return [
    words(', '),
    { text: figure, door: { kind: 'meetings', from: first.date, to: last.date } },
    words(` ${span}`),
  ]
}

/**
 * The page's one sentence, with its numbers as doors; where there is nothing to say, what is missing.
 * Two meetings in the same month are told apart by the day.
 */
export function headlineOf(trend: BoardTrend, period: string, over: Denominator): HeadlinePart[] {
  const slots = slotsIn(slotsOf(trend), period)
  const points = slots.flatMap((slot) => (slot.point === null ? [] : [slot.point]))
  const last = points.at(-1)
  if (slots.length === 0 && trend.meetings.length > 0)
    return [words('No meeting of this board falls in this period.')]
  if (last === undefined) return missingHeadline(trend)

  const lens = LENS_WORDS[trend.lens]
  const shares = sharesOver(last, over)
  const sameMonth = slots.filter((slot) => slot.date.slice(0, 7) === last.date.slice(0, 7)).length > 1
  const when = sameMonth ? `on ${dateLong(last.date)}` : `in ${dateMonthYear(last.date)}`
  const later = slots.at(-1)
  const preface =
    later !== undefined && later.point === null
      ? [words(`The meeting of ${dateLong(later.date)} ${lens.missing}. Before it, `)]
      : []
  const inNumbers = shares['customer-in-numbers']
  return [
    ...preface,
    words(preface.length === 0 ? 'Customers had ' : 'customers had '),
    { text: shareOf(last, shares.customer), door: { kind: 'meeting', id: last.id, focus: 'customer' } },
    words(` of ${lens.ofTheBoard} ${when}`),
    ...yearPart(points, last, over),
    words(
      inNumbers.mid < 0.005
        ? '; '
        : `; ${sameMonth ? 'at that meeting' : `in ${dateMonth(last.date)}`} a further `,
    ),
    {
      text: inNumbers.mid < 0.005 ? 'none' : shareOf(last, inNumbers),
      door: { kind: 'meeting', id: last.id, focus: 'customer-in-numbers' },
    },
    words(' went to customers only as a line of the forecast.'),
  ]
}
