import type { DocumentKind } from '../../../model/analysis.ts'
import type { Line } from '../line.ts'
import { parseDates } from '../dates/parse-dates.ts'
import { parseTimes } from '../times/parse-times.ts'
import type { ItemNumber } from './item-number.ts'
import { parseItemNumbers, withoutBullet } from './item-number.ts'
import { readTitle } from './item-title.ts'
import { runningHead } from './running-head.ts'
import { readRunTitle } from './run-title.ts'
import type { TitleParts } from './item-title.ts'
import {
  isActionListHeading,
  isAttendance,
  isContainer,
  isDocumentTitle,
  isMarkedLine,
  isKnownTitle,
  isNotItem,
} from './known-titles.ts'
import { isAllCaps, titleLikeness, wordCount } from './title-shape.ts'

/** What a line looks like as an item's title, under each reading of its number. */
export interface TitleProbe {
  at: number
  line: Line
  numbers: readonly ItemNumber[]
  parts: TitleParts
  /** Has a time of its own in a place where an item's time stands. */
  timed: boolean
  known: boolean
  /** −1 prose … 2 clearly a title. */
  shape: number
  bullet: boolean
  caps: boolean
  container: boolean
  notItem: boolean
  actionList: boolean
  /** Alone in its block, or at its beginning. */
  opens: boolean
}

const LONGEST_TITLE_LINE = 420
/** "(10 minutes)", "(Ann, 10 min)": a time of its own makes a long line a title all the same. */
const BRACKETED_TIME = /\((?:[A-Z][^()\d]{1,40},\s?)?\d{1,3}[\s_]{0,4}(?:m|min)/i

/** Looks at one line as a possible title; null where it plainly is not one. */
export function probeTitle(line: Line, at: number, kind?: DocumentKind): TitleProbe | null {
  const text = line.text
  if (text.length === 0 || line.cells) return null
  const numbers = parseItemNumbers(text, line.marker, line.columns)
  const bulletText = withoutBullet(text)
  const bullet =
    bulletText !== null ||
    (line.marker !== null && !/[\dA-Za-z]/.test(line.marker)) ||
    (line.listLevel !== null && numbers.length === 0)
  const whole = numbers[0]?.rest ?? bulletText ?? text
  const plain = (kind === 'minutes' && numbers.length > 0 ? runningHead(whole)?.title : undefined) ?? whole
  const styled = line.headingLevel !== null || line.bold
  if (numbers.length === 0 && !styled && wordCount(plain) > 16 && !BRACKETED_TIME.test(plain.slice(0, 240)))
    return null
  if (plain.length > LONGEST_TITLE_LINE && numbers.length === 0) return null
  const parts = (line.columns ? readRunTitle : readTitle)(
    plain.length > LONGEST_TITLE_LINE ? plain.slice(0, LONGEST_TITLE_LINE) : plain,
  )
  const dated =
    numbers.length === 0 &&
    !line.columns &&
    parseDates(parts.title).some((d) => d.year !== null) &&
    parts.times.some((t) => t.form !== 'duration')
  // "Monday, 3 June 2024, 5:30 pm" is the meeting's own time.
  const timed = parts.times.length > 0 && !dated
  const ends = plain.endsWith('.') && !parts.title.endsWith('.')
  const before = /\b(?:last|previous|prior|past)\b/i.test(parts.title)
  const own = at < 14 && numbers.length === 0 && !(timed && before) && isDocumentTitle(parts.title)
  return {
    at,
    line,
    numbers,
    parts,
    timed,
    bullet,
    known:
      isKnownTitle(parts.title) &&
      !own &&
      !(
        numbers.length === 0 &&
        isActionListHeading(parts.title) &&
        !/review|arising|previous|matrix|update|outstanding/i.test(parts.title)
      ) &&
      !(numbers.length === 0 && (isAttendance(parts.title) || isMarkedLine(plain))),
    shape:
      isMarkedLine(plain) && numbers.length === 0
        ? -1
        : titleLikeness(ends ? `${parts.title}.` : parts.title),
    caps: isAllCaps(parts.title),
    container: isContainer(parts.title),
    notItem: own || dated || isNotItem(parts.title) || (numbers.length === 0 && isMarkedLine(plain)),
    actionList: isActionListHeading(parts.title),
    opens: line.firstOfBlock,
  }
}

/** A probe for a line already known to hold a title. */
export function probeLine(line: Line, at: number): TitleProbe {
  return (
    probeTitle(line, at) ?? {
      at,
      line,
      numbers: [],
      parts: readTitle(''),
      timed: false,
      known: false,
      shape: 0,
      bullet: false,
      caps: false,
      container: false,
      notItem: false,
      actionList: false,
      opens: line.firstOfBlock,
    }
  )
}

/** True where the whole line is a time: "14:00 – 14:15". */
export function isTimeLine(text: string): boolean {
  return text.length < 40 && parseTimes(text).length > 0 && /^[\s\d:.()hamprsinute–—−\-to~]+$/i.test(text)
}
