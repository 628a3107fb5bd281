import type { TextBlock } from '../../../shared/model/document.ts'
import { lineText } from './build-paragraphs.ts'
import type { Line } from './text-run.ts'

export type Furniture = NonNullable<TextBlock['furniture']>

export interface LinedPage {
  readonly number: number
  readonly height: number
  readonly lines: readonly Line[]
}

const REACH = 7
const NEIGHBOURS = 4
const PAGE_NUMBER =
  /^[-–—\s|[\]]*(?:page|p\.?|pg\.?|seite)?\s*\d{1,4}(?:\s*(?:of|\/|von)\s*\d{1,4})?[-–—\s|[\]]*$/i
const PAGE_WORD = /\bpage\s+\d{1,4}(?:\s+of\s+\d{1,4})?\b|\b\d{1,4}\s+of\s+\d{1,4}\b/i
/** Running text at the page's edge is not furniture by its place alone. */
const EDGE = 0.14

/** Digits differ from page to page; the rest repeats. */
function pattern(text: string): string {
  return text.replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ').trim()
}

interface Candidate {
  readonly page: LinedPage
  readonly line: Line
  readonly text: string
  readonly end: 'header' | 'footer'
}

const keyOf = (candidate: Candidate): string => `${candidate.end} ${pattern(candidate.text)}`

function candidatesOf(page: LinedPage): Candidate[] {
  const top = page.lines.slice(0, REACH)
  const bottom = page.lines.slice(-REACH)
  const all: Candidate[] = []
  for (const line of top) {
    if (line.baseline < page.height * 0.25) all.push({ page, line, text: lineText(line), end: 'header' })
  }
  for (const line of bottom) {
    if (line.baseline > page.height * 0.75) all.push({ page, line, text: lineText(line), end: 'footer' })
  }
  return all
}

/** Lines that read alike, digits aside, by page. */
type Twins = Map<number, Candidate[]>

/** Whether a line repeats at this height on enough pages around it. */
function repeats(candidate: Candidate, twins: Twins, pages: number): boolean {
  const height = fromEdge(candidate)
  let count = 0
  for (let page = candidate.page.number - NEIGHBOURS; page <= candidate.page.number + NEIGHBOURS; page += 1)
    if (twins.get(page)?.some((twin) => Math.abs(fromEdge(twin) - height) < 8) === true) count += 1
  if (pages > 2) return count >= 3
  const digitsOnly = /^\W*#?\W*$/.test(pattern(candidate.text))
  return count === 2 && !digitsOnly && (PAGE_WORD.test(candidate.text) || isAtEdge(candidate))
}

function fromEdge(candidate: Candidate): number {
  return candidate.end === 'header'
    ? candidate.line.baseline
    : candidate.page.height - candidate.line.baseline
}

function isAtEdge(candidate: Candidate): boolean {
  return fromEdge(candidate) < EDGE * candidate.page.height
}

/** The page numbers that stand in this line as itself, so that "3" on page 3 of the file or of a paper counts. */
function isPageNumber(
  candidate: Candidate,
  numbersByPage: ReadonlyMap<number, ReadonlySet<number>>,
): boolean {
  if (!PAGE_NUMBER.test(candidate.text) || !isAtEdge(candidate)) return false
  if (/page|of/i.test(candidate.text)) return true
  const value = Number(/\d+/.exec(candidate.text)?.[0] ?? Number.NaN)
  const page = candidate.page.number
  if (numbersByPage.get(page + 1)?.has(value + 1) || numbersByPage.get(page - 1)?.has(value - 1)) return true
  return value === page
}

/**
 * Headers, footers and page numbers: lines at a page's end that repeat (digits aside) at the same height on
 * neighbouring pages. Works inwards from the edge and stops at the first line that is none.
 */
export function findFurniture(pages: readonly LinedPage[]): Map<Line, Furniture> {
  const twins = new Map<string, Twins>()
  const numbersByPage = new Map<number, Set<number>>()
  const byPage = pages.map((page) => candidatesOf(page))
  for (const candidates of byPage) {
    for (const candidate of candidates) {
      const byNumber = twins.get(keyOf(candidate)) ?? new Map<number, Candidate[]>()
      twins.set(keyOf(candidate), byNumber)
      byNumber.set(candidate.page.number, [...(byNumber.get(candidate.page.number) ?? []), candidate])
      if (!PAGE_NUMBER.test(candidate.text) || !isAtEdge(candidate)) continue
      const numbers = numbersByPage.get(candidate.page.number) ?? new Set()
      numbers.add(Number(/\d+/.exec(candidate.text)?.[0] ?? Number.NaN))
      numbersByPage.set(candidate.page.number, numbers)
    }
  }
  const found = new Map<Line, Furniture>()
  for (const candidates of byPage) {
    const judge = (candidate: Candidate): boolean => {
      const number = isPageNumber(candidate, numbersByPage)
      if (!number && !repeats(candidate, twins.get(keyOf(candidate)) ?? new Map(), pages.length)) return false
      found.set(candidate.line, number ? 'page-number' : candidate.end)
      return true
    }
    for (const candidate of candidates.filter((c) => c.end === 'header')) if (!judge(candidate)) break
    for (const candidate of candidates.filter((c) => c.end === 'footer').toReversed())
      if (!judge(candidate)) break
  }
  return found
}
