import type { CustomerQuestion } from '../../model/focus.ts'

/** How each of the eight customer questions reads as an agenda item, and as an open question for the chair. */
export const QUESTION_WORDS: Record<CustomerQuestion, { readonly item: string; readonly open: string }> = {
  who: {
    item: 'Who our customers are: segments, and the ten that matter most',
    open: 'Who are our customers today, and which ten matter most to us?',
  },
  needs: {
    item: 'What our customers need, and how their needs differ',
    open: 'What do our customers need from us, and how do their needs differ?',
  },
  experience: {
    item: 'What our customers experience: service, complaints, waiting',
    open: 'What do our customers experience when they deal with us?',
  },
  voice: {
    item: 'What our customers say: research, visits and feedback',
    open: 'What have our customers told us since the Board last heard from them?',
  },
  proposition: {
    item: 'Why customers choose us over others',
    open: 'Why would a customer choose us rather than somebody else?',
  },
  loyalty: {
    item: 'Why customers stay or leave, and what the relationship is worth',
    open: 'Why do our customers stay, and why do they leave?',
  },
  value: {
    item: 'What we make or lose with each customer segment',
    open: 'What do we earn or lose with each customer or segment?',
  },
  owner: {
    item: 'Who answers for the whole of the customer experience, and with what goal',
    open: 'Who answers for the whole of our customers’ experience, and with what goal?',
  },
}

const PLAIN = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** "14 October 2026"; a date that is none stays as it is written. */
export function dateInWords(date: string): string {
  const value = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(value.getTime()) ? date : PLAIN.format(value)
}

export const countOfMeetings = (count: number): string => (count === 1 ? 'one meeting' : `${count} meetings`)
