import type { CustomerQuestion } from '../../shared/model/focus.ts'

/** The eight customer questions, as asked and in one word. */
export const QUESTION_WORDS: Record<CustomerQuestion, { short: string; asks: string }> = {
  who: { short: 'Who', asks: 'Who are our customers, and which matter most?' },
  needs: { short: 'Needs', asks: 'What do they need, and how do needs differ?' },
  experience: { short: 'Experience', asks: 'What do they experience?' },
  voice: { short: 'Voice', asks: 'What do they say?' },
  proposition: { short: 'Proposition', asks: 'Why should they choose us?' },
  loyalty: { short: 'Loyalty', asks: 'Why do they stay or leave?' },
  value: { short: 'Value', asks: 'What do we make or lose with each?' },
  owner: { short: 'Owner', asks: 'Who answers for their experience?' },
}
