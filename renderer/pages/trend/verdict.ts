import type { BoardTrend } from '../../../shared/model/library.ts'
import { counted, NARROW_SPACE } from '../../format/numbers.ts'

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, minimumFractionDigits: 1 })

function chanceInWords(p: number): string {
  if (p < 0.001) return 'p under 0.001'
  return `p = ${p < 0.1 ? p.toFixed(3) : p.toFixed(2)}`
}

/** What the trend is, in one or two plain sentences with its slope and p. */
export function verdictInWords(trend: BoardTrend): string {
  const { verdict, slopePerYear, p } = trend.trend
  const over = `over ${counted(trend.meetings.length, 'meeting')}`
  if (verdict === 'too few meetings' || slopePerYear === null) {
    return `A trend needs at least four meetings on this lens; there ${
      trend.meetings.length === 1 ? 'is' : 'are'
    } ${counted(trend.meetings.length, 'meeting')}.`
  }
  const points = Math.abs(slopePerYear * 100)
  const rate = `${number.format(points)}\u00a0points a year`
  const certainty = p === null ? '' : `, ${chanceInWords(p)}`
  if (verdict === 'rising') return `The customer share is rising by ${rate} ${over}${certainty}.`
  if (verdict === 'falling') return `The customer share is falling by ${rate} ${over}${certainty}.`
  const direction = slopePerYear >= 0 ? '+' : '−'
  return `No clear change in the customer share ${over} (${direction}${rate}${certainty}).`
}

/** Where the rolling mean stands against the board’s own target. */
export function targetInWords(trend: BoardTrend): string | null {
  if (trend.target === null) return null
  const target = `${Math.round(trend.target * 100)}${NARROW_SPACE}%`
  const mean = trend.trend.rollingMean.at(-1)
  if (mean === null || mean === undefined) return `The board’s own target is ${target}.`
  const difference = Math.round((mean - trend.target) * 100)
  const size = `${Math.abs(difference)}\u00a0${Math.abs(difference) === 1 ? 'point' : 'points'}`
  const where = difference === 0 ? 'at' : difference > 0 ? `${size} above` : `${size} below`
  return `The mean of the last three is ${where} the board’s own target of ${target}.`
}
