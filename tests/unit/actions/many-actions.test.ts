import { describe, expect, it } from 'vitest'
import type { StoredMention } from '../../../shared/analysis/actions/action-record.ts'
import { buildThreads } from '../../../shared/analysis/actions/build-threads.ts'
import { joinMentions, whySame } from '../../../shared/analysis/actions/join-mentions.ts'
import { MentionIndex } from '../../../shared/analysis/actions/mention-index.ts'

const MEETINGS = 200
const SYLLABLES = 'ba ke li mo nu pra stre vo gri tan del for sil mer hol wen'.split(' ')
const syllable = (at: number): string => SYLLABLES[at % SYLLABLES.length] ?? ''
const word = (at: number): string => `${syllable(at)}${syllable(at >> 4)}${syllable(at >> 2)}k`
const dateAt = (at: number): string => new Date(Date.UTC(2008, at, 10)).toISOString().slice(0, 10)

/** Numbers below a bound, always the same ones (a linear congruential generator). */
function sequence(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor(state / 256) % below
  }
}

/** Actions of many meetings, a third of them carried on from one a little earlier. */
function manyMentions(count: number, vocabulary: number, owners: number): StoredMention[] {
  const next = sequence(7)
  const mentions: StoredMention[] = []
  for (let at = 0; at < count; at += 1) {
    const meeting = Math.floor((at * MEETINGS) / count)
    const carried = next(3) === 0 ? mentions[at - 1 - next(60)] : undefined
    const words = Array.from({ length: 4 + next(5) }, () => word(next(vocabulary)))
    const text = carried?.text ?? `Report ${words.join(' ')} to the board`
    const person = next(owners)
    const name = `${word(person * 7 + 1)} ${word(person * 3)}`
    mentions.push({
      key: `meeting${meeting}-${at}`,
      meetingId: `meeting${meeting}`,
      date: dateAt(meeting),
      documentId: `document${meeting}${carried === undefined ? '' : 'l'}`,
      document: 'minutes',
      kind: carried === undefined ? 'minutes' : 'action log',
      page: 1,
      actionId: `action${at}`,
      corrected: [],
      text,
      quote: text,
      rule: carried === undefined ? 'action-marked' : 'action-table',
      owner: carried?.owner ?? (next(4) === 0 ? null : name),
      due: null,
      dueText: 'soon',
      status: carried === undefined ? 'unknown' : 'open',
      focus: 'other',
    })
  }
  return mentions
}

const noDecisions = { separate: new Set<string>(), joined: [] }

describe('many actions', () => {
  it('follows 5,000 over 200 meetings', { timeout: 60_000 }, () => {
    const mentions = manyMentions(5000, 400, 40)
    const { threads } = buildThreads(
      {
        boardId: 'board000',
        board: 'Harbour Board',
        meetings: Array.from({ length: MEETINGS }, (_, at) => ({
          id: `meeting${at}`,
          date: dateAt(at),
          kinds: ['minutes', 'action log'],
        })),
        mentions,
        sayings: mentions
          .filter((_, at) => at % 5 === 0)
          .map((mention) => ({ ...mention, text: `The action to ${mention.text} was carried forward.` })),
        decisions: noDecisions,
        settings: [],
      },
      '2025-06-01',
    )
    const keys = threads.flatMap(({ history }) => history.flatMap(({ key }) => (key === null ? [] : [key])))
    expect(new Set(keys).size).toBe(5000)
    expect(threads.length).toBeLessThan(4500)
    expect(threads.some(({ mentions: count }) => count > 3)).toBe(true)
  })

  it('finds by its index every mention that comparing with all would join', () => {
    const joined = joinMentions(manyMentions(700, 30, 3), noDecisions).flatMap(({ mentions }) => mentions)
    const index = new MentionIndex<(typeof joined)[number]>()
    const missed: string[] = []
    let same = 0
    for (const [at, mention] of joined.entries()) {
      const near = new Set(index.near(mention))
      for (const earlier of joined.slice(0, at)) {
        if (whySame(earlier, mention) === null) continue
        same += 1
        if (!near.has(earlier)) missed.push(`${earlier.mention.text} / ${mention.mention.text}`)
      }
      index.add(mention, mention)
    }
    expect(missed).toEqual([])
    expect(same).toBeGreaterThan(200)
  })
})
