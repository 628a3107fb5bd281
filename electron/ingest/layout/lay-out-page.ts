import type { Block, TextBlock } from '../../../shared/model/document.ts'
import { blockOfLines, buildParagraphs } from './build-paragraphs.ts'
import type { Furniture } from './find-furniture.ts'
import { findRuledTables } from './find-ruled-tables.ts'
import { findTables } from './find-tables.ts'
import { regionOf, splitColumns } from './split-columns.ts'
import type { Region } from './split-columns.ts'
import type { Line, Rule } from './text-run.ts'

function regionBlocks(region: Region, page: number, upright: boolean, rules: readonly Rule[]): Block[] {
  const blocks: Block[] = []
  let loose: Line[] = []
  const flush = (): void => {
    if (loose.length > 0) blocks.push(...buildParagraphs(loose, region.right, page, upright))
    loose = []
  }
  for (const part of findTables(region.lines, page, rules)) {
    if (part.kind === 'line') {
      loose.push(part.line)
      continue
    }
    flush()
    blocks.push({
      kind: 'table',
      page,
      box: upright ? part.box : null,
      rows: [...part.rows],
      ruled: false,
    })
  }
  flush()
  return blocks
}

function furnitureBlocks(
  lines: readonly Line[],
  furniture: ReadonlyMap<Line, Furniture>,
  page: number,
): { top: TextBlock[]; bottom: TextBlock[] } {
  const top: TextBlock[] = []
  const bottom: TextBlock[] = []
  let seenBody = false
  for (const line of lines) {
    const kind = furniture.get(line)
    if (!kind) {
      seenBody = true
      continue
    }
    const block: TextBlock = { ...blockOfLines([line], page, true), furniture: kind }
    if (kind === 'footer' || (kind === 'page-number' && seenBody)) bottom.push(block)
    else top.push(block)
  }
  return { top, bottom }
}

/** Text between ruled tables, in reading order. */
function textBlocks(
  body: readonly Line[],
  page: number,
  upright: boolean,
  rules: readonly Rule[],
  whole: Region,
): Block[] {
  const width = whole.right - whole.left
  return splitColumns(body).flatMap((region) => {
    // What is no column shares the page's own right margin.
    const wide = region.left < whole.left + 0.4 * width && region.right > whole.left + 0.55 * width
    return regionBlocks(wide ? { ...region, right: whole.right } : region, page, upright, rules)
  })
}

/** The lines of one page to its blocks in reading order, furniture first and last. */
export function layOutPage(
  lines: readonly Line[],
  furniture: ReadonlyMap<Line, Furniture>,
  page: number,
  upright: boolean,
  rules: readonly Rule[] = [],
): Block[] {
  const { top, bottom } = furnitureBlocks(lines, furniture, page)
  const body = lines.filter((line) => !furniture.has(line))
  const { tables, rest } = findRuledTables(body, rules, page)
  const whole = regionOf(body)
  const blocks: Block[] = []
  let from = 0
  for (const table of tables) {
    const end = rest.findIndex((line, at) => at >= from && line.baseline > table.box.y + 0.5 * line.size)
    const to = end < 0 ? rest.length : end
    blocks.push(...textBlocks(rest.slice(from, to), page, upright, rules, whole))
    blocks.push({ kind: 'table', page, box: upright ? table.box : null, rows: [...table.rows], ruled: true })
    from = to
  }
  blocks.push(...textBlocks(rest.slice(from), page, upright, rules, whole))
  return [...top, ...blocks, ...bottom]
}
