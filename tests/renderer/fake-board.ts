import { FOCI } from '../../shared/model/focus.ts'
import type { Focus, FocusProbabilities } from '../../shared/model/focus.ts'
import type { Board, MeetingDetail, MeetingItem, PassageView } from '../../shared/model/library.ts'
import type { FocusShares, LensMeasure } from '../../shared/model/measures.ts'

/** A fictional water company's board, small enough to reckon by hand. */
export const BOARD: Board = {
  id: 'board0001',
  name: 'Northmere Water, Board of Directors',
  customerTerms: ['households'],
  target: 0.3,
  dateOrder: 'day-first',
  meetings: 5,
  firstDate: '2026-05-12',
  lastDate: '2026-10-13',
}

export function certain(focus: Focus): FocusProbabilities {
  return {
    customer: focus === 'customer' ? 1 : 0,
    'customer-in-numbers': focus === 'customer-in-numbers' ? 1 : 0,
    numbers: focus === 'numbers' ? 1 : 0,
    other: focus === 'other' ? 1 : 0,
    procedural: focus === 'procedural' ? 1 : 0,
  }
}

export interface FakePassage {
  readonly text: string
  readonly focus: Focus
  readonly words?: string
}

export interface FakeItem {
  readonly title: string
  readonly minutes: number | null
  readonly passages: readonly FakePassage[]
}

/** A passage the machine is 80 % sure of. */
function passageOf(id: string, documentId: string, itemId: string, fake: FakePassage): PassageView {
  const probabilities = Object.fromEntries(FOCI.map((focus) => [focus, focus === fake.focus ? 0.8 : 0.05]))
  const words = fake.words ?? ''
  const start = fake.text.indexOf(words)
  return {
    id,
    documentId,
    meetingItemId: itemId,
    text: fake.text,
    page: 1,
    human: null,
    focus: fake.focus,
    confidence: 0.8,
    probabilities: { ...certain('other'), ...probabilities },
    fromCustomers: false,
    topics: [],
    evidence:
      words === '' || start === -1 ? [] : [{ start, end: start + words.length, text: words, weight: 1 }],
  }
}

export function fakeMeeting(key: string, date: string | null, items: readonly FakeItem[]): MeetingDetail {
  const documentId = `agenda${key}`
  const built = items.map((fake, index) => {
    const id = `item${key}${index}`
    const passages = fake.passages.map((passage, place) =>
      passageOf(`pass${key}${index}x${place}`, documentId, id, passage),
    )
    return { id, fake, passages, index }
  })
  const meeting: MeetingDetail = {
    id: `meeting${key}`,
    boardId: BOARD.id,
    board: BOARD.name,
    date,
    documents: [
      {
        id: documentId,
        kind: 'minutes',
        name: `minutes-${key}.pdf`,
        pages: 2,
        result: 'imported',
        warnings: [],
        replacedBy: null,
      },
    ],
    measures: { planned: null, recorded: null, record: null, pack: null },
    settled: 0,
    window: { planned: { start: '09:00', end: null, evidence: null }, recorded: null },
    items: built.map(({ id, fake, passages, index }): MeetingItem => ({
      id,
      number: String(index + 1),
      title: fake.title,
      level: 1,
      parent: null,
      lead: 'R. Osei',
      purpose: 'discussion',
      role: 'topic',
      deferred: false,
      planned:
        fake.minutes === null
          ? null
          : { start: null, minutes: fake.minutes, minutesMax: fake.minutes, basis: 'stated', evidence: null },
      recorded: null,
      sources: [],
      focus: fake.passages[0]?.focus ?? 'other',
      shares: certain('other'),
      mixBasis: 'minutes',
      passages: passages.map((passage) => passage.id),
    })),
    passages: built.flatMap(({ passages }) => passages),
    actions: [],
    decisions: [],
    attendance: [],
  }
  return remeasure(meeting)
}

const settledFocus = (passage: PassageView): Focus => passage.human?.focus ?? passage.focus

function rangesOf(sums: Record<Focus, number>, total: number, slack: number): FocusShares {
  const range = (focus: Focus): FocusShares[Focus] => ({
    low: sums[focus] / (total + slack),
    mid: sums[focus] / total,
    high: (sums[focus] + slack) / (total + slack),
  })
  return {
    customer: range('customer'),
    'customer-in-numbers': range('customer-in-numbers'),
    numbers: range('numbers'),
    other: range('other'),
    procedural: range('procedural'),
  }
}

/** Hard labels and whole minutes: not the product's measures, only figures that move when a label does. */
export function remeasure(meeting: MeetingDetail): MeetingDetail {
  const sums = { ...certain('other'), other: 0 }
  let total = 0
  let untimedItems = 0
  const items = meeting.items.map((item) => {
    const passages = meeting.passages.filter((passage) => passage.meetingItemId === item.id)
    const shares = { ...certain('other'), other: 0 }
    for (const passage of passages) shares[settledFocus(passage)] += 1 / passages.length
    const minutes = item.planned?.minutes ?? null
    if (minutes === null) untimedItems += 1
    else {
      total += minutes
      for (const focus of FOCI) sums[focus] += shares[focus] * minutes
    }
    return { ...item, shares }
  })
  const slack = untimedItems * 20
  const shares = rangesOf(sums, total, slack)
  const planned: LensMeasure | null =
    total === 0
      ? null
      : { total, substantiveTotal: total, unknown: slack, untimedItems, shares, sharesOfAll: shares }
  return {
    ...meeting,
    items,
    measures: { ...meeting.measures, planned },
    settled: meeting.passages.filter((passage) => passage.human !== null).length,
  }
}

const customers = (text: string, words = 'households'): FakePassage => ({ text, focus: 'customer', words })
const numbers = (text: string): FakePassage => ({ text, focus: 'numbers' })

/** Five meetings: the fourth leaves one item untimed, the last has no time at all. */
export function fakeMeetings(): MeetingDetail[] {
  return [
    fakeMeeting('aaaa', '2026-05-12', [
      {
        title: 'Complaints',
        minutes: 40,
        passages: [customers('The board heard what households had said.')],
      },
      { title: 'Results', minutes: 60, passages: [numbers('Costs were 2 % over budget.')] },
    ]),
    fakeMeeting('bbbb', '2026-06-16', [
      { title: 'Complaints', minutes: 20, passages: [customers('More households had written.')] },
      {
        title: 'Forecast',
        minutes: 80,
        passages: [
          { text: 'Demand from households fell 3 %.', focus: 'customer-in-numbers' },
          numbers('The forecast was cut.'),
        ],
      },
    ]),
    fakeMeeting('cccc', '2026-07-14', [
      { title: 'Visits', minutes: 10, passages: [customers('Two directors had visited households.')] },
      { title: 'Results', minutes: 90, passages: [numbers('Cash was steady.')] },
    ]),
    fakeMeeting('dddd', '2026-09-15', [
      { title: 'Survey', minutes: 30, passages: [customers('The survey of households was shown.')] },
      { title: 'Budget', minutes: 30, passages: [numbers('The budget was noted.')] },
      { title: 'Pipes', minutes: null, passages: [{ text: 'The main was laid.', focus: 'other' }] },
    ]),
    fakeMeeting('eeee', '2026-10-13', [
      { title: 'Complaints', minutes: null, passages: [customers('Complaints from households fell.')] },
    ]),
  ]
}
