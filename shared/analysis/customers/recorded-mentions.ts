import type { Mention } from './find-mentions.ts'

/** A word in small letters outweighs this many capitals in the middle of sentences. */
const OUTWEIGHS = 10

/** What has been seen of a form of a name over all documents. */
export interface FormCounts {
  small: number
  sure: number
}

/** True for a name that the documents also use as a word, so that a capital at the head of a sentence says nothing. */
export function isAlsoWord({ small, sure }: FormCounts): boolean {
  return small > 0 && small * OUTWEIGHS >= sure
}

/** Which mentions count without asking, given all that were found. */
export function recordedMentions(all: Iterable<Mention>): (mention: Mention) => boolean {
  const counts = new Map<string, FormCounts>()
  for (const { certainty, form } of all) {
    const count = counts.get(form) ?? { small: 0, sure: 0 }
    counts.set(form, count)
    if (certainty === 'small') count.small += 1
    if (certainty === 'sure') count.sure += 1
  }
  return ({ certainty, form }) =>
    certainty === 'sure' ||
    (certainty === 'unless-word' && !isAlsoWord(counts.get(form) ?? { small: 0, sure: 0 }))
}
