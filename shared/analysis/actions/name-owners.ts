import type { Attendee } from '../../model/analysis.ts'
import { ownerResolver } from '../structure/attendance/resolve-owner.ts'
import type { StoredMention } from './action-record.ts'

/**
 * Mentions with their owners by full name, where one person of the meeting's attendance fits the initials or surname
 * and no other does: a pack or a log has no list of its own. An owner that a person entered stays as it is.
 */
export function nameOwners(
  mentions: readonly StoredMention[],
  attendance: ReadonlyMap<string, readonly Attendee[]>,
): StoredMention[] {
  const resolvers = new Map([...attendance].map(([meeting, people]) => [meeting, ownerResolver(people)]))
  return mentions.map((mention) => {
    if (mention.owner === null || mention.corrected.includes('owner')) return mention
    const name = resolvers.get(mention.meetingId)?.(mention.owner) ?? null
    return name === null || name === mention.owner ? mention : { ...mention, owner: name }
  })
}
