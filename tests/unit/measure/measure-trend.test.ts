/* oxlint-disable vitest/no-conditional-expect -- a generated or timed case need not reach every branch */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mannKendall, measureTrend, theilSenPerYear } from '../../../shared/analysis/measure/measure-trend.ts'

const monthly = (shares: number[]) =>
  shares.map((share, index) => ({
    date: new Date(Date.UTC(2024, index, 10)).toISOString().slice(0, 10),
    share,
  }))

/** All orders of 0…n-1. */
function orders(n: number): number[][] {
  if (n === 0) return [[]]
  return orders(n - 1).flatMap((order) =>
    Array.from({ length: n }, (_, at) => [...order.slice(0, at), n - 1, ...order.slice(at)]),
  )
}

const kendallS = (values: number[]) => {
  let s = 0
  for (let i = 0; i < values.length; i += 1)
    for (let j = i + 1; j < values.length; j += 1) s += Math.sign((values[j] ?? 0) - (values[i] ?? 0))
  return s
}

describe('Mann-Kendall', () => {
  test('is exact for few values: the part of all orders at least as one-sided', () => {
    for (const n of [2, 3, 4, 5, 6]) {
      const all = orders(n)
      for (const values of all.slice(0, 40)) {
        const s = Math.abs(kendallS(values))
        const p = all.filter((order) => Math.abs(kendallS(order)) >= s).length / all.length
        expect(mannKendall(values).p).toBeCloseTo(p, 12)
      }
    }
  })
  test('follows the normal approximation beyond ten values and with ties', () => {
    // Twelve rising values: S 66, variance 12·11·29/18, z 65/14.583 = 4.457.
    expect(mannKendall([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]).p).toBeCloseTo(8.3e-6, 7)
    // 1 1 2 2 3: S 8, variance (5·4·15 - 2·(2·1·9))/18 = 14.667, z 7/3.83 = 1.828, p 0.0676.
    const tied = mannKendall([1, 1, 2, 2, 3])
    expect(tied.s).toBe(8)
    expect(tied.p).toBeCloseTo(0.0676, 3)
    expect(mannKendall([0.3, 0.3, 0.3, 0.3]).p).toBe(1)
  })
})

describe('the trend of a board', () => {
  test('has no verdict under four meetings', () => {
    expect(measureTrend(monthly([0.1, 0.2, 0.9]))).toMatchObject({ verdict: 'too few meetings', p: null })
    expect(measureTrend([])).toEqual({
      slopePerYear: null,
      p: null,
      verdict: 'too few meetings',
      rollingMean: [],
    })
  })
  test('is rising or falling only when chance would seldom give it', () => {
    expect(measureTrend(monthly([0.1, 0.2, 0.3, 0.4])).verdict).toBe('no clear change')
    expect(measureTrend(monthly([0.1, 0.2, 0.3, 0.4, 0.5])).verdict).toBe('rising')
    expect(measureTrend(monthly([0.5, 0.4, 0.3, 0.2, 0.1])).verdict).toBe('falling')
    expect(measureTrend(monthly([0.2, 0.3, 0.1, 0.25, 0.22, 0.2])).verdict).toBe('no clear change')
    expect(measureTrend(monthly([0.2, 0.2, 0.2, 0.2, 0.2])).verdict).toBe('no clear change')
  })
  test('has its slope per year, whatever one strange meeting says', () => {
    const points = Array.from({ length: 9 }, (_, year) => ({
      date: `${2015 + year}-06-01`,
      share: 0.1 + 0.02 * year,
    }))
    expect(measureTrend(points).slopePerYear).toBeCloseTo(0.02, 4)
    points[4] = { date: '2019-06-01', share: 1 }
    expect(theilSenPerYear(points)).toBeCloseTo(0.02, 3)
  })
  test('rolls over three meetings', () => {
    const { rollingMean } = measureTrend(monthly([0.1, 0.2, 0.6, 0.4]))
    expect(rollingMean).toEqual([null, null, expect.closeTo(0.3, 9), expect.closeTo(0.4, 9)])
  })
  test('does not depend on the order of the meetings, and turns round with time', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 0, maxLength: 14 })
    fc.assert(
      fc.property(shares, fc.infiniteStream(fc.nat()), (values, keys) => {
        const points = monthly(values)
        const shuffled = points
          .map((point) => ({ point, key: keys.next().value }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ point }) => point)
        expect(measureTrend(shuffled)).toEqual(measureTrend(points))
        const { p, slopePerYear } = measureTrend(points)
        const mirrored = measureTrend(points.map((point) => ({ ...point, share: 1 - point.share })))
        if (slopePerYear !== null) expect(mirrored.slopePerYear).toBeCloseTo(-slopePerYear, 6)
        expect(p === null || (p >= 0 && p <= 1)).toBe(true)
      }),
    )
  })
  test('of a thousand meetings takes a moment', () => {
    const points = Array.from({ length: 1000 }, (_, index) => ({
      date: new Date(Date.UTC(2000, 0, 1 + index * 7)).toISOString().slice(0, 10),
      share: ((index * 7919) % 1000) / 1000,
    }))
    const start = performance.now()
    measureTrend(points)
    expect(performance.now() - start).toBeLessThan(500)
  })
})
