import type { GroupSummary, QuestionSummary } from '../../../shared/model/belief.ts'
import type { ShareRange } from '../../../shared/model/measures.ts'
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

/** The two questions whose answers can be set beside what the documents show. */
export type MeasuredQuestion = 'customerShare' | 'numbersShare'

export function believedOf(
  group: GroupSummary,
  question: MeasuredQuestion,
): Extract<QuestionSummary, { kind: 'share' }> | null {
  const found = group.questions.find((each) => each.question === question)
  return found?.kind === 'share' ? found : null
}

/** The believed share beside the measured one, stated neutrally: "+20 points to the record". */
export function gapInWords(believed: number, measured: ShareRange): string {
  if (believed >= measured.low && believed <= measured.high) return 'within what was measured'
  const gap = pointsInWords(believed - measured.mid)
  return gap === 'no change' ? 'as measured' : `${gap} against the record`
}
