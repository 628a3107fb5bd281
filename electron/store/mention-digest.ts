import type { DocumentKind } from '../../shared/model/analysis.ts'
import type { Repositories } from './repositories.ts'
import { textKey } from './store-ids.ts'

const KIND_CODES: Record<DocumentKind, string> = {
  agenda: 'ag',
  minutes: 'mi',
  pack: 'pk',
  paper: 'pp',
  transcript: 'tr',
  'action log': 'al',
}

/** What a mention is known by within its meeting, whatever place it is read at. */
export function mentionDigest(kind: DocumentKind, text: string): string {
  return `${KIND_CODES[kind]}${textKey(text).slice(0, 16)}`
}

/** The digests of all mentions a meeting's documents still hold. */
export function mentionsOfMeeting(repositories: Repositories, meetingId: string): Set<string> {
  return new Set(
    repositories.documents
      .briefOfMeeting(meetingId)
      .flatMap(({ id, kind }) =>
        repositories.documents.actions(id).map((action) => mentionDigest(kind, action.text)),
      ),
  )
}
