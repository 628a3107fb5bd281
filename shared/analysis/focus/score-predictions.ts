import { FOCI, SUBSTANTIVE_FOCI } from '../../model/focus.ts'
import type { Focus, FocusProbabilities } from '../../model/focus.ts'

/** A passage with the label a human gave it, and what a classifier said of it. */
export interface ScoredPassage {
  doc: string
  /** `whole` where all passages of the document are labelled: only these give shares. */
  set: string
  text: string
  focus: Focus
  fromCustomers: boolean
  predicted: {
    focus: Focus
    confidence: number
    probabilities: FocusProbabilities
    fromCustomers: boolean
  }
}

export interface ClassScore {
  precision: number
  recall: number
  f1: number
  /** How many there are, and how many were said to be. */
  real: number
  said: number
}

export interface Scores {
  passages: number
  accuracy: number
  macroF1: number
  kappa: number
  /** Expected calibration error over ten bins of equal width. */
  ece: number
  /** The part that could be settled without a human at a precision of 0.95. */
  coverageAt95: number
  customerShareError: {
    documents: number
    meanPoints: number
    worstPoints: number
    inNumbersMeanPoints: number
  }
  fromCustomersF1: number | null
  byFocus: Record<Focus, ClassScore>
  shareErrors: { doc: string; real: number; said: number; error: number; inNumbersError: number }[]
}

const ratio = (a: number, b: number): number => (b === 0 ? 0 : a / b)
const round = (x: number): number => Math.round(x * 1000) / 1000
const mean = (list: number[]): number =>
  ratio(
    list.reduce((sum, x) => sum + x, 0),
    list.length,
  )

/** The project's figures for a set of predictions, to three decimals; percentage points for shares. */
export function scorePredictions(passages: readonly ScoredPassage[]): Scores {
  const byFocus = scoreClasses(passages)
  const right = passages.filter((passage) => passage.focus === passage.predicted.focus).length
  const accuracy = ratio(right, passages.length)
  const chance = FOCI.reduce(
    (sum, focus) =>
      sum + ratio(byFocus[focus].real, passages.length) * ratio(byFocus[focus].said, passages.length),
    0,
  )
  const shareErrors = scoreShares(passages)
  return {
    passages: passages.length,
    accuracy: round(accuracy),
    macroF1: round(mean(FOCI.map((focus) => byFocus[focus].f1))),
    kappa: round(ratio(accuracy - chance, 1 - chance)),
    ece: round(calibrationError(passages)),
    coverageAt95: round(coverageAt95(passages)),
    customerShareError: {
      documents: shareErrors.length,
      meanPoints: round(mean(shareErrors.map((share) => share.error))),
      worstPoints: Math.max(0, ...shareErrors.map((share) => share.error)),
      inNumbersMeanPoints: round(mean(shareErrors.map((share) => share.inNumbersError))),
    },
    fromCustomersF1: scoreVoice(passages),
    byFocus,
    shareErrors,
  }
}

function scoreClasses(passages: readonly ScoredPassage[]): Record<Focus, ClassScore> {
  const score = (focus: Focus): ClassScore => {
    const hit = passages.filter((x) => x.focus === focus && x.predicted.focus === focus).length
    const said = passages.filter((x) => x.predicted.focus === focus).length
    const real = passages.filter((x) => x.focus === focus).length
    const precision = ratio(hit, said)
    const recall = ratio(hit, real)
    const f1 = ratio(2 * precision * recall, precision + recall)
    return { precision: round(precision), recall: round(recall), f1: round(f1), real, said }
  }
  return {
    customer: score('customer'),
    'customer-in-numbers': score('customer-in-numbers'),
    numbers: score('numbers'),
    other: score('other'),
    procedural: score('procedural'),
  }
}

function calibrationError(passages: readonly ScoredPassage[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, sure: 0, right: 0 }))
  for (const { focus, predicted } of passages) {
    const bin = bins[Math.min(9, Math.floor(predicted.confidence * 10))]
    if (bin === undefined) continue
    bin.count += 1
    bin.sure += predicted.confidence
    bin.right += focus === predicted.focus ? 1 : 0
  }
  return bins.reduce(
    (sum, bin) =>
      sum +
      ratio(bin.count, passages.length) * Math.abs(ratio(bin.sure, bin.count) - ratio(bin.right, bin.count)),
    0,
  )
}

function coverageAt95(passages: readonly ScoredPassage[]): number {
  const sorted = passages.toSorted((a, b) => b.predicted.confidence - a.predicted.confidence)
  let right = 0
  let covered = 0
  for (const [i, { focus, predicted }] of sorted.entries()) {
    right += focus === predicted.focus ? 1 : 0
    if (right / (i + 1) >= 0.95) covered = (i + 1) / sorted.length
  }
  return covered
}

const labelled = (passage: ScoredPassage, focus: Focus): number => (passage.focus === focus ? 1 : 0)
const probable = (passage: ScoredPassage, focus: Focus): number => passage.predicted.probabilities[focus]

function scoreShares(passages: readonly ScoredPassage[]): Scores['shareErrors'] {
  const documents = Map.groupBy(
    passages.filter((passage) => passage.set === 'whole'),
    (passage) => passage.doc,
  )
  return [...documents].map(([doc, list]) => {
    const share = (of: Focus, weight: (passage: ScoredPassage, focus: Focus) => number): number => {
      let total = 0
      let part = 0
      for (const passage of list)
        for (const focus of SUBSTANTIVE_FOCI) {
          const words = countWords(passage.text) * weight(passage, focus)
          total += words
          if (focus === of) part += words
        }
      return (100 * part) / (total || 1)
    }
    const real = share('customer', labelled)
    const said = share('customer', probable)
    const inNumbers = share('customer-in-numbers', labelled) - share('customer-in-numbers', probable)
    return {
      doc,
      real: round(real),
      said: round(said),
      error: round(Math.abs(real - said)),
      inNumbersError: round(Math.abs(inNumbers)),
    }
  })
}

const countWords = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length

function scoreVoice(passages: readonly ScoredPassage[]): number | null {
  const customers = passages.filter((passage) => passage.focus === 'customer')
  if (customers.length === 0) return null
  const said = customers.filter((passage) => passage.predicted.fromCustomers).length
  const real = customers.filter((passage) => passage.fromCustomers).length
  const hit = customers.filter((passage) => passage.fromCustomers && passage.predicted.fromCustomers).length
  const precision = ratio(hit, said)
  const recall = ratio(hit, real)
  return round(ratio(2 * precision * recall, precision + recall))
}
