import type { DocumentKind } from '../../model/analysis.ts'
import type { ActionMention, MentionRole } from '../../model/actions-over-meetings.ts'
import type { StoredMention, StoredSaying } from './action-record.ts'
import { actionWords } from './action-words.ts'
import type { ActionWords } from './action-words.ts'
import type { JoinedMention, MentionThread } from './join-mentions.ts'
import { rareStems } from './rare-stems.ts'
import {
  cellWithAction,
  fewestSpoken,
  namesAction,
  saysOfAction,
  saysOfAllActions,
  sentencesOf,
} from './said-of-actions.ts'
import type { SaidOfAll } from './said-of-actions.ts'

/** A mention with its meeting's place among the meetings of the board; null where the meeting has no date. */
export interface HistoryEntry extends ActionMention {
  readonly at: number | null
}

export interface ThreadHistory {
  /** Its place among the actions of the board. */
  readonly number: number
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
/** Within a meeting: its papers come before its minutes, a log after them. */
const RANK: Record<DocumentKind, number> = {
  agenda: 0,
  pack: 1,
  paper: 1,
  transcript: 2,
  minutes: 3,
  'action log': 4,
}

function roleOf(joined: JoinedMention, at: number | null, firstAt: number | null): MentionRole {
  const { mention, repeated } = joined
  if (repeated) return 'repeated'
  if (mention.kind === 'action log') return 'log'
  const isEarlier = at !== null && firstAt !== null && firstAt < at
  return mention.rule.startsWith('action-table') && isEarlier ? 'log' : 'asked'
}

/** Words such as "done" within what is asked for say nothing of its state; after it, or in a log's row, they do. */
function statedBy(mention: StoredMention, role: MentionRole): HistoryEntry['says'] {
  if (mention.corrected.includes('status')) return mention.status
  if (role === 'log' || mention.rule.startsWith('action-table'))
    return mention.status === 'unknown'
      ? saysOfAction(mention.quote.replace(mention.text, ' '), null)
      : mention.status
  if (mention.status !== 'done') return mention.status
  return /^\W*\[x\]|✓|✔|☑|[-–—:;.([,]\s?(?:now )?(?:done|completed?|closed|finished|actioned)\W*$/i.test(
    mention.quote.slice(0, 2000),
  )
    ? 'done'
    : 'unknown'
}

function entryOf(joined: JoinedMention, at: number | null, firstAt: number | null): HistoryEntry {
  const { mention } = joined
  const role = roleOf(joined, at, firstAt)
  const says = statedBy(mention, role)
  const { meetingId, date, documentId, document, kind, page, key, text, quote, owner, due, dueText } = mention
  return {
    meetingId,
    date,
    documentId,
    document,
    kind,
    page,
    key,
    actionId: mention.actionId,
    corrected: [...mention.corrected],
    role,
    text,
    owner,
    due,
    dueText,
    says,
    at,
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
  const histories = threads.map((thread, number): ThreadHistory => {
    const opening = thread.mentions[0]
    const firstAt = opening === undefined ? null : placeOf(opening.mention.meetingId)
    return {
      number,
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

  const spokenOf = indexHistories(histories)
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
        const found = isRow ? namedInRow(sentence, spokenOf, at) : namedInWords(sentence, spokenOf, at)
        if (found === null) continue
        named.add(found.history)
        if (isRow) rows += 1
        addSaying(found.history, saying, sentence, isRow ? 'log' : 'matters arising', found.says, at)
      }
    }
    const before = lastCarrierBefore(carriers.values(), at)
    for (const { said, saying, sentence } of ofAll) {
      const open = histories.filter(
        (history) => isOpenBefore(history, at, before) && !(said.others && named.has(history)),
      )
      if (said.count !== null && said.count < open.length) continue
      for (const history of open)
        history.entries.push(sayingEntry(saying, sentence, 'all actions', said.says, at))
    }
    // One remark on one action is no account of them all.
    if (rows > 0 || named.size > 1 || ofAll.length > 0) carry(place, at)
  }
  for (const { entries } of histories)
    entries.sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || RANK[a.kind] - RANK[b.kind])
  return { histories, carriers: [...carriers.values()].toSorted((a, b) => a.at - b.at) }
}

interface Named {
  readonly history: ThreadHistory
  readonly says: HistoryEntry['says']
}

/** By the rare words of which a text must hold one to speak of the action. */
type SpokenOf = ReadonlyMap<string, readonly ThreadHistory[]>

function indexHistories(histories: readonly ThreadHistory[]): SpokenOf {
  const counts = new Map<string, number>()
  for (const { words } of histories)
    for (const stem of words.telling) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const index = new Map<string, ThreadHistory[]>()
  for (const history of histories)
    for (const stem of rareStems(
      history.words,
      fewestSpoken(history.words),
      (each) => counts.get(each) ?? 0,
    )) {
      const known = index.get(stem)
      if (known === undefined) index.set(stem, [history])
      else known.push(history)
    }
  return index
}

/** Actions of earlier meetings that these words may speak of, in the order in which they were begun. */
function earlierWith(words: readonly ActionWords[], spokenOf: SpokenOf, at: number): ThreadHistory[] {
  const found = new Set(words.flatMap(({ telling }) => telling.flatMap((stem) => spokenOf.get(stem) ?? [])))
  return [...found]
    .filter(({ entries }) => {
      const firstAt = entries[0]?.at ?? null
      return firstAt !== null && firstAt < at
    })
    .toSorted((a, b) => a.number - b.number)
}

/** The one action of an earlier meeting that a sentence speaks of most surely. */
function namedInWords(sentence: string, spokenOf: SpokenOf, at: number): Named | null {
  const words = actionWords(sentence)
  const best = surest(earlierWith([words], spokenOf, at), ({ words: action }) =>
    namesAction(action, sentence, words),
  )
  return best === null ? null : { history: best, says: saysOfAction(sentence, best.words.verb) }
}

/** The same for a row: one of its cells is the action, and the others say how it stands. */
function namedInRow(row: string, spokenOf: SpokenOf, at: number): Named | null {
  const cells = row.split(' | ')
  const words = cells.map((cell) => actionWords(cell))
  const best = surest(
    earlierWith(words, spokenOf, at),
    (history) => cellWithAction(history.words, words)?.score ?? 0,
  )
  if (best === null) return null
  const own = cellWithAction(best.words, words)?.cell
  return { history: best, says: saysOfAction(cells.filter((_, cell) => cell !== own).join(' | '), null) }
}

function surest(
  histories: Iterable<ThreadHistory>,
  scoreOf: (history: ThreadHistory) => number,
): ThreadHistory | null {
  let best: ThreadHistory | null = null
  let highest = 0
  for (const history of histories) {
    const score = scoreOf(history)
    if (
      score > highest ||
      (score === highest && score > 0 && best !== null && isDone(best) && !isDone(history))
    ) {
      best = history
      highest = score
    }
  }
  return best
}

function lastCarrierBefore(carriers: Iterable<Carrier>, at: number): number {
  return Math.max(-1, ...[...carriers].map((carrier) => carrier.at).filter((earlier) => earlier < at))
}

const isDone = ({ entries }: ThreadHistory): boolean =>
  entries.findLast(({ role }) => role !== 'repeated')?.says === 'done'

/** Not done, and not gone from the log before: last seen at the carrier before this one, or since. */
function isOpenBefore({ entries }: ThreadHistory, at: number, carrierBefore: number): boolean {
  const before = entries.filter((entry) => entry.at !== null && entry.at < at && entry.role !== 'repeated')
  if (!before.some((entry) => (entry.at ?? -1) >= carrierBefore)) return false
  return before.findLast(({ says }) => says !== 'unknown')?.says !== 'done'
}

function addSaying(
  history: ThreadHistory,
  saying: StoredSaying,
  sentence: string,
  role: MentionRole,
  says: HistoryEntry['says'],
  at: number,
): void {
  const known = history.entries.find(
    (entry) => entry.documentId === saying.documentId && entry.role !== 'repeated',
  )
  // The row or the words were read as a mention already, and say no more here.
  if (known !== undefined && (says === 'unknown' || says === known.says)) return
  history.entries.push(sayingEntry(saying, sentence, role, says, at))
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
    meetingId,
    date,
    documentId,
    document,
    kind,
    page,
    role,
    says,
    at,
    key: null,
    actionId: null,
    corrected: [],
    text: sentence.slice(0, QUOTE),
    quote: sentence.slice(0, QUOTE),
    owner: null,
    due: null,
    dueText: null,
    joinedBecause: role === 'all actions' ? 'said of all actions' : 'named under matters arising',
  }
}
