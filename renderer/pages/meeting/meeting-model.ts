import type { Focus } from '../../../shared/model/focus.ts'
import type { MeetingDetail, MeetingItem, PassageView } from '../../../shared/model/library.ts'

/** What a passage counts as: a person's label before the machine's. */
export function focusOf(passage: PassageView): Focus {
  return passage.human?.focus ?? passage.focus
}

const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length

/** How much settling a passage could move the figures: how unsure the machine is, times its words. */
export function doubtOf(passage: PassageView): number {
  return passage.human === null ? (1 - passage.confidence) * wordCount(passage.text) : -1
}

export interface PassageFilter {
  readonly item: string | null
  readonly focus: Focus | null
  readonly doubtsFirst: boolean
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
  return filter.doubtsFirst ? shown.toSorted((a, b) => doubtOf(b) - doubtOf(a)) : shown
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
