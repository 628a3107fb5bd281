import { FOCI, SUBSTANTIVE_FOCI } from '../../model/focus.ts'
import type { Focus, FocusProbabilities } from '../../model/focus.ts'
import type { FocusShares, ShareRange } from '../../model/measures.ts'
import { mixOfParts } from './item-mix.ts'
import type { MixPart } from './item-mix.ts'

/** An amount (minutes, words, a page) and what it is made of; the parts' weights sum to 1. */
export interface ShareUnit {
  min: number
  max: number
  parts: MixPart[]
}

/** The standard normal quantile that leaves 90 % between its two signs. */
const BAND = 1.6449
const ROUNDS = 60

interface Term {
  min: number
  max: number
  mid: number
  /** Per unit of amount: the part on the focus, and the part in the denominator. */
  on: number
  of: number
}

/**
 * The least (or greatest) value of Σ m·on / Σ m·of over min ≤ m ≤ max, with an untimed amount between 0 and `slack`
 * that goes elsewhere (to the focus). Dinkelbach's method (1967): exact after a few rounds.
 */
function extremeRatio(terms: readonly Term[], slack: number, greatest: boolean, start: number): number {
  let ratio = start
  for (let round = 0; round < ROUNDS; round += 1) {
    let on = 0
    let of = 0
    for (const term of terms) {
      const gain = term.on - ratio * term.of
      const amount = gain > 0 === greatest ? term.max : term.min
      on += amount * term.on
      of += amount * term.of
    }
    // Going to the focus always raises a share, and going elsewhere always lowers it.
    of += slack
    if (greatest) on += slack
    if (of <= 0) return ratio
    const next = on / of
    if (Math.abs(next - ratio) < 1e-12) return next
    ratio = next
  }
  return ratio
}

/** Variance of the share of one focus: each passage an independent draw from its probabilities (delta method). */
function varianceOf(
  units: readonly ShareUnit[],
  focus: Focus,
  share: number,
  all: boolean,
  total: number,
): number {
  let variance = 0
  for (const unit of units) {
    const middle = (unit.min + unit.max) / 2
    for (const part of unit.parts) {
      if (part.settled) continue
      const on = part.probabilities[focus]
      const of = all ? 1 : 1 - part.probabilities.procedural
      const mean = on - share * of
      const square = on * (1 - share) ** 2 + Math.max(0, of - on) * share ** 2
      variance += (middle * part.weight) ** 2 * Math.max(0, square - mean ** 2)
    }
  }
  return variance / total ** 2
}

const clamp = (value: number) => Math.min(1, Math.max(0, value))
const NONE: ShareRange = { low: 0, mid: 0, high: 0 }

export interface SharesOfUnits {
  total: number
  substantiveTotal: number
  shares: FocusShares
  sharesOfAll: FocusShares
}

/**
 * Shares over the substantive part and over everything. `mid` is the estimate over what is known; `low` and `high`
 * hold what the untimed amount (between 0 and `slack`) and stated ranges could make of it, widened by the 90 %
 * band of the classifier's own uncertainty. Null when nothing substantive is known.
 * `slack` is apart for the headline, which untimed procedural items leave exact.
 */
export function sharesOfUnits(
  units: readonly ShareUnit[],
  slack: { substantive: number; all: number },
): SharesOfUnits | null {
  const mixes: FocusProbabilities[] = units.map((unit) => mixOfParts(unit.parts))
  const middles = units.map((unit) => (unit.min + unit.max) / 2)
  const total = middles.reduce((sum, amount) => sum + amount, 0)
  const substantiveTotal = middles.reduce(
    (sum, amount, index) => sum + amount * (1 - (mixes[index]?.procedural ?? 0)),
    0,
  )
  if (substantiveTotal <= 1e-9) return null

  const range = (focus: Focus, all: boolean): ShareRange => {
    const terms = mixes.map((mix, index): Term => ({
      min: units[index]?.min ?? 0,
      max: units[index]?.max ?? 0,
      mid: middles[index] ?? 0,
      on: mix[focus],
      of: all ? 1 : 1 - mix.procedural,
    }))
    const denominator = all ? total : substantiveTotal
    const mid = clamp(terms.reduce((sum, term) => sum + term.mid * term.on, 0) / denominator)
    const open = all ? slack.all : slack.substantive
    const band = BAND * Math.sqrt(varianceOf(units, focus, mid, all, denominator))
    const low = extremeRatio(terms, open, false, mid) - band
    const high = extremeRatio(terms, open, true, mid) + band
    return { low: Math.min(mid, clamp(low)), mid, high: Math.max(mid, clamp(high)) }
  }

  const build = (all: boolean): FocusShares => {
    const foci: readonly Focus[] = all ? FOCI : SUBSTANTIVE_FOCI
    const of = (focus: Focus) => (foci.includes(focus) ? range(focus, all) : NONE)
    return {
      customer: of('customer'),
      'customer-in-numbers': of('customer-in-numbers'),
      numbers: of('numbers'),
      other: of('other'),
      procedural: of('procedural'),
    }
  }
  return { total, substantiveTotal, shares: build(false), sharesOfAll: build(true) }
}
