/* oxlint-disable vitest/no-conditional-expect -- a generated or timed case need not reach every branch */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mixesOfItems } from '../../../shared/analysis/measure/item-mix.ts'
import type { MeasuredDocument, MeasuredItem } from '../../../shared/analysis/measure/measured-document.ts'
import { measureMeeting } from '../../../shared/analysis/measure/measure-meeting.ts'
import { mergeItems } from '../../../shared/analysis/measure/merge-items.ts'
import { FOCI } from '../../../shared/model/focus.ts'
import type { Focus, FocusProbabilities } from '../../../shared/model/focus.ts'
import { LENSES, measuresSchema } from '../../../shared/model/measures.ts'
import type { LensMeasure } from '../../../shared/model/measures.ts'
import { document, item, passage } from './measured-fixture.ts'

const focus = fc.constantFrom<Focus>(...FOCI)
const probabilities = fc
  .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 })
  .map((weights): FocusProbabilities => {
    const sum = weights.reduce((total, weight) => total + weight, 0)
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = weights.map((weight) => weight / sum)
    return { customer: a, 'customer-in-numbers': b, numbers: c, other: d, procedural: e }
  })
const words = fc
  .integer({ min: 1, max: 30 })
  .map((count) => Array.from({ length: count }, (_, i) => `w${i}`).join(' '))
const TITLES = ['Complaints', 'Forecast', 'Property', 'Fleet', 'Pensions', 'Pricing', 'Safety', 'Website']

/** A meeting's agenda with a tree of items, some timed, some deferred, some breaks. */
const agenda = fc
  .array(
    fc.record({
      planned: fc.oneof(
        fc.constant(null),
        fc.integer({ min: 1, max: 90 }),
        fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 20, max: 40 })),
      ),
      role: fc.constantFrom(
        'topic' as const,
        'topic' as const,
        'topic' as const,
        'procedural' as const,
        'break' as const,
      ),
      deferred: fc.integer({ max: 7 }).map((n) => n === 7),
      child: fc.boolean(),
      focus: probabilities,
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) => {
    const items: MeasuredItem[] = []
    let top: number | null = null
    rows.forEach(({ child, ...row }, index) => {
      const parent: number | null = child ? top : null
      if (!child) top = index
      items.push(item({ ...row, title: TITLES[index] ?? 'Other', parent, level: parent === null ? 1 : 2 }))
    })
    return document({ items })
  })

const minutes = fc
  .array(
    fc.record({
      text: words,
      at: fc.integer({ min: 0, max: 9 }),
      probabilities,
      human: fc.option(focus, { freq: 4 }),
    }),
    {
      maxLength: 25,
    },
  )
  .map((rows) =>
    document({
      kind: 'minutes',
      items: TITLES.map((title) => item({ title, recorded: title.length })),
      passages: rows.map((row) => ({
        ...passage(row.text, row.at < TITLES.length ? row.at : null, row.probabilities),
        human: row.human,
      })),
    }),
  )

const pack = fc
  .array(fc.record({ text: words, page: fc.integer({ min: 1, max: 6 }), probabilities }), { maxLength: 20 })
  .map((rows) =>
    document({
      kind: 'pack',
      pages: 6,
      passages: rows.map((row) => ({ ...passage(row.text, null, row.probabilities), page: row.page })),
    }),
  )
const meeting = fc.tuple(agenda, minutes, pack).map(([a, m, p]): MeasuredDocument[] => [a, m, p])

const mids = (measure: LensMeasure | null | undefined, of: 'shares' | 'sharesOfAll' = 'shares') =>
  FOCI.map((each) => measure?.[of][each].mid ?? -1)
const close = (left: number[], right: number[]) =>
  left.forEach((value, index) => expect(value).toBeCloseTo(right[index] ?? Number.NaN, 9))

describe('properties of the measures', () => {
  test('shares lie in order within 0 and 1 and sum to one', () => {
    fc.assert(
      fc.property(meeting, (documents) => {
        const measures = measuresSchema.parse(measureMeeting(documents))
        for (const lens of LENSES) {
          const measure = measures[lens]
          if (measure === null) continue
          for (const of of ['shares', 'sharesOfAll'] as const) {
            for (const each of FOCI) {
              const { low, mid, high } = measure[of][each]
              expect(low).toBeLessThanOrEqual(mid)
              expect(mid).toBeLessThanOrEqual(high)
            }
            expect(mids(measure, of).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
          }
          expect(measure.shares.procedural).toEqual({ low: 0, mid: 0, high: 0 })
          expect(measure.substantiveTotal).toBeLessThanOrEqual(measure.total + 1e-9)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('hiding times: the range holds the share that all times would have given', () => {
    const timed = fc.array(
      fc.record({
        minutes: fc.integer({ min: 1, max: 60 }),
        focus,
        hidden: fc.boolean(),
        role: fc.constantFrom('topic' as const, 'topic' as const, 'procedural' as const, 'break' as const),
      }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(timed, fc.boolean(), (rows, windowKnown) => {
        const total = rows.reduce((sum, row) => sum + row.minutes, 0)
        const end = `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
        const build = (hide: boolean) =>
          document({
            window: {
              planned: windowKnown ? { start: '00:00', end, evidence: null } : null,
              recorded: null,
            },
            items: rows.map((row, index) =>
              item({
                title: TITLES[index] ?? '',
                role: row.role,
                focus: row.focus,
                planned: hide && row.hidden ? null : row.minutes,
              }),
            ),
          })
        const whole = measureMeeting([build(false)]).planned
        const partial = measureMeeting([build(true)]).planned
        if (whole === null || partial === null) return
        for (const of of ['shares', 'sharesOfAll'] as const)
          for (const each of FOCI) {
            expect(partial[of][each].low).toBeLessThanOrEqual(whole[of][each].mid + 1e-9)
            expect(partial[of][each].high).toBeGreaterThanOrEqual(whole[of][each].mid - 1e-9)
          }
        const isExact = rows.every((row) => !row.hidden || row.role !== 'topic')
        if (isExact) close(mids(partial), mids(whole))
        if (isExact) for (const each of FOCI) expect(partial.shares[each].low).toBe(partial.shares[each].high)
      }),
      { numRuns: 500 },
    )
  })

  test('a stated range holds every value in it', () => {
    const rows = fc.array(
      fc.record({
        low: fc.integer({ min: 1, max: 30 }),
        more: fc.integer({ min: 0, max: 30 }),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        focus: probabilities,
      }),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(rows, (items) => {
        const build = (planned: (row: (typeof items)[number]) => number | [number, number]) =>
          measureMeeting([
            document({
              items: items.map((row, index) =>
                item({ title: TITLES[index] ?? '', planned: planned(row), focus: row.focus }),
              ),
            }),
          ]).planned
        const range = build((row) => [row.low, row.low + row.more])
        const value = build((row) => row.low + row.more * row.at)
        for (const each of FOCI) {
          expect(range?.shares[each].low).toBeLessThanOrEqual((value?.shares[each].mid ?? 0) + 1e-9)
          expect(range?.shares[each].high).toBeGreaterThanOrEqual((value?.shares[each].mid ?? 1) - 1e-9)
        }
      }),
    )
  })

  test('the order of documents does not matter', () => {
    fc.assert(
      fc.property(meeting, (documents) => {
        expect(measureMeeting(documents.toReversed())).toEqual(measureMeeting(documents))
      }),
      { numRuns: 100 },
    )
  })

  test('nothing is counted twice: a passage split in two, or an agenda repeated in the pack, changes no share', () => {
    fc.assert(
      fc.property(meeting, fc.nat(30), ([plan, record, papers], at) => {
        if (plan === undefined || record === undefined || papers === undefined) return
        const split = {
          ...record,
          passages: record.passages.flatMap((each, index) => {
            const parts = each.text.split(' ')
            if (index !== at || parts.length < 2) return [each]
            const half = Math.ceil(parts.length / 3)
            return [parts.slice(0, half), parts.slice(half)].map((part) => ({
              ...each,
              text: part.join(' '),
            }))
          }),
        }
        const before = measureMeeting([plan, record, papers])
        const after = measureMeeting([plan, split, { ...papers, items: plan.items }])
        for (const lens of LENSES) {
          expect(after[lens] === null).toBe(before[lens] === null)
          if (before[lens] !== null) close(mids(after[lens]), mids(before[lens]))
          if (before[lens] !== null) expect(after[lens]?.total).toBeCloseTo(before[lens].total, 9)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('a timed parent over timed children changes nothing', () => {
    const rows = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 60 }), focus: probabilities }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(rows, (children) => {
        const sum = children.reduce((total, row) => total + row.minutes, 0)
        const flat = children.map((row, index) =>
          item({ title: TITLES[index] ?? '', planned: row.minutes, focus: row.focus }),
        )
        const nested = [
          item({ title: 'Reports', planned: sum }),
          ...flat.map((child) => ({ ...child, level: 2, parent: 0 })),
        ]
        expect(measureMeeting([document({ items: nested })]).planned).toEqual(
          measureMeeting([document({ items: flat })]).planned,
        )
      }),
    )
  })

  test('deferred items and breaks change nothing', () => {
    fc.assert(
      fc.property(agenda, fc.integer({ min: 1, max: 90 }), fc.boolean(), (plan, planned, isBreak) => {
        const extra = item({
          title: 'Zebra crossing',
          planned,
          focus: 'customer',
          role: isBreak ? 'break' : 'topic',
          deferred: !isBreak,
        })
        const before = measureMeeting([plan]).planned
        const after = measureMeeting([{ ...plan, items: [...plan.items, extra] }]).planned
        expect(after === null).toBe(before === null)
        if (before !== null) close(mids(after), mids(before))
        expect(after?.total).toBe(before?.total)
      }),
      { numRuns: 200 },
    )
  })

  test('minutes twice as long give the same shares', () => {
    fc.assert(
      fc.property(agenda, (plan) => {
        const double = {
          ...plan,
          items: plan.items.map((each) => ({
            ...each,
            planned:
              each.planned === null || each.planned.minutes === null
                ? each.planned
                : {
                    ...each.planned,
                    minutes: each.planned.minutes * 2,
                    minutesMax: each.planned.minutesMax === null ? null : each.planned.minutesMax * 2,
                  },
          })),
        }
        const [before, after] = [measureMeeting([plan]).planned, measureMeeting([double]).planned]
        if (before === null) return
        close(mids(after), mids(before))
        expect(after?.total).toBeCloseTo(before.total * 2, 6)
        // Without untimed items the ranges scale as well.
        if (before.untimedItems > 0) return
        for (const each of FOCI) expect(after?.shares[each].low).toBeCloseTo(before.shares[each].low, 9)
      }),
      { numRuns: 200 },
    )
  })

  test('every item has a mix that sums to one', () => {
    fc.assert(
      fc.property(meeting, (documents) => {
        for (const mix of mixesOfItems(documents, mergeItems(documents)))
          expect(FOCI.reduce((sum, each) => sum + mix.shares[each], 0)).toBeCloseTo(1, 9)
      }),
      { numRuns: 100 },
    )
  })

  test('the band holds the true share about nine times in ten when the probabilities are right', () => {
    const random = mulberry(7)
    let held = 0
    const runs = 400
    for (let run = 0; run < runs; run += 1) {
      const passages = Array.from({ length: 60 }, (_, index) => {
        const lean = random()
        const known = {
          customer: lean * 0.7,
          'customer-in-numbers': 0.1,
          numbers: 0.7 - lean * 0.7,
          other: 0.1,
          procedural: 0.1,
        }
        return passage(`w `.repeat(1 + (index % 9)), null, known)
      })
      const truth = passages.map((each) => ({ ...each, human: draw(each.probabilities, random()) }))
      const of = (list: typeof passages) =>
        measureMeeting([document({ kind: 'minutes', passages: list })]).record?.shares.customer
      const [band, exact] = [of(passages), of(truth)?.mid ?? 0]
      if (band !== undefined && band.low <= exact && exact <= band.high) held += 1
    }
    expect(held / runs).toBeGreaterThan(0.85)
    expect(held / runs).toBeLessThan(0.95)
  })
})

function draw(known: FocusProbabilities, at: number): Focus {
  let sum = 0
  for (const each of FOCI) {
    sum += known[each]
    if (at < sum) return each
  }
  return 'procedural'
}

/** A small seeded generator, so that the test says the same every time. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
