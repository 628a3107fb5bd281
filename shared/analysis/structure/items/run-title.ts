import { isLead, tidyLead } from './item-lead.ts'
import { isOnlyPurpose, purposeOf } from './item-purpose.ts'
import { readTitle } from './item-title.ts'
import type { TitleParts } from './item-title.ts'

const COLUMNS =
  /^(.{3,200})\s((?:[A-Z][\w’'.-]{1,20}\s?(?:[a-z]{2,6}\s)?(?:de\s)?(?:[A-Z][\w’'-]{1,20}\s)?))(Information|Discussion|Approval|Decision|Noting|Note|Endorsement)\b\s*(.*)$/
const NAME_AT_END = /^(.{3,200}?)\s([A-Z][a-z’'-]{1,16}\s(?:[A-Z]\.\s|de\s)?[A-Z][a-z’'-]{1,20})$/
const NAME_FIRST = /^([A-Z][\w’'-]{1,20}\s[A-Z][\w’'-]{1,20}),\s/

/** The title of a table row whose cells run on in one line: "Title Name Purpose rest". */
export function readRunTitle(text: string): TitleParts {
  const parts = readTitle(text)
  const columns = COLUMNS.exec(parts.title)
  if (columns?.[1] && columns[2] && columns[3] && isLead(capitalised(columns[2]))) {
    return {
      ...parts,
      title: columns[1].replace(/[:\s]+$/, ''),
      lead: tidyLead(columns[2]),
      purpose: purposeOf(columns[3]),
      body: [columns[4] ?? '', parts.body].filter(Boolean).join(' '),
    }
  }
  const tail = /^(.{3,200}?)\s([A-Z][a-z]{3,14})$/.exec(parts.title)
  if (tail?.[1] && tail[2] && isOnlyPurpose(tail[2]))
    return { ...parts, ...leadAtEnd(tail[1], parts.lead), purpose: purposeOf(tail[2]) }
  const first = NAME_FIRST.exec(parts.title)
  if (first?.[1] && isLead(first[1])) return { ...parts, lead: tidyLead(first[1]) }
  return { ...parts, ...leadAtEnd(parts.title, parts.lead) }
}

function leadAtEnd(title: string, lead: string | null): { title: string; lead: string | null } {
  const named = NAME_AT_END.exec(title)
  if (lead === null && named?.[1] && named[2] && isLead(named[2]))
    return { title: named[1], lead: tidyLead(named[2]) }
  return { title, lead }
}

function capitalised(text: string): string {
  return text
    .trim()
    .split(/\s+/)
    .map((w) => w.charAt(0).toUpperCase() + w.slice(1))
    .join(' ')
}
