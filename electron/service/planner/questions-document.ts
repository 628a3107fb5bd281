import type { ChairQuestions, PlanEvidence } from '../../../shared/model/planner.ts'
import { dateInWords } from '../../../shared/analysis/planner/question-words.ts'
import type { WrittenBlock, WrittenDocument } from '../writing/written-document.ts'

/** Where a question rests, in a line: passages with their words, meetings searched by their dates. */
export function evidenceInWords(evidence: readonly PlanEvidence[]): string[] {
  const quoted = evidence
    .filter(({ quote }) => quote !== '')
    .slice(0, 3)
    .map(({ date, page, quote }) => {
      const where = [date === null ? null : dateInWords(date), page === null ? null : `page ${page}`]
      return `${where.filter((part) => part !== null).join(', ')}: “${quote}”`
    })
  const searched = evidence.flatMap(({ quote, date }) =>
    quote === '' && date !== null ? [dateInWords(date)] : [],
  )
  return [...quoted, ...(searched.length === 0 ? [] : [`Meetings searched: ${searched.join('; ')}`])]
}

/** The chair's questions as a document. */
export function questionsDocument({ board, date, searched, questions }: ChairQuestions): WrittenDocument {
  const after = date === null ? '' : `, after the meeting of ${dateInWords(date)}`
  const blocks: WrittenBlock[] = [
    { kind: 'heading', level: 1, text: 'Questions for the chair' },
    { kind: 'paragraph', text: `${board}${after}`, look: 'strong' },
    {
      kind: 'paragraph',
      text: `Built from what the record leaves open; ${searched === 1 ? 'one meeting was' : `${searched} meetings were`} searched.`,
      look: 'quiet',
    },
    ...questions.flatMap((question, index): WrittenBlock[] => [
      { kind: 'heading', level: 2, text: `${index + 1}. ${question.question}` },
      { kind: 'paragraph', text: question.because },
      { kind: 'list', items: evidenceInWords(question.evidence) },
    ]),
    ...(questions.length === 0
      ? [{ kind: 'paragraph', text: 'Nothing was found that the record leaves open.' } as const]
      : []),
  ]
  return { title: `${board}: questions for the chair`, blocks }
}
