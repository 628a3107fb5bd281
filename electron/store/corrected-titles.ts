import { applyCorrections } from '../../shared/analysis/corrections/apply-corrections.ts'
import { placeCorrections } from './corrected-meeting.ts'
import type { Repositories } from './repositories.ts'

/** By document and position as read: what an item is called now, null where it is under none any more. */
export type CorrectedTitles = ReadonlyMap<string, ReadonlyMap<number, string | null>>

/**
 * What the items of these meetings are called where people corrected them. Documents of meetings that nobody
 * corrected are left out: their titles are those that were read.
 */
export function correctedTitles(
  { corrections, documents }: Pick<Repositories, 'corrections' | 'documents'>,
  meetingIds: Iterable<string>,
): CorrectedTitles {
  const titles = new Map<string, Map<number, string | null>>()
  for (const meetingId of new Set(meetingIds)) {
    const stored = corrections.ofMeeting(meetingId).filter(({ correction }) => correction.on === 'item')
    if (stored.length === 0) continue
    const rows = documents.liveOfMeeting(meetingId)
    const asRead = rows.map((row) => ({
      kind: row.kind,
      pages: row.head.analysis.pages,
      window: row.head.analysis.window,
      items: documents.items(row.id),
      passages: [],
      actions: [],
    }))
    applyCorrections(asRead, placeCorrections(stored, rows)).documents.forEach((corrected, index) => {
      const row = rows[index]
      if (row === undefined) return
      const own = new Map<number, string | null>()
      asRead[index]?.items.forEach((_, position) => {
        const place = corrected.placeOf(position)
        own.set(position, place === null ? null : (corrected.document.items[place]?.title ?? null))
      })
      titles.set(row.id, own)
    })
  }
  return titles
}

/** The title of the item at a position as it is called now; `asRead` where nobody corrected it. */
export function titleNow(
  titles: CorrectedTitles,
  documentId: string,
  position: number | null,
  asRead: string | null,
): string | null {
  const own = titles.get(documentId)
  return position === null || own === undefined ? asRead : (own.get(position) ?? null)
}
