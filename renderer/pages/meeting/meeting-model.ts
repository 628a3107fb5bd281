import type { Focus } from '../../../shared/model/focus.ts'
import type { Doubts } from './doubts.ts'
import type { MeetingDetail, MeetingItem, PassageView } from '../../../shared/model/library.ts'

/** What a passage counts as: a person's label before the machine's. */
export function focusOf(passage: PassageView): Focus {
  return passage.human?.focus ?? passage.focus
}

export interface PassageFilter {
  readonly item: string | null
  readonly focus: Focus | null
  /** Puts what moves the share most first; null keeps the documents' order. */
  readonly doubts: Doubts | null
}

function withDescendants(items: readonly MeetingItem[], id: string): Set<string> {
  const ids = new Set([id])
  // Parents come before their children.
  for (const item of items) if (item.parent !== null && ids.has(item.parent)) ids.add(item.id)
  return ids
}

/** The passages of an item and those under it (or of the whole meeting), in order. */
export function passagesShown(meeting: MeetingDetail, filter: PassageFilter): PassageView[] {
  const under = filter.item === null ? null : withDescendants(meeting.items, filter.item)
  const shown = meeting.passages.filter(
    (passage) =>
      (under === null || (passage.meetingItemId !== null && under.has(passage.meetingItemId))) &&
      (filter.focus === null || focusOf(passage) === filter.focus),
  )
  const { doubts } = filter
  if (doubts === null) return shown
  const rank = (passage: PassageView): number => doubts.moves.get(passage.id) ?? -1
  return shown.toSorted((a, b) => rank(b) - rank(a))
}

/** "4.1 Service review" */
export function itemName(item: Pick<MeetingItem, 'number' | 'title'>): string {
  return item.number === null ? item.title : `${item.number} ${item.title}`
}

export const BASIS_WORDS: Record<MeetingItem['mixBasis'], string> = {
  minutes: 'mix from its minutes',
  papers: 'mix from its papers',
  title: 'mix from its title only',
  human: 'mix settled by a person',
}
