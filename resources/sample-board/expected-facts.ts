import { BODY, COMPANY } from './layout/house-style.ts'
import { writtenFocus, type WrittenFocus } from './content/item-foci.ts'
import { bookmarkOf, type PaperPages } from './layout/pack-sheet.ts'
import { filesOf } from './files.ts'
import type { ActionNote, Meeting } from './meeting-content.ts'
import { typographic } from './words.ts'

export interface ExpectedItem {
  number: string | null
  title: string
  lead: string | null
  role: 'topic' | 'procedural' | 'break'
  minutes: number | null
  /** What it was written to be mostly about; null for a break. */
  focus: WrittenFocus | null
  /** In the agenda. */
  deferred: boolean
  /** Said in the minutes: not reached. */
  notReached: boolean
  /** Recorded start, where the minutes mark the clock. */
  recordedStart: string | null
}

export interface ExpectedMeeting {
  date: string
  company: string
  board: string
  window: { start: string; end: string }
  recorded: { start: string; end: string }
  files: { path: string; kind: 'agenda' | 'minutes' | 'pack' }[]
  timing: string
  items: ExpectedItem[]
  actions: { owner: string; text: string; due: string | null }[]
  /** Papers of the pack with their first and last page; null without a pack. */
  papers: { number: string; title: string; pages: [number, number] | null }[] | null
}

/** The truth as it was written, for tests of exact reading: from the content, never from reading it back. */
export function expectedFacts(meeting: Meeting, pages: PaperPages): ExpectedMeeting {
  const { agenda, minutes } = meeting
  const shown = (words: string): string =>
    agenda.format === 'md' || agenda.format === 'txt' ? words : typographic(words)
  return {
    date: meeting.date,
    company: COMPANY,
    board: BODY,
    window: { start: meeting.start, end: meeting.end },
    recorded: { start: minutes.opened, end: minutes.closed },
    files: filesOf(meeting),
    timing: agenda.timing,
    items: agenda.items.map((item) => {
      const minuted = minutes.items.find((candidate) => candidate.number === item.number)
      return {
        number: agenda.timing === 'short-bullets' ? null : item.number,
        title: shown(item.title),
        lead: item.lead,
        role: item.role,
        minutes: item.minutes,
        focus: writtenFocus(meeting, item),
        deferred: item.deferredTo !== null,
        notReached: minuted?.deferred ?? false,
        recordedStart: minuted?.clock ?? null,
      }
    }),
    actions: minutes.items
      .flatMap((item) => item.text)
      .filter((part): part is ActionNote => typeof part !== 'string')
      .map((note) => ({ owner: note.owner, text: note.action, due: note.due })),
    papers:
      meeting.pack?.map((paper) => ({
        number: paper.number,
        title: typographic(paper.title),
        pages: pages.get(bookmarkOf(paper)) ?? null,
      })) ?? null,
  }
}
