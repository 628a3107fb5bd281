import type {
  Attention,
  Customer,
  CustomerColumn,
  CustomerView,
  EvidenceKind,
  MentionDoubt,
  RecordCover,
  RowFault,
} from '../../../shared/model/customers.ts'
import type { RefusalCode } from '../../../shared/model/import-result.ts'
import { REFUSAL_WORDS } from '../../../shared/model/import-result.ts'
import { dateMiddle } from '../../format/dates.ts'
import { counted } from '../../format/numbers.ts'

/** Silence is marked from this many meetings on. */
export const SILENT_FROM = 3

const amounts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const short = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumSignificantDigits: 3 })

/** "£1.2M" as people would write it, whatever the currency; "unknown" where it is. */
export function valueWords(value: number | null, currency: string | null, compact = false): string {
  if (value === null) return 'unknown'
  const number = compact
    ? short.format(value).replace('K', 'k').replace('M', 'm').replace('B', 'bn')
    : amounts.format(value)
  if (currency === null) return number
  return /^\p{L}{2,}/u.test(currency) ? `${currency} ${number}` : `${currency}${number}`
}

/** Which meetings the figures rest on. */
export function coverWords({
  meetings,
  undated,
  firstDate,
  lastDate,
  withMinutes,
  withPapers,
}: RecordCover): string {
  if (meetings === 0) return 'No meeting is in the library yet, so nothing is known of what was discussed.'
  const dates =
    firstDate === null || lastDate === null
      ? ''
      : firstDate === lastDate
        ? ` of ${dateMiddle(firstDate)}`
        : ` from ${dateMiddle(firstDate)} to ${dateMiddle(lastDate)}`
  const without = undated === 0 ? '' : `, ${undated} of them without a date`
  return `The record covers ${counted(meetings, 'meeting')}${dates}${without}: ${withMinutes} with minutes, ${withPapers} with papers. It says nothing of others.`
}

/** How long the record has been silent on a customer; null where it is not. */
export function silenceWords(
  { silentFor, passages }: Attention,
  { meetings, undated }: RecordCover,
): string | null {
  const dated = meetings - undated
  if (dated === 0) return null
  if (passages === 0) return `Not named in any of the ${counted(dated, 'meeting')} of the record`
  if (silentFor < SILENT_FROM) return null
  return `Not named in the last ${counted(silentFor, 'meeting')} of the record`
}

/** In the address: customers that have no segment. No segment's name begins with a space. */
export const NO_SEGMENT = ' none'

export const isSilent = (attention: Attention, record: RecordCover): boolean =>
  silenceWords(attention, record) !== null

export const isOverdue = ({ nextVisit }: Customer, today: string): boolean =>
  nextVisit !== null && nextVisit < today
export const wantsPurpose = ({ nextVisit, nextPurpose }: Customer): boolean =>
  nextVisit !== null && nextPurpose === null

/** "3 of 12 passages only as a figure". */
export function figureWords({ byFocus, passages }: Attention): string {
  if (passages === 0) return 'not named'
  const figures = byFocus['customer-in-numbers'] + byFocus.numbers
  if (figures === 0) return `never only as a figure, in ${counted(passages, 'passage')}`
  return `only as a figure in ${figures} of ${counted(passages, 'passage')}`
}

export const COLUMN_WORDS: Record<CustomerColumn, string> = {
  name: 'Name',
  aliases: 'Other names',
  segment: 'Segment',
  value: 'Value a year',
  lifetimeValue: 'Lifetime value',
  currency: 'Currency',
  owner: 'Owner',
  lastSeen: 'Last seen',
  nextVisit: 'Next visit',
  nextPurpose: 'Purpose of the next visit',
  notes: 'Notes',
}

export const DOUBT_WORDS: Record<MentionDoubt, string> = {
  'everyday-word': 'The name is also an everyday word.',
  'longer-name': 'It may be part of another name.',
  'near-spelling': 'The spelling is near, not the same.',
  'shared-name': 'Several customers have this name.',
}

export function faultWords(fault: RowFault, rowNumber: (row: number) => number): string {
  switch (fault.code) {
    case 'no-name':
      return 'The name is missing.'
    case 'too-long':
      return 'It is longer than can be kept.'
    case 'too-many-aliases':
      return 'There are more other names than can be kept.'
    case 'same-name':
      return `Row ${rowNumber(fault.otherRow ?? 0)} has the same name.`
    case 'ambiguous-name':
      return 'Several customers have this name.'
    case 'impossible-date':
      return 'This date is not in the calendar.'
    case 'ambiguous-date':
      return 'Day or month first? Choose above.'
    case 'not-a-date':
      return 'This is not a date.'
    case 'not-a-number':
      return 'This is not a sum.'
    case 'ambiguous-number':
      return 'Thousands or decimals? Write it without the mark.'
    case 'negative-number':
      return 'A value is not below zero.'
  }
}

export function refusalWords(code: RefusalCode): string {
  return code === 'unsupported-type'
    ? 'This type of file holds no table that can be read. CSV and Excel workbooks (XLSX) can.'
    : REFUSAL_WORDS[code]
}

export const EVIDENCE_WORDS: Record<EvidenceKind, string> = {
  survey: 'Survey',
  visit: 'Visit',
  complaint: 'Complaint',
  council: 'Council or panel',
  interview: 'Interview',
  research: 'Research',
  data: 'Data',
  other: 'Other',
}

/** By value, then the user's own order: known values in the main currency first. */
export function inRank(customers: readonly CustomerView[], main: string | null): CustomerView[] {
  const worth = ({ value, currency }: CustomerView): number =>
    value === null || (currency !== null && currency !== main) ? -1 : value
  return customers.toSorted((a, b) => worth(b) - worth(a) || a.position - b.position)
}
