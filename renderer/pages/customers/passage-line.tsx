import type { ReactNode } from 'react'
import type { PassagePlace } from '../../../shared/model/customers.ts'
import { kindInWords } from '../../components/document-badge.tsx'
import { FocusChip } from '../../components/focus-chip.tsx'
import { MarkedText } from '../../components/marked-text.tsx'
import { dateLong } from '../../format/dates.ts'
import { addressOf, useRoute } from '../../navigation/hash-route.ts'

/** A passage with the way to where it stands. */
export function PassageLine({
  place,
  spans = [],
  children,
}: {
  place: PassagePlace
  spans?: readonly { start: number; end: number }[]
  children?: ReactNode
}) {
  const route = useRoute()
  const href = addressOf(route, 'meeting', place.meetingId, {
    passage: place.passageId,
    doc: place.documentId,
    page: String(place.page),
  })
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] text-soft">
        <a className="quiet-link font-medium text-ink" href={href}>
          {dateLong(place.date)}
        </a>
        {place.item !== null && <span className="min-w-0 break-words">{place.item}</span>}
        <span className="text-faint">
          {kindInWords(place.kind)}, page {place.page}
        </span>
        <span className="ml-auto">
          <FocusChip focus={place.focus} />
        </span>
      </span>
      <p className="leading-relaxed break-words">
        <MarkedText text={place.text} spans={spans} />
      </p>
      {children}
    </>
  )
}
