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
  const first = document.paged ? firstPaper(lines) : null
  const limit = Math.min(lines.length, first ?? LONGEST_AGENDA, LONGEST_AGENDA)
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

const COVER = /^(?:agenda\s+)?item\s*(?:no\.?|number)?\s*[:#.]?\s*(?:\d{1,2}|[A-Z])(?:\.\d{1,2})?\s*$/i

/**
 * The first line of the first paper: the top of the first page that the agenda's own page numbers point to, or of
 * the first later page that carries a cover line ("Agenda item 3") or repeats a numbered title. Null where none is.
 */
function firstPaper(lines: readonly Line[]): number | null {
  const pages: number[] = []
  const titles = new Map<string, number>()
  let told = -1
  for (let at = 0; at < Math.min(lines.length, LONGEST_AGENDA); at += 1) {
    const line = lines[at]
    if (!line) continue
    if (pages.length >= 3 && line.page >= Math.min(...pages)) return topOf(lines, line.page)
    const cover = line.text.length < 40 && COVER.test(line.text)
    if (cover && told >= 0 && line.page > (lines[told]?.page ?? 1)) return topOf(lines, line.page)
    const numbered = parseItemNumbers(line.text, line.marker)[0]
    if (numbered || line.cells) {
      const page = pageOf(line, numbered?.rest ?? line.text)
      if (page !== null && page > line.page) pages.push(page)
      const title = numbered ? readTitle(numbered.rest).title.toLowerCase() : ''
      const named = title.length < 8 ? undefined : titles.get(title)
      if (named !== undefined && named < line.page && titles.size >= 3) return topOf(lines, line.page)
      if (named === undefined && title !== '') titles.set(title, line.page)
      if (!cover) told = at
    }
  }
  return null
}

function pageOf(line: Line, text: string): number | null {
  const read = readTitle(text).pages?.[0]
  if (read !== undefined) return read
  const last = line.cells?.at(-1)?.trim() ?? ''
  const printed = /^(?:pp?\.?\s?)?(\d{1,4})(?:\s?[-–]\s?\d{1,4})?$/.exec(last)?.[1]
  return printed === undefined ? null : Number(printed)
}

function topOf(lines: readonly Line[], page: number): number {
  return lines.findIndex((line) => line.page === page)
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
