import { parseClocks } from './parse-clock.ts'
import { parseClockRanges } from './parse-clock-range.ts'
import { parseDurations } from './parse-duration.ts'
import type { TimeCandidate, TimeParser } from './time-candidate.ts'

/** In order of trust: where two overlap, the earlier parser's candidate stays. */
const PARSERS: readonly TimeParser[] = [parseClockRanges, parseDurations, parseClocks]

/** A time written form is short; longer lines are prose, and only their beginning can carry one. */
const LONGEST_TEXT = 2_000

/** Every time written in `text`, in order, without overlaps. */
export function parseTimes(text: string): TimeCandidate[] {
  const found: TimeCandidate[] = []
  const part = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text
  for (const parser of PARSERS) {
    for (const candidate of parser(part)) {
      const end = candidate.index + candidate.length
      if (!found.some((f) => candidate.index < f.index + f.length && f.index < end)) found.push(candidate)
    }
  }
  return found.toSorted((a, b) => a.index - b.index)
}

/** Minutes after midnight to `HH:MM`. */
export function formatClock(minutes: number): string {
  const whole = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}
