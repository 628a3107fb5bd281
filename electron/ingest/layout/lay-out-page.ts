import type { Block, TextBlock } from '../../../shared/model/document.ts'
import { blockOfLines, buildParagraphs } from './build-paragraphs.ts'
import type { Furniture } from './find-furniture.ts'
import { findTables } from './find-tables.ts'
import { regionOf, splitColumns } from './split-columns.ts'
import type { Region } from './split-columns.ts'
import type { Line } from './text-run.ts'

function regionBlocks(region: Region, page: number, upright: boolean): Block[] {
  const blocks: Block[] = []
  let loose: Line[] = []
  const flush = (): void => {
    if (loose.length > 0) blocks.push(...buildParagraphs(loose, region.right, page, upright))
    loose = []
  }
  for (const part of findTables(region.lines, page)) {
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

/** The lines of one page to its blocks in reading order, furniture first and last. */
export function layOutPage(
  lines: readonly Line[],
  furniture: ReadonlyMap<Line, Furniture>,
  page: number,
  upright: boolean,
): Block[] {
  const { top, bottom } = furnitureBlocks(lines, furniture, page)
  const body = lines.filter((line) => !furniture.has(line))
  const pageRegion = regionOf(body)
  const blocks = splitColumns(body).flatMap((region) =>
    // Parts above and below columns share the page's own margin.
    regionBlocks(
      region.lines.some(
        (line) => line.right > pageRegion.left + 0.55 * (pageRegion.right - pageRegion.left),
      ) && region.left < pageRegion.left + 0.4 * (pageRegion.right - pageRegion.left)
        ? { ...region, right: pageRegion.right }
        : region,
      page,
      upright,
    ),
  )
  return [...top, ...blocks, ...bottom]
}
