import type { Document } from '../../../model/document.ts'
import type { Line } from '../line.ts'
import type { ItemDraft } from './item-draft.ts'

/** Where the papers of one item begin. */
interface PaperStart {
  at: number
  page: number
  item: number
}

export interface PaperSections {
  /** For every line after the agenda, the item whose papers it stands in. */
  itemOf: (number | null)[]
  /** First and last page of each item's papers. */
  pages: ([number, number] | null)[]
  /** Which rule split the pack; null when nothing could. */
  rule: 'bookmarks' | 'printed-pages' | 'cover-lines' | null
}

/**
 * Splits a pack into its items' papers, in this order of trust: bookmarks, page numbers printed in the agenda,
 * cover lines ("Agenda item 5") and headings that repeat an item's title.
 * `agendaEnd` is the first line that no longer belongs to the agenda itself.
 */
export function splitPapers(
  document: Document,
  lines: readonly Line[],
  drafts: readonly ItemDraft[],
  agendaEnd: number,
): PaperSections {
  const lastPage = document.pages.at(-1)?.number ?? 1
  const none: PaperSections = { itemOf: lines.map(() => null), pages: drafts.map(() => null), rule: null }
  if (drafts.length === 0) return none
  const agendaPage = lines[Math.max(0, agendaEnd - 1)]?.page ?? 1
  const firstLineOf = firstLines(lines)
  const byBookmark = inOrder(bookmarkStarts(document, drafts, agendaPage, firstLineOf))
  if (byBookmark.length >= 2) return assign(lines, drafts, byBookmark, lastPage, 'bookmarks')
  const printed = inOrder(printedStarts(drafts, agendaPage, lastPage, document.paged, firstLineOf))
  if (printed.length >= 2) return assign(lines, drafts, printed, lastPage, 'printed-pages')
  const covers = inOrder(coverStarts(lines, drafts, agendaEnd))
  if (covers.length >= 1) return assign(lines, drafts, covers, lastPage, 'cover-lines')
  return none
}

function firstLines(lines: readonly Line[]): Map<number, number> {
  const first = new Map<number, number>()
  lines.forEach((line, at) => {
    if (!first.has(line.page)) first.set(line.page, at)
  })
  return first
}

function bookmarkStarts(
  document: Document,
  drafts: readonly ItemDraft[],
  agendaPage: number,
  firstLineOf: ReadonlyMap<number, number>,
): PaperStart[] {
  const starts: PaperStart[] = []
  for (const entry of document.outline) {
    if (entry.page === null || entry.page < agendaPage) continue
    const item = matchItem(entry.title, drafts)
    if (item === null) continue
    starts.push({ at: firstLineOf.get(entry.page) ?? Number.MAX_SAFE_INTEGER, page: entry.page, item })
  }
  return starts
}

function printedStarts(
  drafts: readonly ItemDraft[],
  agendaPage: number,
  lastPage: number,
  paged: boolean,
  firstLineOf: ReadonlyMap<number, number>,
): PaperStart[] {
  if (!paged) return []
  return drafts.flatMap((draft, item) => {
    const page = draft.pages?.[0]
    if (page === undefined || page <= agendaPage || page > lastPage) return []
    return [{ at: firstLineOf.get(page) ?? Number.MAX_SAFE_INTEGER, page, item }]
  })
}

const COVER =
  /^(?:agenda\s+)?item\s*(?:no\.?|number)?\s*[:#.]?\s*(\d{1,3}(?:\.\d{1,2})?|[A-Z](?:\.\d{1,2})?)\b/i

function coverStarts(lines: readonly Line[], drafts: readonly ItemDraft[], agendaEnd: number): PaperStart[] {
  const byNumber = new Map<string, number>()
  drafts.forEach((draft, item) => {
    if (draft.number !== null && !byNumber.has(draft.number)) byNumber.set(draft.number, item)
  })
  const byTitle = new Map<string, number>()
  drafts.forEach((draft, item) => {
    const key = tokens(draft.title).join(' ')
    if (key.includes(' ') && !byTitle.has(key)) byTitle.set(key, item)
  })
  const starts: PaperStart[] = []
  for (let at = agendaEnd; at < lines.length; at += 1) {
    const line = lines[at]
    if (!line || line.text.length > 160) continue
    const cover = COVER.exec(line.text)
    const numbered = cover?.[1] === undefined ? undefined : byNumber.get(cover[1])
    const titled =
      line.text.length <= 140
        ? byTitle.get(tokens(line.text.replace(/^\W*[\w.]{1,6}[.)]\s+/, '')).join(' '))
        : undefined
    const item = numbered ?? titled
    if (item !== undefined && starts.at(-1)?.item !== item) starts.push({ at, page: line.page, item })
  }
  return starts
}

/** Papers follow the agenda's order; what points backwards is a mention. */
function inOrder(starts: readonly PaperStart[]): PaperStart[] {
  const kept: PaperStart[] = []
  for (const start of starts.toSorted((a, b) => a.at - b.at)) {
    const last = kept.at(-1)
    if (!last || start.item > last.item) kept.push(start)
  }
  return kept
}

function assign(
  lines: readonly Line[],
  drafts: readonly ItemDraft[],
  starts: readonly PaperStart[],
  lastPage: number,
  rule: PaperSections['rule'],
): PaperSections {
  const itemOf: (number | null)[] = lines.map(() => null)
  const pages: ([number, number] | null)[] = drafts.map(() => null)
  starts.forEach((start, i) => {
    const next = starts[i + 1]
    for (let at = start.at; at < Math.min(next?.at ?? lines.length, lines.length); at += 1)
      itemOf[at] = start.item
    pages[start.item] = [start.page, Math.max(start.page, next ? next.page - 1 : lastPage)]
  })
  return { itemOf, pages, rule }
}

function tokens(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? []
}

/** The item a bookmark names: by its number, else by most of its words. */
function matchItem(title: string, drafts: readonly ItemDraft[]): number | null {
  const numbered = /^\W*(?:(?:agenda )?item\s*)?(\d{1,3}(?:\.\d{1,2})?|[A-Z](?=[.)]))[.):\s-]/i.exec(
    title,
  )?.[1]
  const words = tokens(title)
  let best: number | null = null
  let most = 0.55
  drafts.forEach((draft, item) => {
    const own = tokens(draft.title)
    const likeness = shared(words, own) + (numbered !== undefined && numbered === draft.number ? 0.5 : 0)
    if (likeness > most) {
      best = item
      most = likeness
    }
  })
  return best
}

function shared(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0
  const rest = new Set(right)
  const both = left.filter((word) => rest.has(word)).length
  return (2 * both) / (left.length + right.length)
}
