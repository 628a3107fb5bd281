import { isLead, tidyLead } from './item-lead.ts'
import { isOnlyPurpose, purposeOf } from './item-purpose.ts'
import { readTitle } from './item-title.ts'
import type { TitleParts } from './item-title.ts'

const PURPOSE = /\s(Information|Discussion|Approval|Decision|Noting|Note|Endorsement)\b\s*/g
const NAME_AT_END = /^(.{3,300}?)\s([A-Z][a-z’'-]{1,16}\s(?:[A-Z]\.\s|de\s)?[A-Za-z][a-z’'-]{1,20})$/
const NAME_FIRST = /^([A-Z][\w’'-]{1,20}\s[A-Z][\w’'-]{1,20}),\s/

/** The title of a table row whose cells run on in one line: "Title Name Purpose rest". */
export function readRunTitle(text: string): TitleParts {
  const parts = readTitle(text)
  for (const match of parts.title.matchAll(PURPOSE)) {
    const named = nameAtEnd(parts.title.slice(0, match.index))
    if (!named) continue
    const rest = parts.title.slice(match.index + match[0].length)
    return {
      ...parts,
      title: named.title.replace(/[:\s]+$/, ''),
      lead: named.lead,
      purpose: purposeOf(match[1] ?? ''),
      body: [rest, parts.body].filter(Boolean).join(' '),
    }
  }
  const tail = /^(.{3,200}?)\s([A-Z][a-z]{3,14})$/.exec(parts.title)
  if (tail?.[1] && tail[2] && isOnlyPurpose(tail[2])) {
    return { ...parts, ...(nameAtEnd(tail[1]) ?? { title: tail[1] }), purpose: purposeOf(tail[2]) }
  }
  const first = NAME_FIRST.exec(parts.title)
  if (first?.[1] && isLead(first[1])) return { ...parts, lead: tidyLead(first[1]) }
  return parts.lead === null ? { ...parts, ...nameAtEnd(parts.title) } : parts
}

/** "Workplan for spring Dana Holm": a name of two words that closes the line. */
function nameAtEnd(text: string): { title: string; lead: string } | null {
  const named = NAME_AT_END.exec(text)
  if (!named?.[1] || !named[2] || !isLead(capitalised(named[2]))) return null
  return { title: named[1], lead: tidyLead(named[2]) }
}

function capitalised(text: string): string {
  return text
    .split(' ')
    .map((w) => w.charAt(0).toUpperCase() + w.slice(1))
    .join(' ')
}
