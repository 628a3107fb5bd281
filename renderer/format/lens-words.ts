import type { Lens, LensMeasure } from '../../shared/model/measures.ts'
import { wholeNumber } from './numbers.ts'

interface LensWords {
  /** Names the lens in switches and chart titles. */
  readonly name: string
  /** Short, for narrow places. */
  readonly short: string
  /** Completes "Customers had 9 % of …". */
  readonly ofTheBoard: string
  /** Completes "of …" for a single meeting. */
  readonly ofTheMeeting: string
  /** Said where no meeting of a board has this lens. */
  readonly nowhere: string
  /** Completes "3 meetings without …". */
  readonly wanting: string
  /** Completes "The meeting of 3 May 2026 …". */
  readonly missing: string
}

export const LENS_WORDS: Record<Lens, LensWords> = {
  planned: {
    name: 'Planned minutes',
    short: 'Planned',
    ofTheBoard: 'the board’s planned time',
    ofTheMeeting: 'the planned time',
    nowhere: 'No agenda of this board states how long its items take.',
    wanting: 'planned times',
    missing: 'has no planned times',
  },
  recorded: {
    name: 'Recorded minutes',
    short: 'Recorded',
    ofTheBoard: 'the board’s recorded time',
    ofTheMeeting: 'the recorded time',
    nowhere: 'No minutes of this board state how long its items took.',
    wanting: 'recorded times',
    missing: 'has no recorded times',
  },
  record: {
    name: 'Words in the minutes',
    short: 'Words',
    ofTheBoard: 'the words in the board’s minutes',
    ofTheMeeting: 'the words in the minutes',
    nowhere: 'No minutes of this board are in the library.',
    wanting: 'minutes in the library',
    missing: 'has no minutes in the library',
  },
  pack: {
    name: 'Pages of papers',
    short: 'Papers',
    ofTheBoard: 'the pages of the board’s papers',
    ofTheMeeting: 'the pages of papers',
    nowhere: 'No papers of this board are in the library.',
    wanting: 'papers in the library',
    missing: 'has no papers in the library',
  },
}

/** A lens's total in words: "120 min", "1,840 words", "64 pages". */
export function totalInWords(lens: Lens, total: number): string {
  const n = wholeNumber(total)
  if (lens === 'record') return `${n} ${n === '1' ? 'word' : 'words'}`
  if (lens === 'pack') return `${n} ${n === '1' ? 'page' : 'pages'}`
  return `${n} min`
}

/** What of a lens is not known, or null when all is. */
export function unknownInWords(measure: Pick<LensMeasure, 'unknown' | 'untimedItems'>): string | null {
  if (measure.untimedItems === 0) {
    return measure.unknown === null || measure.unknown < 0.5
      ? null
      : `${wholeNumber(measure.unknown)} min under no item`
  }
  const items =
    measure.untimedItems === 1 ? '1 item without a time' : `${measure.untimedItems} items without a time`
  if (measure.unknown === null) return `${items}, for how long is not stated`
  return `${items}, ${wholeNumber(measure.unknown)} min between them`
}

/** How much of what the meeting had is measured: "120 of 180 min", or the total where nothing else is known. */
export function coverageInWords(lens: Lens, measure: Pick<LensMeasure, 'total' | 'unknown'>): string {
  const { total, unknown } = measure
  if (unknown === null || unknown < 0.5) return totalInWords(lens, total)
  return `${wholeNumber(total)} of ${totalInWords(lens, total + unknown)}`
}
