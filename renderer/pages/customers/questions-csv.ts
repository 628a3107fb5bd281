import type { QuestionMap } from '../../../shared/model/customers.ts'
import { toCsv } from '../../format/csv.ts'
import { QUESTION_WORDS } from '../../format/question-words.ts'

/** The map as rows: one question to a row, one meeting to a column. */
export function questionsCsv(map: QuestionMap): string {
  return toCsv([
    ['Question', ...map.meetings.map(({ date }) => date), 'Last asked', 'Not asked for meetings'],
    ...map.questions.map(({ question, cells, lastAsked, notAskedFor }) => [
      QUESTION_WORDS[question].asks,
      ...cells.map(({ passages }) => passages),
      lastAsked?.date ?? null,
      notAskedFor,
    ]),
  ])
}
