import type { ItemAsRead } from '../../../shared/model/corrections.ts'
import type { MeetingDetail, MeetingItem } from '../../../shared/model/library.ts'
import { EMPTY_ITEM, ItemForm } from '../../corrections/item-form.tsx'
import type { Corrections } from '../../corrections/use-corrections.ts'
import { itemName } from './meeting-model.ts'

const valuesOf = (item: MeetingItem): ItemAsRead => ({
  number: item.number,
  title: item.title,
  lead: item.lead,
  purpose: item.purpose,
  role: item.role,
  deferred: item.deferred,
  plannedStart: item.planned?.start ?? null,
  plannedMinutes: item.planned?.minutes ?? null,
  recordedStart: item.recorded?.start ?? null,
  recordedMinutes: item.recorded?.minutes ?? null,
})

/** One item of the meeting corrected over all its documents, or a new one after the item that is chosen. */
export function CorrectItem({
  meeting,
  item: id,
  after,
  corrections,
  onClose,
}: {
  meeting: MeetingDetail
  /** Null adds one. */
  item: string | null
  after: string | null
  corrections: Corrections
  onClose: () => void
}) {
  if (id === null) {
    const neighbour = after ?? meeting.items.at(-1)?.id ?? null
    return (
      <ItemForm
        open
        title="Add an item"
        values={EMPTY_ITEM}
        mark={null}
        quotes={[]}
        onClose={onClose}
        onSave={(_changed, whole) => corrections.addItem(whole, neighbour, onClose)}
      />
    )
  }
  const item = meeting.items.find((known) => known.id === id)
  if (item === undefined) return null
  const nameOf = (documentId: string): string =>
    meeting.documents.find((document) => document.id === documentId)?.name ?? 'Document'
  const times = [['planned time', item.planned] as const, ['recorded time', item.recorded] as const].flatMap(
    ([of, time]) =>
      time?.evidence
        ? [{ document: 'As read', of, page: time.evidence.page, words: time.evidence.quote }]
        : [],
  )
  return (
    <ItemForm
      key={JSON.stringify(valuesOf(item))}
      open
      title={`Correct ${itemName(item)}`}
      values={valuesOf(item)}
      mark={item.human ?? null}
      quotes={[
        ...item.sources.map((source) => ({
          document: nameOf(source.documentId),
          of: 'item',
          page: source.page,
          words: source.quote,
        })),
        ...times,
      ].filter(({ words }) => words !== '')}
      onClose={onClose}
      onSave={(changed) => {
        if (Object.keys(changed).length === 0) onClose()
        else corrections.setItem(item.id, changed, onClose)
      }}
      onRestore={(fields) => corrections.restore('item', item.id, fields)}
      onRemove={() => {
        corrections.remove('item', item.id)
        onClose()
      }}
    />
  )
}
