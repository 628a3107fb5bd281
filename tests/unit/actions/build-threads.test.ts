import { describe, expect, it } from 'vitest'
import type {
  BoardActions,
  StoredMention,
  StoredSaying,
} from '../../../shared/analysis/actions/action-record.ts'
import { nameOwners } from '../../../shared/analysis/actions/name-owners.ts'
import { buildThreads } from '../../../shared/analysis/actions/build-threads.ts'
import type { DocumentKind } from '../../../shared/model/analysis.ts'

const DATES = ['2025-01-15', '2025-02-19', '2025-03-19', '2025-04-16'] as const
const meetingAt = (at: number): string => `meeting${at}0`

let counter = 0
function mention(
  at: number,
  text: string,
  more: Partial<StoredMention> & { kind?: DocumentKind } = {},
): StoredMention {
  const kind = more.kind ?? 'minutes'
  return {
    key: `${meetingAt(at)}-mi${(counter += 1).toString(16).padStart(16, '0')}`,
    meetingId: meetingAt(at),
    date: DATES[at] ?? null,
    documentId: `document${at}${kind === 'minutes' ? '' : kind.slice(0, 1)}`,
    document: `${kind} ${at}`,
    kind,
    page: 1,
    actionId: `document${at}a${counter}`,
    corrected: [],
    text,
    quote: `ACTION: ${text}`,
    rule: 'action-marked',
    owner: 'AB',
    due: null,
    dueText: null,
    status: 'unknown',
    focus: 'other',
    ...more,
  }
}

/** A row of a log or of a table of actions. */
const row = (at: number, text: string, state: string, more: Partial<StoredMention> = {}): StoredMention =>
  mention(at, text, {
    kind: 'action log',
    rule: 'action-table',
    quote: `${text} AB ${state}`,
    status: state === 'Complete' ? 'done' : state === 'Open' ? 'open' : 'unknown',
    ...more,
  })

const saying = (at: number, text: string, kind: DocumentKind = 'minutes'): StoredSaying => ({
  meetingId: meetingAt(at),
  date: DATES[at] ?? null,
  documentId: `document${at}${kind === 'minutes' ? '' : kind.slice(0, 1)}`,
  document: `${kind} ${at}`,
  kind,
  page: 2,
  text,
})

function build(
  mentions: StoredMention[],
  given: Partial<BoardActions> = {},
  meetings: number = DATES.length,
) {
  const board: BoardActions = {
    boardId: 'board000',
    board: 'Harbour Board',
    meetings: DATES.slice(0, meetings).map((date, at) => ({ id: meetingAt(at), date, kinds: ['minutes'] })),
    mentions,
    sayings: [],
    decisions: { separate: new Set(), joined: [] },
    settings: [],
    ...given,
  }
  return buildThreads(board, '2025-06-01')
}

const statesOf = (result: ReturnType<typeof build>): Record<string, string> =>
  Object.fromEntries(result.threads.map(({ text, state }) => [text, state.value]))

const threadsOfOwners = (one: string, other: string): number =>
  build([
    mention(0, 'Survey tenants on the noise at night', { owner: one }),
    mention(1, 'Survey the tenants on noise by night and day', { owner: other }),
  ]).threads.length

const threadsOfReferences = (one: string, other: string): number =>
  build([
    mention(0, 'Mend the gate', { quote: `${one} Mend the gate`, owner: null }),
    mention(1, 'Gate by the quay to be mended', {
      quote: `${other} Gate by the quay to be mended`,
      owner: null,
    }),
  ]).threads.length

describe('joining mentions', () => {
  it('joins the same owner’s similar words, and says why', () => {
    const { threads } = build([
      mention(0, 'Bring the programme of visits to tenants, with dates'),
      mention(1, 'Bring the programme of visits to tenants'),
    ])
    expect(threads).toHaveLength(1)
    expect(threads[0]?.history.map(({ joinedBecause }) => joinedBecause)).toEqual([
      null,
      'same owner, similar words',
    ])
  })

  it('takes initials and a full name for one owner, two names for two', () => {
    expect(threadsOfOwners('JB', 'Jane Bell')).toBe(1)
    expect(threadsOfOwners('J. Bell', 'Jane Bell')).toBe(1)
    expect(threadsOfOwners('Jane Bell', 'John Bell')).toBe(2)
    expect(threadsOfOwners('JB', 'Carl Dunn')).toBe(2)
  })

  it.each([
    ['Bring the re-forecast for the first quarter', 'Bring the re-forecast for the second quarter'],
    ['Report on complaints in March', 'Report on complaints in May'],
    ['Review the lease of the north pier', 'Review the tariff of the north car park'],
    ['Circulate the dates', 'Circulate the budget'],
  ])('leaves “%s” and “%s” apart', (one, other) => {
    expect(build([mention(0, one), mention(1, other)]).threads).toHaveLength(2)
  })

  it('joins by a reference with a year, never by a number that begins anew', () => {
    expect(threadsOfReferences('25/014', '25/014')).toBe(1)
    expect(threadsOfReferences('25/014', '25/015')).toBe(2)
    expect(threadsOfReferences('3', '3')).toBe(2)
    expect(threadsOfReferences('5.1', '5.1')).toBe(2)
  })

  it('leaves a mention alone that might belong to either of two', () => {
    const { threads } = build([
      mention(0, 'Write to the tenants of the east quay on parking'),
      mention(0, 'Write to the tenants of the west quay on parking'),
      mention(1, 'Write to the tenants of the quay on parking'),
    ])
    expect(threads).toHaveLength(3)
  })

  it('does what people decided', () => {
    const mentions = [
      mention(0, 'Mend the gate by the quay'),
      mention(1, 'Mend the gate by the quay'),
      mention(2, 'Paint it'),
    ]
    const [first, second, third] = mentions.map(({ key }) => key)
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few')
    expect(build(mentions).threads).toHaveLength(2)
    expect(build(mentions, { decisions: { separate: new Set([second]), joined: [] } }).threads).toHaveLength(
      3,
    )
    const joined = build(mentions, { decisions: { separate: new Set(), joined: [[third, first]] } }).threads
    expect(joined).toHaveLength(1)
    expect(joined[0]?.history.at(-1)?.joinedBecause).toBe('by hand')
  })

  it('takes the same words in the papers for the minutes over again, not for a follow-up', () => {
    const { threads } = build(
      [mention(0, 'Mend the gate by the quay'), mention(1, 'Mend the gate by the quay', { kind: 'pack' })],
      {},
      2,
    )
    expect(threads[0]?.history[1]?.role).toBe('repeated')
    expect(threads[0]?.state.value).toBe('not followed up')
  })
})

describe('what the record says', () => {
  it('is lost where a later log carries others and nothing says that it was done', () => {
    const result = build([
      mention(0, 'Mend the gate by the quay'),
      mention(0, 'Survey tenants on noise at night'),
      row(1, 'Survey tenants on noise at night', 'Open'),
    ])
    expect(statesOf(result)).toMatchObject({ 'Mend the gate by the quay': 'lost' })
    const lost = result.threads.find(({ state }) => state.value === 'lost')
    expect(lost?.because).toBe(
      'Last in the minutes of 15 January 2025, page 1. The action log of 19 February 2025, page 1 does not carry it, and no stored document was found to say that it was done.',
    )
    expect(lost?.notCarried.map(({ date }) => date)).toEqual(['2025-02-19'])
  })

  it('is not followed up where no later document carries actions, and open at the latest meeting', () => {
    const result = build([mention(0, 'Mend the gate by the quay'), mention(3, 'Paint the pier in spring')])
    expect(statesOf(result)).toEqual({
      'Mend the gate by the quay': 'not followed up',
      'Paint the pier in spring': 'open',
    })
  })

  it('is done by a log, and begins anew where minutes ask once more', () => {
    const result = build(
      [
        mention(0, 'Mend the gate by the quay'),
        row(1, 'Mend the gate by the quay', 'Complete'),
        mention(2, 'Mend the gate by the quay'),
      ],
      {},
      3,
    )
    expect(result.threads.map(({ state }) => state.value).toSorted()).toEqual(['done', 'open'])
  })

  it.each([
    ['The gate by the quay had been mended in March.', 'done'],
    ['The action to mend the gate by the quay was closed.', 'done'],
    ['The gate by the quay had not been mended; the action was carried forward.', 'open'],
    ['The gate by the quay will be mended in May.', 'open'],
    ['All actions had been completed.', 'done'],
    ['All three actions had been completed.', 'done'],
    ['All actions but one had not been completed.', 'open'],
    ['The gate of the north pier was admired.', 'not followed up'],
  ])('hears “%s” under matters arising', (words, state) => {
    const { threads } = build([mention(0, 'Mend the gate by the quay')], { sayings: [saying(1, words)] }, 2)
    expect(threads[0]?.state.value).toBe(state)
  })

  it('does not take a count that is too small for all', () => {
    const { threads } = build(
      [
        mention(0, 'Mend the gate by the quay'),
        mention(0, 'Survey tenants on noise'),
        mention(0, 'Paint the pier red'),
      ],
      { sayings: [saying(1, 'All two actions had been completed.')] },
      2,
    )
    expect(threads.filter(({ state }) => state.value === 'done')).toEqual([])
  })

  it('reads a row’s state beside the action, never within it', () => {
    const { threads } = build(
      [mention(0, 'Complete the survey of tenants')],
      { sayings: [saying(1, '1 | Complete the survey of tenants | AB | 1 March | Open', 'pack')] },
      2,
    )
    expect(threads[0]?.history.at(-1)).toMatchObject({ role: 'log', says: 'open' })
  })

  it('counts age, and days past the date at the latest meeting and today', () => {
    const [thread] = build([mention(0, 'Mend the gate by the quay', { due: '2025-04-10' })]).threads
    expect(thread).toMatchObject({ ageDays: 91, ageMeetings: 3, overdueDays: 6, overdueDaysToday: 52 })
  })

  it('puts customers first and lets a person’s word stand', () => {
    const customers = mention(1, 'Ring every tenant who complained', { focus: 'customer' })
    const other = mention(0, 'Mend the gate by the quay')
    const { threads } = build([other, customers], {
      settings: [[other.key, { state: 'done', measure: null }]],
    })
    expect(threads.map(({ text }) => text)[0]).toBe(customers.text)
    expect(threads[1]?.state).toEqual({ value: 'done', basis: 'human' })
  })

  it('leaves rows of figures and column heads out, and says how many', () => {
    const { threads, coverage } = build([
      row(0, 'Bank debt', 'x', { owner: '(45.0)', dueText: '(46.0)', kind: 'pack' }),
      row(0, 'Actions open after the meeting', 'x', { owner: 'Owner Due Status', kind: 'pack' }),
      mention(0, 'Mend the gate by the quay'),
    ])
    expect(threads).toHaveLength(1)
    expect(coverage.leftOut).toBe(2)
  })
})

const person = (name: string) => ({
  name,
  initials: null,
  role: null,
  presence: 'present' as const,
  onlyFor: null,
  evidence: { page: 1, block: 0, quote: name, rule: 'attendance-list' },
})

const owners = (people: readonly string[], owner: string, more: Partial<StoredMention> = {}) =>
  nameOwners(
    [mention(0, 'Bring the lantern plan', { owner, ...more })],
    new Map([[meetingAt(0), people.map((name) => person(name))]]),
  ).map((one) => one.owner)

describe('owners by initials and by name', () => {
  it('are one person where one of the meeting fits and no other', () => {
    expect(owners(['Joss Redfern', 'Marcus Venn'], 'JR', { kind: 'pack' })).toEqual(['Joss Redfern'])
    expect(owners(['Joss Redfern', 'Marcus Venn'], 'JR/MV')).toEqual(['Joss Redfern, Marcus Venn'])
    expect(owners(['Joss Redfern', 'Jan Roe'], 'JR')).toEqual(['JR'])
    expect(owners(['Marcus Venn'], 'JR')).toEqual(['JR'])
    expect(owners(['Joss Redfern'], 'the Clerk')).toEqual(['the Clerk'])
  })

  it('stay as a person entered them, and are looked for in their own meeting only', () => {
    expect(owners(['Joss Redfern'], 'JR', { corrected: ['owner'] })).toEqual(['JR'])
    const other = new Map([[meetingAt(1), [person('Joss Redfern')]]])
    expect(nameOwners([mention(0, 'Bring it', { owner: 'JR' })], other)[0]?.owner).toBe('JR')
  })
})
