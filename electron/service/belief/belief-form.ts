import { dateInWords } from '../../../shared/analysis/actions/state-words.ts'
import { BELIEF_ROLES, QUESTIONS_OF_ROLE } from '../../../shared/model/belief.ts'
import type { BeliefRound } from '../../../shared/model/belief.ts'
import { CHOICE_WORDS, QUESTION_WORDS, ROLE_WORDS } from '../../../shared/model/belief-words.ts'
import type { WrittenBlock, WrittenDocument } from '../writing/written-document.ts'

const SHARES = Array.from({ length: 21 }, (_, index) => `${index * 5} %`)

/** The questionnaire to print, one page per role. */
export function beliefForm(round: BeliefRound, board: string): WrittenDocument {
  return {
    title: `Questionnaire: ${round.name}`,
    blocks: BELIEF_ROLES.flatMap((role, at): WrittenBlock[] => [
      ...(at === 0 ? [] : [{ kind: 'new page' } as const]),
      { kind: 'heading', level: 1, text: ROLE_WORDS[role] },
      {
        kind: 'paragraph',
        look: 'quiet',
        text: `${board}. ${round.name}, about the meetings from ${dateInWords(round.from)} to ${dateInWords(round.to)}. Tick one box each; leave open what you would rather not say. Write no name on this sheet.`,
      },
      ...QUESTIONS_OF_ROLE[role].flatMap((question, index): WrittenBlock[] => [
        { kind: 'heading', level: 3, text: `${index + 1}. ${QUESTION_WORDS[question]}` },
        {
          kind: 'choices',
          options:
            Object.values(CHOICE_WORDS[question] ?? {}).length > 0
              ? Object.values(CHOICE_WORDS[question] ?? {})
              : SHARES,
        },
      ]),
    ]),
  }
}
