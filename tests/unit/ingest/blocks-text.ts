import type { Block, Document } from '../../../shared/model/document.ts'

/** Blocks in short: what a test compares. */
export function inShort(blocks: readonly Block[]): (string | string[][])[] {
  return blocks.map((block) =>
    block.kind === 'text'
      ? `${block.furniture ? `[${block.furniture}] ` : ''}${block.marker === null ? '' : `{${block.marker}} `}${block.text}`
      : block.rows.map((row) => [
          ...(row.marker === null ? [] : [`{${row.marker}}`]),
          ...row.cells.map((cell) => cell.text),
        ]),
  )
}

export const shortDocument = (document: Document): (string | string[][])[] => inShort(document.blocks)
