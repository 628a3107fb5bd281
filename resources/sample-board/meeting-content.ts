/** What the invented company's secretary knows of one meeting, before any layout. */

export type FileFormat = 'docx' | 'pdf' | 'odt' | 'md' | 'txt'

/** How an agenda writes its times; each is a form that real secretaries use. */
export type Timing =
  | 'brackets'
  | 'duration-table'
  | 'range-table'
  | 'start-times'
  | 'short-bullets'
  | 'wrapped-table'
  | 'range-and-duration'
  | 'purpose-table'
  | 'plain-lines'
  | 'lunch-table'
  | 'minutes-column'
  | 'range-lines'
  | 'automatic-numbers'

export type MinutesLayout = 'classic' | 'modern' | 'columns' | 'plain'

export type Purpose = 'decision' | 'discussion' | 'information' | 'noting'

export interface AgendaItem {
  /** As printed; null for a break, or where the agenda does not number. */
  number: string | null
  title: string
  lead: string | null
  /** Null: the agenda gives no time. */
  minutes: number | null
  role: 'topic' | 'procedural' | 'break'
  purpose: Purpose | null
  paper: string | null
  /** The agenda itself says the item is put off. */
  deferredTo: string | null
  /** A duration printed beside a clock range that says otherwise. */
  misprint: number | null
}

export interface ActionNote {
  action: string
  /** Initials. */
  owner: string
  /** `YYYY-MM-DD`, or null where the secretary gave none. */
  due: string | null
}

export type MinutesParagraph = string | ActionNote

export interface MinutesItem {
  number: string
  /** Where the secretary noted the clock, `HH:MM`. */
  clock: string | null
  text: MinutesParagraph[]
  /** The minutes say it was not reached. */
  deferred: boolean
}

export interface LoggedAction extends ActionNote {
  status: 'Open' | 'Complete' | 'Carried forward'
}

export interface Attendance {
  name: string
  role: string
  note: string | null
}

export interface Minutes {
  format: FileFormat
  layout: MinutesLayout
  opened: string
  closed: string
  present: Attendance[]
  attending: Attendance[]
  apologies: string[]
  items: MinutesItem[]
  log: LoggedAction[]
  /** `YYYY-MM-DD` of the next meeting. */
  next: string
}

export type PaperPart =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'bullets'; items: string[] }
  | { kind: 'table'; caption: string; head: string[]; rows: string[][]; widths: number[] }

export interface Paper {
  /** The agenda item it serves. */
  number: string
  reference: string
  title: string
  author: string
  sponsor: string
  /** Cover-sheet rows after the author; reports of the executives have none. */
  cover: [string, string][]
  body: PaperPart[]
}

export interface Meeting {
  date: string
  start: string
  end: string
  place: string
  secretary: string
  agenda: { format: FileFormat; timing: Timing; items: AgendaItem[] }
  minutes: Minutes
  pack: Paper[] | null
}

type ItemOptions = Partial<Pick<AgendaItem, 'purpose' | 'paper' | 'deferredTo' | 'misprint'>>

const none = { purpose: null, paper: null, deferredTo: null, misprint: null }

export function topic(
  number: string,
  title: string,
  lead: string | null,
  minutes: number | null,
  options: ItemOptions = {},
): AgendaItem {
  return { ...none, number, title, lead, minutes, role: 'topic', ...options }
}

export function formality(
  number: string,
  title: string,
  lead: string | null,
  minutes: number | null,
): AgendaItem {
  return { ...none, number, title, lead, minutes, role: 'procedural' }
}

export function pause(title: string, minutes: number): AgendaItem {
  return { ...none, number: null, title, lead: null, minutes, role: 'break' }
}

export function minuted(
  number: string,
  text: MinutesParagraph[],
  options: { clock?: string; deferred?: boolean } = {},
): MinutesItem {
  return { number, text, clock: options.clock ?? null, deferred: options.deferred ?? false }
}

export function action(owner: string, words: string, due: string | null = null): ActionNote {
  return { action: words, owner, due }
}

export function logged(
  owner: string,
  words: string,
  due: string | null,
  status: LoggedAction['status'],
): LoggedAction {
  return { action: words, owner, due, status }
}

export const text = (words: string): PaperPart => ({ kind: 'text', text: words })
export const heading = (words: string): PaperPart => ({ kind: 'heading', text: words })
export const bullets = (...items: string[]): PaperPart => ({ kind: 'bullets', items })
export const table = (caption: string, widths: number[], head: string[], rows: string[][]): PaperPart => ({
  kind: 'table',
  caption,
  widths,
  head,
  rows,
})
