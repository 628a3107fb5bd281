import type { PlanBaseItem, PlanProposal } from '../../model/planner.ts'
import { titleSimilarity, titleWords } from '../measure/title-similarity.ts'
import type { PlannerGaps } from './gaps.ts'
import { countOfMeetings, dateInWords, QUESTION_WORDS } from './question-words.ts'

/** A question is missed once so many meetings have passed without it. */
export const MISSED_AFTER = 3
const MOST_OF_A_KIND = 4
const MOST = 10

const short = (text: string, length: number): string => {
  const plain = text.replaceAll(/\s+/gu, ' ').trim()
  return plain.length <= length ? plain : `${plain.slice(0, length - 1).trimEnd()}…`
}

type Draft = Omit<PlanProposal, 'id' | 'decision'>

function ofQuestions({ questions, meetings }: PlannerGaps): Draft[] {
  return questions
    .filter((gap) => gap.meetings >= Math.min(MISSED_AFTER, meetings))
    .map((gap) => {
      const since =
        gap.last?.date == null
          ? `Not found in any of the ${countOfMeetings(gap.meetings)} searched.`
          : `Not asked for ${countOfMeetings(gap.meetings)}, since ${dateInWords(gap.last.date)}.`
      return {
        kind: 'question' as const,
        title: QUESTION_WORDS[gap.question].item,
        lead: null,
        because: since,
        evidence: [...(gap.last === null ? [] : [gap.last]), ...gap.searched],
        outOf: null,
        least: 10,
        wanted: 20,
        most: 40,
        weight: Math.min(20, 6 + gap.meetings),
      }
    })
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_OF_A_KIND)
}

function ofCustomers({ customers }: PlannerGaps): Draft[] {
  return customers.slice(0, MOST_OF_A_KIND).map((gap) => ({
    kind: gap.kind === 'silent' ? ('silent-customer' as const) : ('visit' as const),
    title:
      gap.kind === 'silent'
        ? `${short(gap.name, 120)}: how the relationship stands`
        : `Visit to ${short(gap.name, 120)}: who goes, when, and to learn what`,
    lead: gap.owner,
    because: gap.because,
    evidence: [...gap.evidence],
    outOf: null,
    least: 5,
    wanted: 10,
    most: 30,
    weight: gap.topTen ? 14 : 8,
  }))
}

function ofActions({ actions }: PlannerGaps): Draft[] {
  return actions.slice(0, MOST_OF_A_KIND).map((gap) => ({
    kind: 'action' as const,
    title: `Customer action: ${short(gap.text, 140)}`,
    lead: gap.owner,
    because:
      gap.fault === 'overdue' && gap.due !== null
        ? `It was due on ${dateInWords(gap.due)} and is not recorded as done.`
        : 'Nobody is named as its owner.',
    evidence: [gap.evidence],
    outOf: null,
    least: 5,
    wanted: 5,
    most: 20,
    weight: gap.fault === 'overdue' ? 12 : 9,
  }))
}

function ofFigures({ figures }: PlannerGaps, base: readonly PlanBaseItem[]): Draft[] {
  return figures.flatMap((gap): Draft[] => {
    const words = titleWords(gap.itemTitle)
    const item = base.find(
      ({ title, role }) => role === 'topic' && titleSimilarity(words, titleWords(title)) >= 0.8,
    )
    if (item?.minutes == null || item.minutes < 10) return []
    const half = Math.floor(item.minutes / 2)
    return [
      {
        kind: 'figures' as const,
        title: `Behind the customer figures in “${short(item.title, 100)}”: what customers themselves say`,
        lead: item.lead,
        because: `In this item customers occurred only as figures (${gap.evidence.length === 1 ? 'one passage' : `${gap.evidence.length} passages`}).`,
        evidence: [...gap.evidence],
        outOf: item.id,
        least: 5,
        wanted: Math.min(15, Math.max(5, half)),
        most: Math.max(5, half),
        weight: 8 + Math.min(6, gap.evidence.length),
      },
    ]
  })
}

/** An item of the agenda that already asks it makes a proposal idle. */
function isThere(draft: Draft, base: readonly PlanBaseItem[]): boolean {
  const words = titleWords(draft.title)
  return base.some((item) => titleSimilarity(words, titleWords(item.title)) >= 0.7)
}

/** What could be put on the agenda, what speaks most for it first; at most ten, every one undecided. */
export function proposalsFor(gaps: PlannerGaps, base: readonly PlanBaseItem[]): PlanProposal[] {
  return [...ofCustomers(gaps), ...ofActions(gaps), ...ofFigures(gaps, base), ...ofQuestions(gaps)]
    .filter((draft) => !isThere(draft, base))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map((draft, index) => ({ ...draft, id: `p${index + 1}`, decision: 'open' as const }))
}
