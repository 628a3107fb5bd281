import type { BeliefResult } from '../../../shared/model/belief.ts'
import { QUESTION_WORDS } from '../../../shared/model/belief-words.ts'
import { toCsv } from '../../format/csv.ts'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { groupInWords, summaryInWords } from './group-words.ts'

/** What is shown of a closed round, and nothing more. */
export function beliefCsv({ round, groups, measured }: BeliefResult): string {
  return toCsv([
    ['Round', 'Group', 'Question', 'Answers', 'About', 'From', 'To', 'In words'],
    ...(groups ?? []).flatMap(({ group, questions }) =>
      questions.map((summary) => [
        round.name,
        groupInWords(group),
        QUESTION_WORDS[summary.question],
        summary.answers,
        summary.kind === 'share' ? summary.mean : null,
        summary.kind === 'share' ? summary.low : null,
        summary.kind === 'share' ? summary.high : null,
        summaryInWords(summary),
      ]),
    ),
    ...(measured === null
      ? []
      : [
          [
            round.name,
            'The record',
            `Customers, ${LENS_WORDS[measured.lens].name}`,
            measured.meetings.length,
            measured.customer.mid,
            measured.customer.low,
            measured.customer.high,
            `${measured.meetings.length} meetings from ${round.from} to ${round.to}`,
          ],
          [
            round.name,
            'The record',
            `Figures, ${LENS_WORDS[measured.lens].name}`,
            measured.meetings.length,
            measured.numbers.mid,
            measured.numbers.low,
            measured.numbers.high,
            `${measured.meetings.length} meetings from ${round.from} to ${round.to}`,
          ],
        ]),
  ])
}
