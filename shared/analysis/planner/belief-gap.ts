import type { BeliefResult } from '../../model/belief.ts'
import type { BeliefGap } from './gaps.ts'

/** A mean is shown to the nearest ten per cent, so it may lie this far to either side. */
const ROUNDED_BY = 0.05
const MOST_MEETINGS = 40

/**
 * What directors believed customers have of the board's time, where it lies apart from the record whatever the rounding
 * of the one and the range of the other. Only what a closed round may show of the board's own answers is looked at
 * (`summariseRound`): with too few of them, or where one could be found out, there is no gap to speak of.
 */
export function beliefGap({ round, groups, measured }: BeliefResult): BeliefGap | null {
  const ofBoard = groups?.find(({ group }) => group === 'board')
  const answer = ofBoard?.questions.find(({ question }) => question === 'customerShare')
  if (answer === undefined || answer.kind !== 'share' || measured === null) return null
  const { low, high } = measured.customer
  if (answer.mean + ROUNDED_BY >= low && answer.mean - ROUNDED_BY <= high) return null
  return {
    believed: answer.mean,
    measured: measured.customer,
    lens: measured.lens,
    from: round.from,
    to: round.to,
    evidence: measured.meetings.slice(-MOST_MEETINGS).map(({ id, date }) => ({
      meetingId: id,
      date,
      documentId: null,
      passageId: null,
      page: null,
      quote: '',
    })),
  }
}
