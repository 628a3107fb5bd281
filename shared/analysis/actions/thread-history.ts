import type { ActionMention, MentionRole } from '../../model/actions-over-meetings.ts'
import type { StoredMention, StoredSaying } from './action-record.ts'
import { actionWords } from './action-words.ts'
import type { ActionWords } from './action-words.ts'
import type { JoinedMention, MentionThread } from './join-mentions.ts'
import { namesAction, saysOfAction, saysOfAllActions, sentencesOf } from './said-of-actions.ts'
import type { SaidOfAll } from './said-of-actions.ts'

/** A mention with its meeting's place among the meetings of the board; null where the meeting has no date. */
export interface HistoryEntry extends ActionMention {
  readonly at: number | null
}

export interface ThreadHistory {
  readonly thread: MentionThread
  readonly words: ActionWords
  readonly entries: HistoryEntry[]
}

/** What one document says of earlier actions. */
export interface Carrier {
  readonly place: StoredMention | StoredSaying
  readonly at: number
}

const QUOTE = 400

function roleOf(joined: JoinedMention, at: number | null, firstAt: number | null): MentionRole {
  const { mention, repeated } = joined
  if (repeated) return 'repeated'
  if (mention.kind === 'action log') return 'log'
  const isEarlier = at !== null && firstAt !== null && firstAt < at
  return mention.rule.startsWith('action-table') && isEarlier ? 'log' : 'asked'
}

function entryOf(joined: JoinedMention, at: number | null, firstAt: number | null): HistoryEntry {
  const { mention } = joined
  const role = roleOf(joined, at, firstAt)
  const rest = mention.quote.replace(mention.text, ' ')
  const says = mention.status === 'unknown' && role === 'log' ? saysOfAction(rest, null) : mention.status
  const { meetingId, date, documentId, document, kind, page, key, text, quote, owner, due, dueText } = mention
  return {
    ...{ meetingId, date, documentId, document, kind, page, key, role, text, owner, due, dueText, says, at },
    quote: quote.slice(0, QUOTE),
    joinedBecause: joined.because,
  }
}

/** The threads with what matters-arising and logs say of them; and the documents that carry earlier actions. */
export function threadHistories(
  threads: readonly MentionThread[],
  sayings: readonly StoredSaying[],
  placeOf: (meetingId: string) => number | null,
): { histories: ThreadHistory[]; carriers: Carrier[] } {
  const histories = threads.map((thread): ThreadHistory => {
    const opening = thread.mentions[0]
    const firstAt = opening === undefined ? null : placeOf(opening.mention.meetingId)
    return {
      thread,
      words: opening?.words ?? actionWords(''),
      entries: thread.mentions.map((joined) => entryOf(joined, placeOf(joined.mention.meetingId), firstAt)),
    }
  })

  const carriers = new Map<string, Carrier>()
  const carry = (place: StoredMention | StoredSaying, at: number | null): void => {
    if (at !== null && !carriers.has(place.documentId)) carriers.set(place.documentId, { place, at })
  }
  for (const { thread, entries } of histories)
    entries.forEach((entry, index) => {
      const mention = thread.mentions[index]?.mention
      if (mention !== undefined && entry.role === 'log') carry(mention, entry.at)
    })

  const byStem = new Map<string, ThreadHistory[]>()
  for (const history of histories)
    for (const [stem, weight] of history.words.stems)
      if (weight === 1) byStem.set(stem, [...(byStem.get(stem) ?? []), history])

  const byDocument = Map.groupBy(sayings, (saying) => saying.documentId)
  for (const passages of byDocument.values()) {
    const [place] = passages
    if (place === undefined) continue
    const at = placeOf(place.meetingId)
    if (at === null) continue
    const named = new Set<ThreadHistory>()
    const ofAll: { said: SaidOfAll; saying: StoredSaying; sentence: string }[] = []
    let rows = 0
    for (const saying of passages) {
      for (const sentence of sentencesOf(saying.text)) {
        const isRow = sentence.includes(' | ')
        const said = isRow ? null : saysOfAllActions(sentence)
        if (said !== null) ofAll.push({ said, saying, sentence })
        const history = namedBy(sentence, isRow, byStem, at)
        if (history === null) continue
        named.add(history)
        if (isRow) rows += 1
        addSaying(history, saying, sentence, isRow, at)
      }
    }
    for (const { said, saying, sentence } of ofAll) {
      const open = histories.filter(
        (history) => isOpenBefore(history, at) && !(said.others && named.has(history)),
      )
      if (said.count !== null && said.count < open.length) continue
      for (const history of open)
        history.entries.push(sayingEntry(saying, sentence, 'all actions', said.says, at))
    }
    // One remark on one action is no account of them all.
    if (rows > 0 || named.size > 1 || ofAll.length > 0) carry(place, at)
  }
  for (const { entries } of histories) entries.sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity))
  return { histories, carriers: [...carriers.values()].toSorted((a, b) => a.at - b.at) }
}

/** The one action of an earlier meeting that a sentence speaks of most surely. */
function namedBy(
  sentence: string,
  isRow: boolean,
  byStem: ReadonlyMap<string, readonly ThreadHistory[]>,
  at: number,
): ThreadHistory | null {
  const words = actionWords(sentence)
  const candidates = new Set([...words.stems.keys()].flatMap((stem) => byStem.get(stem) ?? []))
  let best: ThreadHistory | null = null
  let surest = 0
  for (const history of candidates) {
    const firstAt = history.entries[0]?.at ?? null
    if (firstAt === null || firstAt >= at) continue
    const score = namesAction(history.words, words, isRow)
    if (
      score > surest ||
      (score === surest && score > 0 && best !== null && isDone(best) && !isDone(history))
    ) {
      best = history
      surest = score
    }
  }
  return best
}

const isDone = ({ entries }: ThreadHistory): boolean =>
  entries.findLast(({ role }) => role !== 'repeated')?.says === 'done'

function isOpenBefore({ entries }: ThreadHistory, at: number): boolean {
  const before = entries.filter((entry) => entry.at !== null && entry.at < at && entry.role !== 'repeated')
  return before.length > 0 && before.findLast(({ says }) => says !== 'unknown')?.says !== 'done'
}

function addSaying(
  history: ThreadHistory,
  saying: StoredSaying,
  sentence: string,
  isRow: boolean,
  at: number,
): void {
  const says = saysOfAction(sentence, history.words.verb)
  const known = history.entries.find(
    (entry) => entry.documentId === saying.documentId && entry.role !== 'repeated',
  )
  // The row or the words were read as a mention already, and say no more here.
  if (known !== undefined && (says === 'unknown' || says === known.says)) return
  history.entries.push(sayingEntry(saying, sentence, isRow ? 'log' : 'matters arising', says, at))
}

function sayingEntry(
  saying: StoredSaying,
  sentence: string,
  role: MentionRole,
  says: HistoryEntry['says'],
  at: number,
): HistoryEntry {
  const { meetingId, date, documentId, document, kind, page } = saying
  return {
    ...{ meetingId, date, documentId, document, kind, page, role, says, at },
    key: null,
    text: sentence.slice(0, QUOTE),
    quote: sentence.slice(0, QUOTE),
    owner: null,
    due: null,
    dueText: null,
    joinedBecause: role === 'all actions' ? 'said of all actions' : 'named under matters arising',
  }
}
