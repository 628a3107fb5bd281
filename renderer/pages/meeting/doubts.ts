import type { DocumentKind } from '../../../shared/model/analysis.ts'
import type { MeetingDetail, MeetingItem, PassageView } from '../../../shared/model/library.ts'
import { LENSES } from '../../../shared/model/measures.ts'
import type { Lens } from '../../../shared/model/measures.ts'

/** A doubt is worth a person's time when settling it can be expected to move the share by a tenth of a point. */
export const WORTH_SETTLING = 0.001

export interface Doubts {
  readonly lens: Lens
  /** By passage: how far settling it can be expected to move the customers' share, 0 to 1; absent where not at all. */
  readonly moves: ReadonlyMap<string, number>
  /** Those worth a person's time that are still open. */
  readonly left: number
}

const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length

const KINDS_OF: Record<MeetingItem['mixBasis'], readonly DocumentKind[]> = {
  minutes: ['minutes', 'transcript'],
  papers: ['pack', 'paper'],
  title: ['agenda'],
  human: ['agenda'],
}

/** The lens asked for where this meeting has it, else its first. */
export function lensOfMeeting(meeting: Pick<MeetingDetail, 'measures'>, wanted: string | undefined): Lens {
  const there = LENSES.filter((lens) => meeting.measures[lens] !== null)
  return there.find((lens) => lens === wanted) ?? there[0] ?? 'record'
}

/**
 * How far settling each passage can be expected to move the customers' share of a lens. A passage is its part of
 * what is shared out (its item's minutes by words, the words of the minutes, a page's words) times 2p(1-p): settled,
 * its customer probability p becomes 1 or 0, and does so with odds p and 1-p.
 */
export function doubtsOf(meeting: MeetingDetail, lens: Lens): Doubts {
  const total = meeting.measures[lens]?.substantiveTotal ?? 0
  const kinds = new Map(meeting.documents.map(({ id, kind }) => [id, kind]))
  const items = new Map(meeting.items.map((item) => [item.id, item]))
  const words = new Map(meeting.passages.map((passage) => [passage.id, wordCount(passage.text)]))

  /** What a passage is a part of, how large that is in the lens's unit, or null where it does not count. */
  const unitOf = (passage: PassageView): { key: string; amount: number | null } | null => {
    const kind = kinds.get(passage.documentId)
    const item = passage.meetingItemId === null ? undefined : items.get(passage.meetingItemId)
    if (kind === undefined) return null
    if (lens === 'record') return kind === 'minutes' ? { key: passage.id, amount: null } : null
    if (lens === 'pack') {
      if ((kind !== 'pack' && kind !== 'paper') || (item !== undefined && item.role !== 'topic')) return null
      return { key: `${passage.documentId} ${passage.page}`, amount: 1 }
    }
    let timed = item
    while (timed !== undefined && (timed[lens]?.minutes ?? null) === null) timed = parentOf(timed)
    if (item === undefined || timed === undefined || item.role !== 'topic' || timed.deferred) return null
    if (!KINDS_OF[timed.mixBasis].includes(kind)) return null
    return { key: timed.id, amount: timed[lens]?.minutes ?? 0 }
  }
  const parentOf = (item: MeetingItem): MeetingItem | undefined =>
    item.parent === null ? undefined : items.get(item.parent)

  const units = meeting.passages.map((passage) => unitOf(passage))
  const wordsOfUnit = new Map<string, number>()
  meeting.passages.forEach((passage, index) => {
    const key = units[index]?.key
    if (key !== undefined) wordsOfUnit.set(key, (wordsOfUnit.get(key) ?? 0) + (words.get(passage.id) ?? 0))
  })

  const moves = new Map<string, number>()
  let left = 0
  meeting.passages.forEach((passage, index) => {
    const unit = units[index] ?? null
    if (unit === null || passage.human !== null || total <= 0) return
    const own = words.get(passage.id) ?? 0
    const part =
      unit.amount === null ? own : (unit.amount * own) / Math.max(1, wordsOfUnit.get(unit.key) ?? 1)
    const { customer } = passage.probabilities
    const move = (part / total) * 2 * customer * (1 - customer)
    moves.set(passage.id, move)
    if (move >= WORTH_SETTLING) left += 1
  })
  return { lens, moves, left }
}
