import type { Block, Document, TextBlock } from '../../model/document.ts'

const MARK = /^(?:\d{1,2}[.)]?\s{1,3}["“‘(]?[A-Z]|[*†‡§]{1,3}\s{0,3}[A-Za-z]|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}\s{0,3}\S)/
/** Share of the body's size below which type is a footnote's. */
const SMALL = 0.85
/** Footnotes begin in the lower part of a page. */
const FOOT = 0.5

/**
 * Blocks that are footnotes: at the foot of a page, under text of the usual size, in small type, opened by a mark.
 * They are no items, and no part of the paragraph or list above them. Only where the format gives positions.
 */
export function footnoteBlocks(document: Document): ReadonlySet<Block> {
  const found = new Set<Block>()
  const size = bodySize(document.blocks)
  if (size === null) return found
  const pages = new Map<number, Block[]>()
  for (const block of document.blocks) {
    if (block.kind === 'text' && block.furniture !== null) continue
    const own = pages.get(block.page) ?? []
    own.push(block)
    pages.set(block.page, own)
  }
  for (const page of document.pages) {
    if (page.height === null) continue
    const blocks = pages.get(page.number) ?? []
    let from = blocks.length
    while (from > 0 && isSmall(blocks[from - 1], size, page.height * FOOT)) from -= 1
    if (from === 0) continue
    const first = blocks.findIndex((b, i) => i >= from && b.kind === 'text' && MARK.test(b.text))
    if (first >= 0) for (const block of blocks.slice(first)) found.add(block)
  }
  return found
}

function isSmall(block: Block | undefined, size: number, below: number): block is TextBlock {
  if (block?.kind !== 'text' || block.box === null || block.style.fontSize === null) return false
  return block.style.fontSize <= size * SMALL && block.box.y >= below && block.style.headingLevel === null
}

/** The size most letters are set in. */
function bodySize(blocks: readonly Block[]): number | null {
  const letters = new Map<number, number>()
  for (const block of blocks) {
    if (block.kind !== 'text' || block.box === null || block.style.fontSize === null) continue
    letters.set(block.style.fontSize, (letters.get(block.style.fontSize) ?? 0) + block.text.length)
  }
  const [most] = [...letters].toSorted((a, b) => b[1] - a[1])
  return most?.[0] ?? null
}
