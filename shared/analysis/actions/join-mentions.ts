import type { JoinReason } from '../../model/actions-over-meetings.ts'
import type { ActionDecisions, StoredMention } from './action-record.ts'
import { actionWords, likeness } from './action-words.ts'
import type { ComparedMention } from './mention-index.ts'
import { referenceNumber } from './reference-number.ts'
import { MentionIndex, NEARLY_EQUAL, SIMILAR_WHEN_CONTAINED } from './mention-index.ts'
import { isSameOwner } from './same-owner.ts'

export interface JoinedMention extends ComparedMention {
  /** Null for the first of its thread. */
  because: JoinReason | null
  /** The words of earlier minutes, once more in the papers. */
  repeated: boolean
}

/** One action's mentions, oldest first. */
export interface MentionThread {
  mentions: JoinedMention[]
}

const SIMILAR = 0.8
const CONTAINED = 0.85
const SAME_REFERENCE_AT_LEAST = 0.34
/** Of two threads a mention may belong to, the better must be better by this. */
const CLEARLY = 0.08
/** Only a thread's latest wordings are compared with. */
const LATEST = 4

/** Why two mentions are one action, and how surely (0 to 1); null where they may be two. */
export function whySame(
  left: JoinedMention,
  right: JoinedMention,
): { because: JoinReason; score: number } | null {
  const { dice, contained, shared, atOdds } = likeness(left.words, right.words)
  if (left.reference !== null && left.reference === right.reference && dice >= SAME_REFERENCE_AT_LEAST)
    return { because: 'same reference', score: 1 + dice }
  // Both are named, and by different names.
  if (left.reference !== null && right.reference !== null) return null
  const isEqual = left.words.plain === right.words.plain
  if (!isEqual && (atOdds || shared < 2 || dice < SIMILAR_WHEN_CONTAINED)) return null
  const [a, b] = [left.mention.owner, right.mention.owner]
  const sameOwner = isSameOwner(a, b)
  if (isEqual && left.words.stems.size >= (sameOwner ? 2 : 3))
    return { because: 'same words', score: sameOwner ? 1 : 0.97 }
  if (atOdds || shared < 2) return null
  const score = Math.max(dice, contained * 0.9)
  if (sameOwner) {
    const similar = dice >= SIMILAR || (contained >= CONTAINED && dice >= SIMILAR_WHEN_CONTAINED)
    return similar ? { because: 'same owner, similar words', score } : null
  }
  // Where one side names nobody, only words that are all but the same will do.
  return (a === null || b === null) && shared >= 3 && dice >= NEARLY_EQUAL
    ? { because: 'same words', score }
    : null
}

const isAnsweredElsewhere = (mention: StoredMention): boolean =>
  mention.kind === 'minutes' || mention.kind === 'transcript'

/**
 * Puts the mentions of one board's actions into threads: same reference number, else the same owner and similar words,
 * else the same words. Conservative: of two threads it might belong to, a mention joins neither. What people joined or
 * separated is done as they said.
 */
export function joinMentions(
  mentions: readonly StoredMention[],
  decisions: ActionDecisions,
): MentionThread[] {
  const threads = new Set<MentionThread>()
  const threadOf = new Map<string, MentionThread>()
  const known = new MentionIndex<MentionThread>()
  const add = (joined: JoinedMention, thread: MentionThread): void => {
    thread.mentions.push(joined)
    threadOf.set(joined.mention.key, thread)
    known.add(joined, thread)
  }

  for (const mention of mentions) {
    if (threadOf.has(mention.key)) continue
    const joined: JoinedMention = {
      mention,
      words: actionWords(mention.text),
      reference: referenceNumber(mention.quote),
      because: null,
      repeated: false,
    }
    const best = decisions.separate.has(mention.key) ? null : bestThread(joined, known.near(joined))
    if (best === null) {
      const thread: MentionThread = { mentions: [] }
      threads.add(thread)
      add(joined, thread)
      continue
    }
    joined.because = best.because
    joined.repeated = isRepetition(joined, best.thread)
    add(joined, best.thread)
  }

  const order = new Map(mentions.map((mention, index) => [mention.key, index]))
  const place = (joined: JoinedMention | undefined): number => order.get(joined?.mention.key ?? '') ?? 0
  for (const [left, right] of decisions.joined) {
    const [one, other] = [threadOf.get(left), threadOf.get(right)]
    if (one === undefined || other === undefined || one === other) continue
    const [first, second] = place(one.mentions[0]) <= place(other.mentions[0]) ? [one, other] : [other, one]
    const opening = second.mentions[0]
    if (opening !== undefined) opening.because = 'by hand'
    for (const joined of second.mentions) threadOf.set(joined.mention.key, first)
    first.mentions = [...first.mentions, ...second.mentions].toSorted((a, b) => place(a) - place(b))
    threads.delete(second)
  }
  return [...threads]
}

function bestThread(
  joined: JoinedMention,
  threads: Iterable<MentionThread>,
): { thread: MentionThread; because: JoinReason } | null {
  const found: { thread: MentionThread; because: JoinReason; score: number }[] = []
  for (const thread of threads) {
    let best: { because: JoinReason; score: number } | null = null
    for (const known of thread.mentions.slice(-LATEST)) {
      const why = whySame(known, joined)
      if (why !== null && (best === null || why.score > best.score)) best = why
    }
    if (best === null || (isFinished(thread) && isAskedAnew(joined, thread))) continue
    found.push({ thread, ...best })
  }
  const unfinished = found.filter(({ thread }) => !isFinished(thread))
  // Among equals the one begun last goes on.
  const ordered = (unfinished.length > 0 ? unfinished : found)
    .toReversed()
    .toSorted((a, b) => b.score - a.score)
  const [first, second] = ordered
  if (first === undefined) return null
  const unclear =
    second !== undefined &&
    first.score - second.score < CLEARLY &&
    wordsOf(first.thread) !== wordsOf(second.thread)
  return unclear ? null : first
}

const wordsOf = (thread: MentionThread): string | undefined => thread.mentions.at(-1)?.words.plain

const lastMention = (thread: MentionThread): StoredMention | undefined => thread.mentions.at(-1)?.mention

function isFinished(thread: MentionThread): boolean {
  return thread.mentions.findLast(({ repeated }) => !repeated)?.mention.status === 'done'
}

/** After it was done, minutes that ask for the same once more begin another action; a log may still list it. */
function isAskedAnew(joined: JoinedMention, thread: MentionThread): boolean {
  const { mention } = joined
  return (
    mention.status !== 'done' &&
    !mention.rule.startsWith('action-table') &&
    isAnsweredElsewhere(mention) &&
    lastMention(thread)?.meetingId !== mention.meetingId
  )
}

/** Papers often hold the minutes of the meeting before: the same words there are no new mention. */
function isRepetition(joined: JoinedMention, thread: MentionThread): boolean {
  const { mention, words } = joined
  if (mention.kind !== 'pack' && mention.kind !== 'paper') return false
  if (mention.rule.startsWith('action-table')) return false
  return thread.mentions.some(
    (known) => known.mention.meetingId !== mention.meetingId && known.words.plain === words.plain,
  )
}
