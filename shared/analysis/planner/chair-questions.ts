import type { Lens } from '../../model/measures.ts'
import type { ChairQuestion, ChairQuestions } from '../../model/planner.ts'
import type { PlannerGaps } from './gaps.ts'
import { countOfMeetings, dateInWords, QUESTION_WORDS } from './question-words.ts'

export const MOST_QUESTIONS = 10
const LONGEST = 160

const short = (text: string): string => {
  const plain = text.replaceAll(/\s+/gu, ' ').trim()
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST - 1).trimEnd()}…`
}
/** As it stands inside a sentence: without the full stop it ends in. */
const inside = (text: string): string => short(text).replace(/[.;:,]$/, '')

const percent = (share: number): string => `${Math.round(share * 100)}\u202f%`

function ofQuestions({ questions, meetings }: PlannerGaps): ChairQuestion[] {
  return questions
    .filter((gap) => gap.meetings >= Math.min(2, meetings))
    .map((gap) => ({
      kind: 'question' as const,
      question: QUESTION_WORDS[gap.question].open,
      because:
        gap.last?.date == null
          ? `Not found to be asked in any of the ${countOfMeetings(gap.meetings)} searched.`
          : `Last found on ${dateInWords(gap.last.date)}; ${countOfMeetings(gap.meetings)} since.`,
      evidence: [...(gap.last === null ? [] : [gap.last]), ...gap.searched],
      weight: Math.min(20, 5 + 2 * gap.meetings),
    }))
}

function ofDecisions({ decisions }: PlannerGaps): ChairQuestion[] {
  return decisions.map(({ itemTitle, evidence }) => ({
    kind: 'decision' as const,
    question:
      itemTitle === null
        ? 'What had customers told us before this was decided?'
        : `What had customers told us before “${inside(itemTitle)}” was decided?`,
    because: 'Nothing that customers said or did was found under this item or before it.',
    evidence: [evidence],
    weight: 16,
  }))
}

function ofFigures({ figures }: PlannerGaps): ChairQuestion[] {
  return figures.map(({ itemTitle, evidence }) => ({
    kind: 'figures' as const,
    question: `Which customers stand behind the figures in “${inside(itemTitle)}”, and what do they say?`,
    because: 'In this item customers occurred only as figures.',
    evidence: [...evidence],
    weight: 10 + Math.min(6, evidence.length),
  }))
}

function ofCustomers({ customers }: PlannerGaps): ChairQuestion[] {
  return customers.map((gap) => ({
    kind: 'customer' as const,
    question:
      gap.kind === 'silent'
        ? `How does the relationship with ${inside(gap.name)} stand?`
        : `Who will see ${inside(gap.name)} next, and what would we like to learn?`,
    because: gap.because,
    evidence: [...gap.evidence],
    weight: gap.topTen ? 15 : 9,
  }))
}

function ofActions({ actions }: PlannerGaps): ChairQuestion[] {
  return actions.map((gap) => ({
    kind: 'action' as const,
    question:
      gap.fault === 'overdue'
        ? `What has become of the action “${inside(gap.text)}”?`
        : `Who will take on the action “${inside(gap.text)}”, and by when?`,
    because:
      gap.fault === 'overdue' && gap.due !== null
        ? `It was due on ${dateInWords(gap.due)} and is not recorded as done.`
        : 'No owner is recorded.',
    evidence: [gap.evidence],
    weight: gap.fault === 'overdue' ? 13 : 9,
  }))
}

const LENS_WORDS: Record<Lens, string> = {
  planned: 'planned time',
  recorded: 'recorded time',
  record: 'words of the minutes',
  pack: 'pages of the papers',
}

function ofBelief({ belief }: PlannerGaps): ChairQuestion[] {
  if (belief === null) return []
  const { believed, measured, lens, from, to, evidence } = belief
  const shown =
    percent(measured.low) === percent(measured.high)
      ? percent(measured.mid)
      : `${percent(measured.low)} to ${percent(measured.high)}`
  return [
    {
      kind: 'belief',
      question: 'What makes our sense of the attention we give to customers differ from the record?',
      because: `Directors believed about ${percent(believed)}; the record shows ${shown} of the ${LENS_WORDS[lens]} from ${dateInWords(from)} to ${dateInWords(to)}.`,
      evidence: [...evidence],
      weight: 14,
    },
  ]
}

/**
 * Open questions for the chair, built from what is missing, the weightiest first and at most ten. At most four are of
 * one kind, so that no kind drives out the others.
 */
export function chairQuestions(board: string, gaps: PlannerGaps): ChairQuestions {
  const kinds = [ofQuestions, ofDecisions, ofFigures, ofCustomers, ofActions, ofBelief]
  const questions = kinds
    .flatMap((kind) =>
      kind(gaps)
        .toSorted((a, b) => b.weight - a.weight)
        .slice(0, 4),
    )
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_QUESTIONS)
  return {
    board,
    meetingId: gaps.latest?.meetingId ?? null,
    date: gaps.latest?.date ?? null,
    searched: gaps.meetings,
    questions,
  }
}
