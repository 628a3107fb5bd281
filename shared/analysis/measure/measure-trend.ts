import type { Trend } from '../../model/measures.ts'

/** One meeting's customer share. */
export interface TrendMeasure {
  /** `YYYY-MM-DD`. */
  date: string
  share: number
}

const SIGNIFICANT = 0.05
const FEWEST_MEETINGS = 4
const EXACT_UP_TO = 10
const YEAR = 365.25
const EQUAL = 1e-12

/** The k-th smallest (from 0), partly ordering the values on its way (Hoare 1961). */
function select(values: Float64Array, k: number): number {
  let from = 0
  let to = values.length - 1
  while (from < to) {
    const pivot = values[(from + to) >> 1] ?? 0
    let low = from
    let high = to
    while (low <= high) {
      while ((values[low] ?? 0) < pivot) low += 1
      while ((values[high] ?? 0) > pivot) high -= 1
      if (low > high) break
      const swap = values[low] ?? 0
      values[low] = values[high] ?? 0
      values[high] = swap
      low += 1
      high -= 1
    }
    if (k <= high) to = high
    else if (k >= low) from = low
    else break
  }
  return values[k] ?? 0
}

function median(values: Float64Array): number | null {
  if (values.length === 0) return null
  const half = Math.floor(values.length / 2)
  const upper = select(values, half)
  return values.length % 2 === 1 ? upper : (select(values, half - 1) + upper) / 2
}

/** How many orders of n values have k inversions (Mahonian numbers), as parts of all n! orders. */
function inversionDistribution(n: number): number[] {
  let distribution = [1]
  for (let size = 2; size <= n; size += 1) {
    const next: number[] = Array.from({ length: distribution.length + size - 1 }, () => 0)
    distribution.forEach((part, inversions) => {
      for (let more = 0; more < size; more += 1)
        next[inversions + more] = (next[inversions + more] ?? 0) + part / size
    })
    distribution = next
  }
  return distribution
}

/** P(Z > |z|) of the standard normal, by the erfc of Numerical Recipes 6.2: relative error below 1.2e-7. */
function upperTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.5 * x)
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277,
  ]
  const polynomial = terms.reduceRight((sum, term) => sum * t + term, 0)
  return (t * Math.exp(-x * x + polynomial)) / 2
}

/**
 * Mann-Kendall's two-sided p (Mann 1945, Kendall 1975) for values in time order: exact up to ten values without
 * ties, else the normal approximation with tie correction and continuity. 1 when all values are equal.
 */
export function mannKendall(values: readonly number[]): { s: number; p: number } {
  const n = values.length
  let s = 0
  let ties = false
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      const difference = (values[j] ?? 0) - (values[i] ?? 0)
      if (Math.abs(difference) <= EQUAL) ties = true
      else s += Math.sign(difference)
    }
  }
  if (!ties && n <= EXACT_UP_TO) {
    const pairs = (n * (n - 1)) / 2
    let p = 0
    inversionDistribution(n).forEach((part, inversions) => {
      if (Math.abs(pairs - 2 * inversions) >= Math.abs(s)) p += part
    })
    return { s, p: Math.min(1, p) }
  }
  let variance = n * (n - 1) * (2 * n + 5)
  const sorted = values.toSorted((a, b) => a - b)
  for (let from = 0; from < n;) {
    let to = from + 1
    while (to < n && (sorted[to] ?? 0) - (sorted[to - 1] ?? 0) <= EQUAL) to += 1
    const size = to - from
    variance -= size * (size - 1) * (2 * size + 5)
    from = to
  }
  variance /= 18
  if (variance <= 0 || s === 0) return { s, p: 1 }
  const z = (Math.abs(s) - 1) / Math.sqrt(variance)
  return { s, p: Math.min(1, 2 * upperTail(z)) }
}

/** Theil-Sen (Theil 1950, Sen 1968): the median of the slopes between all pairs, per year; null below two dates. */
export function theilSenPerYear(points: readonly TrendMeasure[]): number | null {
  const days = points.map((point) => Date.parse(`${point.date}T00:00:00Z`) / 86_400_000)
  const slopes = new Float64Array((points.length * (points.length - 1)) / 2)
  let count = 0
  for (let i = 0; i < points.length; i += 1) {
    for (let j = i + 1; j < points.length; j += 1) {
      const years = ((days[j] ?? 0) - (days[i] ?? 0)) / YEAR
      if (years === 0) continue
      slopes[count] = ((points[j]?.share ?? 0) - (points[i]?.share ?? 0)) / years
      count += 1
    }
  }
  return median(slopes.subarray(0, count))
}

/**
 * The trend of one board's customer share on one lens, whatever the order of the points. `rollingMean` is in the
 * order of the dates: each the mean of that meeting and the two before it.
 */
export function measureTrend(points: readonly TrendMeasure[]): Trend {
  const ordered = points.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.share - b.share))
  const shares = ordered.map((point) => point.share)
  const rollingMean = shares.map((share, index) =>
    index < 2 ? null : (share + (shares[index - 1] ?? 0) + (shares[index - 2] ?? 0)) / 3,
  )
  if (ordered.length < FEWEST_MEETINGS)
    return { slopePerYear: theilSenPerYear(ordered), p: null, verdict: 'too few meetings', rollingMean }
  const slopePerYear = theilSenPerYear(ordered)
  const { s, p } = mannKendall(shares)
  const verdict = p >= SIGNIFICANT || s === 0 ? 'no clear change' : s > 0 ? 'rising' : 'falling'
  return { slopePerYear, p, verdict, rollingMean }
}
