import type { BeliefMeasured, GroupSummary, QuestionSummary } from '../../../shared/model/belief.ts'
import { CHOICE_WORDS, ROLE_WORDS } from '../../../shared/model/belief-words.ts'
import { percent, pointsInWords } from '../../format/numbers.ts'

export function groupInWords(group: GroupSummary['group']): string {
  return group === 'all' ? 'Everyone' : ROLE_WORDS[group]
}

/** "about 30 %, all between 0 % and 60 %", "At least half: Never". */
export function summaryInWords(summary: QuestionSummary): string {
  if (summary.kind === 'share')
    return `about ${percent(summary.mean)}, all between ${percent(summary.low)} and ${percent(summary.high)}`
  const words = CHOICE_WORDS[summary.question] ?? {}
  return summary.atLeastHalf.length === 0
    ? 'No answer was given by half or more'
    : `At least half: ${summary.atLeastHalf.map((choice) => words[choice] ?? choice).join('; ')}`
}

export function customerShareOf(group: GroupSummary): Extract<QuestionSummary, { kind: 'share' }> | null {
  const found = group.questions.find(({ question }) => question === 'customerShare')
  return found?.kind === 'share' ? found : null
}

/** The believed share beside the measured one, stated neutrally: "+20 points to the record". */
export function gapInWords(believed: number, measured: BeliefMeasured): string {
  if (believed >= measured.customer.low && believed <= measured.customer.high)
    return 'within what was measured'
  const gap = pointsInWords(believed - measured.customer.mid)
  return gap === 'no change' ? 'as measured' : `${gap} against the record`
}
