import type { Annotation } from '../../model/annotations.ts'
import { SUBSTANTIVE_FOCI } from '../../model/focus.ts'
import type { BoardTrend, MeetingDetail, PassageView, TrendPoint } from '../../model/library.ts'
import type { ChairQuestions } from '../../model/planner.ts'
import type { ChairReport } from '../../model/report.ts'
import {
  FOCUS_NAMES,
  OF_THE_BOARD,
  bandWords,
  counted,
  dateWords,
  percentWords,
  shareWords,
} from './report-words.ts'

/** Bars and questions that leave the first page one page. */
const MOST_BARS = 12
const MOST_QUESTIONS = 5
const MOST_PASSAGES = 40
const MONTHS_OF_A_YEAR = 12

function yearBefore(date: string): string {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`
}

/** One share over several meetings, each counting by its substantive size; as the Trend page pools it. */
function pooled(points: readonly TrendPoint[]): { words: string } | null {
  const sum = { low: 0, mid: 0, high: 0, weight: 0 }
  for (const { total, sharesOfAll, shares, untimedItems } of points) {
    const weight = total * (1 - sharesOfAll.procedural.mid)
    const { low, mid, high } = shares.customer
    sum.low += (untimedItems === 0 ? mid : low) * weight
    sum.mid += mid * weight
    sum.high += (untimedItems === 0 ? mid : high) * weight
    sum.weight += weight
  }
  if (sum.weight === 0) return null
  const range = { low: sum.low / sum.weight, mid: sum.mid / sum.weight, high: sum.high / sum.weight }
  const untimed = points.some(({ untimedItems }) => untimedItems > 0) ? 1 : 0
  return { words: shareWords(range, untimed) }
}

function headlineOf(trend: BoardTrend): string {
  const last = trend.meetings.at(-1)
  if (last === undefined) return 'No meeting of this board can be measured on this lens.'
  const { shares, untimedItems, date } = last
  const year = trend.meetings.filter((point) => point.date > yearBefore(date))
  const overYear = year.length > 1 ? pooled(year) : null
  const span =
    overYear === null
      ? ''
      : `, and ${overYear.words} over ${counted(year.length, 'meeting')} in the ${MONTHS_OF_A_YEAR} months to that day`
  const inNumbers = shares['customer-in-numbers']
  const further =
    inNumbers.mid < 0.005
      ? 'None went to customers only as a line of the forecast.'
      : `A further ${shareWords(inNumbers, untimedItems)} of that meeting went to customers only as a line of the forecast.`
  return `Customers had ${shareWords(shares.customer, untimedItems)} of ${OF_THE_BOARD[trend.lens]} on ${dateWords(date)}${span}. ${further}`
}

function verdictOf({ trend, target, meetings }: BoardTrend): string {
  const { verdict, slopePerYear, p, rollingMean } = trend
  const over = `over ${counted(meetings.length, 'meeting')}`
  const mean = rollingMean.at(-1) ?? null
  const rate = `${Math.abs((slopePerYear ?? 0) * 100).toFixed(1)} points a year`
  const chance = p === null ? '' : p < 0.001 ? ', p under 0.001' : `, p = ${p.toFixed(p < 0.1 ? 3 : 2)}`
  const direction =
    verdict === 'too few meetings' || slopePerYear === null
      ? 'A trend needs at least four meetings on this lens.'
      : verdict === 'no clear change'
        ? `No clear change in the customer share ${over} (${slopePerYear >= 0 ? '+' : '−'}${rate}${chance}).`
        : `The customer share is ${verdict} by ${rate} ${over}${chance}.`
  if (target === null) return direction
  const against = mean === null ? '' : `; the mean of the last three meetings is ${percentWords(mean)}`
  return `${direction} The board’s own target is ${percentWords(target)}${against}.`
}

function changesOf(points: readonly TrendPoint[]): string[] {
  const last = points.at(-1)
  const before = points.at(-2)
  if (last === undefined || before === undefined) return []
  return SUBSTANTIVE_FOCI.map((focus) => {
    const now = last.shares[focus]
    const then = before.shares[focus]
    const apart = now.low > then.high || now.high < then.low
    const figures = `${bandWords(then, before.untimedItems)} before, ${bandWords(now, last.untimedItems)} now`
    return `${FOCUS_NAMES[focus]}: ${figures}${apart ? '' : '; the ranges overlap, so this may be no change'}`
  })
}

const KINDS: Readonly<Record<string, string>> = {
  agenda: 'Agenda',
  minutes: 'Minutes',
  pack: 'Pack',
  paper: 'Paper',
  transcript: 'Transcript',
  'action-log': 'Action log',
}

/** Settled ones first, then those the estimate is surest of. */
const weightOf = ({ human, confidence }: PassageView): number => (human === null ? confidence : 2)

function passagesOf(meeting: MeetingDetail): Pick<ChairReport, 'passages' | 'passagesLeftOut'> {
  const documents = new Map(meeting.documents.map((document) => [document.id, document]))
  const items = new Map(meeting.items.map((item) => [item.id, item]))
  const behind = (['customer', 'customer-in-numbers'] as const).flatMap((focus) =>
    meeting.passages
      .filter((passage) => (passage.human?.focus ?? passage.focus) === focus)
      .toSorted((left, right) => weightOf(right) - weightOf(left))
      .map((passage) => ({ focus, passage })),
  )
  return {
    passagesLeftOut: Math.max(0, behind.length - MOST_PASSAGES),
    passages: behind.slice(0, MOST_PASSAGES).map(({ focus, passage }) => {
      const item = passage.meetingItemId === null ? undefined : items.get(passage.meetingItemId)
      const kind = KINDS[documents.get(passage.documentId)?.kind ?? ''] ?? 'Document'
      const under = item === undefined ? '' : `, ${[item.number, item.title].filter(Boolean).join(' ')}`
      return {
        focus,
        text: passage.text,
        place: `${kind}, page ${passage.page}${under}`,
        basis:
          passage.human === null
            ? `estimate, ${percentWords(passage.confidence)} sure`
            : 'settled by a person',
      }
    }),
  }
}

function methodOf(trend: BoardTrend, latest: MeetingDetail | null): string[] {
  const settled = latest?.settled ?? 0
  const passages = latest?.passages.length ?? 0
  return [
    `Measured: ${OF_THE_BOARD[trend.lens]}, without procedure and breaks. Lenses are never mixed.`,
    'A range shows what is not certain: time that no document states, and labels that the estimate is unsure of. Unknown time is never filled in.',
    ...(trend.absent.length === 0
      ? []
      : [
          `${counted(trend.absent.length, 'meeting')} of this board cannot be measured on this lens and ${trend.absent.length === 1 ? 'is' : 'are'} left out.`,
        ]),
    ...(latest === null
      ? []
      : [
          `In the latest meeting ${settled} of ${counted(passages, 'passage')} ${settled === 1 ? 'was' : 'were'} settled by a person; the others are labelled by a model whose error is stated in its card.`,
        ]),
  ]
}

/**
 * The chair's report of a board on one lens, from what the library holds: the figures are those of the Trend page.
 * `latest` is the latest meeting that the lens measures; null where there is none. `made` is a date, `YYYY-MM-DD`.
 */
export function chairReport(
  trend: BoardTrend,
  latest: MeetingDetail | null,
  questions: ChairQuestions,
  annotations: readonly Annotation[],
  made: string,
): ChairReport {
  const shown = trend.meetings.slice(-MOST_BARS)
  const from = shown[0]?.date
  return {
    board: trend.board,
    lens: trend.lens,
    made,
    meetings: trend.meetings.length,
    first: trend.meetings[0]?.date ?? null,
    changedSince: trend.meetings.at(-2)?.date ?? null,
    headline: headlineOf(trend),
    verdict: verdictOf(trend),
    bars: shown.map(({ date, shares, untimedItems }) => ({
      date,
      parts: SUBSTANTIVE_FOCI.map((focus) => ({ focus, share: shares[focus].mid })),
      customers: bandWords(shares.customer, untimedItems),
      inNumbers: bandWords(shares['customer-in-numbers'], untimedItems),
      partlyUntimed: untimedItems > 0,
    })),
    changes: changesOf(trend.meetings),
    questions: questions.questions
      .slice(0, MOST_QUESTIONS)
      .map(({ question, because }) => ({ question, because })),
    notes: annotations
      .filter(({ date }) => from !== undefined && date >= from)
      .map(({ date, text }) => `${dateWords(date)}: ${text}`),
    method: methodOf(trend, latest),
    latest: latest?.date ?? null,
    ...(latest === null ? { passages: [], passagesLeftOut: 0 } : passagesOf(latest)),
  }
}
