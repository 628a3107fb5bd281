/* oxlint-disable unicorn/consistent-function-scoping -- builders stand beside the cases they serve */
import { describe, expect, test } from 'vitest'
import { measureMeeting } from '../../../shared/analysis/measure/measure-meeting.ts'
import { measuresSchema } from '../../../shared/model/measures.ts'
import type { ShareRange } from '../../../shared/model/measures.ts'
import { document, item, passage, window } from './measured-fixture.ts'

const exact = (share: number): ShareRange => ({ low: share, mid: share, high: share })
const near = (share: number): ShareRange => ({
  low: expect.closeTo(share, 9),
  mid: expect.closeTo(share, 9),
  high: expect.closeTo(share, 9),
})

describe('planned minutes', () => {
  test('are exact when every substantive item is timed; breaks and procedure stay outside the headline', () => {
    const { planned } = measureMeeting([
      document({
        items: [
          item({ title: 'Apologies', role: 'procedural', planned: 5 }),
          item({ title: 'Complaints', planned: 15, focus: 'customer' }),
          item({ title: 'Lunch', role: 'break', planned: 60 }),
          item({ title: 'Forecast', planned: 45, focus: 'numbers' }),
        ],
      }),
    ])
    expect(planned).toMatchObject({ total: 65, substantiveTotal: 60, unknown: 0, untimedItems: 0 })
    expect(planned?.shares.customer).toEqual(exact(0.25))
    expect(planned?.shares.procedural).toEqual(exact(0))
    expect(planned?.sharesOfAll.procedural).toEqual(near(5 / 65))
    measuresSchema.parse({ planned, recorded: null, record: null, pack: null })
  })

  test('that nobody states are not filled in: the window bounds what they can be', () => {
    const agenda = (planned: number | null) =>
      document({
        window: { planned: window('09:00', '10:40'), recorded: null },
        items: [
          item({ title: 'Complaints', planned: 30, focus: 'customer' }),
          item({ title: 'Forecast', planned: 30, focus: 'numbers' }),
          item({ title: 'Property', planned }),
        ],
      })
    const { planned } = measureMeeting([agenda(null)])
    expect(planned).toMatchObject({ total: 60, unknown: 40, untimedItems: 1 })
    expect(planned?.shares.customer).toEqual({
      low: expect.closeTo(0.3, 9),
      mid: 0.5,
      high: expect.closeTo(0.7, 9),
    })
    expect(planned?.shares.other).toEqual({ low: 0, mid: 0, high: expect.closeTo(0.4, 9) })
    expect(measureMeeting([agenda(20)]).planned).toMatchObject({ unknown: 20, untimedItems: 0 })
  })

  test('without a window are bounded only by the day', () => {
    const { planned } = measureMeeting([
      document({ items: [item({ title: 'A', planned: 60, focus: 'customer' }), item({ title: 'B' })] }),
    ])
    expect(planned?.unknown).toBeNull()
    expect(planned?.shares.customer).toEqual({ low: expect.closeTo(60 / 1440, 9), mid: 1, high: 1 })
    expect(planned?.shares.numbers).toEqual({ low: 0, mid: 0, high: expect.closeTo(1380 / 1440, 9) })
  })

  test('of an untimed procedural item leave the headline exact', () => {
    const { planned } = measureMeeting([
      document({
        window: { planned: window('23:30', '00:30'), recorded: null },
        items: [
          item({ title: 'Apologies', role: 'procedural' }),
          item({ title: 'B', planned: 50, focus: 'customer' }),
        ],
      }),
    ])
    expect(planned).toMatchObject({ untimedItems: 0, unknown: 10 })
    expect(planned?.shares.customer).toEqual(exact(1))
    expect(planned?.sharesOfAll.customer.low).toBeCloseTo(50 / 60, 9)
  })

  test('of a procedural item with substance under it are unknown like any other', () => {
    const { planned } = measureMeeting([
      document({
        items: [
          item({ title: 'Complaints', planned: 50, focus: 'customer' }),
          item({ title: 'Consent agenda', role: 'procedural' }),
          item({ title: 'Budget', level: 2, parent: 1, focus: 'numbers' }),
        ],
      }),
    ])
    expect(planned).toMatchObject({ untimedItems: 1, unknown: null })
    expect(planned?.shares.customer.low).toBeLessThan(0.1)
  })

  test('as a stated range widen the shares', () => {
    const { planned } = measureMeeting([
      document({
        items: [
          item({ title: 'A', planned: [5, 15], focus: 'customer' }),
          item({ title: 'B', planned: 10, focus: 'numbers' }),
        ],
      }),
    ])
    expect(planned?.shares.customer).toEqual({
      low: expect.closeTo(5 / 15, 9),
      mid: 0.5,
      high: expect.closeTo(15 / 25, 9),
    })
  })

  test('of a deferred item were not spent, also under a timed parent', () => {
    const { planned } = measureMeeting([
      document({
        items: [
          item({ title: 'Complaints', planned: 20, focus: 'customer', deferred: true }),
          item({ title: 'Reports', planned: 30 }),
          item({ title: 'Cash', parent: 1, level: 2, planned: 10, focus: 'numbers' }),
          item({ title: 'Churn', parent: 1, level: 2, planned: 20, focus: 'customer', deferred: true }),
        ],
      }),
    ])
    expect(planned).toMatchObject({ total: 10, substantiveTotal: 10 })
    expect(planned?.shares.numbers).toEqual(exact(1))
  })

  test('are absent when nothing substantive is timed', () => {
    const untimed = document({
      window: { planned: window('09:00', '11:00'), recorded: null },
      items: [item({ title: 'A' }), item({ title: 'Apologies', role: 'procedural', planned: 5 })],
    })
    expect(measureMeeting([untimed])).toEqual({ planned: null, recorded: null, record: null, pack: null })
    expect(measureMeeting([])).toEqual({ planned: null, recorded: null, record: null, pack: null })
  })
})

describe('a parent and its children', () => {
  const parent = (own: number | null, first: number | null, second: number | null) =>
    measureMeeting([
      document({
        items: [
          item({ title: 'Reports', planned: own }),
          item({ title: 'Complaints', level: 2, parent: 0, planned: first, focus: 'customer' }),
          item({ title: 'Cash', level: 2, parent: 0, planned: second, focus: 'numbers' }),
        ],
      }),
    ]).planned

  test('children timed: theirs count, the parent’s is no addition', () => {
    expect(parent(null, 10, 30)).toMatchObject({ total: 40, shares: { customer: exact(0.25) } })
    expect(parent(40, 10, 30)).toEqual(parent(null, 10, 30))
    expect(parent(50, 10, 30)?.total).toBe(40)
  })
  test('only the parent timed: its time covers them', () => {
    const covered = parent(40, null, null)
    expect(covered).toMatchObject({ total: 40, untimedItems: 0, unknown: 0 })
    expect(covered?.shares.customer.mid).toBeCloseTo(0.5, 9)
  })
  test('some timed: what is left is the others’', () => {
    const left = parent(40, 10, null)
    expect(left).toMatchObject({ total: 40, untimedItems: 0 })
    expect(left?.shares.customer.mid).toBeCloseTo(0.25, 9)
    expect(left?.shares.numbers.mid).toBeCloseTo(0.75, 9)
  })
  test('some timed under an untimed parent: the rest stays unknown', () => {
    expect(parent(null, 10, null)).toMatchObject({ total: 10, untimedItems: 1, unknown: null })
  })
})

describe('an item’s mix', () => {
  const agenda = document({ items: [item({ title: 'Service review', planned: 60, focus: 'other' })] })
  const paper = document({
    kind: 'paper',
    items: [item({ title: 'Service review' })],
    passages: [passage('Costs rose again this quarter', 0, 'numbers')],
  })
  const minutes = document({
    kind: 'minutes',
    items: [item({ title: 'Service Review' })],
    passages: [passage('Riders wait too long they say', 0, 'customer'), passage('Cash fell', 0, 'numbers')],
  })
  const share = (...documents: Parameters<typeof measureMeeting>[0]) =>
    measureMeeting(documents).planned?.shares.customer.mid

  test('comes from its minutes, else its papers, else its title', () => {
    expect(measureMeeting([agenda]).planned?.shares.other.mid).toBe(1)
    expect(measureMeeting([agenda, paper]).planned?.shares.numbers.mid).toBe(1)
    expect(share(agenda, paper, minutes)).toBeCloseTo(6 / 8, 9)
  })

  test('counts a settled passage as certain and narrows the band', () => {
    const unsure = { customer: 0.5, 'customer-in-numbers': 0.1, numbers: 0.2, other: 0.1, procedural: 0.1 }
    const said = (human: 'customer' | null) =>
      document({
        kind: 'minutes',
        items: minutes.items,
        passages: [{ ...passage('Riders wait', 0, unsure), human }],
      })
    const open = measureMeeting([agenda, said(null)]).planned?.shares.customer
    expect(open?.mid).toBeCloseTo(0.5 / 0.9, 9)
    expect(open?.low).toBeLessThan(0.1)
    expect(measureMeeting([agenda, said('customer')]).planned?.shares.customer).toEqual(exact(1))
  })

  test('of a procedural item is procedural, unless a person says otherwise', () => {
    const notes = (human: 'customer' | null) =>
      document({
        kind: 'minutes',
        items: [
          item({ title: 'Welcome', role: 'procedural', recorded: 10 }),
          item({ title: 'B', recorded: 10 }),
        ],
        passages: [{ ...passage('Riders wait', 0, 'customer'), human }],
      })
    expect(measureMeeting([notes(null)]).recorded?.shares.customer.mid).toBe(0)
    expect(measureMeeting([notes('customer')]).recorded?.shares.customer.mid).toBe(0.5)
  })

  test('takes settled passages of the agenda in the title’s place', () => {
    const settled = {
      ...agenda,
      passages: [{ ...passage('What riders said', 0, 'numbers'), human: 'customer' as const }],
    }
    expect(share(settled)).toBe(1)
  })
})

describe('the record and the pack', () => {
  test('the record is the words of the minutes', () => {
    const { record } = measureMeeting([
      document({
        kind: 'minutes',
        passages: [passage('one two three', null, 'customer'), passage('four', null, 'numbers')],
      }),
      document({ kind: 'transcript', passages: [passage('and much more talk', null, 'other')] }),
    ])
    expect(record).toMatchObject({ total: 4, substantiveTotal: 4, unknown: 0, untimedItems: 0 })
    expect(record?.shares.customer).toEqual(exact(0.75))
  })

  test('a page is one page, shared out by the words on it; last month’s minutes are procedure', () => {
    const at = (page: number, text: string, index: number | null, focus: 'customer' | 'numbers') => ({
      ...passage(text, index, focus),
      page,
    })
    const pack = document({
      kind: 'pack',
      pages: 5,
      items: [item({ title: 'Minutes of the last meeting', role: 'procedural' }), item({ title: 'Report' })],
      passages: [
        at(1, 'customers spoke', 0, 'customer'),
        at(2, 'customers spoke', 1, 'customer'),
        at(2, 'cash fell', 1, 'numbers'),
        at(3, 'cash fell and fell and fell', 1, 'numbers'),
      ],
    })
    const measure = measureMeeting([pack]).pack
    expect(measure).toMatchObject({ total: 3, substantiveTotal: 2 })
    expect(measure?.shares.customer).toEqual(exact(0.25))
    expect(measure?.sharesOfAll.procedural).toEqual(near(1 / 3))
    expect(measureMeeting([{ ...pack, pages: null }]).pack).toBeNull()
  })
})
