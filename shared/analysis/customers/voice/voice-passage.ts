import type { DocumentKind } from '../../../model/analysis.ts'
import type { Focus } from '../../../model/focus.ts'

/** A passage of a board's record as the customers' voice is looked for in it. */
export interface VoicePassage {
  id: string
  meetingId: string
  documentId: string
  kind: DocumentKind
  /** Its place in its document. */
  position: number
  /** The block of its document that it was read from. */
  block: number
  item: number | null
  itemTitle: string | null
  text: string
  focus: Focus
  fromCustomers: boolean
}

/** Names of an item across the documents of a meeting: its folded title. */
export const itemKey = ({ itemTitle }: VoicePassage): string | null =>
  itemTitle === null
    ? null
    : itemTitle
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
