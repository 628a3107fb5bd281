import type { DocumentKind } from '../../model/analysis.ts'
import type { ActionPlace } from '../../model/actions-over-meetings.ts'
import { MONTH_NAMES } from '../months.ts'
import type { RecordedState } from './thread-state.ts'

/** "14 May 2025", as it stands in a sentence. */
export function dateInWords(date: string | null): string {
  if (date === null) return 'a meeting without a date'
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day)} ${MONTH_NAMES[Number(month) - 1] ?? month} ${year}`
}

const KIND: Record<DocumentKind, string> = {
  agenda: 'the agenda',
  minutes: 'the minutes',
  pack: 'the pack',
  paper: 'a paper',
  transcript: 'the transcript',
  'action log': 'the action log',
}

const inWords = ({ kind, date, page }: ActionPlace): string =>
  `${KIND[kind]} of ${dateInWords(date)}, page ${page}`
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** The state in a neutral sentence, naming what it rests on and how far the record goes. */
export function stateInWords({ state, evidence, notCarried, later }: RecordedState): string {
  const last = evidence === null ? 'the record' : inWords(evidence)
  if (state === 'done') {
    const which = evidence?.role === 'all actions' ? 'say of all earlier actions at once' : 'say'
    const subject = evidence?.kind === 'minutes' ? which : which.replace('say', 'says')
    return `${capital(last)}, ${subject} that it was done.`
  }
  if (state === 'lost') {
    const after = notCarried.filter(
      ({ date }) => evidence?.date == null || (date !== null && date > evidence.date),
    )
    const [first] = after
    const more = after.length > 1 ? `, and ${counted(after.length - 1, 'later document')} with actions` : ''
    const verb = after.length > 1 ? 'do' : 'does'
    return `Last in ${last}. ${first === undefined ? 'A later log' : capital(inWords(first))}${more} ${verb} not carry it, and no stored document was found to say that it was done.`
  }
  if (state === 'not followed up')
    return `Mentioned once, in ${last}. ${capital(counted(later.meetings, 'later meeting'))} ${
      later.meetings === 1 ? 'is' : 'are'
    } stored; none carries a list of actions.`
  return later.meetings === 0
    ? `Last in ${last}, the latest meeting stored.`
    : `Last in ${last}. ${capital(counted(later.meetings, 'later meeting'))} ${
        later.meetings === 1 ? 'is' : 'are'
      } stored; none carries a list of actions.`
}
