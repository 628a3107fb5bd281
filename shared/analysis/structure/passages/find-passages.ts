import type { StructuredPassage } from '../../../model/analysis.ts'
import type { ItemDraft } from '../items/item-draft.ts'
import { withoutBullet } from '../items/item-number.ts'
import { isOnlyTimes } from '../items/item-title.ts'
import { wordCount } from '../items/title-shape.ts'
import type { Line } from '../line.ts'

const LONGEST_WORDS = 250

interface OpenParagraph {
  /** Its lines, joined only when it closes: joining line by line would copy the whole of it each time. */
  parts: string[]
  line: Line
  item: number | null
}

/**
 * Every paragraph, bullet and table row under the item it stands in (null before the first).
 * Titles are left out, hard-wrapped lines are joined, very long paragraphs are cut at sentence ends.
 */
export function findPassages(
  lines: readonly Line[],
  drafts: readonly ItemDraft[],
  itemOf: readonly (number | null)[],
  tableRows: ReadonlySet<number>,
): StructuredPassage[] {
  const passages: StructuredPassage[] = []
  const titleOf = new Map<number, number>()
  const bodies = new Map<number, { item: number; texts: string[] }[]>()
  drafts.forEach((draft, item) => {
    for (let at = draft.at; at <= draft.titleEnd; at += 1) titleOf.set(at, item)
    const list = bodies.get(draft.at) ?? []
    list.push({ item, texts: draft.body })
    bodies.set(draft.at, list)
  })
  const paragraph: { open: OpenParagraph | null } = { open: null }
  const close = () => {
    if (paragraph.open)
      push(passages, paragraph.open.parts.join(''), paragraph.open.line, paragraph.open.item)
    paragraph.open = null
  }
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    if (!line) continue
    const item = itemOf[at] ?? null
    if (titleOf.has(at) || tableRows.has(at)) {
      close()
      for (const { item: of, texts } of bodies.get(at) ?? []) {
        texts.forEach((text, i) => {
          if (
            i === texts.length - 1 &&
            !line.cells &&
            !line.lastOfBlock &&
            drafts[of]?.line.block === lines[(drafts[of]?.titleEnd ?? at) + 1]?.block
          )
            paragraph.open = { parts: [text], line, item: of }
          else push(passages, text, line, of)
        })
      }
      if (titleOf.has(at)) at = Math.max(at, lastTitleLine(drafts, titleOf.get(at), at))
      continue
    }
    if (line.cells) {
      close()
      push(
        passages,
        line.cells
          .map((c) => c.replace(/\n/g, ' ').trim())
          .filter(Boolean)
          .join(' | '),
        line,
        item,
      )
      continue
    }
    const previous = lines[at - 1]
    const begins =
      line.firstOfBlock ||
      line.unfolded ||
      line.headingLevel !== null ||
      withoutBullet(line.text) !== null ||
      !previous ||
      previous.block !== line.block ||
      /^(?:\(?[a-z]\)|\d{1,2}[.)])\s/.test(line.text)
    const current = paragraph.open
    if (current === null || begins || current.item !== item) {
      close()
      paragraph.open = { parts: [withoutBullet(line.text) ?? line.text], line, item }
    } else addLine(current.parts, line.text)
  }
  close()
  return passages
}

function lastTitleLine(drafts: readonly ItemDraft[], item: number | undefined, at: number): number {
  return item === undefined ? at : (drafts[item]?.titleEnd ?? at)
}

/** A word broken at the end of a line is put together again. */
function addLine(parts: string[], next: string): void {
  const last = parts.at(-1) ?? ''
  if (/[a-z]-$/.test(last) && /^[a-z]/.test(next)) {
    parts[parts.length - 1] = last.slice(0, -1)
    parts.push(next)
  } else parts.push(' ', next)
}

function push(passages: StructuredPassage[], raw: string, line: Line, item: number | null): void {
  const text = raw.replace(/\s+/g, ' ').trim()
  if (!/[A-Za-z0-9]/.test(text) || isOnlyTimes(text)) return
  for (const piece of pieces(text)) passages.push({ text: piece, page: line.page, block: line.block, item })
}

function pieces(text: string): string[] {
  if (text.length < LONGEST_WORDS * 4 || wordCount(text) <= LONGEST_WORDS) return [text]
  const found: string[] = []
  let open = ''
  let words = 0
  for (const sentence of text.split(/(?<=[.!?]["”’)]?)\s+(?=["“‘(]?[A-Z0-9])/)) {
    const length = wordCount(sentence)
    if (words > 0 && words + length > LONGEST_WORDS) {
      found.push(open)
      open = ''
      words = 0
    }
    open = open ? `${open} ${sentence}` : sentence
    words += length
  }
  if (open) found.push(open)
  return found
}
