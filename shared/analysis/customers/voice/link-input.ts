import { COMMON_WORDS } from '../common-words.ts'
import { nameTokens } from '../name-tokens.ts'
import type { VoicePassage } from './voice-passage.ts'
import { itemKey } from './voice-passage.ts'

export interface LinkedInput {
  passage: VoicePassage
  where: 'same-item' | 'same-meeting' | 'earlier-meeting'
  /** Words or customers' names that both have. */
  shared: string[]
}

/** Words shared by more than this part of the passages tell nothing. */
const COMMON_PART = 0.05
const LEAST_SHARED = 2
const MOST_LINKS = 4
const SHORTEST = 4

/** What both passages are about, in words that few passages hold. */
class Subjects {
  private readonly words = new Map<string, ReadonlySet<string>>()
  private readonly counts = new Map<string, number>()
  private readonly most: number
  private readonly customersOf: ReadonlyMap<string, ReadonlySet<string>>
  constructor(passages: readonly VoicePassage[], customersOf: ReadonlyMap<string, ReadonlySet<string>>) {
    this.customersOf = customersOf
    this.most = Math.max(3, passages.length * COMMON_PART)
    for (const passage of passages) {
      const own = new Set(
        nameTokens(`${passage.itemTitle ?? ''}\n${passage.text}`)
          .map(({ fold }) => fold)
          .filter((fold) => fold.length >= SHORTEST && !/^\d/.test(fold))
          .map(stem),
      )
      this.words.set(passage.id, own)
      for (const word of own) this.counts.set(word, (this.counts.get(word) ?? 0) + 1)
    }
  }
  /** Customers' names first; null where they have too little in common. */
  shared(a: VoicePassage, b: VoicePassage): string[] | null {
    const customers = [...(this.customersOf.get(a.id) ?? [])].filter((name) =>
      this.customersOf.get(b.id)?.has(name),
    )
    const others = this.words.get(b.id)
    const words = [...(this.words.get(a.id) ?? [])].filter(
      (word) => others?.has(word) && (this.counts.get(word) ?? 0) <= this.most && !VAGUE.has(word),
    )
    if (customers.length === 0 && words.length < LEAST_SHARED) return null
    return [...customers, ...words.slice(0, 4)]
  }
}

const VAGUE = new Set(
  [...COMMON_WORDS]
    .filter((word) => word.length < 5)
    .concat(
      'board meeting agreed report reported noted members customers director directors chair paper asked should would could their there these those which while about after before where other further being'.split(
        ' ',
      ),
    )
    .map(stem),
)

/** Beginnings of words stand for their stems, as in titles. */
function stem(word: string): string {
  return word.slice(0, 6)
}

/**
 * What customers had said or done before a decision: under the same item, earlier in the meeting, or in earlier
 * meetings. Only the first needs no words in common. Passages are a board's, in the order of its meetings and within
 * each in reading order; `customersOf` names the registered customers of each passage.
 */
export function inputLinker(
  passages: readonly VoicePassage[],
  meetingOrder: ReadonlyMap<string, number>,
  customersOf: ReadonlyMap<string, ReadonlySet<string>>,
): (decision: VoicePassage) => LinkedInput[] {
  const inputs = passages.filter((passage) => passage.fromCustomers && passage.focus === 'customer')
  const subjects = new Subjects(passages, customersOf)
  return (decision) => {
    const at = meetingOrder.get(decision.meetingId) ?? -1
    const key = itemKey(decision)
    const found: LinkedInput[] = []
    for (const input of inputs) {
      const place = meetingOrder.get(input.meetingId) ?? -1
      if (place > at || (place === at && input.meetingId !== decision.meetingId)) continue
      const sameMeeting = input.meetingId === decision.meetingId
      const sameDocument = input.documentId === decision.documentId
      const isPaper = !sameDocument && input.kind !== 'minutes' && input.kind !== 'transcript'
      const sameItem =
        sameMeeting && (sameDocument ? input.item === decision.item : key !== null && itemKey(input) === key)
      // What was read beforehand came before; what stands later in the same minutes did not.
      if (sameMeeting && !isPaper && (!sameDocument || input.position > decision.position)) continue
      const shared = subjects.shared(decision, input)
      if (sameItem && decision.item !== null)
        found.push({ passage: input, where: 'same-item', shared: shared ?? [] })
      else if (shared !== null)
        found.push({ passage: input, where: sameMeeting ? 'same-meeting' : 'earlier-meeting', shared })
    }
    const rank = { 'same-item': 0, 'same-meeting': 1, 'earlier-meeting': 2 }
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
