import type { Document } from '../../../model/document.ts'
import type { Line } from '../line.ts'
import { readTitle } from './item-title.ts'
import { parseItemNumbers } from './item-number.ts'

const LONGEST_AGENDA = 260
const LAST_TITLES =
  /^(?:(?:meeting )?adjourn(?:ment)?|close(?: of (?:the )?meeting)?$|(?:date (?:and time )?of (?:the )?)?next meeting|any other business|a\.?o\.?b\.?$|other business)/i

/**
 * In a pack the agenda stands before the papers. Its bookmark says where it ends; else it ends after its last
 * usual titles (other business, next meeting, adjournment), at the latest with their page.
 * Returns the position of the first line that is no longer agenda.
 */
export function agendaEnd(document: Document, lines: readonly Line[]): number {
  const marked = bookmarkedEnd(document, lines)
  if (marked !== null) return marked
  const limit = Math.min(lines.length, LONGEST_AGENDA)
  let last = -1
  for (let at = 6; at < limit; at += 1) {
    const line = lines[at]
    if (!line) continue
    if (last >= 0 && (line.page > (lines[last]?.page ?? line.page) || at > last + 12))
      return at > last + 12 ? last + 3 : at
    const text = line.cells?.find((c) => /[A-Za-z]{3}/.test(c)) ?? line.text
    if (
      text.length < 120 &&
      LAST_TITLES.test(readTitle(parseItemNumbers(text, line.marker)[0]?.rest ?? text).title)
    )
      last = at
  }
  return last >= 0 ? Math.min(last + 3, lines.length) : limit
}

function bookmarkedEnd(document: Document, lines: readonly Line[]): number | null {
  const at = document.outline.findIndex((entry) => /\bagenda\b/i.test(entry.title) && entry.page !== null)
  const start = document.outline[at]?.page
  if (at < 0 || start === null || start === undefined) return null
  const next = document.outline.slice(at + 1).find((entry) => entry.page !== null && entry.page > start)
  if (!next || next.page === null) return null
  const page = next.page
  const line = lines.findIndex((l) => l.page >= page)
  return line < 0 ? null : line
}
