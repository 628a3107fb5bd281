/** Minutes after midnight, with what the text said of the half of the day. */
export interface Clock {
  minutes: number
  /** `unknown`: "1:45" may be morning or afternoon. */
  half: 'am' | 'pm' | 'known' | 'unknown'
}

interface Span {
  index: number
  length: number
  text: string
  rule: string
}

export interface ClockCandidate extends Span {
  form: 'clock'
  clock: Clock
  /** "9.30" with nothing to tell it from a number: needs a place where only a time can stand. */
  weak: boolean
}

export interface RangeCandidate extends Span {
  form: 'range'
  start: Clock
  end: Clock
}

export interface DurationCandidate extends Span {
  form: 'duration'
  minutes: number
  minutesMax: number
  /** "≤30m", "3 minutes per speaker": bounds something, but is not how long an item takes. */
  limit: boolean
}

/** What one parser proposes; overlaps are settled by `parseTimes`. */
export type TimeCandidate = ClockCandidate | RangeCandidate | DurationCandidate

export type TimeParser = (text: string) => TimeCandidate[]
