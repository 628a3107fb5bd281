import { COMMON_WORDS } from '../common-words.ts'
import { titleSimilarity, titleWords } from '../../measure/title-similarity.ts'
import { nameTokens } from '../name-tokens.ts'
import type { VoicePassage } from './voice-passage.ts'
import { itemKey } from './voice-passage.ts'

export interface LinkedInput {
  passage: VoicePassage
  where: 'same-passage' | 'same-item' | 'same-meeting' | 'earlier-meeting'
  /** Words or customers' names that both have. */
  shared: string[]
}

/** Words shared by more than this part of the passages tell nothing. */
const COMMON_PART = 0.03
/** Earlier in the meeting, and in earlier meetings: the further away, the more it takes. */
const LEAST_SHARED = { 'same-meeting': 2, 'earlier-meeting': 3 } as const
const SAME_TITLE = 0.6
/** A word's end before a new sentence; a number ("4.1 The") has no space after its point. */
const SENTENCE_END = /[a-z\d)%”’"'][.?!][”’"']?\s+[\p{Lu}“"]/u
const MOST_LINKS = 4
const SHORTEST = 4
/** Shorter everyday words are hardly ever what a passage is about. */
const LONG_ENOUGH = 7

/** Words of any business of any board, by their stems. */
const VAGUE: ReadonlySet<string> = new Set(
  'about after again against agreed agenda already always among another answer asked attend because become before began being behind better between bring brought called chair change clear close committee consider could customer decide describ detail directo discuss during early either enough every example expect explain finance first follow further general given going group heard himself hundred include increase inform issue itself known large later least little longer looked matter meeting member might minute month moved named never noted nothing number office often other paper people period place plan point possible present previous proposal propose question quarter raised rather reason receive recent recommend remain remark remind report request resolve result return review second should since small something speak spoke still subject suggest taken their there these thing think third those though three through together toward twelve twenty under until update using visit whether which while whole within without words would write wrote years'
    .split(' ')
    .map(stem),
)

/** What passages are about: the registered customers in them, and words that few passages hold. */
class Subjects {
  private readonly words = new Map<string, ReadonlySet<string>>()
  private readonly counts = new Map<string, number>()
  private readonly most: number
  private readonly customersOf: ReadonlyMap<string, ReadonlySet<string>>
  constructor(passages: readonly VoicePassage[], customersOf: ReadonlyMap<string, ReadonlySet<string>>) {
    this.customersOf = customersOf
    this.most = Math.max(4, passages.length * COMMON_PART)
    for (const passage of passages) {
      const own = new Set(
        nameTokens(passage.text)
          // A name in the middle of a sentence is a person's as often as not; customers' are known.
          .filter((token) => !(token.capital && token.before === 'space') && !/^\d/.test(token.fold))
          .filter(
            ({ fold }) => fold.length >= LONG_ENOUGH || (fold.length >= SHORTEST && !COMMON_WORDS.has(fold)),
          )
          .map(({ fold }) => stem(fold)),
      )
      this.words.set(passage.id, own)
      for (const word of own) this.counts.set(word, (this.counts.get(word) ?? 0) + 1)
    }
  }
  /** Customers' names first, then words. */
  shared(a: VoicePassage, b: VoicePassage): { customers: string[]; words: string[] } {
    const others = this.words.get(b.id)
    return {
      customers: [...(this.customersOf.get(a.id) ?? [])].filter((name) =>
        this.customersOf.get(b.id)?.has(name),
      ),
      words: [...(this.words.get(a.id) ?? [])].filter(
        (word) => others?.has(word) && (this.counts.get(word) ?? 0) <= this.most && !VAGUE.has(word),
      ),
    }
  }
}

/** Beginnings of words stand for their stems, as in titles. */
function stem(word: string): string {
  return word.slice(0, 6)
}

/** The word that a stem stands for, as the text has it. */
function wholeWord(text: string, stemmed: string): string {
  const token = nameTokens(text).find(({ fold }) => stem(fold) === stemmed)
  return token === undefined ? stemmed : text.slice(token.start, token.end)
}

/**
 * What customers had said or done before a decision: in the passage itself before `decidedAt`, under the same item,
 * earlier in the meeting, or in earlier meetings. The last two need a customer or words in common, which are named; a
 * passage that `asserts` what customers want without a source is no input. Passages are a board's, in the order of its meetings and within
 * each in reading order; `customersOf` names the registered customers of each passage.
 */
export function inputLinker(
  passages: readonly VoicePassage[],
  meetingOrder: ReadonlyMap<string, number>,
  customersOf: ReadonlyMap<string, ReadonlySet<string>>,
  asserts: (text: string) => boolean = () => false,
): (decision: VoicePassage, decidedAt: number) => LinkedInput[] {
  const inputs = passages.filter(
    ({ fromCustomers, focus, text }) => fromCustomers && focus === 'customer' && !asserts(text),
  )
  const subjects = new Subjects(passages, customersOf)
  return (decision, decidedAt) => {
    const at = meetingOrder.get(decision.meetingId) ?? -1
    const key = itemKey(decision)
    const title = decision.itemTitle === null ? null : titleWords(decision.itemTitle)
    const found: LinkedInput[] = []
    for (const input of inputs) {
      if (input.id === decision.id) {
        // Its own passage came before only as far as a sentence of it did.
        if (SENTENCE_END.test(decision.text.slice(0, decidedAt)))
          found.push({ passage: input, where: 'same-passage', shared: [] })
        continue
      }
      const place = meetingOrder.get(input.meetingId) ?? -1
      if (place > at || (place === at && input.meetingId !== decision.meetingId)) continue
      const sameMeeting = input.meetingId === decision.meetingId
      const sameDocument = input.documentId === decision.documentId
      const isPaper = !sameDocument && input.kind !== 'minutes' && input.kind !== 'transcript'
      const sameItem =
        sameMeeting && (sameDocument ? input.item === decision.item : key !== null && itemKey(input) === key)
      // What was read beforehand came before; what stands later in the same minutes did not.
      if (sameMeeting && !isPaper && (!sameDocument || input.position > decision.position)) continue
      const { customers, words } = subjects.shared(decision, input)
      const shared = [...customers, ...words.slice(0, 4).map((word) => wholeWord(decision.text, word))]
      if (sameItem && decision.item !== null) {
        found.push({ passage: input, where: 'same-item', shared })
        continue
      }
      const where = sameMeeting ? 'same-meeting' : 'earlier-meeting'
      const sameTitle =
        title !== null &&
        input.itemTitle !== null &&
        titleSimilarity(title, titleWords(input.itemTitle)) >= SAME_TITLE
      // Standing titles ("Chief Executive's report") join nothing by themselves.
      if (customers.length > 0 || words.length >= (sameTitle ? 1 : LEAST_SHARED[where]))
        found.push({ passage: input, where, shared })
    }
    const rank = { 'same-passage': 0, 'same-item': 0, 'same-meeting': 1, 'earlier-meeting': 2 }
    return found
      .toSorted(
        (a, b) =>
          rank[a.where] - rank[b.where] ||
          (meetingOrder.get(b.passage.meetingId) ?? 0) - (meetingOrder.get(a.passage.meetingId) ?? 0) ||
          b.shared.length - a.shared.length ||
          a.passage.position - b.passage.position,
      )
      .slice(0, MOST_LINKS)
  }
}
